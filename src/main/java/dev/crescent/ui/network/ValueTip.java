package dev.crescent.ui.network;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The little card that says a weight's or a bias's value, and below it whose it is: "w +1.1424", "x₁ → layer 1, unit 3".
final class ValueTip extends VBox {
    private static final double MOST = 240;

    private final Label symbol = new Label();
    private final Label value = new Label();
    private final Label subject = new Label();

    ValueTip() {
        getStyleClass().addAll("tooltip-label", "value-tip");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        symbol.getStyleClass().addAll("formula", "muted");
        value.getStyleClass().add("value");
        subject.getStyleClass().addAll("muted", "tip-subject");
        HBox line = new HBox(10, symbol, value);
        line.setAlignment(Pos.BASELINE_LEFT);
        setMaxWidth(MOST);
        getChildren().setAll(line, subject);
    }

    /// @param letter "w" or "b"
    /// @param what the link or the unit
    void show(String letter, double number, String what) {
        symbol.setText(letter);
        value.setText(Amounts.signed(number));
        subject.setText(what);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }

    String text() {
        return symbol.getText() + " " + value.getText();
    }

    String subject() {
        return subject.getText();
    }

    /// All that it says; empty while it is hidden.
    String said() {
        return isVisible() ? text() + ", " + subject() : "";
    }

    /// Lies below a point, or above it where there is no room.
    void place(double x, double y, double width, double height) {
        applyCss();
        double wide = Math.min(MOST, Math.ceil(prefWidth(-1)));
        resize(wide, Math.ceil(prefHeight(wide)));
        layout();
        double top = y + 12 + getHeight() <= height ? y + 12 : y - 12 - getHeight();
        relocate(Math.rint(Math.clamp(x - getWidth() / 2, 4, Math.max(4, width - getWidth() - 4))), Math.rint(top));
    }
}
