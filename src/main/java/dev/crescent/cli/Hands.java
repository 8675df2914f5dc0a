package dev.crescent.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// Threads that work at once, the caller's among them.
final class Hands implements AutoCloseable {
    private final int threads;
    private final ExecutorService helpers;

    Hands(int threads) {
        this.threads = threads;
        this.helpers = Executors.newFixedThreadPool(Math.max(1, threads - 1),
                Thread.ofPlatform().daemon().name("crescent-bench-", 1).factory());
    }

    int count() {
        return threads;
    }

    /// Has each do its part, and returns when all have.
    ///
    /// @param part takes the thread's number, from 0
    void run(IntConsumer part) {
        List<Future<?>> others = new ArrayList<>();
        for (int thread = 1; thread < threads; thread++) {
            int own = thread;
            others.add(helpers.submit(() -> part.accept(own)));
        }
        part.accept(0);
        try {
            for (Future<?> other : others) {
                other.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while others work", e);
        }
    }

    @Override
    public void close() {
        helpers.shutdown();
    }
}
