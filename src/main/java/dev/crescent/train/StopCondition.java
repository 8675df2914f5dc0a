package dev.crescent.train;

import dev.crescent.engine.Metrics;
import java.util.Locale;
import java.util.Optional;

/// When a run pauses by itself. A limit of 0 is no limit.
///
/// @param epochs pauses after so many epochs, exactly
/// @param loss pauses when the training loss is seen at or below it; it is looked at with every snapshot
/// @param accuracy pauses when the accuracy, 0 to 1, is seen at or above it: the test part's, or the training part's
///     without a test part
public record StopCondition(long epochs, double loss, double accuracy) {
    /// Goes on for ever.
    public static final StopCondition NEVER = new StopCondition(0, 0, 0);

    /// Why to stop, as a sentence; empty to go on.
    Optional<String> met(long epochsDone, Metrics train, Metrics test) {
        if (reached(epochsDone)) {
            return Optional.of("Stopped after " + epochsDone + (epochsDone == 1 ? " epoch." : " epochs."));
        }
        if (lossReached(train)) {
            return Optional.of("Stopped: the training loss reached " + Text.number(loss) + ".");
        }
        if (accuracyReached(train, test)) {
            return Optional.of(String.format(Locale.ROOT, "Stopped: the %s accuracy reached %s %%.",
                    Double.isNaN(test.accuracy()) ? "training" : "test", Text.number(100 * accuracy)));
        }
        return Optional.empty();
    }

    /// Whether the limit of epochs is reached.
    boolean reached(long epochsDone) {
        return epochs > 0 && epochsDone >= epochs;
    }

    /// What is left of this condition for somebody who goes on although parts of it are met.
    StopCondition beyond(long epochsDone, Metrics train, Metrics test) {
        return new StopCondition(reached(epochsDone) ? 0 : epochs, lossReached(train) ? 0 : loss,
                accuracyReached(train, test) ? 0 : accuracy);
    }

    private boolean lossReached(Metrics train) {
        return loss > 0 && train.loss() <= loss;
    }

    private boolean accuracyReached(Metrics train, Metrics test) {
        return accuracy > 0 && (Double.isNaN(test.accuracy()) ? train.accuracy() : test.accuracy()) >= accuracy;
    }
}
