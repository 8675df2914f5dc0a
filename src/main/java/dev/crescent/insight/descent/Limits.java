package dev.crescent.insight.descent;

import dev.crescent.insight.Region;

/// When a descent ends.
///
/// @param steps at most so many, 1 to [#MOST_STEPS]
/// @param small a gradient and a step whose parts are both at most this have converged, 0 or above
/// @param far a ball outside the region made so many times as large has diverged, at least 1
public record Limits(int steps, double small, double far) {
    /// More would make the paths of a race too large to keep.
    public static final int MOST_STEPS = 100_000;

    /// @throws IllegalArgumentException if a number is out of its range
    public Limits {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("A descent takes 1 to " + MOST_STEPS + " steps, not " + steps);
        }
        if (!(small >= 0) || !(far >= 1)) {
            throw new IllegalArgumentException("A descent's tolerance must be at least 0 and its reach at least 1, are "
                    + small + " and " + far);
        }
    }

    /// So many steps, 1e-8 for what is small and ten regions for what is far.
    public static Limits of(int steps) {
        return new Limits(steps, 1e-8, 10);
    }

    /// Outside of it a ball has diverged.
    Region reach(Region region) {
        return region.zoomed(far, (region.x1Min() + region.x1Max()) / 2, (region.x2Min() + region.x2Max()) / 2);
    }
}
