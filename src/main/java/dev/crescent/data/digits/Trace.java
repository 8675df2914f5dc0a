package dev.crescent.data.digits;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/// The way of a pen over paper: the points of one stroke or more, y downward.
final class Trace {
    final double[] x; // [point]
    final double[] y; // [point]
    private final int[] ends; // [stroke], where its points end
    private int points;
    private int strokes;

    /// @param points how many its strokes will have together
    Trace(int points, int strokes) {
        x = new double[points];
        y = new double[points];
        ends = new int[strokes];
    }

    /// Adds the curve of a stroke.
    ///
    /// @param throughX `[control point]`, likewise `throughY`
    /// @param softness how much corners are bends, 0 (not at all) to 1
    void add(Stroke stroke, double[] throughX, double[] throughY, double softness) {
        stroke.cornered.add(throughX, 1 - softness, x, points);
        stroke.smooth.add(throughX, softness, x, points);
        stroke.cornered.add(throughY, 1 - softness, y, points);
        stroke.smooth.add(throughY, softness, y, points);
        points += stroke.samples();
        ends[strokes++] = points;
    }

    /// Adds a stroke that is there point by point.
    ///
    /// @param count how many points of `fromX` and `fromY`
    void add(double[] fromX, double[] fromY, int count) {
        System.arraycopy(fromX, 0, x, points, count);
        System.arraycopy(fromY, 0, y, points, count);
        points += count;
        ends[strokes++] = points;
    }

    int points() {
        return points;
    }

    /// Whether the pen is lifted behind this point.
    boolean liftedAfter(int point) {
        return Arrays.binarySearch(ends, point + 1) >= 0;
    }

    double width() {
        return max(x) - min(x);
    }

    double height() {
        return max(y) - min(y);
    }

    /// Moves every point to where two functions of its place say.
    void map(DoubleBinaryOperator toX, DoubleBinaryOperator toY) {
        for (int i = 0; i < points; i++) {
            double fromX = x[i];
            double fromY = y[i];
            x[i] = toX.applyAsDouble(fromX, fromY);
            y[i] = toY.applyAsDouble(fromX, fromY);
        }
    }

    /// Scales everything, and then puts the middle of its box to a place.
    void place(double scale, double middle) {
        double centerX = (min(x) + max(x)) / 2;
        double centerY = (min(y) + max(y)) / 2;
        for (int i = 0; i < points; i++) {
            x[i] = middle + scale * (x[i] - centerX);
            y[i] = middle + scale * (y[i] - centerY);
        }
    }

    private static double min(double[] values) {
        double least = values[0];
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double max(double[] values) {
        double most = values[0];
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }
}
