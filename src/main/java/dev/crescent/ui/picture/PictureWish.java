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
        boolean dark = shade == Shade.DARK || shade == Shade.SHOWN && shown.isDark();
        return new PictureForm(width, height, dark, transparent, svg);
    }

    /// What its file ends in.
    public String extension() {
        return svg ? ".svg" : ".png";
    }
}
