package dev.crescent.train;

import dev.crescent.engine.Metrics;
import java.util.Optional;

/// When a run pauses by itself. A limit of 0 is no limit.
///
/// @param epochs pauses after so many epochs
/// @param loss pauses when the training loss is at or below it
/// @param accuracy pauses when the accuracy, 0 to 1, is at or above it: the test part's, or the training part's
///     without a test part
public record StopCondition(long epochs, double loss, double accuracy) {
    /// Goes on for ever.
    public static final StopCondition NEVER = new StopCondition(0, 0, 0);

    /// Why to stop, as a sentence; empty to go on.
    Optional<String> met(long epochsDone, Metrics train, Metrics test) {
        if (epochs > 0 && epochsDone >= epochs) {
            return Optional.of("Stopped after " + epochs + (epochs == 1 ? " epoch." : " epochs."));
        }
        if (loss > 0 && train.loss() <= loss) {
            return Optional.of("Stopped: the training loss reached " + loss + ".");
        }
        double reached = Double.isNaN(test.accuracy()) ? train.accuracy() : test.accuracy();
        if (accuracy > 0 && reached >= accuracy) {
            return Optional.of("Stopped: the accuracy reached " + Math.round(accuracy * 1000) / 10.0 + " %.");
        }
        return Optional.empty();
    }
}
