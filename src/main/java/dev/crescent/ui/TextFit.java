package dev.crescent.ui;

import dev.crescent.ui.theme.Fonts;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Texts on a canvas: how wide they are, and what of them fits. Without a font they are captions.
public final class TextFit {
    private static final String ELLIPSIS = "\u2026";

    private TextFit() {}

    /// In pixels.
    public static double width(String text) {
        return width(text, Fonts.caption());
    }

    /// In pixels.
    public static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }

    /// The text, or as much of its beginning as fits with an ellipsis; letters are never squeezed.
    public static String cut(String text, double room) {
        return cut(text, Fonts.caption(), room);
    }

    /// The text, or as much of its beginning as fits with an ellipsis; letters are never squeezed.
    public static String cut(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            if (width(beginning(text, middle), font) <= room) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits == 0 ? "" : beginning(text, fits);
    }

    /// The first letters and an ellipsis; what takes two `char`s is not cut in half.
    private static String beginning(String text, int end) {
        int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, whole).strip() + ELLIPSIS;
    }
}
