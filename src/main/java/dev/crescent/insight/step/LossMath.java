package dev.crescent.insight.step;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;
import dev.crescent.insight.image.Curve;

/// The loss of one sample and its slopes, in double and as the engines define them: the mean of these over a mini-batch is
/// its loss. With K outputs `a` and targets `t`.
final class LossMath {
    private LossMath() {}

    /// The loss of one sample.
    ///
    /// @param z what the last layer's activation sees, `[K]`
    /// @param a what it gives out, `[K]`
    static double loss(Loss loss, Activation last, double[] z, double[] a, double[] t) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> squares(a, t);
            case HALF_SQUARED_ERROR -> squares(a, t) / 2;
            case HUBER -> huber(a, t);
            case CROSS_ENTROPY -> crossEntropy(softmax(last == Activation.SOFTMAX ? z : a), t);
            case BINARY_CROSS_ENTROPY -> Math.max(z[0], 0) - z[0] * t[0] + Math.log1p(Math.exp(-Math.abs(z[0])));
            case HINGE -> hinge(a, t);
        };
    }

    private static double squares(double[] a, double[] t) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - t[i]) * (a[i] - t[i]) / a.length;
        }
        return sum;
    }

    private static double huber(double[] a, double[] t) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double size = Math.abs(a[i] - t[i]);
            sum += (size < 1 ? size * size / 2 : size - 0.5) / a.length;
        }
        return sum;
    }

    private static double crossEntropy(double[] shares, double[] t) {
        double sum = 0;
        for (int i = 0; i < t.length; i++) {
            sum -= t[i] == 0 ? 0 : t[i] * Math.log(shares[i]);
        }
        return sum;
    }

    private static double hinge(double[] a, double[] t) {
        if (a.length == 1) {
            return Math.max(0, 1 - t[0] * a[0]);
        }
        int right = right(t);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += i == right ? 0 : Math.max(0, 1 - a[right] + a[i]) / a.length;
        }
        return sum;
    }

    /// The slopes of one sample's loss by the outputs, `[K]`.
    static double[] byOutputs(Loss loss, Activation last, double[] z, double[] a, double[] t) {
        int k = a.length;
        double[] d = new double[k];
        double[] shares = loss == Loss.CROSS_ENTROPY ? softmax(last == Activation.SOFTMAX ? z : a) : d;
        double whole = 0;
        for (double target : t) {
            whole += target;
        }
        int right = right(t);
        int wrong = 0;
        for (int i = 0; i < k; i++) {
            d[i] = switch (loss) {
                case MEAN_SQUARED_ERROR -> 2 * (a[i] - t[i]) / k;
                case HALF_SQUARED_ERROR -> (a[i] - t[i]) / k;
                case HUBER -> Math.clamp(a[i] - t[i], -1, 1) / k;
                case CROSS_ENTROPY -> last == Activation.SOFTMAX ? -t[i] / a[i] : shares[i] * whole - t[i];
                case BINARY_CROSS_ENTROPY -> (a[i] - t[i]) / (a[i] * (1 - a[i]));
                case HINGE -> k == 1 ? (1 - t[0] * a[0] > 0 ? -t[0] : 0)
                        : i != right && 1 - a[right] + a[i] > 0 ? 1.0 / k : 0;
            };
            wrong += loss == Loss.HINGE && k > 1 && d[i] > 0 ? 1 : 0;
        }
        if (loss == Loss.HINGE && k > 1) {
            d[right] = -(double) wrong / k;
        }
        return d;
    }

    /// The slopes of one sample's loss by what the last layer's activation sees, its deltas, `[K]`. Where loss and
    /// activation belong together this is `a - t`, and no slope of either is needed.
    static double[] deltas(Loss loss, Activation last, double[] z, double[] a, double[] t) {
        int k = a.length;
        double[] delta = new double[k];
        if (isFused(loss, last)) {
            double whole = 0;
            for (double target : t) {
                whole += loss == Loss.CROSS_ENTROPY ? target : 1;
            }
            for (int i = 0; i < k; i++) {
                delta[i] = a[i] * whole - t[i];
            }
            return delta;
        }
        double[] d = byOutputs(loss, last, z, a, t);
        double mean = 0;
        for (int i = 0; i < k; i++) {
            mean += d[i] * a[i];
        }
        for (int i = 0; i < k; i++) {
            delta[i] = last == Activation.SOFTMAX ? a[i] * (d[i] - mean) : d[i] * Curve.slope(last, z[i]);
        }
        return delta;
    }

    /// Whether the delta of an output is simply `a - t`.
    static boolean isFused(Loss loss, Activation last) {
        return loss == Loss.BINARY_CROSS_ENTROPY || loss == Loss.CROSS_ENTROPY && last == Activation.SOFTMAX;
    }

    static double[] softmax(double[] z) {
        double top = Double.NEGATIVE_INFINITY;
        for (double value : z) {
            top = Math.max(top, value);
        }
        double[] shares = new double[z.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            shares[i] = Math.exp(z[i] - top);
            sum += shares[i];
        }
        for (int i = 0; i < z.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /// The output that stands for the right class; the first of equal ones.
    static int right(double[] t) {
        int best = 0;
        for (int i = 1; i < t.length; i++) {
            best = t[i] > t[best] ? i : best;
        }
        return best;
    }
}
