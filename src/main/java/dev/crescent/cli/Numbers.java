package dev.crescent.cli;

import java.util.Locale;

/// Numbers as text for files and people.
final class Numbers {
    private Numbers() {}

    /// The shortest text that reads back as the same number, without `.0`; empty for NaN.
    static String csv(double value) {
        return Double.isNaN(value) ? "" : bare(Double.toString(value));
    }

    /// The same for single precision.
    static String csv(float value) {
        return Float.isNaN(value) ? "" : bare(Float.toString(value));
    }

    private static String bare(String text) {
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /// Four digits after the point; three and a power of ten below 0.0001 and from 100,000 on.
    static String loss(double value) {
        if (!Double.isFinite(value)) {
            return "not finite";
        }
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size != 0 && (size < 1e-4 || size >= 1e5) ? "%.3e" : "%.4f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
