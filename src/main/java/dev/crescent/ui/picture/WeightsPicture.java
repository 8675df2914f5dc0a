package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.network.InputName;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.weights.WeightMatrix;
import dev.crescent.ui.weights.WeightsView;
import java.util.List;
import javafx.scene.layout.Region;

/// All weights, one heat map a layer.
final class WeightsPicture implements Picture {
    /// Of a usual column, in a plain picture.
    private static final double COLUMN = 52;
    /// Longer names are cut.
    private static final double MOST_ROOM = 2;

    private final WeightsView view = new WeightsView();
    private final Model.Network network;
    private final List<String> inputNames;
    private final List<Integer> inputShape;
    private final ParameterLayout layout;

    WeightsPicture(Experiment experiment, Dataset data, ParameterLayout layout, Palette palette) {
        network = (Model.Network) experiment.model();
        inputNames = InputName.of(data).stream().map(InputName::text).toList();
        inputShape = data.inputShape();
        this.layout = layout;
        view.setTheme(palette);
    }

    @Override
    public Region node() {
        return view;
    }

    @Override
    public String subject() {
        return Texts.get("picture.weights");
    }

    /// The names of inputs stand side by side.
    @Override
    public double room() {
        return Math.clamp(inputNames.stream().mapToDouble(TextFit::width).max().orElse(0) / COLUMN, 1, MOST_ROOM);
    }

    @Override
    public void show(Moment moment) {
        view.show(WeightMatrix.of(network, inputNames, inputShape, layout, moment.parameters()));
    }
}
