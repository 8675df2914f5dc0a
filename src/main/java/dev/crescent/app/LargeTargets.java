package dev.crescent.app;

import java.util.Optional;

/// Targets that are so large that a network takes very long to reach them, step by step from an output near 0.
///
/// @param factor the power of ten that brings them near 1
record LargeTargets(double least, double greatest, double factor) {
    /// Adam at a rate of 0.01 takes ten thousand steps to go so far.
    private static final double LARGE = 100;

    /// Empty where they are not that large, where there are none, and where they cannot be divided any further.
    ///
    /// @param targets of a regression
    /// @param most what they can be divided by
    static Optional<LargeTargets> of(float[] targets, double most) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (float target : targets) {
            least = Math.min(least, target);
            greatest = Math.max(greatest, target);
        }
        double size = Math.max(Math.abs(least), Math.abs(greatest));
        if (targets.length == 0 || size < LARGE || most < LARGE) {
            return Optional.empty();
        }
        return Optional.of(new LargeTargets(least, greatest, Math.pow(10, Math.floor(Math.log10(Math.min(size, most))))));
    }
}
