package dev.crescent.insight.engines;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Measures on a thread of its own: what was wished for last. Nobody waits for it.
public final class MeasureThread implements AutoCloseable {
    private final Consumer<Throwable> onFailure;
    private final AtomicReference<@Nullable Wish> wanted = new AtomicReference<>();
    private final AtomicReference<@Nullable News> newest = new AtomicReference<>();
    private volatile boolean closed;
    private final Thread thread;

    /// @param what opens what is to be measured, on the thread
    private record Wish(long number, Supplier<Measuring> what) {}

    /// What was measured.
    ///
    /// @param number of the wish
    /// @param over whether no more will come of it
    public record News(long number, Finding finding, boolean over) {}

    /// @param onFailure told of errors in the program itself, on this thread
    public MeasureThread(Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name("crescent-measure").daemon(true).start(this::work);
    }

    /// Begins with this, and gives up what was measured before; returns at once.
    ///
    /// @param number tells its news from others'
    /// @param what opens it, on this thread
    public void ask(long number, Supplier<Measuring> what) {
        wanted.set(new Wish(number, what));
        LockSupport.unpark(thread);
    }

    /// Gives up what is measured; returns at once.
    public void stop() {
        wanted.set(null);
    }

    /// What has come since the last call; null for nothing.
    public @Nullable News take() {
        return newest.getAndSet(null);
    }

    /// Ends the thread soon.
    @Override
    public void close() {
        closed = true;
        wanted.set(null);
        LockSupport.unpark(thread);
    }

    private void work() {
        while (!closed) {
            Wish wish = wanted.get();
            if (wish == null) {
                LockSupport.park(this);
                continue;
            }
            try (Measuring measuring = wish.what.get()) {
                measure(wish, measuring);
            } catch (RuntimeException | OutOfMemoryError e) {
                onFailure.accept(e);
            } finally {
                wanted.compareAndSet(wish, null);
            }
        }
    }

    private void measure(Wish wish, Measuring measuring) {
        boolean more = true;
        try {
            while (more && wanted.get() == wish) {
                more = measuring.go(() -> wanted.get() != wish, () -> give(wish, measuring, false));
                give(wish, measuring, false);
            }
        } finally {
            give(wish, measuring, true);
        }
    }

    private void give(Wish wish, Measuring measuring, boolean over) {
        newest.set(new News(wish.number, measuring.finding(), over));
    }
}
