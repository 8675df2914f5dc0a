package dev.crescent.cli;

import java.util.Arrays;

/// One thing that `bench` has measured.
///
/// @param threads that did it; 0 where that says nothing
/// @param value the median of the rounds; NaN where there is none, as of the other figures
/// @param low the least of the rounds
/// @param high the greatest of the rounds
/// @param peak the multiply-add peak of as many threads, in GFLOP/s; NaN where it says nothing
/// @param share of that peak, 0 to 1; NaN where it says nothing
public record Measurement(String name, int threads, double value, String unit, double low, double high, double peak,
                          double share) {
    /// The median and spread of some rounds.
    ///
    /// @param rounds `[rounds]`, at least one
    public static Measurement of(String name, String unit, double[] rounds) {
        return of(name, 0, unit, rounds);
    }

    /// The same of work that is done by so many threads.
    static Measurement of(String name, int threads, String unit, double[] rounds) {
        return new Measurement(name, threads, median(rounds), unit, Arrays.stream(rounds).min().orElseThrow(),
                Arrays.stream(rounds).max().orElseThrow(), Double.NaN, Double.NaN);
    }

    /// How long one piece of work takes.
    ///
    /// @param rates pieces a second, one a round
    static Measurement ofMilliseconds(String name, int threads, double[] rates) {
        return of(name, threads, "ms", Arrays.stream(rates).map(rate -> 1000 / rate).toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// One that came to nothing.
    static Measurement failed(String name) {
        return new Measurement(name, 0, Double.NaN, "", Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /// Whether it came to nothing, since the engine failed on the way.
    boolean hasFailed() {
        return Double.isNaN(value);
    }

    /// The same where threads say nothing.
    Measurement withoutThreads() {
        return new Measurement(name, 0, value, unit, low, high, peak, share);
    }

    /// The same with what it comes to.
    ///
    /// @param flops in GFLOP/s
    /// @param ofPeak the peak of as many threads, in GFLOP/s
    Measurement withShare(double flops, double ofPeak) {
        return new Measurement(name, threads, value, unit, low, high, ofPeak, flops / ofPeak);
    }
}
