package dev.crescent.export.code;

import dev.crescent.experiment.Activation;

/// The activations as methods in Java.
final class JavaActivations {
    private JavaActivations() {}

    /// What its method is called.
    static String name(Activation activation) {
        return activation == Activation.LEAKY_RELU ? "leakyRelu" : activation.id();
    }

    /// The methods that an activation needs; empty if Java has it.
    static String method(Activation activation) {
        return switch (activation) {
            case RELU -> function(activation, "Math.max(z, 0)");
            case LEAKY_RELU -> function(activation, "Math.max(z, 0.01 * z)");
            case ELU -> function(activation, "z > 0 ? z : Math.expm1(z)");
            case SOFTPLUS -> function(activation, "Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))");
            case SIGMOID -> function(activation, "1 / (1 + Math.exp(-z))");
            case SWISH -> function(activation, "z * sigmoid(z)");
            case MISH -> function(activation, "z * Math.tanh(softplus(z))");
            case STEP -> function(activation, "z > 0 ? 1 : 0");
            case GELU -> function(activation, "0.5 * z * (1 + erf(z / Math.sqrt(2)))") + """

                    /** The error function, by its series with e^(-x^2) taken out, in which nothing cancels. */
                    static double erf(double x) {
                        if (Math.abs(x) > 6) {
                            return Math.signum(x);
                        }
                        double term = x;
                        double sum = x;
                        for (int n = 1; n < 200; n++) {
                            term *= 2 * x * x / (2 * n + 1);
                            sum += term;
                        }
                        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
                    }
                    """;
            case SOFTMAX -> """
                    static float[] softmax(float[] z) {
                        float largest = z[largest(z)];
                        float[] shares = new float[z.length];
                        double sum = 0;
                        for (float value : z) {
                            sum += Math.exp(value - largest);
                        }
                        for (int i = 0; i < z.length; i++) {
                            shares[i] = (float) (Math.exp(z[i] - largest) / sum);
                        }
                        return shares;
                    }
                    """;
            case LINEAR, TANH, SINE -> "";
        };
    }

    private static String function(Activation activation, String value) {
        return "static double " + name(activation) + "(double z) {\n    return " + value + ";\n}\n";
    }
}
