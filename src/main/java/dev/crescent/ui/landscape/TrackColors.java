package dev.crescent.ui.landscape;

import dev.crescent.ui.theme.Palette;
import javafx.scene.paint.Color;

/// The colors of the optimizers that race: one for balls and paths, one for their curves and words.
public final class TrackColors {
    /// How many there are before they repeat.
    public static final int COUNT = 6;

    private TrackColors() {}

    /// Of balls and paths.
    public static Color fill(Palette palette, int index) {
        return palette.color("optimizer-" + Math.floorMod(index, COUNT));
    }

    /// Of curves and text on the theme's background.
    public static Color text(Palette palette, int index) {
        return palette.color("optimizer-text-" + Math.floorMod(index, COUNT));
    }
}
