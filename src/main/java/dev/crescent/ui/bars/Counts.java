package dev.crescent.ui.bars;

import dev.crescent.ui.Numbers;

/// Large numbers in a few characters: "1.84 M", "12.3 k". Pure.
public final class Counts {
    /// From so many steps on an epoch is not over in a moment.
    private static final long MANY = 100;

    private Counts() {}

    /// A rate a second.
    public static String rate(double value) {
        if (value >= 1e6) {
            return scaled(value / 1e6) + " M";
        }
        return value >= 1e4 ? scaled(value / 1e3) + " k" : Numbers.fixed(value, 0);
    }

    /// Every digit up to ten million, from there in millions: what runs for hours must not push the bar apart.
    static String whole(double value) {
        return value < 1e7 ? Numbers.fixed(value, 0) : rate(value);
    }

    /// Epochs done: whole ones, but for the first ten, once begun, of a run whose epochs take many steps, or nothing would be seen to
    /// happen for long.
    ///
    /// @param resting whether this many it remains
    static String epochs(double value, long stepsPerEpoch, boolean resting) {
        boolean exact = value == 0 || resting && value == Math.rint(value);
        return stepsPerEpoch < MANY || value >= 10 || exact ? whole(Math.floor(value)) : Numbers.fixed(value, 2);
    }

    /// The epoch of a moment that is looked back at, with as many digits as tell it from others.
    ///
    /// @param last of the run
    static String moment(double value, double last) {
        int decimals = last < 10 ? 2 : last < 100 ? 1 : 0;
        double rounded = Math.rint(value);
        return Math.abs(value - rounded) < 1e-6 ? whole(rounded)
                : decimals == 0 ? whole(Math.floor(value)) : Numbers.fixed(value, decimals);
    }

    static String steps(double value) {
        return value >= 9995 ? Numbers.fixed(value / 1000, 0) + " k"
                : value >= 10 ? Numbers.fixed(value, 0) : Numbers.fixed(value, 1);
    }

    private static String scaled(double value) {
        return Numbers.fixed(value, value >= 100 ? 0 : value >= 10 ? 1 : 2);
    }
}
