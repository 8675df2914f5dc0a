package dev.crescent.app;

import java.util.function.LongConsumer;
import javafx.animation.AnimationTimer;

/// Calls for every frame, and goes on after one that failed: the next may go well, and the user's work is in the window.
/// Of failures in a row the first is handed to the thread's handler of uncaught errors.
final class FrameLoop extends AnimationTimer {
    private final LongConsumer frame;
    private boolean failed; // whether the last frame did

    /// @param frame told the nanoseconds of the frame's clock
    FrameLoop(LongConsumer frame) {
        this.frame = frame;
    }

    @Override
    public void handle(long now) {
        try {
            frame.accept(now);
            failed = false;
        } catch (RuntimeException e) {
            if (!failed) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
            failed = true;
        }
    }
}
