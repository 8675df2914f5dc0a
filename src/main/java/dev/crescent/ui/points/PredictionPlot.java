package dev.crescent.ui.points;

import dev.crescent.insight.Predictions;
import dev.crescent.insight.Ticks;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import java.util.List;

/// Where predicted and true values lie in a square with the same axis twice. It begins and ends at round numbers, so that
/// it does not move with every prediction.
///
/// @param left of the square, in pixels
/// @param top of the square, in pixels
/// @param side of the square, in pixels
/// @param low the value at its left and lower edge
/// @param high the value at its right and upper edge
/// @param ticks between `low` and `high`
record PredictionPlot(double left, double top, double side, double low, double high, List<Double> ticks) {
    /// Of a line with the name of an axis.
    static final double NAME = 18;
    /// Of the ticks' texts and the name below the square.
    static final double BELOW = 36;
    /// Between a tick's text and the square.
    static final double AIR = 8;
    private static final double LEAST_LEFT = 32;
    private static final double PITCH = 56;
    private static final int MOST_STEPS = 6;
    /// The ends are moved outwards by less than such a part of the axis.
    private static final double ROUNDING = 0.05;
    /// What floating-point numbers may be off.
    private static final double SLACK = 1e-9;
    /// How far from a dot a mouse may be that points at it, in pixels.
    private static final double AIM = 10;
    /// Values beyond are written with powers of ten.
    private static final double LEAST_STEP = 1e-6;
    private static final double MOST_VALUE = 1e9;
    private static final int MORE_DIGITS = 3;
    /// Between two ticks' texts.
    private static final double BETWEEN = 12;

    /// The largest square that fits with its texts.
    static PredictionPlot of(ValueRange axes, double width, double height) {
        double most = Math.max(1, Math.min(width - LEAST_LEFT, height - NAME - BELOW));
        int steps = (int) Math.clamp(most / PITCH, 2, MOST_STEPS);
        PredictionPlot plot = of(axes, width, height, steps);
        while (steps > 1 && plot.isCrowded()) {
            plot = of(axes, width, height, --steps);
        }
        return plot;
    }

    private static PredictionPlot of(ValueRange axes, double width, double height, int steps) {
        double unit = Ticks.step(ROUNDING * (axes.high() - axes.low()));
        double low = Math.floor(axes.low() / unit + SLACK) * unit;
        double high = Math.ceil(axes.high() / unit - SLACK) * unit;
        List<Double> ticks = Ticks.linear(low, high, steps);
        double step = Ticks.step(ticks);
        double widest = ticks.stream().mapToDouble(tick -> TextFit.width(Numbers.tick(tick, step))).max().orElse(0);
        double left = Math.max(LEAST_LEFT, Math.ceil(widest) + AIR);
        // The last text may stand out by half.
        double side = Math.floor(Math.min(width - left - widest / 2, height - NAME - BELOW));
        return new PredictionPlot(left, NAME, Math.max(1, side), low, high, ticks);
    }

    private boolean isCrowded() {
        double widest = ticks.stream().mapToDouble(tick -> TextFit.width(text(tick))).max().orElse(0);
        return ticks.size() > 1 && x(ticks.get(1)) - x(ticks.get(0)) < widest + BETWEEN;
    }

    String text(double tick) {
        return Numbers.tick(tick, Ticks.step(ticks));
    }

    /// Whether a value has a place on the axes.
    boolean holds(double value) {
        return value >= low && value <= high;
    }

    /// The sample whose dot or wedge is nearest to a place and not farther than a mouse's aim; -1 if there is none. Of
    /// several in one place it is the last, which lies above the others.
    int near(Predictions predictions, double x, double y) {
        int nearest = -1;
        double least = AIM * AIM;
        for (int i = 0; i < predictions.truths().length; i++) {
            double across = x(predictions.truths()[i]) - x;
            double up = dotY(predictions.predicted()[i]) - y;
            double distance = across * across + up * up;
            if (distance <= least) {
                nearest = i;
                least = distance;
            }
        }
        return nearest;
    }

    /// Where a predicted value has its dot, or at the edge its wedge, in pixels.
    double dotY(double value) {
        return y(Math.clamp(value, low, high));
    }

    /// A value with three digits more than the ticks have.
    String exactly(double value) {
        double step = Ticks.step(ticks);
        return step >= LEAST_STEP && Math.abs(value) < MOST_VALUE
                ? Numbers.fixed(value, (int) Math.max(0, MORE_DIGITS + Math.ceil(-Math.log10(step) - SLACK))) : Numbers.loss(value);
    }

    /// Where a true value lies, in pixels.
    double x(double value) {
        return left + side * (value - low) / (high - low);
    }

    /// Where a predicted value lies, in pixels.
    double y(double value) {
        return top + side * (high - value) / (high - low);
    }
}
