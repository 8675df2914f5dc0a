package dev.crescent.ui.network;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The little card that says a weight's or a bias's value: "w +1.1424".
final class ValueTip extends HBox {
    private final Label symbol = new Label();
    private final Label value = new Label();

    ValueTip() {
        super(10);
        getStyleClass().addAll("tooltip-label", "value-tip");
        setAlignment(Pos.BASELINE_LEFT);
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        symbol.getStyleClass().addAll("formula", "muted");
        value.getStyleClass().add("value");
        getChildren().setAll(symbol, value);
    }

    /// @param letter "w" or "b"
    void show(String letter, double number) {
        symbol.setText(letter);
        value.setText(Amounts.signed(number));
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }

    String text() {
        return symbol.getText() + " " + value.getText();
    }

    /// Lies below a point, or above it where there is no room.
    void place(double x, double y, double width, double height) {
        applyCss();
        autosize();
        layout();
        double top = y + 12 + getHeight() <= height ? y + 12 : y - 12 - getHeight();
        relocate(Math.rint(Math.clamp(x - getWidth() / 2, 4, Math.max(4, width - getWidth() - 4))), Math.rint(top));
    }
}
