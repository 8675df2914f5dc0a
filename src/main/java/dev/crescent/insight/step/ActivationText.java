package dev.crescent.insight.step;

import dev.crescent.experiment.Activation;

/// Activations and their slopes as formulas of `Z`, what comes in, and `A`, what comes out.
final class ActivationText {
    private ActivationText() {}

    /// The activation's value, by what comes in; softmax is told of elsewhere.
    static String value(Activation activation, double z) {
        return switch (activation) {
            case LINEAR -> "Z";
            case RELU -> "max(0, Z)";
            case LEAKY_RELU -> "max(Z, 0.01 \u00b7 Z)";
            case ELU -> z > 0 ? "Z" : "e^{Z} \u2212 1";
            case GELU -> "Z \u03a6(Z)";
            case SOFTPLUS -> "log(1 + e^{Z})";
            case SIGMOID -> "1/(1 + e^{\u2212Z})";
            case TANH -> "tanh(Z)";
            case SWISH -> "Z/(1 + e^{\u2212Z})";
            case MISH -> "Z tanh(log(1 + e^{Z}))";
            case SINE -> "sin(Z)";
            case STEP -> "step(Z)";
            case SOFTMAX -> "softmax(Z)";
        };
    }

    /// The slope; of a kink the one on the side of what comes in.
    static String slope(Activation activation, double z) {
        return switch (activation) {
            case LINEAR -> "1";
            case RELU -> z > 0 ? "1" : "0";
            case LEAKY_RELU -> z > 0 ? "1" : "0.01";
            case ELU -> z > 0 ? "1" : "e^{Z}";
            case GELU -> "\u03a6(Z) + Z \u03c6(Z)";
            case SOFTPLUS -> "1/(1 + e^{\u2212Z})";
            case SIGMOID -> "A (1 \u2212 A)";
            case TANH -> "1 \u2212 A^{2}";
            case SWISH -> "(1 + Z \u2212 A)/(1 + e^{\u2212Z})";
            case MISH, STEP, SOFTMAX -> "f\u2032(Z)";
            case SINE -> "cos(Z)";
        };
    }

    /// With names in the places of `Z` and `A`.
    static String named(String template, String z, String a) {
        return template.replace("Z", z).replace("A", a);
    }

    /// With numbers there; empty where the numbers say no more than the result.
    static String numbered(String template, double z, double a) {
        if (!template.contains("Z") && !template.contains("A") || template.equals("Z")) {
            return "";
        }
        String minus = template.replace("\u2212Z", "\u2212" + Figures.bracketed(z));
        String power = minus.replace("A^{", bracketedPower(a) + "^{").replace("A (", Figures.bracketed(a) + " \u00b7 (");
        return power.replace("(Z)", "(" + Figures.brief(z) + ")").replace("{Z}", "{" + Figures.brief(z) + "}")
                .replace("Z \u03a6", Figures.brief(z) + " \u00b7 \u03a6").replace("Z \u03c6", Figures.bracketed(z) + " \u00b7 \u03c6")
                .replace("Z tanh", Figures.brief(z) + " \u00b7 tanh")
                .replace("Z", Figures.bracketed(z)).replace("A", Figures.bracketed(a));
    }

    private static String bracketedPower(double a) {
        return Figures.bracketed(a);
    }
}
