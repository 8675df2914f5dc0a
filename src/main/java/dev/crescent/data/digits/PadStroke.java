package dev.crescent.data.digits;

import java.util.Arrays;

/// One stroke on the drawing pad: the points that a pen or an eraser went through. Immutable.
///
/// Coordinates are in pads, from the upper left corner, y downward: what is drawn outside of 0 to 1 is kept and not seen.
/// Points that lie nearly on each other are thinned out, so that neither a mouse's whole pixels nor a trembling hand bend
/// the curve; the last point is always where the pen is.
public final class PadStroke {
    /// Two points nearer to each other, in pads, are one.
    static final double NEAREST = 0.01;
    /// How far from the pad's middle, in pads, a point is kept as it is.
    private static final double FARTHEST = 4;

    private final Tool tool;
    private final double radius;
    private final double[] x; // [point]
    private final double[] y; // [point]

    /// What a stroke does to the paper.
    public enum Tool {
        PEN, ERASER
    }

    private PadStroke(Tool tool, double radius, double[] x, double[] y) {
        this.tool = tool;
        this.radius = radius;
        this.x = x;
        this.y = y;
    }

    /// The start of a stroke: a dot.
    ///
    /// @param radius in pads, above 0 to 1
    /// @throws IllegalArgumentException if the radius is none, or the place is not finite
    public static PadStroke at(Tool tool, double radius, double x, double y) {
        if (!(radius > 0 && radius <= 1)) {
            throw new IllegalArgumentException("A pen's radius is above 0 and at most 1 pad, not " + radius);
        }
        return new PadStroke(tool, radius, new double[] {near(x)}, new double[] {near(y)});
    }

    /// The stroke drawn on to a place; the same object if the pen is there already.
    ///
    /// @throws IllegalArgumentException if the place is not finite
    public PadStroke to(double nextX, double nextY) {
        double toX = near(nextX);
        double toY = near(nextY);
        int last = x.length - 1;
        if (toX == x[last] && toY == y[last]) {
            return this;
        }
        // The last point is for the time being: it stays only if it lies off the one before it.
        boolean moved = last == 0 || Math.hypot(x[last] - x[last - 1], y[last] - y[last - 1]) >= NEAREST;
        int at = moved ? last + 1 : last;
        return new PadStroke(tool, radius, with(x, at, toX), with(y, at, toY));
    }

    private static double[] with(double[] values, int at, double value) {
        double[] next = Arrays.copyOf(values, at + 1);
        next[at] = value;
        return next;
    }

    private static double near(double coordinate) {
        if (!Double.isFinite(coordinate)) {
            throw new IllegalArgumentException("A pen cannot be at " + coordinate);
        }
        return Math.clamp(coordinate, 0.5 - FARTHEST, 0.5 + FARTHEST);
    }

    public Tool tool() {
        return tool;
    }

    /// In pads.
    public double radius() {
        return radius;
    }

    /// How many points are left after thinning, 1 or more.
    public int points() {
        return x.length;
    }

    public double x(int point) {
        return x[point];
    }

    public double y(int point) {
        return y[point];
    }

    /// How many pieces its curve has: one between two neighbors; a dot has one, too.
    int spans() {
        return Math.max(1, x.length - 1);
    }

    /// How many of these pieces stay as they are, wherever the pen goes on to.
    int settledSpans() {
        return Math.max(0, x.length - 3);
    }

    /// Whether it is of the same kind as another and goes through that one's first points.
    boolean startsAs(PadStroke other, int count) {
        return this == other || tool == other.tool && radius == other.radius && x.length >= count
                && Arrays.equals(x, 0, count, other.x, 0, count) && Arrays.equals(y, 0, count, other.y, 0, count);
    }
}
