package dev.crescent.app;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.descent.BasinMap;
import dev.crescent.insight.descent.Basins;
import dev.crescent.insight.descent.Limits;
import dev.crescent.insight.descent.Minimum;
import dev.crescent.insight.descent.MinimumFinder;
import dev.crescent.insight.descent.PlaneFunction;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds a function's minima and colors its basins on a thread of its own, coarse first. A newer question replaces an
/// older one, which is given up.
final class BasinWorker implements AutoCloseable {
    private static final int SIDE = 168;
    private static final int THREADS = 2;
    /// A ball that has not settled by then counts for the minimum that it is close to, or for none.
    private static final Limits LIMITS = Limits.of(4_000);

    /// What is asked.
    ///
    /// @param function whose minima are wanted; null for nothing at all
    /// @param optimizer whose basins are wanted; null for none
    record Question(@Nullable PlaneFunction function, @Nullable Optimizer optimizer) {}

    /// What is known so far.
    ///
    /// @param basins null until the first pass is done, and where none are wanted
    record Answer(Question question, List<Minimum> minima, @Nullable Basins basins) {}

    private final AtomicReference<@Nullable Answer> newest = new AtomicReference<>();
    private final NewestServer<Question> server;

    /// @param onFailure told of errors in the program itself
    BasinWorker(Consumer<Throwable> onFailure) {
        server = new NewestServer<>("crescent-basins", this::answer, onFailure);
    }

    void ask(Question question) {
        server.ask(question);
    }

    /// What was found since the last call; null for nothing.
    @Nullable Answer take() {
        return newest.getAndSet(null);
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(Question question) {
        BooleanSupplier stopped = () -> server.isClosed() || server.waiting() != null;
        PlaneFunction function = question.function();
        if (function == null) {
            return;
        }
        List<Minimum> minima = MinimumFinder.of(function, function.region(), stopped);
        if (stopped.getAsBoolean()) {
            return; // maybe not all were found
        }
        newest.set(new Answer(question, minima, null));
        Optimizer optimizer = question.optimizer();
        if (optimizer != null) {
            new BasinMap(function, optimizer, function.region(), SIDE, SIDE, minima, LIMITS)
                    .compute(THREADS, stopped, pass -> newest.set(new Answer(question, minima, pass)));
        }
    }
}
