package dev.crescent.ui.digits;

import dev.crescent.ui.theme.Palette;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;

/// The kernel loupe's card above a map, out of the pointer's way.
final class LoupePopup {
    private static final double GAP = 2;

    private final LoupeCard card = new LoupeCard();
    private final Popup popup = new Popup();

    LoupePopup() {
        popup.getContent().setAll(card);
        popup.setAutoFix(true);
        // Under the pointer, even its shadow and for a moment, it would take the pointer away from the map, and so be
        // hidden again.
        popup.setAnchorLocation(PopupWindow.AnchorLocation.WINDOW_BOTTOM_LEFT);
        popup.setHideOnEscape(true);
    }

    void setTheme(Palette palette) {
        card.setTheme(palette);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    /// Shows the card with its lower edge above a place of a node.
    void show(Loupe loupe, Node owner, double x, double y) {
        Point2D at = owner.localToScreen(x, y);
        if (at == null || owner.getScene() == null) {
            return;
        }
        card.show(loupe);
        if (!popup.isShowing()) {
            popup.show(owner.getScene().getWindow(), at.getX(), at.getY() - GAP);
        }
        card.applyCss();
        card.layout();
        popup.setAnchorX(Math.rint(at.getX() - popup.getWidth() / 2));
        popup.setAnchorY(Math.rint(at.getY() - GAP));
    }
}
