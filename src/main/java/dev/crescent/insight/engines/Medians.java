package dev.crescent.insight.engines;

import java.util.Collection;

/// The middle of some numbers.
final class Medians {
    private Medians() {}

    /// @param values at least one
    static double of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
