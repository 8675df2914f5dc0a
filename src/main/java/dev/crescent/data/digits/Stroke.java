package dev.crescent.data.digits;

/// One stroke of a skeleton: control points in the order of writing, and the splines through them.
final class Stroke {
    final double[] x; // [point], 1 is the digit's height
    final double[] y; // [point], downward
    /// Bends at its corners, too.
    final Spline smooth;
    /// Breaks off at each corner and starts anew.
    final Spline cornered;

    /// @param corner `[point]` whether the pen turns sharply there
    Stroke(double[] x, double[] y, boolean[] corner) {
        this.x = x;
        this.y = y;
        smooth = Spline.through(new boolean[corner.length]);
        cornered = Spline.through(corner);
    }

    /// How many control points.
    int points() {
        return x.length;
    }

    /// How many points the curve through them has.
    int samples() {
        return smooth.samples();
    }
}
