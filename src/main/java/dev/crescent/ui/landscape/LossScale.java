package dev.crescent.ui.landscape;

import dev.crescent.insight.Ticks;
import dev.crescent.insight.landscape.LossGrid;
import dev.crescent.insight.landscape.LossRange;
import java.util.Arrays;

/// Where a loss lies between the lowest and the highest shown: 0 to 1, which is both its height and its color.
///
/// Logarithmic above its base, which is 0 for losses, if nothing is lower than that, else linear. A loss of 0 has no logarithm: then the scale begins at the smallest
/// loss above it, or six powers of ten below the highest, and what is lower is shown as if it were that.
///
/// @param low the loss at 0; above the base on a logarithmic scale
/// @param high the loss at 1, at least `low`
/// @param clipped whether some losses are lower than `low`
/// @param base what a logarithmic scale takes off before the logarithm
public record LossScale(boolean logarithmic, double low, double high, boolean clipped, double base) {
    /// What a landscape without any finite loss has.
    public static final LossScale EMPTY = new LossScale(true, 1, 1, false);

    private static final double ROUNDING = 1e-6;
    private static final double DECADES_ABOVE_ZERO = 6;
    private static final int MOST_LEVELS = 18;

    /// A scale of losses, whose logarithms are taken as they are.
    public LossScale(boolean logarithmic, double low, double high, boolean clipped) {
        this(logarithmic, low, high, clipped, 0);
    }

    /// @throws IllegalArgumentException if the range is not finite, upside down, or not above the base though logarithmic
    public LossScale {
        if (!(high >= low) || !Double.isFinite(high - low) || logarithmic && !(low > base)) {
            throw new IllegalArgumentException("A " + (logarithmic ? "logarithmic" : "linear")
                    + " scale of losses cannot run from " + low + " to " + high);
        }
    }

    /// Whether a loss as the scale shows it may be one that is lower than the scale begins.
    ///
    /// @param shown at least [#low], but for rounding
    public boolean isClipped(double shown) {
        return clipped && shown <= low * (1 + ROUNDING);
    }

    /// A logarithmic scale of heights above a base, such as a function's least value, which may be negative.
    ///
    /// @param low where it begins, above the base; what is lower is shown as if it were that
    /// @param high above the base, at least `low`
    public static LossScale above(double base, double low, double high) {
        return base + low > base ? new LossScale(true, base + low, base + high, true, base)
                : new LossScale(false, base, base + high, false);
    }

    /// The scale of a network's landscape, see [LossRange].
    public static LossScale of(LossGrid grid) {
        LossRange range = LossRange.of(grid);
        boolean clipped = Arrays.stream(grid.losses()).anyMatch(loss -> loss < range.low());
        return new LossScale(true, range.low(), range.high(), clipped);
    }

    /// The scale from the lowest to the highest finite loss; [#EMPTY] without any.
    public static LossScale of(float[] losses) {
        double low = Double.POSITIVE_INFINITY;
        double lowAboveZero = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float loss : losses) {
            if (Float.isFinite(loss)) {
                low = Math.min(low, loss);
                high = Math.max(high, loss);
                lowAboveZero = loss > 0 ? Math.min(lowAboveZero, loss) : lowAboveZero;
            }
        }
        if (low > high) {
            return EMPTY;
        }
        if (low > 0) {
            return new LossScale(true, low, high, false);
        }
        if (low < 0 || high <= 0) {
            return new LossScale(false, low, high, false);
        }
        double floor = Math.max(lowAboveZero, high * Math.pow(10, -DECADES_ABOVE_ZERO));
        return new LossScale(true, floor, high, true);
    }

    /// 0 to 1, held at both ends; NaN for a loss that is not finite.
    public double unit(double loss) {
        if (!Double.isFinite(loss)) {
            return Double.NaN;
        }
        double span = span();
        return span > 0 ? Math.clamp((position(Math.max(loss, low)) - position(low)) / span, 0, 1) : 0;
    }

    /// The loss at a height; NaN for NaN.
    public double loss(double unit) {
        double at = position(low) + unit * span();
        return logarithmic ? base + Math.pow(10, at) : at;
    }

    /// How far apart the contour lines are, in powers of ten on a logarithmic scale; they lie at its multiples.
    ///
    /// A round number, so that the lines stay where they are while the ends of the scale move a little.
    ///
    /// @return 0 if all is level
    public double contourStep() {
        return span() > 0 ? Ticks.step(span() / MOST_LEVELS) : 0;
    }

    /// The number of the contour line at height 0, or how far it lies between two: 2.4 is between the second and the
    /// third one.
    double firstContour() {
        return contourStep() > 0 ? position(low) / contourStep() : 0;
    }

    /// How many contour lines there are from height 0 to 1.
    double contours() {
        return contourStep() > 0 ? span() / contourStep() : 0;
    }

    private double span() {
        return position(high) - position(low);
    }

    private double position(double loss) {
        return logarithmic ? Math.log10(loss - base) : loss;
    }
}
