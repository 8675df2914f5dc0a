package dev.crescent.ui.points;

import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Plus, minus and "show all", one below the other on one small card, which is there while the pointer is at the picture.
final class ZoomButtons extends VBox {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");

    ZoomButtons(Runnable in, Runnable out, Runnable fit) {
        getStyleClass().add("zoom-buttons");
        setAway(true);
        getChildren().setAll(
                button(Feather.PLUS, "output.zoomIn", in),
                button(Feather.MINUS, "output.zoomOut", out),
                button(Feather.MAXIMIZE, "output.fit", fit));
    }

    /// Whether the pointer is elsewhere.
    void setAway(boolean away) {
        pseudoClassStateChanged(AWAY, away);
    }

    private static Button button(Feather icon, String key, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("icon-button", "small-control");
        button.setAccessibleText(Texts.get(key));
        Hint.give(button, Texts.get(key));
        button.setFocusTraversable(false);
        button.setOnAction(e -> action.run());
        return button;
    }
}
