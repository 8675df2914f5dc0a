package dev.crescent.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/// The shapes that tell classes apart where color is not to be alone: circle, square, triangle, diamond, plus, cross, star,
/// ring, triangle upside down, bar; then they repeat. They look equally large.
public final class ClassShape {
    /// Shapes before they repeat.
    public static final int COUNT = 10;

    private static final int RING = 7;
    private static final double RING_OUTER = 1.1;
    private static final double RING_INNER = 0.5;
    private static final double ROUND_CORNERS = 24; // of a circle that is drawn as a polygon
    /// Corners as x and y in turn, about (0, 0), y pointing down.
    private static final double[][] OUTLINES = {
        regular(ROUND_CORNERS, 1, 0),
        {-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9},
        {0, -1.2, 1.15, 0.85, -1.15, 0.85},
        {0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0},
        plus(1.2, 0.42, 0),
        plus(1.25, 0.42, Math.PI / 4),
        star(1.4, 0.6),
        regular(ROUND_CORNERS, RING_OUTER, 0),
        {0, 1.2, -1.15, -0.85, 1.15, -0.85},
        {-1.35, -0.55, 1.35, -0.55, 1.35, 0.55, -1.35, 0.55},
    };
    private static final double[] HOLE = regular(ROUND_CORNERS, RING_INNER, 0);

    private ClassShape() {}

    private static double[] regular(double corners, double radius, double turn) {
        double[] outline = new double[2 * (int) corners];
        for (int i = 0; i < outline.length / 2; i++) {
            put(outline, i, radius, turn + 2 * Math.PI * i / corners);
        }
        return outline;
    }

    private static double[] plus(double reach, double half, double turn) {
        double[] x = {half, reach, reach, half, half, -half, -half, -reach, -reach, -half, -half, half};
        double[] y = {-half, -half, half, half, reach, reach, half, half, -half, -half, -reach, -reach};
        double[] outline = new double[2 * x.length];
        for (int i = 0; i < x.length; i++) {
            put(outline, i, Math.hypot(x[i], y[i]), turn + Math.atan2(y[i], x[i]));
        }
        return outline;
    }

    private static double[] star(double outer, double inner) {
        double[] outline = new double[20];
        for (int i = 0; i < 10; i++) {
            put(outline, i, i % 2 == 0 ? outer : inner, -Math.PI / 2 + Math.PI * i / 5);
        }
        return outline;
    }

    private static void put(double[] outline, int i, double radius, double angle) {
        outline[2 * i] = radius * Math.cos(angle);
        outline[2 * i + 1] = radius * Math.sin(angle);
    }

    private static double[] outline(int k) {
        return OUTLINES[Math.floorMod(k, COUNT)];
    }

    /// The outlines of class `k`'s shape about a pixel, corners as x and y in turn, to be filled by the even-odd rule, or to
    /// be stroked.
    public static List<double[]> outlines(int k, double x, double y, double radius) {
        double[] outer = placed(outline(k), x, y, radius);
        return Math.floorMod(k, COUNT) == RING ? List.of(outer, placed(HOLE, x, y, radius)) : List.of(outer);
    }

    private static double[] placed(double[] outline, double x, double y, double radius) {
        double[] placed = new double[outline.length];
        for (int i = 0; i < placed.length; i += 2) {
            placed[i] = x + radius * outline[i];
            placed[i + 1] = y + radius * outline[i + 1];
        }
        return placed;
    }

    /// The shape of class `k` about (0, 0), to be filled by the even-odd rule.
    public static List<PathElement> path(int k, double radius) {
        List<PathElement> path = new ArrayList<>();
        add(path, outline(k), radius);
        if (Math.floorMod(k, COUNT) == RING) {
            add(path, HOLE, radius);
        }
        return path;
    }

    private static void add(List<PathElement> path, double[] outline, double radius) {
        path.add(new MoveTo(radius * outline[0], radius * outline[1]));
        for (int i = 2; i < outline.length; i += 2) {
            path.add(new LineTo(radius * outline[i], radius * outline[i + 1]));
        }
        path.add(new ClosePath());
    }

    /// How far a place is outside the shape of class `k`, for who paints pixel by pixel: below 0 inside.
    ///
    /// @param x from the shape's middle, in its radii
    public static double outside(int k, double x, double y) {
        double distance = Math.hypot(x, y);
        return switch (Math.floorMod(k, COUNT)) {
            case 0 -> distance - 1;
            case RING -> Math.max(distance - RING_OUTER, RING_INNER - distance);
            default -> outside(outline(k), x, y);
        };
    }

    private static double outside(double[] outline, double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        boolean inside = false;
        int last = outline.length - 2;
        for (int i = 0; i < outline.length; last = i, i += 2) {
            double ax = outline[last];
            double ay = outline[last + 1];
            double bx = outline[i] - ax;
            double by = outline[i + 1] - ay;
            double t = Math.clamp(((x - ax) * bx + (y - ay) * by) / (bx * bx + by * by), 0, 1);
            nearest = Math.min(nearest, Math.hypot(x - ax - t * bx, y - ay - t * by));
            if (ay > y != ay + by > y && x < ax + bx * (y - ay) / by) {
                inside = !inside;
            }
        }
        return inside ? -nearest : nearest;
    }
}
