package dev.crescent.insight.descent;

import dev.crescent.insight.Region;
import java.util.Arrays;
import java.util.List;

/// A function's values over a region, for contours and colors on a logarithmic scale.
///
/// Values are kept above a floor, the function's minimum: so negative ones have logarithms, too, and a float still tells
/// them apart at the bottom of a deep function. Row-major, row 0 on top (largest y); a value belongs to the middle of its
/// cell. Immutable by convention: nobody writes into the array.
///
/// @param floor the least value in the region
/// @param above `[rows * columns]`, value - floor, 0 or above; NaN where the function has no finite value
/// @param low above the floor, where the scale begins; 0 for a function that is constant or has no values
/// @param high above the floor, where the scale ends; few values are higher
public record FunctionGrid(Region region, int columns, int rows, double floor, float[] above, double low, double high) {
    /// The scale leaves out this share of the values at either end: the grid's luck beside the minimum, and poles.
    private static final double REST = 0.01;
    /// A scale spans so many powers of ten at most.
    private static final double MOST_DECADES = 8;

    /// Computes the values.
    ///
    /// @param minima those known of the function: the floor is not above them, whether or not the grid meets them
    /// @throws IllegalArgumentException if that is smaller than 2 x 2
    public static FunctionGrid of(PlaneFunction function, Region region, int columns, int rows, List<Minimum> minima) {
        if (columns < 2 || rows < 2) {
            throw new IllegalArgumentException("A grid needs at least 2 x 2 values, has " + columns + " x " + rows);
        }
        double[] values = new double[rows * columns];
        double floor = minima.stream().filter(m -> region.contains(m.at().x(), m.at().y()))
                .mapToDouble(Minimum::value).min().orElse(Double.POSITIVE_INFINITY);
        for (int i = 0; i < values.length; i++) {
            PlaneVector at = middle(region, columns, rows, i % columns, i / columns);
            double value = function.value(at.x(), at.y());
            values[i] = Double.isFinite(value) ? value : Double.NaN;
            floor = value < floor && Double.isFinite(value) ? value : floor;
        }
        float[] above = new float[values.length];
        for (int i = 0; i < above.length; i++) {
            float height = (float) (values[i] - floor);
            above[i] = Float.isFinite(height) ? height : Float.NaN;
        }
        return scaled(region, columns, rows, Double.isFinite(floor) ? floor : 0, above);
    }

    private static FunctionGrid scaled(Region region, int columns, int rows, double floor, float[] above) {
        float[] sorted = above.clone();
        Arrays.sort(sorted); // NaN last
        int count = sorted.length;
        while (count > 0 && Float.isNaN(sorted[count - 1])) {
            count--;
        }
        int first = 0;
        while (first < count && sorted[first] == 0) {
            first++;
        }
        if (first == count) {
            return new FunctionGrid(region, columns, rows, floor, above, 0, 0);
        }
        int rest = (int) (REST * (count - first));
        double high = sorted[count - 1 - rest];
        double low = Math.max(sorted[first + rest], high * Math.pow(10, -MOST_DECADES));
        return new FunctionGrid(region, columns, rows, floor, above, Math.min(low, high), high);
    }

    /// The middle of a cell.
    static PlaneVector middle(Region region, int columns, int rows, int column, int row) {
        return new PlaneVector(region.x1Min() + (column + 0.5) / columns * region.width(),
                region.x2Max() - (row + 0.5) / rows * region.height());
    }

    /// Heights above the floor, each the same number of times as high as the one before, for
    /// [dev.crescent.insight.Contours] of [#above()].
    ///
    /// @param count at least 2
    /// @return ascending from low to high; empty for a function that is constant or has no values
    public double[] levels(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("Contours need at least 2 levels, not " + count);
        }
        if (!(high > low)) {
            return new double[0];
        }
        double[] levels = new double[count];
        for (int i = 0; i < count; i++) {
            levels[i] = low * Math.pow(high / low, i / (count - 1.0));
        }
        return levels;
    }

    /// Where a value of the function stands on the scale: 0 at its low end and below, 1 at its high end and above; NaN for
    /// a value that is not finite.
    public double share(double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        double height = value - floor;
        if (!(high > low) || height <= low) {
            return 0;
        }
        return Math.min(1, Math.log(height / low) / Math.log(high / low));
    }
}
