package dev.crescent.ui.zoom;

import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/// Gives a dialog the zoom of its owner's window, and its style sheets.
public final class ZoomedDialog {
    private ZoomedDialog() {}

    /// Dresses a dialog that is complete but not shown yet. Where it is larger than the screen it is scrolled.
    public static void dress(Dialog<?> dialog) {
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

    private static double within(double wanted, double low, double high) {
        return Math.max(low, Math.min(wanted, high));
    }
}
