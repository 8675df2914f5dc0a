package dev.crescent.train;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Experiment;

/// A moment of a run: with its experiment, everything that views show follows from it. Immutable by convention: nobody
/// writes into the arrays.
///
/// @param run counts up with every reset, and with a return to an earlier run
/// @param step steps done
/// @param epoch passes over the training part, a fraction within one
/// @param parameters `[layout total]`, in the engine's parameter layout
/// @param train loss and accuracy over the training part in evaluation mode, or over as much of it as [Glance#samples] says
/// @param test likewise over the test part
/// @param samplesPerSecond training samples a second lately; 0 while paused
public record Snapshot(Experiment experiment, Dataset dataset, long run, long step, double epoch, float[] parameters,
                       OptimizerState optimizer, Metrics train, Metrics test, double samplesPerSecond, boolean running,
                       History history) {
    /// How many steps an epoch takes; 1 without samples.
    public long stepsPerEpoch() {
        return stepsPerEpoch(dataset.train().count(), experiment);
    }

    static int stepsPerEpoch(int samples, Experiment experiment) {
        return Math.max(1, Math.ceilDiv(samples, experiment.training().batchSize()));
    }

    /// The same moment with another history.
    Snapshot with(History other) {
        return new Snapshot(experiment, dataset, run, step, epoch, parameters, optimizer, train, test, samplesPerSecond,
                running, other);
    }

    /// The same moment as one of another run, or of more of its run, that is known to have gone through it.
    Snapshot of(long someRun, History whole) {
        return new Snapshot(experiment, dataset, someRun, step, epoch, parameters, optimizer, train, test, samplesPerSecond,
                running, whole);
    }

    /// The same moment with another draw of the same data.
    Snapshot of(Dataset other) {
        return new Snapshot(experiment, other, run, step, epoch, parameters, optimizer, train, test, samplesPerSecond, running,
                history);
    }

    /// The same moment, not training.
    Snapshot paused() {
        return new Snapshot(experiment, dataset, run, step, epoch, parameters, optimizer, train, test, 0, false, history);
    }
}
