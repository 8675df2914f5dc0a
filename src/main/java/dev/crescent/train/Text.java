package dev.crescent.train;

import java.math.BigDecimal;
import java.math.MathContext;

/// Numbers in the sentences of this package.
final class Text {
    private Text() {}

    /// At most four significant digits, without an exponent where that stays short.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        boolean plain = Math.abs(value) < 1e7 && (value == 0 || Math.abs(value) >= 1e-6);
        return plain ? rounded.toPlainString() : rounded.toString().replace("E+", "e").replace('E', 'e');
    }
}
