package dev.crescent.ui.points;

import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.pen.Sketch;
import dev.crescent.ui.theme.Palette;

/// The points over an output field: test points as rings, training points as dots above them.
final class PointsPainter {
    /// A canvas draws some ten thousand points a second.
    private static final int MANY = 1500;
    /// A file may take longer, and keeps its points as circles.
    private static final int MANY_KEPT = 10_000;

    private final Pen g;
    private final Plane plane;
    private final Palette palette;
    private final PointsModel points;
    private final boolean large;

    PointsPainter(Pen g, Plane plane, Palette palette, PointsModel points) {
        this.g = g;
        this.plane = plane;
        this.palette = palette;
        this.points = points;
        large = PointMarks.large(plane.size());
    }

    void paint(boolean showTest) {
        if (points.count() > (g instanceof Sketch ? MANY_KEPT : MANY)) {
            PointsRaster raster = new PointsRaster(plane.size(), g.density());
            raster.paint(plane, palette, points, showTest);
            raster.show(g);
            return;
        }
        if (showTest) {
            for (int i = points.trainCount(); i < points.count(); i++) {
                test(i);
            }
        }
        for (int i = 0; i < points.trainCount(); i++) {
            training(i);
        }
    }

    private void training(int i) {
        if (near(x(i), y(i))) {
            PointMarks.training(g, palette, points, i, x(i), y(i), large);
        }
    }

    private void test(int i) {
        if (near(x(i), y(i))) {
            PointMarks.test(g, palette, points, i, x(i), y(i), large);
        }
    }

    private double x(int i) {
        return plane.px(points.xy()[2 * i]);
    }

    private double y(int i) {
        return plane.py(points.xy()[2 * i + 1]);
    }

    private boolean near(double x, double y) {
        return x > -6 && y > -6 && x < plane.size() + 6 && y < plane.size() + 6;
    }
}
