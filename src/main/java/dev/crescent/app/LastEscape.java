package dev.crescent.app;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The Escape key that nothing else in a window has taken settles the uppermost of what is told.
final class LastEscape implements AutoCloseable {
    private final Stage stage;
    private final Banners banners;
    private final Subscription fullScreen;
    private boolean leaving; // the full screen, within this event

    private LastEscape(Stage stage, Banners banners) {
        this.stage = stage;
        this.banners = banners;
        fullScreen = stage.fullScreenProperty().subscribe(this::turned);
    }

    static LastEscape install(Scene scene, Stage stage, Banners banners) {
        LastEscape escape = new LastEscape(stage, banners);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, escape::pressed);
        return escape;
    }

    /// The toolkit leaves the full screen by the same key, which comes here nevertheless.
    private void turned(boolean full) {
        if (!full) {
            leaving = true;
            Platform.runLater(() -> leaving = false);
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !stage.isFullScreen() && !leaving && banners.dismiss()) {
            event.consume();
        }
    }

    /// Lets go of the window's stage, which another window may use.
    @Override
    public void close() {
        fullScreen.unsubscribe();
    }
}
