package dev.crescent.train;

import dev.crescent.experiment.Experiment;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The background trainer: a thread that owns the run, obeys commands and publishes snapshots. It never waits for
/// whoever draws them.
public final class Trainer implements AutoCloseable {
    /// Commands are looked at at least this often.
    private static final long SLICE_NANOS = 4_000_000;
    private static final long LONGEST_PARK_NANOS = 100_000_000;

    private final ConcurrentLinkedQueue<Command> commands = new ConcurrentLinkedQueue<>();
    private final Published published = new Published();
    private final Consumer<Throwable> onFailure;
    private final TrainerState state;
    private final Thread thread;
    private volatile boolean closed;

    /// Starts the thread; the first snapshot follows as soon as the data are there.
    ///
    /// @param base the folder that the experiment's relative paths are relative to
    /// @param onFailure told of an error in the trainer itself, on the trainer's thread
    public Trainer(Experiment experiment, Engines engines, Path base, Consumer<Throwable> onFailure) {
        this(new Command.Become(experiment, ""), engines, base, onFailure);
    }

    /// Likewise, where the training of an experiment stood another day.
    public Trainer(Progress progress, Experiment experiment, Engines engines, Path base, Consumer<Throwable> onFailure) {
        this(new Command.Resume(progress, experiment), engines, base, onFailure);
    }

    @SuppressWarnings("ThreadPriorityCheck") // only a wish: the window goes first where it is heard
    private Trainer(Command first, Engines engines, Path base, Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
        this.state = new TrainerState(engines, base, published);
        commands.add(first);
        thread = Thread.ofPlatform().name("crescent-trainer").daemon(true).priority(Thread.NORM_PRIORITY - 1)
                .start(this::work);
    }

    /// The newest snapshot; null until the first experiment is ready.
    public @Nullable Snapshot latest() {
        return published.latest;
    }

    /// The newest snapshot of this run from before its loss went astray, its parameters all finite; null before the
    /// first.
    public @Nullable Snapshot lastGood() {
        return published.lastGood;
    }

    /// The newest notice; null before the first. Whoever sees it sees a snapshot at least as new.
    public @Nullable Notice notice() {
        return published.notice;
    }

    /// Asks for something; returns at once.
    public void send(Command command) {
        commands.add(command);
        LockSupport.unpark(thread);
    }

    /// Stops the thread and waits until it has ended.
    @Override
    public void close() {
        closed = true;
        state.cancel();
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive() && thread != Thread.currentThread()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!closed) {
                turn();
            }
        } finally {
            state.close();
        }
    }

    private void turn() {
        try {
            for (Command command = next(); command != null; command = next()) {
                state.obey(command);
            }
            long wait = state.work(SLICE_NANOS);
            if (wait > 0 && commands.isEmpty() && !closed) {
                LockSupport.parkNanos(this, Math.min(wait, LONGEST_PARK_NANOS));
            }
        } catch (RuntimeException | Error e) {
            if (closed && e instanceof CancellationException) {
                return; // nobody waits any more for what an engine prepared
            }
            state.fail(e);
            onFailure.accept(e);
        }
    }

    /// The next command. While data are being read, a slider may have sent many experiments: only the last counts.
    private @Nullable Command next() {
        Command command = commands.poll();
        while (command instanceof Command.Become earlier && commands.peek() instanceof Command.Become later) {
            commands.poll();
            command = later.mark().isEmpty() ? new Command.Become(later.experiment(), earlier.mark()) : later;
        }
        return command;
    }
}
