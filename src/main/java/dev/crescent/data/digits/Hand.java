package dev.crescent.data.digits;

import java.util.SplittableRandom;

/// A hand that never puts the points of a skeleton where they were the last time.
///
/// All lengths are in heights of the digit, `N` is a standard normal number: each point moves by 0.05 N, half of that variance
/// together with its neighbors; the ends of a stroke move by 0.055 N more, and reach further or less far by 0.165 N times
/// their span; strokes move by 0.025 N against each other.
final class Hand {
    private static final double POINT = 0.05;
    /// A 1 has nothing but its straightness.
    private static final double POINT_OF_ONE = 0.6 * POINT;
    private static final double END = 0.055;
    private static final double REACH = 0.165;
    private static final double STROKE = 0.025;
    private static final double HALF = Math.sqrt(0.5);
    /// What a point takes of its neighbors' movements.
    private static final double NEIGHBOR = 0.5;

    private final SplittableRandom random;

    Hand(SplittableRandom random) {
        this.random = random;
    }

    /// Writes a digit in a style: the curves of its strokes one behind the other.
    Trace write(Style style) {
        Trace trace = new Trace(style.samples(), style.strokes().size());
        // How soft corners are: most are sharp.
        double share = random.nextDouble();
        double softness = share * share;
        for (Stroke stroke : style.strokes()) {
            double[] x = moved(stroke.x, style.digit());
            double[] y = moved(stroke.y, style.digit());
            reach(x, y);
            trace.add(stroke, x, y, softness);
        }
        return trace;
    }

    /// One coordinate of a stroke's points, moved.
    private double[] moved(double[] from, int digit) {
        double reach = digit == 1 ? POINT_OF_ONE : POINT;
        int last = from.length - 1;
        double whole = STROKE * random.nextGaussian();
        double[] common = new double[from.length];
        double[] into = new double[from.length];
        for (int i = 0; i <= last; i++) {
            common[i] = random.nextGaussian();
            into[i] = from[i] + whole + reach * HALF * random.nextGaussian();
        }
        for (int i = 0; i <= last; i++) {
            double before = i > 0 ? NEIGHBOR * common[i - 1] : 0;
            double after = i < last ? NEIGHBOR * common[i + 1] : 0;
            double variance = 1 + (i > 0 ? NEIGHBOR * NEIGHBOR : 0) + (i < last ? NEIGHBOR * NEIGHBOR : 0);
            into[i] += reach * HALF * (before + common[i] + after) / Math.sqrt(variance);
        }
        into[0] += END * random.nextGaussian();
        into[last] += END * random.nextGaussian();
        return into;
    }

    /// Makes the first and the last span longer or shorter.
    private void reach(double[] x, double[] y) {
        int last = x.length - 1;
        double atStart = REACH * random.nextGaussian();
        double atEnd = REACH * random.nextGaussian();
        x[0] += atStart * (x[0] - x[1]);
        y[0] += atStart * (y[0] - y[1]);
        x[last] += atEnd * (x[last] - x[last - 1]);
        y[last] += atEnd * (y[last] - y[last - 1]);
    }
}
