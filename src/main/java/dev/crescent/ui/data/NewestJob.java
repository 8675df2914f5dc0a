package dev.crescent.ui.data;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Computes something in the background and shows it on the JavaFX thread: one at a time, the newest wish next, those
/// between forgotten.
final class NewestJob<T> {
    private final Executor background;
    private final Consumer<T> show;
    private final AtomicReference<@Nullable Supplier<T>> wanted = new AtomicReference<>();
    private final AtomicBoolean running = new AtomicBoolean();

    NewestJob(Executor background, Consumer<T> show) {
        this.background = background;
        this.show = show;
    }

    /// @param work runs in the background; must not touch the scene
    void want(Supplier<T> work) {
        wanted.set(work);
        next();
    }

    private void next() {
        if (wanted.get() != null && running.compareAndSet(false, true)) {
            try {
                background.execute(this::run);
            } catch (RejectedExecutionException e) {
                // The window has closed; nobody waits for the result any more.
                wanted.set(null);
            }
        }
    }

    private void run() {
        try {
            Supplier<T> work = wanted.getAndSet(null);
            if (work != null) {
                T result = work.get();
                Platform.runLater(() -> show.accept(result));
            }
        } finally {
            running.set(false);
            next();
        }
    }
}
