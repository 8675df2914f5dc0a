package dev.crescent.app;

/// Where a run that is played back stands. Plays at an even pace of epochs, whatever training took for them. Times are those
/// of the frame's clock.
final class Playback {
    /// So long the whole run takes.
    private static final double NANOS = 10e9;

    private double factor = 1;
    private boolean playing;
    private double epoch;
    private long before; // the frame that the epoch is of; the least number before the first

    boolean isPlaying() {
        return playing;
    }

    /// @param times as fast as usual, where the whole run takes ten seconds
    void setFactor(double times) {
        factor = times;
    }

    double factor() {
        return factor;
    }

    /// Plays from an epoch on, beginning with the next frame.
    void start(double from) {
        playing = true;
        epoch = from;
        before = Long.MIN_VALUE;
    }

    void stop() {
        playing = false;
    }

    /// Goes on until now, and stops at the end.
    ///
    /// @param first epoch of the run, and the last
    /// @return the epoch to show
    double advance(long now, double first, double last) {
        if (before != Long.MIN_VALUE) {
            epoch += (now - before) / NANOS * factor * (last - first);
        }
        before = now;
        if (epoch >= last) {
            epoch = last;
            playing = false;
        }
        return epoch;
    }
}
