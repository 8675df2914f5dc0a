package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Named;
import dev.crescent.experiment.Task;
import dev.crescent.insight.hidden.HiddenNetwork;
import dev.crescent.insight.landscape.RunLandscape;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.points.ConfusionView;
import java.util.Optional;

/// What a picture can be of.
public enum PictureKind implements Named {
    BOUNDARY(true), NETWORK(true), LOSS(true), LANDSCAPE(true), DESCENT(true), HIDDEN(true), WEIGHTS(false), CONFUSION(false),
    PREDICTIONS(false);

    private static final Optional<String> NO_TEST =
            Optional.of("there are no test samples to count; give data.testFraction, or use another view");

    private final boolean animated;

    PictureKind(boolean animated) {
        this.animated = animated;
    }

    @Override
    public String id() {
        return Named.kebab(this);
    }

    /// Whether there are animations of it.
    public boolean isAnimated() {
        return animated;
    }

    /// Whether it shows how training went rather than where it led.
    public boolean showsHistory() {
        return this == LOSS;
    }

    /// Whether it shows the way of the parameters.
    public boolean showsPath() {
        return this == LANDSCAPE || this == DESCENT;
    }

    /// Why there is no such picture of these data, as a sentence; empty if there is one.
    public Optional<String> refuses(Experiment experiment, Dataset data) {
        if (this == BOUNDARY && data.plane() == null) {
            return Optional.of("the data do not lie in a plane, they have " + Numbers.fixed(data.inputWidth(), 0)
                    + " inputs, so there is no boundary to draw; use another view");
        }
        if (this == HIDDEN && experiment.model() instanceof Model.Network network
                && HiddenNetwork.widest(network, data) > HiddenNetwork.MOST_UNITS) {
            return Optional.of("a layer has " + Numbers.fixed(HiddenNetwork.widest(network, data), 0)
                    + " outputs, the view hidden takes at most " + Numbers.fixed(HiddenNetwork.MOST_UNITS, 0)
                    + "; use another view");
        }
        if (showsPath()) {
            return RunLandscape.refusal(experiment, data, new CpuEngine(1));
        }
        return switch (this) {
            case CONFUSION -> noConfusion(data);
            case PREDICTIONS -> noPredictions(data);
            default -> Optional.empty();
        };
    }

    private static Optional<String> noPredictions(Dataset data) {
        if (data.task() != Task.REGRESSION) {
            return Optional.of("the data have classes and no values to be predicted; use the view confusion, or another one");
        }
        return data.test().count() == 0 ? NO_TEST : Optional.empty();
    }

    private static Optional<String> noConfusion(Dataset data) {
        if (data.task() != Task.CLASSIFICATION) {
            return Optional.of("the data have no classes to be confused; use another view");
        }
        if (data.test().count() == 0) {
            return NO_TEST;
        }
        int classes = data.classNames().size();
        return classes <= ConfusionView.MOST_CLASSES ? Optional.empty() : Optional.of("the data have "
                + Numbers.fixed(classes, 0) + " classes, the view confusion takes at most "
                + Numbers.fixed(ConfusionView.MOST_CLASSES, 0) + "; use another view");
    }
}
