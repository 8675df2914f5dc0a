package dev.crescent.train;

/// How far to train: on and on, so many steps, or to the end of an epoch.
final class Goal {
    private static final long NONE = Long.MAX_VALUE;

    private long stepsLeft = NONE;
    private long epoch = NONE;

    void onAndOn() {
        stepsLeft = NONE;
        epoch = NONE;
    }

    /// One step; one more if some are still to be done, so that none is lost however fast they are asked for.
    void step() {
        stepsLeft = stepsLeft == NONE ? 1 : stepsLeft + 1;
        epoch = NONE;
    }

    /// To the end of the current epoch; to the end of the one after that if this one's is the goal already.
    void epoch(long epochsDone) {
        epoch = epoch == NONE ? epochsDone + 1 : epoch + 1;
        stepsLeft = NONE;
    }

    /// After a reset, epochs count from 0 again.
    void restart() {
        epoch = epoch == NONE ? NONE : 1;
    }

    boolean isOnAndOn() {
        return stepsLeft == NONE && epoch == NONE;
    }

    /// Steps that were asked for one by one are taken at once, at any pace.
    boolean isSteps() {
        return stepsLeft != NONE;
    }

    long stepsLeft() {
        return stepsLeft;
    }

    void took(long steps) {
        stepsLeft -= stepsLeft == NONE ? 0 : steps;
    }

    boolean reached(long epochsDone) {
        return stepsLeft == 0 || epochsDone >= epoch;
    }
}
