package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.ui.ClassShape;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/// How one sample is drawn as a point: training samples as dots, test samples as rings. Values lie on colors much like
/// their own, so their marks have a thin dark edge besides.
public final class PointMarks {
    /// From this side of the picture on, points are drawn a size larger.
    private static final double LARGE = 420;

    private static final double STRONG = 4.5;
    private static final double STRONG_LARGE = 5.5;
    /// Among more points than this marks are no larger than without high contrast: they would lie upon each other.
    static final int CROWD = 300;
    private static final double CROWDED = 3.2;
    private static final double CROWDED_LARGE = 4;
    private static final double EDGE = 2;
    private static final double CROWDED_EDGE = 1.5;

    private PointMarks() {}

    /// Whether points are drawn a size larger in a picture with this shorter side.
    public static boolean large(double side) {
        return side >= LARGE;
    }

    /// Half the size of a mark with high contrast, where the shape of the class is to be seen: of training samples filled,
    /// of test samples empty. Their edge is two pixels wide, half of it outside; a filled mark covers the other half.
    ///
    /// @param count of the points that are drawn
    public static double strong(boolean large, int count) {
        if (count > CROWD) {
            return large ? CROWDED_LARGE : CROWDED;
        }
        return large ? STRONG_LARGE : STRONG;
    }

    /// Draws point `i` of the training part, its middle at a pixel.
    public static void training(Pen g, Palette palette, PointsModel points, int i, double x, double y,
                                boolean large) {
        double r = large ? 4 : 3.2;
        boolean value = points.task() == Task.REGRESSION;
        if (palette.isHighContrast() && !value) {
            g.setLineWidth(EDGE);
            shape(g, points.labels()[i], x, y, strong(large, points.count()), palette.pointOutline(),
                    palette.classColor(points.labels()[i]), false);
            return;
        }
        g.setFill(value ? palette.fg() : palette.pointOutline());
        g.fillOval(x - r - 1, y - r - 1, 2 * r + 2, 2 * r + 2);
        g.setFill(points.color(i, palette));
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
    }

    private static void shape(Pen g, int k, double x, double y, double r, Color edge, Color inside,
            boolean empty) {
        List<double[]> outlines = ClassShape.outlines(k, x, y, r);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setStroke(edge);
        if (empty) { // the edge is all that is seen of its class
            g.setFill(inside);
            g.fillOutlines(outlines);
            g.strokeOutlines(outlines);
        } else {
            g.strokeOutlines(outlines);
            g.setFill(inside);
            g.fillOutlines(outlines);
        }
    }

    /// Draws point `i` of the test part, its middle at a pixel.
    public static void test(Pen g, Palette palette, PointsModel points, int i, double x, double y,
                            boolean large) {
        double r = large ? 3.6 : 2.8;
        if (palette.isHighContrast() && points.task() != Task.REGRESSION) {
            g.setLineWidth(points.count() > CROWD ? CROWDED_EDGE : EDGE);
            shape(g, points.labels()[i], x, y, strong(large, points.count()),
                    palette.classColor(points.labels()[i]), palette.testInside(), true);
            return;
        }
        if (points.task() == Task.REGRESSION) {
            g.setFill(palette.fgSubtle());
            g.fillOval(x - r - 1.25, y - r - 1.25, 2 * r + 2.5, 2 * r + 2.5);
            g.setFill(palette.bg());
            g.fillOval(x - r, y - r, 2 * r, 2 * r);
        }
        g.setFill(palette.testInside());
        g.fillOval(x - r, y - r, 2 * r, 2 * r);
        g.setLineWidth(1.5);
        g.setStroke(points.color(i, palette));
        g.strokeOval(x - r, y - r, 2 * r, 2 * r);
    }
}
