package dev.crescent.ui.engines;

import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import java.util.Locale;
import javafx.scene.paint.Color;

/// An engine's name, its color, and its mark, since color is never alone.
final class EngineLook {
    private static final double HALF = 4;
    private static final double OUTLINE = 1.5;

    private EngineLook() {}

    /// @param id the engine's
    static String name(String id) {
        return id.toUpperCase(Locale.ROOT);
    }

    static Color color(Palette palette, String id) {
        return palette.classColor(number(id));
    }

    private static int number(String id) {
        return switch (id) {
            case "cpu" -> 1;
            case "nd4j" -> 0;
            default -> 2;
        };
    }

    /// Fills a circle, a square or a triangle around a place, set off from the line that it is on.
    static void mark(Pen g, Palette palette, String id, double x, double y) {
        g.setFill(palette.bg());
        fill(g, id, x, y, HALF + OUTLINE);
        g.setFill(color(palette, id));
        fill(g, id, x, y, HALF);
    }

    private static void fill(Pen g, String id, double x, double y, double half) {
        switch (number(id)) {
            case 1 -> g.fillOval(x - half, y - half, 2 * half, 2 * half);
            case 0 -> g.fillRect(x - 0.9 * half, y - 0.9 * half, 1.8 * half, 1.8 * half);
            default -> g.fillPolygon(new double[] {x - 1.15 * half, x, x + 1.15 * half},
                    new double[] {y + 0.9 * half, y - 1.15 * half, y + 0.9 * half}, 3);
        }
    }
}
