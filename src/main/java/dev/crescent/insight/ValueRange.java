package dev.crescent.insight;

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

    public double middle() {
        return (low + high) / 2;
    }

    /// A value's place on the ramp, from -1 to 1 within the range.
    public double scaled(double value) {
        return 2 * (value - low) / (high - low) - 1;
    }
}
