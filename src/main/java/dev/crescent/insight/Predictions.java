package dev.crescent.insight;

import java.util.Arrays;

/// What a network predicts for samples with values. Immutable by convention: nobody writes into the arrays.
///
/// @param truths `[n]` true values of samples that stand for all that were counted
/// @param predicted `[n]` what the network says to these; never NaN, but it may be infinite
/// @param targets from the least to the greatest true value of the test part
/// @param r2 coefficient of determination over all that were counted and got an answer, see [PredictionCounter]; 1 where
/// all are right, 0 where they are no better than the mean of the true values, below that where they are worse, NaN where
/// the true values are all the same
/// @param total samples that were counted
/// @param undecided how many of those are left out, because the network's output is not a number
public record Predictions(float[] truths, float[] predicted, ValueRange targets, double r2, int total, int undecided)
        implements Outcome {
    /// The values that axes have to hold: those of the test part, and all predictions that are not more than one such
    /// range beyond, so that one wild prediction does not squash the rest.
    public ValueRange axes() {
        double span = targets.high() - targets.low();
        double low = targets.low();
        double high = targets.high();
        for (float value : predicted) {
            if (value >= targets.low() - span && value <= targets.high() + span) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return new ValueRange(low, high);
    }

    /// Whether both say the same.
    public boolean sameAs(Predictions other) {
        return total == other.total && undecided == other.undecided && Arrays.equals(truths, other.truths)
                && Arrays.equals(predicted, other.predicted) && targets.equals(other.targets);
    }
}
