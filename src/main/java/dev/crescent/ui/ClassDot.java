package dev.crescent.ui;

import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeType;

/// The dot that stands for a class on the window's own background. Two colors of the light theme are too pale for plain
/// white, so that theirs have a thin edge. With high contrast it has the class's shape, and an edge.
public final class ClassDot extends Path {
    private final double radius;

    /// A dot of class `k`.
    ///
    /// @param radius in pixels, with the edge if there is one
    public ClassDot(double radius, Palette palette, int k) {
        this.radius = radius;
        setStrokeType(StrokeType.INSIDE);
        setFillRule(FillRule.EVEN_ODD);
        show(palette, k);
    }

    /// Makes it that of class `k`.
    public void show(Palette palette, int k) {
        if (palette.isHighContrast()) {
            getElements().setAll(ClassShape.path(k, radius * 1.15));
        } else {
            getElements().setAll(new MoveTo(-radius, 0), new ArcTo(radius, radius, 0, radius, 0, true, true),
                    new ArcTo(radius, radius, 0, -radius, 0, true, true), new ClosePath());
        }
        setFill(palette.classColor(k));
        setStroke(palette.isHighContrast() ? palette.fg() : isPale(palette, k) ? palette.fgMuted() : null);
    }

    /// Paints a dot of class `k` about a pixel.
    ///
    /// @param radius in pixels, with the edge if there is one
    public static void paint(Pen g, Palette palette, int k, double x, double y, double radius) {
        g.setFill(palette.classColor(k));
        if (palette.isHighContrast()) {
            List<double[]> outlines = ClassShape.outlines(k, x, y, radius * 1.1);
            g.fillOutlines(outlines);
            g.setStroke(palette.fg());
            g.setLineWidth(1);
            g.strokeOutlines(outlines);
            return;
        }
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
