package dev.crescent.train;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/// Which moment of a run to forget where there is room for a number of them: dense lately, and ever wider apart the longer
/// ago they are.
public final class Thinning {
    /// The newest moments, as a part of all, that are never forgotten.
    private static final int DENSE = 4;
    /// How much more than by its age alone an old stretch is kept: by this part of the whole run.
    private static final double EVENNESS = 0.125;

    private Thinning() {}

    /// The moment that is missed the least. Moment `i`, at step `s(i)`, leaves a gap of `s(i + 1) - s(i - 1)` steps; the one
    /// whose gap is the smallest beside `age + run / 8` goes, the age being the steps since then and `run` those of all. So
    /// the distance of two that stay grows in proportion to their age. The first, and the newest quarter, always stay.
    ///
    /// @param size how many moments there are, at least 3
    /// @param step of each moment, ascending
    /// @return its index, from 1 to `size - 2`
    public static int leastMissed(int size, IntToLongFunction step) {
        return leastMissed(size, step, moment -> 0);
    }

    /// The moment that is missed the least, where some are missed for more than the gap that they leave.
    ///
    /// @param more what each moment from 1 to `size - 2` adds to its gap beside `age + run / 8`
    public static int leastMissed(int size, IntToLongFunction step, IntToDoubleFunction more) {
        long now = step.applyAsLong(size - 1);
        double whole = EVENNESS * (now - step.applyAsLong(0));
        int end = Math.min(size - 1, size - size / DENSE);
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        long before = step.applyAsLong(0);
        long at = step.applyAsLong(1);
        for (int i = 1; i < end; i++) {
            long after = step.applyAsLong(i + 1);
            double gap = (after - before) / (now - at + whole) + more.applyAsDouble(i);
            if (gap < least) {
                least = gap;
                best = i;
            }
            before = at;
            at = after;
        }
        return best;
    }
}
