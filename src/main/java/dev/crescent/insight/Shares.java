package dev.crescent.insight;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;

/// What a network's last layer says, as one probability a class.
///
/// Where the network gives probabilities they are taken as they are. Else they are read so that the most probable class
/// is the one that accuracy counts: scores that a loss takes as logits go through softmax, a single output with targets
/// -1 and 1 becomes `(y + 1) / 2` cut to 0..1, and other outputs with targets 0 and 1 become shares of their positive
/// parts.
public final class Shares {
    private Shares() {}

    /// Turns outputs into probabilities where they are.
    ///
    /// @param outputs `[unit][count]` of the last layer, overwritten
    public static void probabilities(float[][] outputs, int count, Layer.Dense last, Loss loss) {
        if (outputs.length == 1) {
            single(outputs[0], count, last.activation());
        } else if (last.activation() == Activation.SOFTMAX) {
            return;
        } else if (loss == Loss.CROSS_ENTROPY || loss == Loss.HINGE) {
            softmax(outputs, count);
        } else {
            parts(outputs, count);
        }
    }

    private static void single(float[] outputs, int count, Activation activation) {
        if (activation == Activation.SIGMOID) {
            return;
        }
        for (int i = 0; i < count; i++) {
            outputs[i] = Math.clamp((outputs[i] + 1) / 2, 0f, 1f);
        }
    }

    private static void softmax(float[][] outputs, int count) {
        for (int i = 0; i < count; i++) {
            softmaxAt(outputs, i);
        }
    }

    private static void softmaxAt(float[][] outputs, int i) {
        float most = Float.NEGATIVE_INFINITY;
        for (float[] unit : outputs) {
            most = Math.max(most, unit[i]);
        }
        float sum = 0;
        for (float[] unit : outputs) {
            unit[i] = (float) Math.exp(unit[i] - most);
            sum += unit[i];
        }
        for (float[] unit : outputs) {
            unit[i] /= sum;
        }
    }

    private static void parts(float[][] outputs, int count) {
        for (int i = 0; i < count; i++) {
            float sum = 0;
            for (float[] unit : outputs) {
                sum += Math.max(0, unit[i]);
            }
            if (!(sum > 1e-6f)) {
                // No class is claimed at all: the least denied one is still the answer.
                softmaxAt(outputs, i);
                continue;
            }
            for (float[] unit : outputs) {
                unit[i] = Math.max(0, unit[i]) / sum;
            }
        }
    }
}
