package dev.crescent.ui.data;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// How a number is set: by a slider over its usual values, or typed within its limits. Pure.
///
/// @param low the least that may be typed
/// @param high the most that may be typed
/// @param from the slider's left end
/// @param to the slider's right end
/// @param logarithmic whether equal ways on the slider are equal ratios; its values have two digits that count
/// @param decimals of the slider's values; 0 for whole numbers, which then are the only ones
/// @param unit after the number; may be empty
record NumberRange(double low, double high, double from, double to, boolean logarithmic, int decimals, String unit) {
    /// As few decimals as fractions are written with; more only where they are needed.
    private static final int FEWEST_DECIMALS = 2;
    private static final int MOST_DECIMALS = 6;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    /// Where a value is on the slider, 0 to 1; values beyond its ends are at them.
    double position(double value) {
        double inside = Math.clamp(value, from, to);
        return logarithmic ? Math.log(inside / from) / Math.log(to / from) : (inside - from) / (to - from);
    }

    /// The rounded value at a place of the slider.
    double value(double position) {
        double raw = logarithmic ? from * Math.pow(to / from, position) : from + (to - from) * position;
        BigDecimal exact = BigDecimal.valueOf(raw);
        BigDecimal rounded = logarithmic ? exact.round(TWO_DIGITS) : exact;
        return Math.clamp(rounded.setScale(decimals, RoundingMode.HALF_UP).doubleValue(), from, to);
    }

    /// The value with as many decimals as it needs, and its unit.
    String text(double value) {
        int needed = BigDecimal.valueOf(value).stripTrailingZeros().scale();
        String number = Numbers.fixed(value, Math.clamp(needed, Math.min(decimals, FEWEST_DECIMALS), MOST_DECIMALS));
        return unit.isEmpty() ? number : number + "\u00a0" + unit;
    }

    /// The number that was typed, with or without unit and thousands' commas.
    ///
    /// @throws InvalidSettingException without a path, with one sentence if it is none, or beyond the limits
    double parse(String typed) {
        String bare = typed.replace(unit.isEmpty() ? "\u00a0" : unit, "").replaceAll("[\\s\u00a0]", "");
        double value = Numbers.parse(bare).orElseThrow(() ->
                new InvalidSettingException("", Texts.get(decimals == 0 ? "number.wrongWhole" : "number.wrong", typed.strip())));
        boolean whole = decimals > 0 || value == Math.rint(value);
        if (!(value >= low && value <= high) || !whole) {
            throw new InvalidSettingException("", Texts.get(decimals == 0 ? "data.limitsWhole"
                    : "data.limits", text(low), text(high)));
        }
        return value;
    }
}
