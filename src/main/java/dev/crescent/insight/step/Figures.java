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
        return text(new BigDecimal(value).round(new MathContext(DIGITS)));
    }

    /// Four significant digits, for results.
    public static String result(double value) {
        return Double.isFinite(value) ? text(new BigDecimal(value).round(new MathContext(DIGITS + 1))) : brief(value);
    }

    /// Small numbers with a power of ten.
    private static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal bare = value.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        String digits = exponent >= -3 && exponent < 7 ? bare.toPlainString()
                : bare.movePointLeft(exponent).toPlainString() + "e" + exponent;
        return digits.replace('-', '\u2212');
    }

    /// A change, with its sign: "+0.0031".
    public static String signed(double value) {
        return value > 0 ? "+" + brief(value) : brief(value);
    }

    /// A value before and after a change, with as many digits as it takes to see it: "0.42001 → 0.41960".
    public static String changed(double before, double after) {
        String from = StepNumbers.rounded(before, after - before);
        String to = StepNumbers.rounded(after, after - before);
        int decimals = Math.max(decimals(from), decimals(to));
        return (padded(from, decimals) + " \u2192 " + padded(to, decimals)).replace('-', '\u2212');
    }

    private static int decimals(String text) {
        return text.contains("e") || !text.contains(".") ? 0 : text.length() - text.indexOf('.') - 1;
    }

    private static String padded(String text, int decimals) {
        return decimals == 0 || text.contains("e") ? text
                : text + (text.contains(".") ? "" : ".") + "0".repeat(decimals - decimals(text));
    }

    /// As a factor, or behind a sign.
    static String bracketed(double value) {
        String text = brief(value);
        return text.startsWith("\u2212") ? "(" + text + ")" : text;
    }
}
