package dev.crescent.ui.picture;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Named;
import dev.crescent.insight.HiddenSpace;
import dev.crescent.ui.Numbers;
import java.util.Optional;

/// What a picture can be of.
public enum PictureKind implements Named {
    BOUNDARY(true), NETWORK(true), LOSS(true), HIDDEN(false), WEIGHTS(false);

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

    /// Why there is no such picture of these data, as a sentence; empty if there is one.
    public Optional<String> refuses(Experiment experiment, Dataset data) {
        if ((this == HIDDEN || this == WEIGHTS) && experiment.seesImages()) {
            return Optional.of("there is no such picture of networks of images yet; use the view network or loss");
        }
        if (this == BOUNDARY && data.plane() == null) {
            return Optional.of("the data do not lie in a plane, they have " + Numbers.fixed(data.inputWidth(), 0)
                    + " inputs, so there is no boundary to draw; use another view");
        }
        if (this == HIDDEN && experiment.model() instanceof Model.Network network
                && HiddenSpace.units(network, data) > HiddenSpace.MOST_UNITS) {
            return Optional.of("the last hidden layer has " + Numbers.fixed(HiddenSpace.units(network, data), 0)
                    + " units, the view hidden takes at most " + Numbers.fixed(HiddenSpace.MOST_UNITS, 0)
                    + "; use another view");
        }
        return Optional.empty();
    }
}
