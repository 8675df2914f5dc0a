package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/// What a trainer does, without its thread: it works only when it is told to.
final class Driven {
    private static final long SLICE = 1_000_000;
    private static final long TIMEOUT = 60_000_000_000L;

    final Published published = new Published();
    final TrainerState state;

    Driven(Engines engines) {
        state = new TrainerState(engines, Path.of(""), published);
    }

    /// With data from elsewhere.
    Driven(Engines engines, RunOpener.Loader loader) {
        state = new TrainerState(engines, Path.of(""), published, loader);
    }

    static Driven of(Experiment experiment) {
        return new Driven(Experiments.ENGINES).ask(new Command.Become(experiment, ""));
    }

    Driven ask(Command... commands) {
        for (Command command : commands) {
            state.obey(command);
        }
        return this;
    }

    /// Trains until it pauses by itself.
    Driven toTheEnd() {
        long end = System.nanoTime() + TIMEOUT;
        for (long wait = state.work(SLICE); wait != Long.MAX_VALUE; wait = state.work(SLICE)) {
            assertThat(System.nanoTime()).as("it pauses by itself").isLessThan(end);
            LockSupport.parkNanos(wait);
        }
        return this;
    }

    /// So many single steps.
    Driven steps(int count) {
        for (int i = 0; i < count; i++) {
            ask(new Command.Step()).toTheEnd();
        }
        return this;
    }

    /// Asks for an epoch, so many times.
    Driven epochs(int count) {
        for (int i = 0; i < count; i++) {
            ask(new Command.Epoch()).toTheEnd();
        }
        return this;
    }

    Snapshot latest() {
        return Objects.requireNonNull(published.latest, "no snapshot yet");
    }

    Snapshot lastGood() {
        return Objects.requireNonNull(published.lastGood, "no good snapshot yet");
    }

    Notice notice() {
        return Objects.requireNonNull(published.notice, "no notice yet");
    }
}
