package dev.crescent.ui.zoom;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import javafx.scene.control.DialogPane;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/// Gives a dialog the zoom of its owner's window, and its style sheets.
public final class ZoomedDialog {
    /// The place of a window is the window manager's affair for so long after it was shown.
    private static final long SETTLED_NANOS = 2_000_000_000L;

    private ZoomedDialog() {}

    /// Dresses a dialog that is complete but not shown yet. Where it is larger than the screen it is scrolled.
    public static void dress(Dialog<?> dialog) {
        zoom(dialog);
        dialog.addEventHandler(DialogEvent.DIALOG_SHOWN, e -> keepPlace(dialog.getDialogPane().getScene().getWindow()));
    }

    private static void zoom(Dialog<?> dialog) {
        Window owner = dialog.getOwner();
        DialogPane pane = dialog.getDialogPane();
        Bindings.bindContent(pane.getStylesheets(), owner.getScene().getStylesheets()); // another theme dresses it, too
        double zoom = Zoom.of(owner);
        Scene scene = pane.getScene();
        if (zoom == 1 || scene == null) {
            return;
        }
        // The dialog makes its pane the root when it is shown, and only then it can be given another one.
        scene.getWindow().addEventHandler(WindowEvent.WINDOW_SHOWING, e -> {
            scene.setRoot(new Group()); // a root cannot get a parent
            ZoomPane root = new ZoomPane(pane);
            root.zoomProperty().set(zoom);
            Bindings.bindContent(root.getStylesheets(), owner.getScene().getStylesheets());
            scene.setRoot(root);
        });
        dialog.setOnShown(shown -> {
            Window window = scene.getWindow();
            Rectangle2D screen = Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
                    .stream().findFirst().orElse(Screen.getPrimary()).getVisualBounds();
            window.sizeToScene();
            window.setWidth(Math.min(window.getWidth(), screen.getWidth()));
            window.setHeight(Math.min(window.getHeight(), screen.getHeight()));
            window.setX(within(owner.getX() + (owner.getWidth() - window.getWidth()) / 2, screen.getMinX(),
                    screen.getMaxX() - window.getWidth()));
            window.setY(within(owner.getY() + (owner.getHeight() - window.getHeight()) / 2, screen.getMinY(),
                    screen.getMaxY() - window.getHeight()));
        });
    }

    /// Where GTK is slow to show a dialog, it is in the screen's corner afterwards, with its title bar out of reach, whatever
    /// place was asked for: it is asked for that once more then.
    private static void keepPlace(Window window) {
        double x = window.getX();
        double y = window.getY();
        long shown = System.nanoTime();
        Subscription[] listening = new Subscription[1];
        listening[0] = window.yProperty().subscribe((was, is) -> {
            if (System.nanoTime() - shown > SETTLED_NANOS) {
                listening[0].unsubscribe();
            } else if (is.doubleValue() < 0 && y >= 0) {
                listening[0].unsubscribe();
                Platform.runLater(() -> {
                    window.setX(x);
                    window.setY(y);
                });
            }
        });
    }

    private static double within(double wanted, double low, double high) {
        return Math.max(low, Math.min(wanted, high));
    }
}
