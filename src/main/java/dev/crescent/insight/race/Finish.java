package dev.crescent.insight.race;

/// Where a race ends: the first time that a loss is as low, or an accuracy as high, as this. What comes after does not
/// matter.
///
/// @param value a loss above 0, or an accuracy above 0 and at most 1
public record Finish(Measure measure, double value) {
    /// What is measured.
    public enum Measure {
        /// Over the training part.
        LOSS,
        /// Over the test part, or the training part without a test part.
        ACCURACY
    }

    /// @throws IllegalArgumentException if nothing could ever be there
    public Finish {
        if (!(value > 0) || !Double.isFinite(value) || measure == Measure.ACCURACY && value > 1) {
            throw new IllegalArgumentException("A race cannot end at a " + measure + " of " + value);
        }
    }

    public static Finish atLoss(double value) {
        return new Finish(Measure.LOSS, value);
    }

    public static Finish atAccuracy(double value) {
        return new Finish(Measure.ACCURACY, value);
    }

    /// Whether it is reached; never by what is no number.
    boolean isReached(double loss, double accuracy) {
        return measure == Measure.LOSS ? loss <= value : accuracy >= value;
    }
}
