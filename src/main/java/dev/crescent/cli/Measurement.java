package dev.crescent.cli;

import java.util.Arrays;

/// One thing that `bench` has measured.
///
/// @param value the median of the rounds
/// @param low the least of the rounds
/// @param high the greatest of the rounds
/// @param share of the machine's multiply-add peak, 0 to 1; NaN where that says nothing
public record Measurement(String name, double value, String unit, double low, double high, double share) {
    /// The median and spread of some rounds.
    ///
    /// @param rounds `[rounds]`, at least one
    public static Measurement of(String name, String unit, double[] rounds) {
        return new Measurement(name, median(rounds), unit, Arrays.stream(rounds).min().orElseThrow(),
                Arrays.stream(rounds).max().orElseThrow(), Double.NaN);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The same with the share of the peak that it comes to.
    Measurement withShare(double ofPeak) {
        return new Measurement(name, value, unit, low, high, ofPeak);
    }
}
