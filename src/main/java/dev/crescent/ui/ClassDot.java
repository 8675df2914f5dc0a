package dev.crescent.ui;

import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeType;

/// The dot that stands for a class on the window's own background. Two colors of the light theme are too pale for plain
/// white, so that theirs have a thin edge.
public final class ClassDot {
    private ClassDot() {}

    /// A dot of class `k`.
    ///
    /// @param radius in pixels, with the edge if there is one
    public static Circle of(double radius, Palette palette, int k) {
        Circle dot = new Circle(radius);
        dot.setStrokeType(StrokeType.INSIDE);
        color(dot, palette, k);
        return dot;
    }

    /// Gives a dot the color of class `k`.
    public static void color(Circle dot, Palette palette, int k) {
        dot.setFill(palette.classColor(k));
        dot.setStroke(isPale(palette, k) ? palette.fgMuted() : null);
    }

    /// Paints a dot of class `k` about a pixel.
    ///
    /// @param radius in pixels, with the edge if there is one
    public static void paint(Pen g, Palette palette, int k, double x, double y, double radius) {
        g.setFill(palette.classColor(k));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        if (isPale(palette, k)) {
            double inner = radius - 0.5;
            g.setStroke(palette.fgMuted());
            g.setLineWidth(1);
            g.strokeOval(x - inner, y - inner, 2 * inner, 2 * inner);
        }
    }

    private static boolean isPale(Palette palette, int k) {
        int color = k % Palette.CLASSES;
        return palette.theme() == Theme.LIGHT && (color == 2 || color == 5);
    }
}
