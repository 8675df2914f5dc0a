package dev.crescent.insight.landscape;

import java.util.Arrays;

/// Losses over an area of a plane, on a square grid whose outer points lie on the area's edge. Immutable by convention:
/// nobody writes into the array.
///
/// @param side points in a row, and rows, 3 or more
/// @param losses `[row][column]`, row 0 at the least b, column 0 at the least a; NaN where none is computed
///     yet, infinite where the network's outputs are no numbers
public record LossGrid(Area area, int side, double[] losses) {
    /// As many points in a row as a landscape usually has.
    public static final int USUAL_SIDE = 51;

    /// @throws IllegalArgumentException if there are less than 3 points in a row, or not as many losses as points
    public LossGrid {
        if (side < 3 || losses.length != side * side) {
            throw new IllegalArgumentException("A grid of losses needs 3 x 3 points or more and a loss for each, has "
                    + losses.length + " for " + side + " x " + side + ".");
        }
    }

    /// A grid with nothing computed.
    public static LossGrid empty(Area area, int side) {
        double[] losses = new double[side * side];
        Arrays.fill(losses, Double.NaN);
        return new LossGrid(area, side, losses);
    }

    /// Where a column lies.
    public double a(int column) {
        return area.aMin() + area.width() * column / (side - 1);
    }

    /// Where a row lies.
    public double b(int row) {
        return area.bMin() + area.height() * row / (side - 1);
    }

    public double loss(int row, int column) {
        return losses[row * side + column];
    }

    /// How many losses are computed.
    public int known() {
        int known = 0;
        for (double loss : losses) {
            known += Double.isNaN(loss) ? 0 : 1;
        }
        return known;
    }

    public boolean isComplete() {
        return known() == losses.length;
    }

    /// The loss as it is drawn at a point: between the grid's by cubic convolution (Keys 1981), which meets every bowl
    /// exactly that is a polynomial of second degree, up to the edge. Linearly where losses around the point are missing
    /// or infinite.
    ///
    /// @return 0 or more; NaN outside the area and where losses next to the point are not computed
    public double at(double a, double b) {
        if (!area.contains(a, b)) {
            return Double.NaN;
        }
        double x = (a - area.aMin()) / area.width() * (side - 1);
        double y = (b - area.bMin()) / area.height() * (side - 1);
        int column = Math.clamp((long) x, 0, side - 2);
        int row = Math.clamp((long) y, 0, side - 2);
        double cubic = cubic(row, column, y - row, x - column);
        return Math.max(0, Double.isFinite(cubic) ? cubic : linear(row, column, y - row, x - column));
    }

    private double cubic(int row, int column, double v, double u) {
        double[] rows = new double[4];
        for (int k = 0; k < 4; k++) {
            int at = row - 1 + k;
            rows[k] = at < 0 || at >= side ? 0 : cubic(losses, at * side, column, u);
        }
        return cubic(rows, 1 - row, row, v);
    }

    /// Between number `i` and the next of a line's values; what is missing beside the line's ends goes on as a polynomial
    /// of second degree through the three last.
    ///
    /// @param from where in the array number 0 is, or would be
    private double cubic(double[] values, int from, int i, double t) {
        int at = from + i;
        double p1 = values[at];
        double p2 = values[at + 1];
        double p0 = i > 0 ? values[at - 1] : 3 * p1 - 3 * p2 + values[at + 2];
        double p3 = i + 2 < side ? values[at + 2] : 3 * p2 - 3 * p1 + p0;
        return p1 + 0.5 * t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * (p1 - p2) + p3 - p0)));
    }

    private double linear(int row, int column, double v, double u) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
            double weight = (k % 2 == 0 ? 1 - u : u) * (k < 2 ? 1 - v : v);
            // A point of no weight may be infinite, or missing.
            sum += weight == 0 ? 0 : weight * loss(row + k / 2, column + k % 2);
        }
        return sum;
    }

    /// This grid without gaps wherever coarser points around them are known: of the finest square of grid points
    /// [Refinement#STRIDES] apart whose corners are all computed, what lies between them linearly. What has no such
    /// square stays NaN.
    public LossGrid filled() {
        double[] filled = losses.clone();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int at = row * side + column;
                for (int i = 0; Double.isNaN(filled[at]) && i < Refinement.STRIDES.length; i++) {
                    filled[at] = between(row, column, Refinement.STRIDES[Refinement.STRIDES.length - 1 - i]);
                }
            }
        }
        return new LossGrid(area, side, filled);
    }

    private double between(int row, int column, int stride) {
        int row0 = row == side - 1 ? row : row / stride * stride;
        int row1 = row == row0 ? row : Math.min(row0 + stride, side - 1);
        int column0 = column == side - 1 ? column : column / stride * stride;
        int column1 = column == column0 ? column : Math.min(column0 + stride, side - 1);
        double v = row1 == row0 ? 0 : (double) (row - row0) / (row1 - row0);
        double u = column1 == column0 ? 0 : (double) (column - column0) / (column1 - column0);
        return mixed(mixed(loss(row0, column0), loss(row0, column1), u),
                mixed(loss(row1, column0), loss(row1, column1), u), v);
    }

    /// Infinite if one of the two is, NaN if one is missing.
    private static double mixed(double from, double to, double t) {
        return Double.isNaN(from) || Double.isNaN(to) ? Double.NaN
                : Double.isInfinite(from) || Double.isInfinite(to) ? Double.POSITIVE_INFINITY : (1 - t) * from + t * to;
    }
}
