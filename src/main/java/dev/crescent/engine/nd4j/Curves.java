package dev.crescent.engine.nd4j;

import dev.crescent.experiment.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/// The activations, value and slope. With `s(z) = 1 / (1 + e^-z)`, the normal distribution's `Phi` and `phi`, and
/// `t(z) = tanh(log(1 + e^z))`: swish is `z s`, GELU `z Phi`, mish `z t`.
final class Curves {
    private static final double LEAK = 0.01;

    private Curves() {}

    /// `f(z)`; softmax over the columns of `[samples][units]`.
    static INDArray value(Tape tape, Activation activation, INDArray z) {
        return switch (activation) {
            case LINEAR -> z;
            case RELU -> tape.largest(z, 0);
            case LEAKY_RELU -> tape.add(tape.largest(z, 0), tape.times(tape.smallest(z, 0), LEAK));
            case ELU -> tape.add(tape.largest(z, 0), tape.add(tape.exp(tape.smallest(z, 0)), -1));
            case GELU -> tape.times(z, phi(tape, z));
            case SOFTPLUS -> tape.softplus(z);
            case SIGMOID -> tape.sigmoid(z);
            case TANH -> tape.tanh(z);
            case SWISH -> tape.times(z, tape.sigmoid(z));
            case MISH -> tape.times(z, tape.tanh(tape.softplus(z)));
            case SINE -> tape.sine(z);
            case STEP -> tape.positive(z);
            case SOFTMAX -> tape.exp(logSoftmax(tape, z));
        };
    }

    /// `z - max - log sum e^(z - max)` over the columns of `[samples][units]`.
    static INDArray logSoftmax(Tape tape, INDArray z) {
        INDArray low = tape.subtract(z, tape.most(z, 1));
        return tape.subtract(low, tape.log(tape.sum(tape.exp(low), 1)));
    }

    /// The loss' gradient by z, from that by `a = f(z)`; softmax's is `a (delta - sum a delta)`.
    static INDArray back(Tape tape, Activation activation, INDArray z, INDArray a, INDArray delta) {
        return switch (activation) {
            case LINEAR -> delta;
            case SOFTMAX -> tape.times(a, tape.subtract(delta, tape.sum(tape.times(a, delta), 1)));
            case RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS, SIGMOID, TANH, SWISH, MISH, SINE, STEP ->
                    tape.times(delta, slope(tape, activation, z, a));
        };
    }

    private static INDArray slope(Tape tape, Activation activation, INDArray z, INDArray a) {
        return switch (activation) {
            case RELU -> tape.positive(z);
            case LEAKY_RELU -> tape.add(tape.times(tape.positive(z), 1 - LEAK), LEAK);
            case ELU -> tape.exp(tape.smallest(z, 0));
            case GELU -> tape.add(phi(tape, z), tape.times(z, bell(tape, z)));
            case SOFTPLUS -> tape.sigmoid(z);
            case SIGMOID -> tape.times(a, tape.subtract(1, a));
            case TANH -> tape.subtract(1, tape.square(a));
            case SWISH -> swish(tape, z);
            case MISH -> mish(tape, z);
            case SINE -> tape.cosine(z);
            case LINEAR, SOFTMAX, STEP -> throw new IllegalArgumentException(activation.id() + " has no slope of its own");
        };
    }

    /// `s + z s (1 - s)`.
    private static INDArray swish(Tape tape, INDArray z) {
        INDArray s = tape.sigmoid(z);
        return tape.add(s, tape.times(z, tape.times(s, tape.subtract(1, s))));
    }

    /// `t + z (1 - t^2) s`.
    private static INDArray mish(Tape tape, INDArray z) {
        INDArray t = tape.tanh(tape.softplus(z));
        return tape.add(t, tape.times(z, tape.times(tape.subtract(1, tape.square(t)), tape.sigmoid(z))));
    }

    /// `Phi(z) = (1 + erf(z / sqrt 2)) / 2`.
    private static INDArray phi(Tape tape, INDArray z) {
        return tape.times(tape.add(tape.erf(tape.times(z, Math.sqrt(0.5))), 1), 0.5);
    }

    /// `phi(z) = e^(-z^2/2) / sqrt(2 pi)`.
    private static INDArray bell(Tape tape, INDArray z) {
        return tape.times(tape.exp(tape.times(tape.square(z), -0.5)), 1 / Math.sqrt(2 * Math.PI));
    }
}
