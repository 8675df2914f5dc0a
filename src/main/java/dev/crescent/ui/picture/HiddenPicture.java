package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Experiment;
import dev.crescent.insight.Region;
import dev.crescent.insight.hidden.HiddenNetwork;
import dev.crescent.insight.hidden.HiddenSpace;
import dev.crescent.ui.Texts;
import dev.crescent.ui.hidden.HiddenView;
import dev.crescent.ui.hidden.ShownSamples;
import dev.crescent.ui.theme.Palette;
import java.util.function.Supplier;

/// The samples and the plane as the last hidden layer sees them. From moment to moment of a film nothing jumps.
final class HiddenPicture implements Picture {
    private final HiddenView view = new HiddenView();
    private final Supplier<HiddenNetwork> opener;
    private final int stage;
    private HiddenNetwork network;
    private double epoch = Double.NEGATIVE_INFINITY; // of the moment that was looked at last

    HiddenPicture(Experiment experiment, Dataset data, Engine engine, Palette palette) {
        opener = () -> new HiddenNetwork(engine, experiment, data, data.plane() == null ? null : Region.around(data),
                HiddenNetwork.MOST_SAMPLES);
        network = opener.get();
        stage = network.layers().size() - 1;
        view.simplify();
        view.setTheme(palette);
        view.showPoints(ShownSamples.of(data, network.chosen()), ShownSamples.inputNames(data));
    }

    @Override
    public javafx.scene.layout.Region node() {
        return view;
    }

    @Override
    public String subject() {
        int layer = stage == 0 ? -1 : network.layers().get(stage - 1);
        return layer < 0 ? Texts.get("picture.inputs") : Texts.get("picture.hidden", Integer.toString(layer + 1));
    }

    @Override
    public void show(Moment moment) {
        ready(moment).run();
    }

    @Override
    public Runnable ready(Moment moment) {
        if (moment.epoch() < epoch) {
            network = opener.get(); // a film that begins again begins as it did
        }
        epoch = moment.epoch();
        HiddenSpace space = network.look(moment.parameters(), new HiddenNetwork.Look(false, stage, view.aspect(), null));
        return () -> {
            view.show(space);
            view.goTo(stage);
        };
    }
}
