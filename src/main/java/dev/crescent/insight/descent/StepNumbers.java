package dev.crescent.insight.descent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers in formulas and sentences. In formulas they follow the formulas' grammar: `-0.0078`, `1.2e-9`.
public final class StepNumbers {
    private static final int DIGITS = 4;
    /// A setting such as `1 - 0.999` has rounding errors behind its digits.
    private static final MathContext EXACT = new MathContext(12);

    private StepNumbers() {}

    /// A setting with all its digits.
    public static String exact(double value) {
        return text(new BigDecimal(value).round(EXACT));
    }

    /// Four significant digits.
    public static String rounded(double value) {
        return Double.isFinite(value) ? text(new BigDecimal(value).round(new MathContext(DIGITS))) : Double.toString(value);
    }

    /// As many digits, four at least, as it takes to see a change of it.
    public static String rounded(double value, double change) {
        if (!Double.isFinite(value) || !Double.isFinite(change) || change == 0 || value == 0) {
            return rounded(value);
        }
        int decimals = Math.max(DIGITS - 1 - exponent(value), 1 - exponent(change));
        return text(new BigDecimal(value).setScale(Math.min(decimals, 15 - exponent(value)), RoundingMode.HALF_EVEN));
    }

    /// Four significant digits and a minus sign as print has it.
    static String sentence(double value) {
        return rounded(value).replace('-', '\u2212');
    }

    private static int exponent(double value) {
        return (int) Math.floor(Math.log10(Math.abs(value)));
    }

    private static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal bare = value.stripTrailingZeros();
        int exponent = bare.precision() - bare.scale() - 1;
        return exponent >= -5 && exponent < 7 ? bare.toPlainString()
                : bare.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
