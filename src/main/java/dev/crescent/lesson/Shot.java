package dev.crescent.lesson;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Named;

/// One view on stage.
///
/// @param share of the stage's width, relative to the other views' shares; above 0
/// @param zoom 0.1 to 20: 1 shows all, 2 half as much
/// @param layer which layer's hidden space is shown: 0 the inputs, 1 the first layer and so on, halves are on the way;
///     negative to be led from the inputs to the last hidden layer
/// @param sample which training image is shown, from 0
public record Shot(View view, double share, double zoom, double layer, int sample) {
    /// Which one.
    public enum View implements Named {
        /// The output over the plane, with the points.
        OUTPUT,
        /// What a layer makes of the plane and the points.
        HIDDEN,
        /// Layers, units and weights.
        NETWORK,
        /// Losses, epoch by epoch.
        CURVES,
        /// Four optimizers on the loss landscape of the network.
        RACE,
        /// One training image, as the numbers that it is.
        PIXELS,
        /// A pad to draw a digit on, and what the network reads.
        PAD;

        @Override
        public String id() {
            return Named.kebab(this);
        }
    }

    private static final double LEAST_ZOOM = 0.1;
    private static final double MOST_ZOOM = 20;

    public Shot {
        if (!(share > 0) || share > 1000) {
            throw new InvalidSettingException("share", "must be above 0 and at most 1000, is " + share);
        }
        if (!(zoom >= LEAST_ZOOM && zoom <= MOST_ZOOM)) {
            throw new InvalidSettingException("zoom", "must be from 0.1 to 20, is " + zoom);
        }
        if (!(layer >= -1 && layer <= 1000)) {
            throw new InvalidSettingException("layer", "must be from 0 to 1000, or -1 to be led there, is " + layer);
        }
    }

    /// All of a view.
    public static Shot of(View view) {
        return new Shot(view, 1, 1, -1, 0);
    }
}
