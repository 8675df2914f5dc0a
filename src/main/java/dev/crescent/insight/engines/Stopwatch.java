package dev.crescent.insight.engines;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// Measures how fast work goes on, in slices of time.
///
/// @param nanoTime what tells the time, as [System#nanoTime] does
/// @param stopped whether nobody wants to know any more: then a slice ends after the piece of work that it is at
record Stopwatch(LongSupplier nanoTime, BooleanSupplier stopped) {
    /// Rates of so many slices in a row that differ by less than [#STEADY] count as stable.
    private static final int STEADY_SLICES = 3;
    private static final double STEADY = 0.05;

    /// How much was done in a slice, by the units of its work.
    ///
    /// @param nanos that it took
    record Slice(long units, long nanos) {
        /// Units a second.
        double rate() {
            return nanos > 0 ? units * 1e9 / nanos : 0;
        }
    }

    /// Works until so much time is over, but takes at least one piece of work.
    ///
    /// @param work does one piece, and says how many units that were
    Slice slice(IntSupplier work, long nanos) {
        long start = nanoTime.getAsLong();
        long units = 0;
        long elapsed;
        do {
            units += work.getAsInt();
            elapsed = nanoTime.getAsLong() - start;
        } while (elapsed < nanos && !stopped.getAsBoolean());
        return new Slice(units, elapsed);
    }

    /// Works until the rate is stable: the JIT is through with it then, and what is read is in the caches.
    ///
    /// @param mostNanos after which it ends in any case
    void warmUp(IntSupplier work, long sliceNanos, long mostNanos) {
        double[] last = new double[STEADY_SLICES];
        long start = nanoTime.getAsLong();
        for (int i = 0; nanoTime.getAsLong() - start < mostNanos && !stopped.getAsBoolean(); i++) {
            if (i >= STEADY_SLICES && isSteady(last)) {
                return;
            }
            last[i % STEADY_SLICES] = slice(work, sliceNanos).rate();
        }
    }

    private static boolean isSteady(double[] rates) {
        double least = Arrays.stream(rates).min().orElseThrow();
        return Arrays.stream(rates).max().orElseThrow() - least < STEADY * least;
    }
}
