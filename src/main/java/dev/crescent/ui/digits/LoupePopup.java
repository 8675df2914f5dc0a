package dev.crescent.ui.digits;

import dev.crescent.ui.theme.Palette;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.stage.Popup;

/// The kernel loupe's card above a map, out of the pointer's way.
final class LoupePopup {
    private static final double GAP = 8;

    private final LoupeCard card = new LoupeCard();
    private final Popup popup = new Popup();

    LoupePopup() {
        popup.getContent().setAll(card);
        popup.setAutoFix(true);
        popup.setHideOnEscape(true);
    }

    void setTheme(Palette palette) {
        card.setTheme(palette);
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
            popup.show(owner.getScene().getWindow(), at.getX(), at.getY());
        }
        card.applyCss();
        card.layout();
        Bounds bounds = card.getLayoutBounds();
        double width = Math.max(bounds.getWidth(), card.prefWidth(-1));
        double height = Math.max(bounds.getHeight(), card.prefHeight(width));
        popup.setAnchorX(Math.rint(at.getX() - width / 2));
        popup.setAnchorY(Math.rint(at.getY() - height - GAP));
    }
}
