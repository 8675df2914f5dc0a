package dev.crescent.experiment;

/// The range checks of the records' constructors. Each throws an [InvalidSettingException] that names the key.
final class Check {
    private Check() {}

    static void above(String key, double value, double limit) {
        require(finite(key, value) > limit, key, "must be above " + text(limit) + ", is " + text(value));
    }

    static void atLeast(String key, double value, double limit) {
        require(finite(key, value) >= limit, key, "must be at least " + text(limit) + ", is " + text(value));
    }

    static void within(String key, double value, double low, double high) {
        require(finite(key, value) >= low && value <= high, key,
                "must be from " + text(low) + " to " + text(high) + ", is " + text(value));
    }

    /// At least `low` and below `high`: rates of decay and of dropout, which would lose everything at 1.
    static void withinBelow(String key, double value, double low, double high) {
        require(finite(key, value) >= low && value < high, key,
                "must be at least " + text(low) + " and below " + text(high) + ", is " + text(value));
    }

    static void require(boolean condition, String key, String problem) {
        if (!condition) {
            throw new InvalidSettingException(key, problem);
        }
    }

    private static double finite(String key, double value) {
        require(Double.isFinite(value), key, "must be a finite number, is " + value);
        return value;
    }

    /// A number as a person writes it: without a decimal point where it has no fraction.
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }
}
