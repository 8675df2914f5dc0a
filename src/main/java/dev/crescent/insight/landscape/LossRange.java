package dev.crescent.insight.landscape;

import java.util.Arrays;

/// The losses between which a landscape is drawn, on a logarithmic scale: near a minimum small differences count.
///
/// @param low above 0
/// @param high above `low`; a landscape may go on above
public record LossRange(double low, double high) {
    /// Decades that a scale shows at most; a loss of 0 has no logarithm.
    private static final double MOST_DECADES = 6;
    /// A peak is cut where it is so many times higher than nine tenths of the landscape.
    private static final double PEAK = 10;
    private static final double COMMON = 0.9;
    /// Of a landscape that is flat, so that rounding does not make mountains of it.
    private static final double LEAST_RATIO = 1.01;
    /// A landscape below it is flat and without loss.
    private static final double NOTHING = 1e-30;

    /// @throws IllegalArgumentException if the scale is empty, not finite or not positive
    public LossRange {
        if (!(low > 0) || !(high > low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "A scale of losses must run from above 0 to a larger finite number, runs from " + low + " to " + high);
        }
    }

    /// From the least loss of a grid to its greatest finite one, but not to the top of single peaks: those of a network
    /// that diverges would leave one color for all the rest.
    ///
    /// @return 0.1 to 1 where no loss is finite, or all are as good as 0
    public static LossRange of(LossGrid grid) {
        double[] sorted = Arrays.stream(grid.losses()).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0 || sorted[sorted.length - 1] < NOTHING) {
            return new LossRange(0.1, 1);
        }
        double common = sorted[(int) (COMMON * (sorted.length - 1))];
        double top = sorted[sorted.length - 1];
        double high = Math.min(Double.MAX_VALUE, common > 0 ? Math.min(top, PEAK * common) : top);
        double low = Math.max(sorted[0], high * Math.pow(10, -MOST_DECADES));
        return new LossRange(low, Math.max(high, LEAST_RATIO * low));
    }
}
