package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import dev.crescent.experiment.Loss;
import jdk.incubator.vector.FloatVector;

/// The loss at the end of the network: its sum over samples, and its gradient where one is wanted.
///
/// With outputs `y`, targets `t`, N samples and K outputs:
/// mean squared error `sum (y - t)^2 / NK`, half of it, Huber's `sum h(y - t) / NK` with `h(d) = d^2/2` up to
/// `|d| = 1` and `|d| - 1/2` beyond, cross-entropy `-sum t log softmax(y) / N`, binary cross-entropy
/// `-sum (t log y + (1 - t) log(1 - y)) / N`, hinge `sum max(0, 1 - t y) / N` with one output, else over the outputs
/// beside the right one `sum max(0, 1 - y_right + y) / NK`.
final class Head {
    private final Loss loss;
    private final Outputs last;
    private final boolean trains;
    // [panels][rows][16]
    private final float[] targets;
    // [panels][rows][16]
    private final float[] shares;
    // [workers][16] each
    private final float[][] top;
    private final float[][] total;

    Head(Loss loss, Outputs last, int panels, int workers, boolean trains) {
        this.loss = loss;
        this.last = last;
        this.trains = trains;
        this.targets = Panels.allocate(panels, last.rows());
        this.shares = loss == Loss.CROSS_ENTROPY ? Panels.allocate(panels, last.rows()) : new float[0];
        this.top = new float[workers][SAMPLES];
        this.total = new float[workers][SAMPLES];
    }

    /// Where the targets go, `[panels][rows][16]`.
    float[] targets() {
        return targets;
    }

    int rows() {
        return last.rows();
    }

    /// What the summed loss of `count` samples is divided by for their mean.
    double divisor(int count) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER -> (double) count * last.units();
            case CROSS_ENTROPY, BINARY_CROSS_ENTROPY, HINGE -> count;
        };
    }

    /// The loss summed over the samples of one panel.
    ///
    /// @param divisor of the mini-batch: the last stage's delta becomes the gradient divided by it
    double sum(int panel, Share share, double divisor) {
        float scale = (float) (1 / divisor);
        int live = share.live(panel);
        int from = panel * last.rows() * SAMPLES;
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> squared(from, live, 1, scale);
            case HALF_SQUARED_ERROR -> squared(from, live, 0.5f, scale);
            case HUBER -> huber(from, live, scale);
            case CROSS_ENTROPY -> crossEntropy(from, live, scale, share.worker);
            case BINARY_CROSS_ENTROPY -> binaryCrossEntropy(from, live, scale);
            case HINGE -> last.units() == 1 ? hinge(from, live, scale) : margins(from, live, scale);
        };
    }

    private double squared(int from, int live, float factor, float scale) {
        float[] y = last.values();
        double sum = 0;
        for (int row = from; row < from + last.units() * SAMPLES; row += SAMPLES) {
            for (int i = row; i < row + live; i++) {
                float difference = y[i] - targets[i];
                sum += (double) difference * difference;
            }
            if (trains) {
                differences(y, targets, 2 * factor * scale, last.delta(), row);
            }
        }
        return factor * sum;
    }

    /// `d = factor (y - t)` for a whole row. In vectors, and not one by one in the loop of the sum: what is written in
    /// single numbers cannot be read as a vector until it has left the processor for the cache.
    private static void differences(float[] y, float[] t, float factor, float[] d, int row) {
        for (int i = row; i < row + SAMPLES; i += LANES) {
            FloatVector.fromArray(SPECIES, y, i).sub(FloatVector.fromArray(SPECIES, t, i)).mul(factor).intoArray(d, i);
        }
    }

    private double huber(int from, int live, float scale) {
        float[] y = last.values();
        double sum = 0;
        for (int row = from; row < from + last.units() * SAMPLES; row += SAMPLES) {
            for (int i = row; i < row + live; i++) {
                float difference = y[i] - targets[i];
                double size = Math.abs((double) difference);
                sum += size < 1 ? 0.5 * size * size : size - 0.5;
                if (trains) {
                    last.delta()[i] = scale * Math.clamp(difference, -1f, 1f);
                }
            }
        }
        return sum;
    }

    private double binaryCrossEntropy(int from, int live, float scale) {
        double sum = 0;
        for (int i = from; i < from + live; i++) {
            double z = last.preActivation()[i];
            sum += Math.max(z, 0) - z * targets[i] + Math.log(1 + Math.exp(-Math.abs(z)));
            if (trains) {
                last.delta()[i] = scale * (last.values()[i] - targets[i]);
            }
        }
        return sum;
    }

    private double hinge(int from, int live, float scale) {
        double sum = 0;
        for (int i = from; i < from + live; i++) {
            float t = targets[i];
            float missing = 1 - t * last.values()[i];
            sum += Math.max(missing, 0f);
            if (trains) {
                last.delta()[i] = missing > 0 ? -t * scale : 0;
            }
        }
        return sum;
    }

    /// Softmax of the last sums where softmax is fused, else of the outputs.
    private double crossEntropy(int from, int live, float scale, int worker) {
        float[] z = last.fusion() == Fusion.SOFTMAX ? last.preActivation() : last.values();
        int end = from + last.units() * SAMPLES;
        Activations.softmax(z, shares, from, last.units(), top[worker], total[worker]);
        double sum = 0;
        for (int s = 0; s < live; s++) {
            double logarithm = top[worker][s] + Math.log(total[worker][s]);
            float targetSum = 0;
            for (int i = from + s; i < end; i += SAMPLES) {
                targetSum += targets[i];
                if (targets[i] != 0) {
                    sum += targets[i] * (logarithm - z[i]);
                }
            }
            for (int i = from + s; trains && i < end; i += SAMPLES) {
                last.delta()[i] = scale * (shares[i] * targetSum - targets[i]);
            }
        }
        return sum;
    }

    private double margins(int from, int live, float scale) {
        float[] y = last.values();
        int end = from + last.units() * SAMPLES;
        double sum = 0;
        for (int s = from; s < from + live; s++) {
            int right = largest(targets, s, last.units());
            int wrong = 0;
            for (int i = s; i < end; i += SAMPLES) {
                float missing = i == right ? 0 : 1 - y[right] + y[i];
                sum += Math.max(missing, 0f);
                wrong += missing > 0 ? 1 : 0;
                if (trains) {
                    last.delta()[i] = missing > 0 ? scale / last.units() : 0;
                }
            }
            if (trains) {
                last.delta()[right] = -wrong * (scale / last.units());
            }
        }
        return sum / last.units();
    }

    /// How many samples of a panel are classified right.
    ///
    /// @param labels of all samples
    /// @param first the number of the first panel's first sample among them
    int correct(int[] labels, int first, int panel, Share share) {
        float[] y = last.fusion() == Fusion.SOFTMAX ? last.preActivation() : last.values();
        int correct = 0;
        for (int s = 0; s < share.live(panel); s++) {
            int at = panel * last.rows() * SAMPLES + s;
            int guess = last.units() == 1 ? above(y[at], last.threshold())
                    : Float.isNaN(y[largest(y, at, last.units())]) ? -1 : (largest(y, at, last.units()) - at) / SAMPLES;
            correct += guess == labels[first + panel * SAMPLES + s] ? 1 : 0;
        }
        return correct;
    }

    /// -1 for NaN, which is no class.
    private static int above(float y, float threshold) {
        return y > threshold ? 1 : y <= threshold ? 0 : -1;
    }

    /// Where a sample's largest value, or a NaN, is; the first of equal ones.
    private static int largest(float[] values, int at, int units) {
        int best = at;
        for (int i = at + SAMPLES; i < at + units * SAMPLES; i += SAMPLES) {
            if (values[i] > values[best] || Float.isNaN(values[i])) {
                best = i;
            }
        }
        return best;
    }
}
