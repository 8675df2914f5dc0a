package dev.crescent.app;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.train.Command;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// A run of the program for nobody: the window is drawn, trains a little and closes, so that whoever packs the program can
/// keep what Java has read, linked and compiled meanwhile. It is drawn as it opens, and then the room. The system property `crescent.rehearsal` asks for it.
final class Rehearsal {
    private static final int FRAMES = 120;

    private Rehearsal() {}

    static boolean isAskedFor() {
        return Boolean.getBoolean("crescent.rehearsal");
    }

    static void begin(MainWindow window) {
        Thread compiles = Thread.ofPlatform().daemon(true).start(CpuEngine::warmUp);
        window.bench().trainer().send(new Command.Go());
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == FRAMES / 3) {
                    window.leaveStart();
                }
                if (frames >= FRAMES && !compiles.isAlive()) {
                    stop();
                    Platform.exit();
                }
            }
        }.start();
    }
}
