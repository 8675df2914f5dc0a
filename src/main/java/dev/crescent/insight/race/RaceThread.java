package dev.crescent.insight.race;

import dev.crescent.train.Engines;
import dev.crescent.train.TrainingException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs races on a thread of its own: the one that was wished for last, as far as was wished. Nobody waits for it, and it
/// waits for nobody.
///
/// When the last optimizer has arrived or is lost it stops, at this very step, until somebody lets it run again.
public final class RaceThread implements AutoCloseable {
    /// Between two moments that are given out: more than the screen shows are of no use.
    private static final long MOMENT_NANOS = 12_000_000;

    private final Engines engines;
    private final Consumer<Throwable> onFailure;
    private final AtomicReference<@Nullable RaceWish> wanted = new AtomicReference<>();
    private final AtomicReference<@Nullable RaceNews> newest = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;

    // The thread's own:
    private @Nullable RaceWish known;
    private @Nullable NetworkRace race;
    private long halted = Long.MIN_VALUE; // the go that a decision has ended
    private boolean fresh; // whether there is something that was not given out
    private long givenAt;

    /// @param onFailure told of errors in the program itself, on the race's thread
    @SuppressWarnings("ThreadPriorityCheck") // only a wish: the window goes first where it is heard
    public RaceThread(Engines engines, Consumer<Throwable> onFailure) {
        this.engines = engines;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name("crescent-race").daemon(true).priority(Thread.NORM_PRIORITY - 1)
                .start(this::work);
    }

    /// Asks for a race; returns at once.
    public void ask(RaceWish wish) {
        wanted.set(wish);
        LockSupport.unpark(thread);
    }

    /// What has changed since the last call; null for nothing.
    public @Nullable RaceNews take() {
        return newest.getAndSet(null);
    }

    /// Ends the thread as soon as its step is done.
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void work() {
        try {
            while (!closed) {
                try {
                    turn();
                } catch (RuntimeException | OutOfMemoryError e) {
                    end();
                    onFailure.accept(e);
                }
            }
        } finally {
            end();
        }
    }

    private void turn() {
        RaceWish wish = wanted.get();
        if (wish == null) {
            LockSupport.park(this);
            return;
        }
        if (wish != known) {
            adopt(wish);
        }
        boolean moved = advance(wish);
        fresh |= moved;
        NetworkRace now = race;
        if (now != null && fresh && (!moved || System.nanoTime() - givenAt >= MOMENT_NANOS)) {
            newest.set(now.moment(wish.number()));
            fresh = false;
            givenAt = System.nanoTime();
        }
        if (!moved && wanted.get() == wish && !closed) {
            LockSupport.park(this);
        }
    }

    private void adopt(RaceWish wish) {
        RaceWish before = known;
        known = wish;
        try {
            if (before == null || before.number() != wish.number()) {
                end();
                halted = Long.MIN_VALUE;
                race = new NetworkRace(wish.terms(), wish.finish(), engines);
                race.enter(wish.entrants());
                fresh = true;
            } else if (race != null && !before.entrants().equals(wish.entrants())) {
                race.enter(wish.entrants());
                fresh = true;
            }
            if (race != null && before != null && !before.finish().equals(wish.finish())) {
                race.judge(wish.finish());
                fresh = true;
            }
        } catch (TrainingException e) {
            end();
            newest.set(new RaceRefusal(wish.number(), String.valueOf(e.getMessage())));
        }
    }

    /// @return whether anybody took a step
    private boolean advance(RaceWish wish) {
        NetworkRace now = race;
        if (now == null) {
            return false;
        }
        if (now.catchUp()) {
            return true;
        }
        if (now.step() >= wish.target() || halted == wish.go()) {
            return false;
        }
        boolean decided = now.isDecided();
        boolean moved = now.go(wish.target() - now.step());
        if (!decided && now.isDecided()) {
            halted = wish.go();
        }
        return moved;
    }

    private void end() {
        NetworkRace now = race;
        race = null;
        if (now != null) {
            now.close();
        }
    }
}
