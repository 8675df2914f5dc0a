package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Experiment;
import dev.crescent.insight.Outcome;
import dev.crescent.insight.OutcomeCounter;
import dev.crescent.train.Glance;
import dev.crescent.train.Snapshot;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Counts the outcome of the newest snapshot that it is wanted for, at most ten times a second. While training, as many
/// test samples are counted as the losses are of, and that takes a tenth of the time at most; at rest all are counted.
/// Belongs to one thread.
final class OutcomePace {
    static final long PACE_NANOS = 100_000_000;

    /// Of the time, at most one part in so many goes into counting.
    private static final int SHARE = 10;

    private final Engine engine;
    private final LongSupplier clock;
    private @Nullable Snapshot wanted;
    private int samples; // of its test part that are to be counted
    private @Nullable Snapshot counted;
    private @Nullable OutcomeCounter counter;
    private @Nullable Experiment counterOf;
    private @Nullable Dataset dataOf;
    private @Nullable Snapshot glanceOf;
    private int glance; // samples that its losses are of
    private long begun = Long.MIN_VALUE;
    private double nanosOfSample;

    /// @param clock nanoseconds that pass while it counts
    OutcomePace(Engine engine, LongSupplier clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /// What was counted, and of which snapshot.
    record Counted(Snapshot snapshot, Outcome outcome) {}

    /// @param snapshot null for none; of what has no outcome to count, none is
    void want(@Nullable Snapshot snapshot) {
        // What is wanted can lag behind the data by a frame.
        boolean countable = snapshot != null && snapshot != counted
                && OutcomeCounter.suits(snapshot.experiment(), snapshot.dataset());
        wanted = countable ? snapshot : null;
        samples = wanted == null ? 0 : samples(wanted);
    }

    /// Nanoseconds until something is to be counted: 0 is at once, [Long#MAX_VALUE] not at all.
    long untilDue(long now) {
        Snapshot snapshot = wanted;
        if (snapshot == null) {
            return Long.MAX_VALUE;
        }
        if (begun == Long.MIN_VALUE) {
            return 0;
        }
        // At rest there is no training that it could hold up.
        double wait = snapshot.running() ? SHARE * nanosOfSample * samples : 0;
        return Math.max(0, begun + Math.max(PACE_NANOS, (long) wait) - now);
    }

    private int samples(Snapshot snapshot) {
        int all = snapshot.dataset().test().count();
        if (!snapshot.running()) {
            return all;
        }
        Snapshot known = glanceOf;
        if (known == null || known.experiment() != snapshot.experiment() || known.dataset() != snapshot.dataset()) {
            glanceOf = snapshot;
            glance = Glance.samples(snapshot.experiment(), snapshot.dataset(), all);
        }
        return glance;
    }

    /// The outcome of the snapshot wanted last; null if none is due, or if it was stopped.
    ///
    /// @param stopped asked now and then whether to give up
    @Nullable Counted count(long now, BooleanSupplier stopped) {
        Snapshot snapshot = wanted;
        if (snapshot == null || untilDue(now) > 0) {
            return null;
        }
        // Remembered before anything can fail: what fails once is not tried again and again.
        wanted = null;
        counted = snapshot;
        begun = now;
        long start = clock.getAsLong();
        Outcome outcome = counter(snapshot).count(snapshot.parameters(), samples, stopped);
        if (outcome == null) {
            counted = null;
            begun = Long.MIN_VALUE;
            return null;
        }
        nanosOfSample = (clock.getAsLong() - start) / (double) Math.max(1, samples);
        return new Counted(snapshot, outcome);
    }

    private OutcomeCounter counter(Snapshot snapshot) {
        OutcomeCounter known = counter;
        if (known != null && snapshot.experiment() == counterOf && snapshot.dataset() == dataOf) {
            return known;
        }
        OutcomeCounter fresh = OutcomeCounter.of(snapshot.experiment(), snapshot.dataset(), engine);
        counter = fresh;
        counterOf = snapshot.experiment();
        dataOf = snapshot.dataset();
        return fresh;
    }
}
