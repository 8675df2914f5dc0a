package dev.crescent.ui.network;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A whole number with minus and plus, which can also be typed: Enter takes it, Escape brings back the one that is taken.
/// What is wrong with a typed text stands in a sentence that its owner places; nothing is taken then.
final class Stepper extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Button minus = button(Feather.MINUS, "network.decrease");
    private final TextField field = new TextField();
    private final Button plus = button(Feather.PLUS, "network.increase");
    private final Label problem = new Label();
    private final IntFunction<Optional<String>> onChange;
    private final Runnable onResize;
    private int value;
    private int least = 1;
    private int most = 1;

    /// @param name of the number, for screen readers
    /// @param onChange is told what the user asks for, always between the limits; answers why that is not possible, or
    ///     nothing
    /// @param onResize the sentence has come or gone
    Stepper(String name, IntFunction<Optional<String>> onChange, Runnable onResize) {
        this.onChange = onChange;
        this.onResize = onResize;
        getStyleClass().add("stepper");
        setAlignment(Pos.CENTER);
        field.setAlignment(Pos.CENTER);
        field.setPrefColumnCount(2);
        field.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setAccessibleText(name);
        problem.getStyleClass().addAll("danger-text", "caption");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        say("");
        minus.setOnAction(e -> ask(Math.max(least, value - 1)));
        plus.setOnAction(e -> ask(Math.min(most, value + 1)));
        field.setOnAction(e -> take());
        field.textProperty().subscribe(text -> say(""));
        field.focusedProperty().addListener((p, was, is) -> {
            if (was && !is) {
                take();
            }
        });
        field.setOnKeyPressed(this::pressed);
        getChildren().setAll(minus, field, plus);
    }

    private static Button button(Feather icon, String key) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().setAll("stepper-button");
        button.setAccessibleText(Texts.get(key));
        return button;
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
            ask(Math.clamp((long) value + (e.getCode() == KeyCode.UP ? 1 : -1), least, most));
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(text())) {
            // Consumed, for only an Escape with nothing typed closes what the field is in.
            field.setText(text());
            e.consume();
        }
    }

    private String text() {
        return Integer.toString(value);
    }

    private void take() {
        if (field.getText().equals(text())) {
            return;
        }
        OptionalDouble typed = Numbers.parse(field.getText());
        if (typed.isEmpty()) {
            say(Texts.get("number.wrongWhole", field.getText().strip()));
            return;
        }
        double number = typed.getAsDouble();
        if (!(number >= least && number <= most) || number != Math.rint(number)) {
            say(Texts.get("data.limitsWhole", Numbers.fixed(least, 0), Numbers.fixed(most, 0)));
            return;
        }
        if (ask((int) number)) {
            field.setText(text());
        }
    }

    private boolean ask(int number) {
        Optional<String> refusal = number == value ? Optional.empty() : onChange.apply(number);
        refusal.ifPresent(this::say);
        return refusal.isEmpty();
    }

    private void say(String sentence) {
        field.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
        boolean resized = sentence.isEmpty() != problem.getText().isEmpty();
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
        if (resized) {
            onResize.run();
        }
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

    /// The sentence on what is wrong with a typed text; without room while nothing is.
    Label problem() {
        return problem;
    }

    void show(int number, int from, int to) {
        value = number;
        least = from;
        most = to;
        field.setText(text());
        say("");
        minus.setDisable(number <= from);
        plus.setDisable(number >= to);
    }
}
