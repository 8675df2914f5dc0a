package dev.crescent.ui;

import javafx.animation.AnimationTimer;

/// Does something once, in the next frame, however often it is asked to.
public final class Frame extends AnimationTimer {
    private final Runnable action;
    private boolean pending;

    public Frame(Runnable action) {
        this.action = action;
    }

    public void request() {
        if (!pending) {
            pending = true;
            start();
        }
    }

    /// Does it now if it was asked for and not done yet.
    public void flush() {
        if (pending) {
            pending = false;
            stop();
            action.run();
        }
    }

    @Override
    public void handle(long now) {
        flush();
    }
}
