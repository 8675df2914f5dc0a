package dev.crescent.ui.points;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Text that is cut where it does not fit.
final class Ellipsis {
    private Ellipsis() {}

    static double width(String text, Font font) {
        Text measure = new Text(text);
        measure.setFont(font);
        return measure.getLayoutBounds().getWidth();
    }

    /// The text, or as many of its first letters as fit and three dots.
    static String cut(String text, Font font, double width) {
        if (width(text, font) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end).stripTrailing() + "\u2026", font) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "\u2026";
    }
}
