package dev.crescent.ui.picture;

import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What a user wants a picture to be.
///
/// @param width in pixels, as [PictureForm] takes them
public record PictureWish(int width, int height, Shade shade, boolean svg, boolean transparent) {
    /// Enough for a slide or a printed column.
    public static final PictureWish USUAL = new PictureWish(1600, 1200, Shade.SHOWN, false, false);

    private static final String PNG = ".png";
    private static final String SVG = ".svg";

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

    /// What its file may end in, first what it should.
    public List<String> extensions() {
        return svg ? List.of(SVG, PNG) : List.of(PNG, SVG);
    }

    /// The same in the format that a file's name says.
    ///
    /// @param file one of the [#extensions]
    public PictureWish in(Path file) {
        boolean vector = file.toString().toLowerCase(Locale.ROOT).endsWith(SVG);
        return new PictureWish(width, height, shade, vector, transparent);
    }
}
