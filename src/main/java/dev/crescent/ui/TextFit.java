package dev.crescent.ui;

import dev.crescent.ui.theme.Fonts;
import javafx.scene.text.Text;

/// Captions on a canvas: how wide they are, and what of them fits.
public final class TextFit {
    private static final String ELLIPSIS = "\u2026";

    private TextFit() {}

    /// In pixels.
    public static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(Fonts.caption());
        return measured.getLayoutBounds().getWidth();
    }

    /// The text, or as much of its beginning as fits with an ellipsis; letters are never squeezed.
    public static String cut(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            if (width(text.substring(0, middle).strip() + ELLIPSIS) <= room) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits == 0 ? "" : text.substring(0, fits).strip() + ELLIPSIS;
    }
}
