package dev.crescent.engine.nd4j;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;
import org.nd4j.linalg.api.ndarray.INDArray;

/// The losses, value and gradient, from what the last layer's activation sees, `z`, and gives out, `y`, for targets `t`; all
/// are `[samples][units]`.
///
/// Summed over samples: squared errors `sum (y - t)^2` and half of that; Huber `sum m (|y - t| - m / 2)` with
/// `m = min(|y - t|, 1)`; cross-entropy `-sum t log softmax(y)`, where a softmax in the last layer is that very one; binary
/// cross-entropy `sum log(1 + e^z) - t z`; hinge `sum max(0, 1 - t y)`, with several units
/// `sum over the wrong ones of max(0, 1 - y_right + y) / units`.
final class Losses {
    private final Loss loss;
    private final Activation activation;
    private final int units;

    Losses(Loss loss, Activation activation, int units) {
        this.loss = loss;
        this.activation = activation;
        this.units = units;
    }

    /// What a sum over so many samples is divided by for their mean.
    double divisor(int samples) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER -> (double) samples * units;
            case CROSS_ENTROPY, BINARY_CROSS_ENTROPY, HINGE -> samples;
        };
    }

    /// What value and accuracy are read from: `z` where the loss knows what the activation makes of it, else `y`.
    boolean readsSums() {
        return loss == Loss.BINARY_CROSS_ENTROPY || loss == Loss.CROSS_ENTROPY && activation == Activation.SOFTMAX;
    }

    /// A single output above it means class 1, in what [#readsSums] names.
    double threshold() {
        return activation == Activation.SIGMOID && !readsSums() ? 0.5 : 0;
    }

    /// The gradient by z, summed over samples.
    INDArray gradient(Tape tape, INDArray z, INDArray y, INDArray t) {
        return switch (loss) {
            case CROSS_ENTROPY -> {
                INDArray shares = tape.exp(Curves.logSoftmax(tape, readsSums() ? z : y));
                INDArray byScores = tape.subtract(tape.times(shares, tape.sum(t, 1)), t);
                yield readsSums() ? byScores : Curves.back(tape, activation, z, y, byScores);
            }
            case BINARY_CROSS_ENTROPY -> tape.subtract(y, t);
            case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER, HINGE ->
                    Curves.back(tape, activation, z, y, byOutput(tape, y, t));
        };
    }

    private INDArray byOutput(Tape tape, INDArray y, INDArray t) {
        INDArray difference = tape.subtract(y, t);
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> tape.times(difference, 2);
            case HUBER -> tape.smallest(tape.largest(difference, -1), 1);
            case HINGE -> units == 1
                    ? tape.times(tape.positive(tape.subtract(1, tape.times(y, t))), tape.times(t, -1))
                    : margins(tape, y, t);
            case HALF_SQUARED_ERROR, CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> difference;
        };
    }

    /// 1 for each wrong unit too close to the right one, which is pushed the other way as often.
    private INDArray margins(Tape tape, INDArray y, INDArray t) {
        INDArray right = tape.sum(tape.times(y, t), 1);
        INDArray close = tape.times(tape.positive(tape.add(tape.subtract(y, right), 1)), tape.subtract(1, t));
        return tape.times(tape.subtract(close, tape.times(t, tape.sum(close, 1))), 1.0 / units);
    }

    /// The loss of one sample.
    ///
    /// @param scores `[units]` from `at` on, what [#readsSums] names
    /// @param targets `[units]` from `at` on
    double of(float[] scores, float[] targets, int at) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> squares(scores, targets, at);
            case HALF_SQUARED_ERROR -> squares(scores, targets, at) / 2;
            case HUBER -> huber(scores, targets, at);
            case CROSS_ENTROPY -> crossEntropy(scores, targets, at);
            case BINARY_CROSS_ENTROPY -> {
                double z = scores[at];
                yield Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - targets[at] * z;
            }
            case HINGE -> units == 1 ? Math.max(0, 1 - (double) targets[at] * scores[at]) : hinge(scores, targets, at);
        };
    }

    private double squares(float[] scores, float[] targets, int at) {
        double sum = 0;
        for (int i = at; i < at + units; i++) {
            double difference = (double) scores[i] - targets[i];
            sum += difference * difference;
        }
        return sum;
    }

    private double huber(float[] scores, float[] targets, int at) {
        double sum = 0;
        for (int i = at; i < at + units; i++) {
            double size = Math.abs((double) scores[i] - targets[i]);
            double most = Math.min(size, 1);
            sum += most * (size - most / 2);
        }
        return sum;
    }

    private double crossEntropy(float[] scores, float[] targets, int at) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = at; i < at + units; i++) {
            most = Math.max(most, scores[i]);
        }
        double total = 0;
        for (int i = at; i < at + units; i++) {
            total += Math.exp(scores[i] - most);
        }
        double sum = 0;
        for (int i = at; i < at + units; i++) {
            sum += targets[i] == 0 ? 0 : targets[i] * (most + Math.log(total) - scores[i]);
        }
        return sum;
    }

    private double hinge(float[] scores, float[] targets, int at) {
        double right = 0;
        for (int i = at; i < at + units; i++) {
            right += (double) targets[i] * scores[i];
        }
        double sum = 0;
        for (int i = at; i < at + units; i++) {
            sum += targets[i] == 1 ? 0 : Math.max(0, 1 - right + scores[i]);
        }
        return sum / units;
    }

    /// The class that a sample's scores tell; -1 for NaN, which is none.
    ///
    /// @param scores `[units]` from `at` on, what [#readsSums] names
    int classOf(float[] scores, int at) {
        if (units == 1) {
            return Float.isNaN(scores[at]) ? -1 : scores[at] > threshold() ? 1 : 0;
        }
        int best = at;
        for (int i = at; i < at + units; i++) {
            if (Float.isNaN(scores[i])) {
                return -1;
            }
            best = scores[i] > scores[best] ? i : best;
        }
        return best - at;
    }
}
