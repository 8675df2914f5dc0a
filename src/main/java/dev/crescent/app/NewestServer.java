package dev.crescent.app;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A thread of its own that serves the newest thing asked for: a newer one replaces an older one, and nobody waits.
///
/// @param <Q> what is asked
final class NewestServer<Q> implements AutoCloseable {
    private final AtomicReference<@Nullable Q> next = new AtomicReference<>();
    private final Consumer<Q> serve;
    private final Consumer<Throwable> onFailure;
    private final Runnable atEnd;
    private final Thread thread;
    private volatile boolean closed;

    /// @param name the thread's
    /// @param serve called on the thread, for one thing at a time
    /// @param onFailure told what that throws; the thread goes on
    NewestServer(String name, Consumer<Q> serve, Consumer<Throwable> onFailure) {
        this(name, serve, onFailure, () -> { });
    }

    /// @param name the thread's
    /// @param serve called on the thread, for one thing at a time
    /// @param onFailure told what that throws; the thread goes on
    /// @param atEnd called on the thread as the last thing
    @SuppressWarnings("ThreadPriorityCheck") // only a wish: the window goes first where it is heard
    NewestServer(String name, Consumer<Q> serve, Consumer<Throwable> onFailure, Runnable atEnd) {
        this.serve = serve;
        this.onFailure = onFailure;
        this.atEnd = atEnd;
        this.thread = Thread.ofPlatform().name(name).daemon(true).priority(Thread.MIN_PRIORITY).start(this::work);
    }

    void ask(Q question) {
        next.set(question);
        LockSupport.unpark(thread);
    }

    /// What is asked next; null if nothing is.
    @Nullable Q waiting() {
        return next.get();
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void work() {
        while (!closed) {
            Q question = next.getAndSet(null);
            if (question == null) {
                LockSupport.park(this);
                continue;
            }
            try {
                serve.accept(question);
            } catch (RuntimeException | OutOfMemoryError e) {
                onFailure.accept(e);
            }
        }
        atEnd.run();
    }
}
