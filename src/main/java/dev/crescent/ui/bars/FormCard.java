package dev.crescent.ui.bars;

import dev.crescent.ui.theme.Theme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.controlsfx.control.PopOver;

/// A card with a form, over the window, with an arrow to what it belongs to.
final class FormCard {
    private FormCard() {}

    static PopOver show(Region content, PopOver.ArrowLocation arrow, Node beside) {
        PopOver card = new PopOver(content);
        card.setArrowLocation(arrow);
        card.setDetachable(false);
        card.setAnimated(false);
        if (!Theme.hasClearPopups()) {
            card.setArrowSize(0);
            card.setCornerRadius(0);
        }
        Scene scene = beside.getScene();
        // Its own style sheet lies above the window's, and is always light.
        card.getRoot().getStylesheets().addAll(scene.getStylesheets());
        card.show(beside);
        return card;
    }
}
