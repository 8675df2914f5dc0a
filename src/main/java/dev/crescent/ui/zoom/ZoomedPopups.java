package dev.crescent.ui.zoom;

import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Gives every popup the zoom of the window it belongs to, when it is opened: tooltips, menus, lists, cards.
///
/// A popup's window is as large as its content, transformed, and stands where the content of its owner is on the screen;
/// so both fit without further care.
final class ZoomedPopups {
    private static final ListChangeListener<Window> OPENED = change -> {
        while (change.next()) {
            for (Window window : change.getAddedSubList()) {
                if (window instanceof PopupWindow popup) {
                    dress(popup);
                }
            }
        }
    };
    private static boolean follows;

    private ZoomedPopups() {}

    /// From now on, all that are opened.
    static void follow() {
        if (!follows) {
            follows = true;
            Window.getWindows().addListener(OPENED);
        }
    }

    private static void dress(PopupWindow popup) {
        double zoom = Zoom.of(popup.getOwnerWindow());
        for (Node content : popup.getScene().getRoot().getChildrenUnmodifiable()) {
            Object before = content.getProperties().get(ZoomedPopups.class);
            if (before == null && zoom == 1) {
                continue;
            }
            Scale scale = before instanceof Scale kept ? kept : new Scale();
            scale.setX(zoom);
            scale.setY(zoom);
            if (before == null) {
                content.getProperties().put(ZoomedPopups.class, scale);
                content.getTransforms().addFirst(scale);
            }
        }
    }
}
