package dev.crescent.insight.step;

import dev.crescent.insight.descent.StepNumbers;
import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers as they stand in the formulas of a step: minus is U+2212, in a product or after a sign in parentheses.
public final class Figures {
    private static final int DIGITS = 3;

    private Figures() {}

    /// Three significant digits: "0.397", "−1.25", "3.1e−6".
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "\u2013" : value > 0 ? "\u221e" : "\u2212\u221e";
        }
        double rounded = new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
        return StepNumbers.rounded(rounded).replace('-', '\u2212');
    }

    /// Four significant digits, for results.
    public static String result(double value) {
        return StepNumbers.rounded(value).replace('-', '\u2212');
    }

    /// With as many digits as it takes to see a change of it.
    public static String changed(double value, double change) {
        return StepNumbers.rounded(value, change).replace('-', '\u2212');
    }

    /// As a factor, or behind a sign.
    static String bracketed(double value) {
        String text = brief(value);
        return text.startsWith("\u2212") ? "(" + text + ")" : text;
    }
}
