package dev.crescent.engine.cuda;

import java.util.function.LongSupplier;

/// When it is time for another copy of what lies on the device: so often that little has to be taken again after a failure,
/// which takes many times as long elsewhere, and so seldom that copies cost a twentieth of the time at most.
final class CopyTimes {
    private static final long LEAST_NANOS = 200_000_000;
    private static final long TIMES_AS_LONG = 20;

    private final LongSupplier clock;
    private long begun;
    private long copied;
    /// How long the last one took.
    private long lasted;

    /// @param clock nanoseconds
    CopyTimes(LongSupplier clock) {
        this.clock = clock;
        this.copied = clock.getAsLong();
    }

    boolean isDue() {
        return clock.getAsLong() - copied >= Math.max(LEAST_NANOS, TIMES_AS_LONG * lasted);
    }

    void begin() {
        begun = clock.getAsLong();
    }

    void end() {
        copied = clock.getAsLong();
        lasted = copied - begun;
    }

    /// There is a copy now that did not have to be made.
    void skip() {
        copied = clock.getAsLong();
    }
}
