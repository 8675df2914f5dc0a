package dev.crescent.cli;

import dev.crescent.engine.Metrics;
import dev.crescent.train.Run;

/// Somebody who follows a run over its epochs.
interface EpochWatcher {
    /// Whether a run stands within an epoch, as where it was stopped and goes on another day.
    static boolean isWithin(Run run) {
        return !run.atEpochStart() && !run.broken();
    }

    /// Whether this epoch is to be measured. The start, the end and where training diverged always are.
    boolean wants(long epoch);

    /// An epoch was measured.
    ///
    /// @param epoch 0 before training; where training broke off within one, the epoch it would have become
    /// @param seconds of training so far
    void measured(Run run, long epoch, Metrics train, Metrics test, double seconds) throws BadInputException;
}
