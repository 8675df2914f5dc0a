package dev.crescent.ui.picture;

import dev.crescent.ui.theme.ColorVision;
import dev.crescent.ui.theme.Theme;

/// How pictures are drawn; known without JavaFX.
///
/// @param dark whether in a dark theme
/// @param highContrast whether with high contrast
/// @param vision whose eyes are imitated
public record Look(boolean dark, boolean highContrast, ColorVision vision) {
    /// In the light theme, as most see it.
    public static final Look LIGHT = new Look(false, false, ColorVision.NORMAL);
    /// In the dark theme.
    public static final Look DARK = new Look(true, false, ColorVision.NORMAL);

    /// The theme that it is drawn in; this needs JavaFX.
    public Theme theme() {
        return Theme.of(dark, highContrast);
    }

    /// That of a window.
    public static Look of(boolean dark, boolean highContrast) {
        return new Look(dark, highContrast, ColorVision.NORMAL);
    }
}
