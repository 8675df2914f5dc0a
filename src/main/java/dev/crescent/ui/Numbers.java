package dev.crescent.ui;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Numbers as the views write and read them: minus is U+2212, thousands are parted by commas, a missing value is an en
/// dash. In German point and comma change places.
public final class Numbers {
    private static final String MISSING = "\u2013";
    private static final Pattern GROUPED = Pattern.compile("[+-]?[1-9]\\d{0,2}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern POINT = Pattern.compile("(?<=\\d)\\.(?=\\d)");
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Numbers() {}

    /// A number with so many decimals: "0.56", "−2.05".
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return Double.isInfinite(value) ? sign(value < 0 ? "-\u221e" : "\u221e") : MISSING;
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return local(sign(isZero(text) ? text.replace("-", "") : text));
    }

    /// A number with all its digits and no more, as settings are shown and typed: "0.00001", "10,000".
    public static String exact(double value) {
        return fixed(value, Double.isFinite(value)
                ? Math.max(0, new BigDecimal(Double.toString(value)).stripTrailingZeros().scale()) : 0);
    }

    /// What a person typed, with any kind of minus, with a decimal point or comma, with or without thousands' commas:
    /// "1,000" is a thousand, as it is written here, and "0,025" and "1,5" are fractions. In German "1.000" is a thousand.
    /// Empty if it is no finite number.
    public static OptionalDouble parse(String typed) {
        String bare = local(typed.strip().replace("\u00a0", "").replace('\u2212', '-').replace('\u2013', '-'));
        String text = GROUPED.matcher(bare).matches() ? bare.replace(",", "") : bare.replace(',', '.');
        double value = PLAIN.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /// A share as percent: "97.2 %".
    public static String percent(double share, int decimals) {
        return Double.isFinite(share) ? fixed(100 * share, decimals) + "\u00a0%" : MISSING;
    }

    /// A loss in about five characters: "0.0393", "12.41", "3.1e6", "3.2e−7"; only what is exactly 0 is "0".
    public static String loss(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (!Double.isFinite(value) || size < 10 && size >= 1e-4) {
            return fixed(value, 4);
        }
        if (size >= 1e-4 && size < 1000) {
            return fixed(value, 2);
        }
        return size >= 1000 && size < 100_000 ? fixed(value, 0) : power(value);
    }

    /// A tick of an axis whose ticks are `step` apart: just as many decimals as they need.
    public static String tick(double value, double step) {
        double size = Math.max(Math.abs(value), step);
        if (size >= 1e6 || step < 1e-5) {
            return value == 0 ? "0" : power(value);
        }
        return value == 0 ? "0" : fixed(value, (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
    }

    /// A tick of an axis whose ticks are not evenly spaced, with all its digits: "0.05", "1e−6".
    public static String tick(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size == 0) {
            return size == 0 ? "0" : fixed(value, 0);
        }
        BigDecimal round = new BigDecimal(value).round(new MathContext(9)).stripTrailingZeros();
        if (size >= 1e-3 && size < 1e5) {
            return fixed(value, Math.max(0, round.scale()));
        }
        int exponent = round.precision() - round.scale() - 1;
        return local(sign(round.movePointLeft(exponent).toPlainString() + "e" + exponent));
    }

    private static String power(double value) {
        String text = String.format(Locale.ROOT, "%.1e", value);
        int e = text.indexOf('e');
        String digits = text.substring(0, e).replaceFirst("\\.0$", "");
        return local(sign(digits + "e" + Integer.parseInt(text.substring(e + 1))));
    }

    /// A whole number that a person typed, with or without thousands' separators; of any size.
    ///
    /// @throws NumberFormatException if it is none
    public static long parseWhole(String typed) {
        String bare = local(typed.strip().replace('\u2212', '-'));
        return Long.parseLong(GROUPED.matcher(bare).matches() && bare.indexOf('.') < 0 ? bare.replace(",", "") : bare);
    }

    /// A formula or a sentence whose numbers have decimal points, and no thousands' commas, as they are written here.
    public static String inText(String text) {
        return hasComma() ? POINT.matcher(text).replaceAll(",") : text;
    }

    private static boolean hasComma() {
        return Texts.language() == Language.GERMAN;
    }

    /// A number with point and comma exchanged where the language wants that, to and from.
    private static String local(String number) {
        return hasComma() ? number.replace('.', '\0').replace(',', '.').replace('\0', ',') : number;
    }

    private static boolean isZero(String text) {
        return text.chars().noneMatch(c -> c >= '1' && c <= '9');
    }

    private static String sign(String text) {
        return text.replace('-', '\u2212');
    }
}
