package dev.crescent.insight.image;

import dev.crescent.experiment.Activation;

/// The activations in double, value and slope side by side, as the engines define them. Softmax is left out of the last
/// layer: what it sees is the score.
public final class Curve {
    private static final double LEAK = 0.01;

    private Curve() {}

    /// `a = f(z)`.
    static void apply(Activation activation, double[] z, double[] a) {
        for (int i = 0; i < z.length; i++) {
            a[i] = value(activation, z[i]);
        }
    }

    /// `d *= f'(z)`.
    static void slope(Activation activation, double[] z, double[] d) {
        for (int i = 0; i < z.length; i++) {
            d[i] *= slope(activation, z[i]);
        }
    }

    /// `f(z)`; for softmax z itself.
    public static double value(Activation activation, double z) {
        return switch (activation) {
            case LINEAR, SOFTMAX -> z;
            case RELU -> Math.max(z, 0);
            case LEAKY_RELU -> Math.max(z, LEAK * z);
            case ELU -> z > 0 ? z : Math.expm1(z);
            case GELU -> z * normal(z);
            case SOFTPLUS -> softplus(z);
            case SIGMOID -> sigmoid(z);
            case TANH -> Math.tanh(z);
            case SWISH -> z * sigmoid(z);
            case MISH -> z * Math.tanh(softplus(z));
            case SINE -> Math.sin(z);
            case STEP -> z > 0 ? 1 : z <= 0 ? 0 : z;
        };
    }

    /// Of a kink the slope on its left; 0 for the step, whose slope says nothing.
    public static double slope(Activation activation, double z) {
        return switch (activation) {
            case LINEAR, SOFTMAX -> 1;
            case RELU -> z > 0 ? 1 : 0;
            case LEAKY_RELU -> z > 0 ? 1 : LEAK;
            case ELU -> z > 0 ? 1 : Math.exp(z);
            case GELU -> normal(z) + z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            case SOFTPLUS -> sigmoid(z);
            case SIGMOID -> sigmoid(z) * (1 - sigmoid(z));
            case TANH -> 1 - Math.tanh(z) * Math.tanh(z);
            case SWISH -> sigmoid(z) * (1 + z * (1 - sigmoid(z)));
            case MISH -> {
                double t = Math.tanh(softplus(z));
                yield t + z * (1 - t * t) * sigmoid(z);
            }
            case SINE -> Math.cos(z);
            case STEP -> 0;
        };
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    /// The normal distribution's `Phi(z)` by Abramowitz and Stegun's 7.1.26, with an absolute error below 2e-7.
    private static double normal(double z) {
        double t = 1 / (1 + 0.3275911 * Math.abs(z) / Math.sqrt(2));
        double tail = 0.5 * Math.exp(-z * z / 2) * t
                * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return z > 0 ? 1 - tail : tail;
    }
}
