package dev.crescent.app;

import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.stage.Stage;

/// What the window shows until its content is made: Crescent's mark on the theme's background, since the system leaves a
/// window black, or as what was there before, until the program has painted. On a busy machine that takes a while.
final class Curtain {
    /// Frames until the system has put the window where it belongs and taken a picture of it: with four it has not, on X11
    /// with a window manager. If it ever takes more, the window is as it would be without.
    private static final int FRAMES = 8;
    /// As the rail's, in a square of 24 pixels.
    private static final String MARK = "M21 12.79A9 9 0 1 1 11.21 3 7 7 0 0 0 21 12.79z";
    private static final double ENLARGED = 3;

    private Curtain() {}

    /// Shows the window without its content and returns; goes on when that is painted, unless the window is closed by then.
    ///
    /// @param then makes the content
    static void show(Stage stage, Theme theme, Preferences preferences, Runnable then) {
        WindowPlace.recall(stage, preferences);
        Palette palette = Palette.of(theme);
        SVGPath mark = new SVGPath();
        mark.setContent(MARK);
        mark.setFill(palette.border());
        mark.setScaleX(ENLARGED);
        mark.setScaleY(ENLARGED);
        stage.setScene(new Scene(new StackPane(mark), palette.color("bg-default")));
        stage.setTitle("Crescent");
        stage.show();
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == FRAMES) {
                    stop();
                    // Not within this frame, which would paint the content before it is filled.
                    Platform.runLater(() -> {
                        if (stage.isShowing()) {
                            then.run();
                        }
                    });
                }
            }
        }.start();
    }
}
