package dev.crescent.engine.cpu;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Threads that do a piece of work together: the caller and its helpers, each its own share, until all are done.
///
/// Who waits first spins, since the next piece mostly comes within microseconds, then parks. Nothing is allocated for
/// a piece of work.
final class Crew implements AutoCloseable {
    /// A piece of work that can be shared.
    @FunctionalInterface
    interface Work {
        /// @param worker 0 for the caller, from 1 on for the helpers
        void share(int worker);
    }

    /// How often who waits looks before it parks: some 50 microseconds.
    private static final int SPINS = 2_000;

    private final Helper[] helpers;
    private final AtomicInteger busy = new AtomicInteger();
    private @Nullable Work work;
    private long pieces;
    /// Number of the piece of work; negative when there will be none any more.
    private volatile long piece;
    private volatile @Nullable Thread waiting;
    private volatile @Nullable Throwable failure;

    /// @param workers the caller included, 1 or more
    Crew(int workers) {
        helpers = new Helper[workers - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper(i + 1);
            helpers[i].start();
        }
    }

    int workers() {
        return helpers.length + 1;
    }

    /// Has everybody do their share, and returns when all have. One caller at a time.
    ///
    /// @param alone whether the caller does all of it
    void run(Work todo, boolean alone) {
        if (helpers.length == 0 || alone) {
            for (int worker = 0; worker <= helpers.length; worker++) {
                todo.share(worker);
            }
            return;
        }
        work = todo;
        busy.set(helpers.length);
        piece = ++pieces;
        for (Helper helper : helpers) {
            helper.wake();
        }
        try {
            todo.share(0);
        } finally {
            await();
        }
        Throwable failed = failure;
        if (failed != null) {
            failure = null;
            throw new IllegalStateException("a worker of the engine failed", failed);
        }
    }

    private void await() {
        for (int spin = 0; spin < SPINS; spin++) {
            if (busy.get() == 0) {
                return;
            }
            Thread.onSpinWait();
        }
        waiting = Thread.currentThread();
        boolean interrupted = false;
        while (busy.get() > 0) {
            LockSupport.park(this);
            // A thread that was interrupted cannot park.
            interrupted |= Thread.interrupted();
        }
        waiting = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the helpers; returns when they have ended.
    @Override
    public void close() {
        piece = -1;
        for (Helper helper : helpers) {
            helper.wake();
        }
        boolean interrupted = false;
        for (Helper helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Helper extends Thread {
        private final int worker;
        private volatile boolean parked;

        Helper(int worker) {
            super("crescent-cpu-" + worker);
            this.worker = worker;
            setDaemon(true);
        }

        void wake() {
            if (parked) {
                LockSupport.unpark(this);
            }
        }

        @Override
        public void run() {
            for (long done = 0; (done = next(done)) > 0;) {
                try {
                    Work todo = work;
                    if (todo != null) {
                        todo.share(worker);
                    }
                } catch (RuntimeException | Error e) {
                    failure = e;
                }
                if (busy.decrementAndGet() == 0) {
                    // Null too where the caller still spins, which unpark takes.
                    LockSupport.unpark(waiting);
                }
            }
        }

        /// Waits for another piece than `done`, and returns its number.
        private long next(long done) {
            for (int spin = 0; spin < SPINS; spin++) {
                if (piece != done) {
                    return piece;
                }
                Thread.onSpinWait();
            }
            parked = true;
            while (piece == done) {
                LockSupport.park(this);
            }
            parked = false;
            return piece;
        }
    }
}
