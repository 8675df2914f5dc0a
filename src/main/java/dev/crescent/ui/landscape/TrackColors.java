package dev.crescent.ui.landscape;

import dev.crescent.experiment.Optimizer;
import dev.crescent.ui.theme.Palette;
import javafx.scene.paint.Color;

/// The colors of the optimizers that race: one for balls and paths, one for their curves and words.
public final class TrackColors {
    /// How many there are before they repeat.
    public static final int COUNT = 6;

    private TrackColors() {}

    /// The color of an optimizer's kind.
    public static int of(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.momentum() > 0 ? 1 : 0;
            case Optimizer.RmsProp _ -> 2;
            case Optimizer.Adam _, Optimizer.AdamW _, Optimizer.NAdam _ -> 3;
            case Optimizer.AdaGrad _, Optimizer.AdaDelta _ -> 4;
            case Optimizer.Lion _ -> 5;
        };
    }

    /// Of balls and paths.
    public static Color fill(Palette palette, int index) {
        return palette.color("optimizer-" + Math.floorMod(index, COUNT));
    }

    /// Of curves and text on the theme's background.
    public static Color text(Palette palette, int index) {
        return palette.color("optimizer-text-" + Math.floorMod(index, COUNT));
    }
}
