package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.train.Command;
import dev.crescent.train.Notice;
import dev.crescent.train.Snapshot;
import dev.crescent.train.StopCondition;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// What the user asks of the trainer. What trains goes on from the newest moment, and shows it.
final class RunActions {
    private static final int SEEDS = 10_000;

    private final Workbench bench;
    private @Nullable Boolean asked; // whether the trainer was to run, if nothing but a notice can have changed that since
    private @Nullable Notice noticed; // the newest one then

    RunActions(Workbench bench) {
        this.bench = bench;
        bench.onOpen(() -> asked = null);
        bench.onReturn(() -> remember(false)); // which pauses
    }

    /// Runs, or pauses. The trainer may not have got to the press before this one yet, which counts all the same.
    void toggle() {
        ask(!isRunning());
    }

    /// Trains on from wherever it is.
    void go() {
        ask(true);
    }

    /// Pauses where it runs; what is shown stays.
    void pause() {
        if (isRunning()) {
            ask(false);
        }
    }

    private void remember(boolean run) {
        asked = run;
        noticed = bench.trainer().notice();
    }

    private void ask(boolean run) {
        remember(run);
        if (run) {
            bench.playhead().live();
        }
        bench.trainer().send(run ? new Command.Go() : new Command.Pause());
    }

    boolean isRunning() {
        Snapshot latest = bench.trainer().latest();
        boolean running = latest != null && latest.running();
        // A notice tells that training has ended by itself.
        return asked == null || bench.trainer().notice() != noticed ? running : asked;
    }

    void step() {
        asked = null;
        bench.playhead().live();
        bench.trainer().send(new Command.Step());
    }

    void epoch() {
        asked = null;
        bench.playhead().live();
        bench.trainer().send(new Command.Epoch());
    }

    void reset() {
        bench.reset();
    }

    /// Other starting weights; that changes the experiment's seed and can be undone.
    void newStart() {
        bench.playhead().live();
        Experiment now = bench.experiment();
        if (now.model() instanceof Model.Network network) {
            long seed = 1L + ThreadLocalRandom.current().nextInt(SEEDS);
            bench.change(now.withModel(network.withSeed(seed == network.seed() ? seed + 1 : seed)), "", true);
        }
    }

    void speed(double stepsPerSecond) {
        bench.setSpeed(stepsPerSecond);
    }

    void stopAt(StopCondition condition) {
        bench.trainer().send(new Command.StopAt(condition));
    }
}
