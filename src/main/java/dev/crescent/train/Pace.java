package dev.crescent.train;

/// How fast to train, and how fast training is. Times are those of [System#nanoTime].
final class Pace {
    private static final long WINDOW_NANOS = 500_000_000;
    /// Steps that were missed for longer than this are not made up for: a machine that cannot keep up, or slept, must
    /// not race once it can again.
    private static final double CATCH_UP_SECONDS = 0.1;

    private double stepsPerSecond = Double.POSITIVE_INFINITY;
    private long origin;
    private long taken;
    private long windowStart;
    private long windowSamples;
    private double rate;

    /// @param speed steps a second, above 0; infinite for no limit
    void set(double speed, long now) {
        stepsPerSecond = speed;
        start(now);
    }

    /// The first step is due at once.
    void start(long now) {
        origin = now;
        taken = 0;
        windowStart = now;
        windowSamples = 0;
    }

    void stop() {
        rate = 0;
    }

    /// How many steps are due by now.
    long due(long now) {
        return Math.min(behind(now), most());
    }

    private long behind(long now) {
        if (Double.isInfinite(stepsPerSecond)) {
            return Long.MAX_VALUE;
        }
        long target = 1 + (long) ((now - origin) * 1e-9 * stepsPerSecond);
        return Math.max(0, target - taken);
    }

    private long most() {
        return Math.max(1, (long) Math.ceil(CATCH_UP_SECONDS * stepsPerSecond));
    }

    /// Nanoseconds until the next step is due; 0 if one is.
    long untilNext(long now) {
        if (behind(now) > 0) {
            return 0;
        }
        return Math.max(1, origin + (long) (taken / stepsPerSecond * 1e9) - now);
    }

    void took(long steps, long samples, long now) {
        taken += steps;
        windowSamples += samples;
        long missed = behind(now);
        boolean tooMany = missed > most() || (missed > 0 && steps >= most());
        if (tooMany && Double.isFinite(stepsPerSecond)) {
            origin = now;
            taken = 1;
        }
        long elapsed = now - windowStart;
        if (elapsed >= WINDOW_NANOS) {
            rate = windowSamples * 1e9 / elapsed;
            windowStart = now;
            windowSamples = 0;
        }
    }

    /// Samples a second over the last half second or so; after a start, since then.
    double samplesPerSecond(long now) {
        long elapsed = now - windowStart;
        return rate > 0 || elapsed <= 0 ? rate : windowSamples * 1e9 / elapsed;
    }
}
