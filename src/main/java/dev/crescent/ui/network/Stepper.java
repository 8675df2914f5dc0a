package dev.crescent.ui.network;

import dev.crescent.ui.Texts;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A whole number with minus and plus, which can also be typed: Enter takes it, Escape brings back the one that is taken.
final class Stepper extends HBox {
    private final Button minus = button(Feather.MINUS, "network.decrease");
    private final TextField field = new TextField();
    private final Button plus = button(Feather.PLUS, "network.increase");
    private int value;
    private int least = 1;
    private int most = NetworkEdits.MOST_UNITS;

    /// @param name of the number, for screen readers
    /// @param onChange is told what the user asks for, always between the limits
    Stepper(String name, IntConsumer onChange) {
        getStyleClass().add("stepper");
        setAlignment(Pos.CENTER);
        field.setAlignment(Pos.CENTER);
        field.setPrefColumnCount(2);
        field.setAccessibleText(name);
        minus.setOnAction(e -> onChange.accept(Math.max(least, value - 1)));
        plus.setOnAction(e -> onChange.accept(Math.min(most, value + 1)));
        field.setOnAction(e -> typed(onChange));
        field.focusedProperty().addListener((p, was, is) -> {
            if (was && !is) {
                typed(onChange);
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
                onChange.accept(Math.clamp(value + (e.getCode() == KeyCode.UP ? 1 : -1), least, most));
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(Integer.toString(value))) {
                // Consumed, for only an Escape with nothing typed closes what the field is in.
                field.setText(Integer.toString(value));
                e.consume();
            }
        });
        getChildren().setAll(minus, field, plus);
    }

    private static Button button(Feather icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().setAll("stepper-button");
        button.setAccessibleText(Texts.get(key));
        return button;
    }

    private void typed(IntConsumer onChange) {
        int typed = Math.clamp(Math.round(Amounts.parse(field.getText()).orElse(value)), least, most);
        if (typed != value) {
            onChange.accept(typed);
        }
        field.setText(Integer.toString(value));
    }

    Button minus() {
        return minus;
    }

    Button plus() {
        return plus;
    }

    TextField field() {
        return field;
    }

    void show(int number, int from, int to) {
        value = number;
        least = from;
        most = to;
        if (!field.getText().equals(Integer.toString(number))) {
            field.setText(Integer.toString(number));
        }
        minus.setDisable(number <= from);
        plus.setDisable(number >= to);
    }
}
