package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.ui.theme.Palette;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The points over an output field: test points as rings, training points as dots above them.
final class PointsPainter {
    /// From this side of the picture on, points are drawn a size larger.
    private static final double LARGE = 420;

    private final GraphicsContext g;
    private final Plane plane;
    private final Palette palette;
    private final PointsModel points;
    private final boolean large;

    PointsPainter(GraphicsContext g, Plane plane, Palette palette, PointsModel points) {
        this.g = g;
        this.plane = plane;
        this.palette = palette;
        this.points = points;
        large = plane.size() >= LARGE;
    }

    void paint(boolean showTest) {
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
        double r = large ? 4 : 3.2;
        double x = x(i);
        double y = y(i);
        if (!near(x, y)) {
            return;
        }
        boolean value = points.task() == Task.REGRESSION;
        g.setFill(value ? palette.fg() : palette.pointOutline());
        g.fillOval(x - r - 1, y - r - 1, 2 * r + 2, 2 * r + 2);
        g.setFill(color(i));
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
    }

    private void test(int i) {
        double r = large ? 3.6 : 2.8;
        double x = x(i);
        double y = y(i);
        if (!near(x, y)) {
            return;
        }
        boolean value = points.task() == Task.REGRESSION;
        g.setFill(value ? color(i) : palette.testInside());
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        g.setLineWidth(value ? 1 : 1.5);
        g.setStroke(value ? palette.fgMuted() : color(i));
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    }

    private Color color(int i) {
        return points.task() == Task.REGRESSION
                ? Palette.color(palette.fieldArgb(points.scaled(points.values()[i])))
                : palette.classColor(points.labels()[i]);
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
