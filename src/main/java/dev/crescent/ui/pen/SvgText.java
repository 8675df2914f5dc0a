package dev.crescent.ui.pen;

import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Texts in SVG: what they are called there, and where their baseline lies.
final class SvgText {
    /// Crescent's fonts are cuts of these, which a reader may have; the others are as wide or narrower.
    private static final String SANS = "Inter, 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";
    private static final String DISPLAY = "'Inter Display', " + SANS;
    private static final String MATH = "'STIX Two Text', 'STIX Two Math', 'Times New Roman', 'Liberation Serif', serif";

    private SvgText() {}

    /// Whether a font is for formulas, whose letters have others right behind them, and so must be as wide as here.
    static boolean isFormula(Font font) {
        return font.getFamily().equals("Crescent Math");
    }

    /// A font as attributes, each with a blank before it.
    static String attributes(Font font) {
        String family = switch (font.getFamily()) {
            case "Crescent Sans" -> SANS;
            case "Crescent Display" -> DISPLAY;
            case "Crescent Math" -> MATH;
            default -> "'" + escaped(font.getFamily().replace("'", "")) + "', sans-serif";
        };
        String style = font.getStyle().toLowerCase(Locale.ROOT);
        return " font-family=\"" + family + "\" font-size=\"" + Outlines.number(font.getSize()) + "\""
                + (style.contains("bold") ? " font-weight=\"600\"" : "") + (style.contains("italic") ? " font-style=\"italic\"" : "");
    }

    /// Where the baseline of a line of text lies that is placed at `y` in another way.
    static double baseline(Font font, VPos placed, double y) {
        Bounds line = measured("X", font);
        return switch (placed) {
            case BASELINE -> y;
            case TOP -> y - line.getMinY();
            case CENTER -> y - line.getMinY() - line.getHeight() / 2;
            case BOTTOM -> y - line.getMinY() - line.getHeight();
        };
    }

    static double width(String text, Font font) {
        return measured(text, font).getWidth();
    }

    private static Bounds measured(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds();
    }

    /// A text as XML holds it, without the characters that XML does not know.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (isXml(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c < 0xd800 || c > 0xdfff && c < 0xfffe || c > 0xffff;
    }
}
