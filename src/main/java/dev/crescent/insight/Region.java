package dev.crescent.insight;

import dev.crescent.data.Dataset;
import java.util.List;

/// A rectangle of the input plane, in the units of the raw features; x2 grows upwards.
public record Region(double x1Min, double x1Max, double x2Min, double x2Max) {
    private static final List<String> PLANE = List.of("x1", "x2");
    /// Between the points and the edge, as a share of the side.
    private static final double ROOM = 0.15;
    /// From this ratio of the sides on, a square would not show the shorter one.
    private static final double MOST_UNEVEN = 10;

    /// @throws IllegalArgumentException if a bound is not finite or a side is not longer than 0
    public Region {
        check("x1", x1Min, x1Max);
        check("x2", x2Min, x2Max);
    }

    /// The square around the origin from `-(extent + margin)` to `extent + margin` on both axes.
    public static Region square(double extent, double margin) {
        double half = extent + margin;
        return new Region(-half, half, -half, half);
    }

    /// The smallest square around the points' bounding box, with a margin that is a share of its side.
    ///
    /// @param xy interleaved x1, x2; points that are not finite are passed over
    /// @param share such as 0.1; a single point, or none, gets a square of side 2
    public static Region around(float[] xy, double share) {
        double x1Min = Double.POSITIVE_INFINITY;
        double x1Max = Double.NEGATIVE_INFINITY;
        double x2Min = Double.POSITIVE_INFINITY;
        double x2Max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i + 1 < xy.length; i += 2) {
            if (Float.isFinite(xy[i]) && Float.isFinite(xy[i + 1])) {
                x1Min = Math.min(x1Min, xy[i]);
                x1Max = Math.max(x1Max, xy[i]);
                x2Min = Math.min(x2Min, xy[i + 1]);
                x2Max = Math.max(x2Max, xy[i + 1]);
            }
        }
        if (x1Min > x1Max) {
            return square(1, 0);
        }
        double side = Math.max(x1Max - x1Min, x2Max - x2Min);
        double half = side > 0 ? side * (0.5 + share) : 1;
        double x1 = (x1Min + x1Max) / 2;
        double x2 = (x2Min + x2Max) / 2;
        return new Region(x1 - half, x1 + half, x2 - half, x2 + half);
    }

    /// The part of the plane that shows all points of a 2-D data set, with room around them: a square, but where the
    /// axes are columns of a table, or of so different lengths that a square would show a line, each has its own scale.
    public static Region around(Dataset data) {
        double[] extent = data.extent();
        double width = extent[1] - extent[0];
        double height = extent[3] - extent[2];
        boolean table = data.plane() != null && !data.plane().axes().equals(PLANE);
        if (table || Math.max(width, height) > MOST_UNEVEN * Math.min(width, height)) {
            double half1 = half(width, height, extent[0]);
            double half2 = half(height, width, extent[2]);
            double x1 = (extent[0] + extent[1]) / 2;
            double x2 = (extent[2] + extent[3]) / 2;
            return new Region(x1 - half1, x1 + half1, x2 - half2, x2 + half2);
        }
        float[] corners = {(float) extent[0], (float) extent[2], (float) extent[1], (float) extent[3]};
        return around(corners, ROOM);
    }

    /// Half the side of a region along an axis; where all points have the same value, as much as along the other axis,
    /// or enough to tell numbers apart.
    private static double half(double length, double other, double value) {
        return length > 0 ? length * (0.5 + ROOM)
                : Math.max(other > 0 ? other * (0.5 + ROOM) : 1, 0.01 * Math.abs(value));
    }

    public double width() {
        return x1Max - x1Min;
    }

    public double height() {
        return x2Max - x2Min;
    }

    /// This region made `factor` times as large about a point that stays where it is on screen.
    ///
    /// @param factor above 0; below 1 zooms in
    public Region zoomed(double factor, double x1, double x2) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("A zoom factor must be above 0, is " + factor);
        }
        return new Region(x1 + (x1Min - x1) * factor, x1 + (x1Max - x1) * factor,
                x2 + (x2Min - x2) * factor, x2 + (x2Max - x2) * factor);
    }

    /// This region moved by a vector.
    public Region panned(double dx1, double dx2) {
        return new Region(x1Min + dx1, x1Max + dx1, x2Min + dx2, x2Max + dx2);
    }

    /// The smallest region of this one's shape that holds both.
    public Region with(Region other) {
        double x1Low = Math.min(x1Min, other.x1Min);
        double x1High = Math.max(x1Max, other.x1Max);
        double x2Low = Math.min(x2Min, other.x2Min);
        double x2High = Math.max(x2Max, other.x2Max);
        double half = Math.max((x1High - x1Low) / width(), (x2High - x2Low) / height()) / 2;
        double x1 = (x1Low + x1High) / 2;
        double x2 = (x2Low + x2High) / 2;
        return new Region(x1 - half * width(), x1 + half * width(), x2 - half * height(), x2 + half * height());
    }

    /// Whether a point lies inside or on the edge.
    public boolean contains(double x1, double x2) {
        return x1 >= x1Min && x1 <= x1Max && x2 >= x2Min && x2 <= x2Max;
    }

    private static void check(String axis, double min, double max) {
        if (!Double.isFinite(min) || !Double.isFinite(max) || !(max - min > 0) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException(
                    axis + " of a region must run from a smaller to a larger finite number, runs from "
                            + min + " to " + max);
        }
    }
}
