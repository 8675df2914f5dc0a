package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.train.Command;
import dev.crescent.train.Snapshot;
import dev.crescent.train.StopCondition;
import java.util.concurrent.ThreadLocalRandom;

/// What the user asks of the trainer.
final class RunActions {
    private static final int SEEDS = 10_000;

    private final Workbench bench;
    private boolean wanted; // whether training was last asked for

    RunActions(Workbench bench) {
        this.bench = bench;
    }

    /// Runs, or pauses.
    void toggle() {
        Snapshot latest = bench.trainer().latest();
        wanted = latest == null ? !wanted : !latest.running();
        bench.trainer().send(wanted ? new Command.Go() : new Command.Pause());
    }

    /// Trains on from wherever it is.
    void go() {
        bench.trainer().send(new Command.Go());
    }

    void step() {
        bench.trainer().send(new Command.Step());
    }

    void epoch() {
        bench.trainer().send(new Command.Epoch());
    }

    void reset() {
        bench.trainer().send(new Command.Reset());
    }

    /// Other starting weights; that changes the experiment's seed and can be undone.
    void newStart() {
        Experiment now = bench.experiment();
        if (now.model() instanceof Model.Network network) {
            long seed = 1L + ThreadLocalRandom.current().nextInt(SEEDS);
            bench.change(now.withModel(network.withSeed(seed == network.seed() ? seed + 1 : seed)), "", true);
        }
    }

    void speed(double stepsPerSecond) {
        bench.trainer().send(new Command.Speed(stepsPerSecond));
    }

    void stopAt(StopCondition condition) {
        bench.trainer().send(new Command.StopAt(condition));
    }
}
