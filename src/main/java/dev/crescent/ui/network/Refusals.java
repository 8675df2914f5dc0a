package dev.crescent.ui.network;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.ShapeText;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says in one sentence why a network is not possible.
final class Refusals {
    private static final Pattern PLACE = Pattern.compile("model\\.layers\\[(\\d+)]\\.(kernel|size|type)");

    private Refusals() {}

    /// Why a network is not possible in an experiment; empty if it is.
    static Optional<String> of(Experiment experiment, Model.Network next, List<Integer> inputShape) {
        try {
            Model.Network checked = (Model.Network) experiment.withModel(next).model();
            ParameterLayout.of(checked, inputShape);
            return Optional.empty();
        } catch (InvalidSettingException e) {
            Matcher place = PLACE.matcher(e.path());
            return Optional.of(place.matches() ? sentence(next, inputShape, Integer.parseInt(place.group(1))) : Sentences.local(e.problem()));
        }
    }

    /// About a layer that does not fit what comes into it.
    private static String sentence(Model.Network network, List<Integer> inputShape, int layer) {
        List<Integer> before = before(network, inputShape, layer);
        boolean image = before.size() == 3;
        String size = ShapeText.of(image ? before.subList(1, 3) : before);
        return switch (network.layers().get(layer)) {
            case Layer.Conv conv -> image ? Texts.get("network.refused.kernel", column(network, layer), conv.kernel(), size)
                    : Texts.get("network.refused.conv", size);
            case Layer.MaxPool pool -> image ? Texts.get("network.refused.window", pool.size(), size)
                    : Texts.get("network.refused.max-pool", size);
            case Layer.Dense _, Layer.Maxout _, Layer.Dropout _, Layer.Noise _, Layer.BatchNorm _, Layer.Flatten _ ->
                throw new IllegalStateException("Fits whatever comes in: " + network.layers().get(layer));
        };
    }

    /// What comes into a layer.
    private static List<Integer> before(Model.Network network, List<Integer> inputShape, int layer) {
        if (layer == 0) {
            return inputShape;
        }
        List<Layer> first = new ArrayList<>(network.layers().subList(0, layer));
        first.add(network.output());
        return Shapes.of(network.withLayers(first), inputShape).get(layer - 1);
    }

    /// As which hidden layer the user knows it.
    private static long column(Model.Network network, int layer) {
        return network.layers().subList(0, layer + 1).stream().filter(each -> Structure.units(each) > 0).count();
    }
}
