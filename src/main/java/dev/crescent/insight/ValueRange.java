package dev.crescent.insight;

import dev.crescent.data.Dataset;
import java.util.List;

/// The values that get the two ends of a color ramp.
///
/// @param high above `low`
public record ValueRange(double low, double high) {
    /// @throws IllegalArgumentException if the range is empty or not finite
    public ValueRange {
        if (!(high > low) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("A range of values must not be empty, is " + low + " to " + high);
        }
    }

    /// From the least to the greatest target of a regression, both parts. Where they are all the same,
    /// they are in the middle of the range, and without any it is from -1 to 1.
    public static ValueRange ofTargets(Dataset data) {
        return ofTargets(data.train(), data.test());
    }

    /// The same of one part.
    public static ValueRange ofTargets(Dataset.Samples part) {
        return ofTargets(part, part);
    }

    private static ValueRange ofTargets(Dataset.Samples first, Dataset.Samples second) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Dataset.Samples part : List.of(first, second)) {
            for (int i = 0; i < part.count(); i++) {
                low = Math.min(low, part.values()[i]);
                high = Math.max(high, part.values()[i]);
            }
        }
        if (high > low) {
            return new ValueRange(low, high);
        }
        double middle = Double.isFinite(low) ? low : 0;
        double half = Math.max(1, Math.abs(middle) / 2);
        return new ValueRange(middle - half, middle + half);
    }

    public double middle() {
        return (low + high) / 2;
    }

    /// A value's place on the ramp, from -1 to 1 within the range.
    public double scaled(double value) {
        return 2 * (value - low) / (high - low) - 1;
    }
}
