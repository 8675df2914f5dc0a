package dev.crescent.ui.landscape;

import dev.crescent.insight.landscape.Area;
import dev.crescent.insight.landscape.LossGrid;

/// The losses over a rectangle of a plane, at the nodes of a square grid whose outermost nodes lie on the rectangle's
/// edges.
///
/// Immutable by convention: nobody writes into the array.
///
/// @param side how many nodes along each side
/// @param losses `[side * side]`, row-major, row 0 at `bMin`, column 0 at `aMin`; NaN where it is not computed yet,
///     infinite where it is not finite
/// @param aMin the plane's first coordinate at the left edge
/// @param bMin the plane's second coordinate at the lower edge
public record Surface(int side, float[] losses, double aMin, double aMax, double bMin, double bMax) {
    /// @throws IllegalArgumentException if the array does not fit, or the rectangle is empty or not finite
    public Surface {
        if (side < 2) {
            throw new IllegalArgumentException("A surface needs at least 2 nodes along a side, has " + side);
        }
        if (losses.length != side * side) {
            throw new IllegalArgumentException(
                    "A surface of " + side + " x " + side + " nodes cannot have " + losses.length + " losses");
        }
        check("a", aMin, aMax);
        check("b", bMin, bMax);
    }

    /// The losses of a grid.
    public static Surface of(LossGrid grid) {
        float[] losses = new float[grid.losses().length];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = (float) grid.losses()[i];
        }
        Area area = grid.area();
        return new Surface(grid.side(), losses, area.aMin(), area.aMax(), area.bMin(), area.bMax());
    }

    private static void check(String axis, double min, double max) {
        if (!(max > min) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("A surface's " + axis
                    + " must run from a smaller to a larger finite number, runs from " + min + " to " + max);
        }
    }

    /// How far to the right a coordinate lies, as a share of the width: 0 on the left edge, 1 on the right one.
    public double across(double a) {
        return (a - aMin) / (aMax - aMin);
    }

    /// How far up a coordinate lies, as a share of the height: 0 on the lower edge, 1 on the upper one.
    public double up(double b) {
        return (b - bMin) / (bMax - bMin);
    }

    /// The first coordinate at a share of the width.
    public double a(double across) {
        return aMin + across * (aMax - aMin);
    }

    /// The second coordinate at a share of the height.
    public double b(double up) {
        return bMin + up * (bMax - bMin);
    }

    /// Whether all losses around a place have been computed, be they finite or not.
    ///
    /// @param across within 0 to 1
    /// @param up within 0 to 1
    boolean isComputed(double across, double up) {
        int column = Math.clamp((int) (across * (side - 1)), 0, side - 2);
        int row = Math.clamp((int) (up * (side - 1)), 0, side - 2);
        int i = row * side + column;
        return !Float.isNaN(losses[i]) && !Float.isNaN(losses[i + 1]) && !Float.isNaN(losses[i + side])
                && !Float.isNaN(losses[i + side + 1]);
    }
}
