package dev.crescent.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the work and the preferences on a thread of their own, which no large table holds up. Of work that changes faster
/// than it can be written only the newest is.
final class Keeper implements AutoCloseable {
    private static final int MOST_SECONDS = 5;

    private final Consumer<Work> works;
    private final Runnable preferences;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("crescent-keeper").daemon(true).factory());
    private final AtomicReference<@Nullable Work> next = new AtomicReference<>();

    /// @param works writes what is on the bench
    /// @param preferences writes them
    Keeper(Consumer<Work> works, Runnable preferences) {
        this.works = works;
        this.preferences = preferences;
    }

    /// Writes what is on the bench soon; nothing after the end.
    void keep(Work work) {
        if (!thread.isShutdown() && next.getAndSet(work) == null) {
            thread.execute(this::write);
        }
    }

    /// Writes the preferences soon; no more after the end, which writes them itself.
    void keepPreferences() {
        if (!thread.isShutdown()) {
            thread.execute(preferences);
        }
    }

    private void write() {
        Work work = next.getAndSet(null);
        if (work != null) {
            works.accept(work);
        }
    }

    /// Writes what is to be written, the preferences last.
    @Override
    public void close() {
        thread.execute(preferences);
        end(thread);
    }

    /// Lets a thread finish its work, but not for ever.
    static void end(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(MOST_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
