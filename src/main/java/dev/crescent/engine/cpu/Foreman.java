package dev.crescent.engine.cpu;

/// Decides whether a crew works together or its caller alone, which gives the same bits: together is faster, unless
/// other programs, or the drawing of this one, keep a processor busy that the others then wait for in every step.
///
/// Now and then it tries the other way for some steps, then its own again, and stays with the faster: soon again after it
/// has changed its mind, or has just begun, when Java still compiles beside it; more and more rarely while nothing changes.
final class Foreman {
    private static final int LEAST_STEPS = 2;
    private static final long LEAST_NANOS = 10_000_000;
    /// Time between trials, as a multiple of a trial's: after a change, and at most; and the most in nanoseconds.
    private static final int LEAST_REST = 4;
    private static final int MOST_REST = 40;
    private static final long MOST_REST_NANOS = 4_000_000_000L;
    /// The other way must be that much faster.
    private static final double GAIN = 1.05;

    private enum Phase { WORK, OTHER_WAY, OWN_WAY }

    private Phase phase = Phase.WORK;
    private boolean alone;
    private int steps;
    private long spent;
    private long rest = LEAST_NANOS;
    private int patience = LEAST_REST;
    private double otherRate;
    private long trial;

    boolean alone() {
        return alone;
    }

    /// A step has taken so long.
    void done(long nanos) {
        steps++;
        spent += nanos;
        switch (phase) {
            case WORK -> {
                if (spent >= rest) {
                    alone = !alone;
                    go(Phase.OTHER_WAY);
                }
            }
            case OTHER_WAY -> {
                if (tried()) {
                    otherRate = steps / (double) spent;
                    trial = spent;
                    alone = !alone;
                    go(Phase.OWN_WAY);
                }
            }
            case OWN_WAY -> {
                if (tried()) {
                    boolean other = otherRate > GAIN * steps / spent;
                    alone ^= other;
                    patience = other ? LEAST_REST : Math.min(MOST_REST, 2 * patience);
                    rest = Math.min(MOST_REST_NANOS, patience * (trial + spent));
                    go(Phase.WORK);
                }
            }
        }
    }

    private boolean tried() {
        return steps >= LEAST_STEPS && spent >= LEAST_NANOS;
    }

    private void go(Phase next) {
        phase = next;
        steps = 0;
        spent = 0;
    }
}
