package dev.crescent.app;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
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
        scene.addEventFilter(KeyEvent.KEY_PRESSED, LastEscape::passOn);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, escape::pressed);
        return escape;
    }

    /// A menu's button takes the key even while its menu is closed and there is nothing to do for it.
    private static void passOn(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof MenuButton button && !button.isShowing()
                && button.getParent() != null) {
            event.consume();
            Event.fireEvent(button.getParent(), event.copyFor(event.getSource(), button.getParent()));
        }
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
