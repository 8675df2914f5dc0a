package dev.crescent.insight;

import dev.crescent.data.Dataset;

/// A rectangle of the input plane, in the units of the raw features; x2 grows upwards.
public record Region(double x1Min, double x1Max, double x2Min, double x2Max) {
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

    /// The part of the plane that shows all points of a 2-D data set, with room around them.
    public static Region around(Dataset data) {
        double[] extent = data.extent();
        float[] corners = {(float) extent[0], (float) extent[2], (float) extent[1], (float) extent[3]};
        return around(corners, 0.15);
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
