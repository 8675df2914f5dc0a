package dev.crescent.ui.hidden;

import javafx.animation.Interpolator;

/// The way through the layers as it is played: from one stage to the next in two and a half seconds, slow at both ends.
///
/// Time is given, not read, so that it can be anything.
final class Morph {
    /// From one stage to the next.
    static final long NANOS = 2_500_000_000L;
    private static final Interpolator EASING = Interpolator.SPLINE(0.4, 0, 0.2, 1);
    private static final double HERE = 1e-6;

    private double at;
    private double from;
    private double goal; // the stage next on the way
    private double end; // the last one
    private boolean playing;
    private boolean started;
    private long begun;

    double at() {
        return at;
    }

    boolean playing() {
        return playing;
    }

    /// Goes to a place at once, and stays there.
    void set(double place) {
        at = place;
        playing = false;
    }

    /// Plays from here to a stage, through all between.
    void play(double stage) {
        end = stage;
        playing = Math.abs(stage - at) > HERE;
        begin();
    }

    void pause() {
        playing = false;
    }

    private void begin() {
        from = at;
        goal = end > at ? Math.min(end, Math.floor(at + HERE) + 1) : Math.max(end, Math.ceil(at - HERE) - 1);
        started = false;
    }

    /// Goes on.
    ///
    /// @param now nanoseconds; the first one after a start is its beginning
    /// @return whether the place is another one now
    boolean frame(long now) {
        if (!playing) {
            return false;
        }
        if (!started) {
            started = true;
            begun = now;
        }
        double before = at;
        double duration = NANOS * Math.abs(goal - from);
        double share = duration > 0 ? Math.clamp((now - begun) / duration, 0, 1) : 1;
        at = from + (goal - from) * EASING.interpolate(0.0, 1.0, share);
        if (share >= 1) {
            at = goal;
            playing = Math.abs(end - at) > HERE;
            if (playing) {
                begin();
            }
        }
        return at != before;
    }
}
