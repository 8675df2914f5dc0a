package dev.crescent.ui.picture;

import dev.crescent.ui.theme.Theme;

/// What a user wants a picture to be.
///
/// @param width in pixels, as [PictureForm] takes them
public record PictureWish(int width, int height, Shade shade, boolean svg, boolean transparent) {
    /// Enough for a slide or a printed column.
    public static final PictureWish USUAL = new PictureWish(PictureForm.PLAIN_WIDTH, PictureForm.PLAIN_HEIGHT, Shade.SHOWN,
            false, false);

    /// In which theme.
    public enum Shade { SHOWN, LIGHT, DARK }

    /// The picture's form.
    ///
    /// @param shown the window's theme
    public PictureForm form(Theme shown) {
        Look look = switch (shade) {
            case SHOWN -> Look.of(shown.isDark(), shown.isHighContrast());
            case LIGHT -> Look.LIGHT;
            case DARK -> Look.DARK;
        };
        return new PictureForm(width, height, look, transparent, svg);
    }

    /// What its file ends in.
    public String extension() {
        return svg ? ".svg" : ".png";
    }
}
