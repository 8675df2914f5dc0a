package dev.crescent.ui.bars;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A named number that is typed in. Enter, or leaving the field, takes it over; what is wrong with it stands below.
final class NumberRow extends VBox {
    private final TextField field = new TextField();
    private final Label error = new Label();
    private final DoubleConsumer commit;
    private String taken;
    private Runnable entered = () -> { };

    /// @param hint one sentence on what the number does to learning
    /// @param commit takes the number over; may throw [InvalidSettingException]
    NumberRow(String name, String hint, double value, DoubleConsumer commit) {
        super(4);
        this.commit = commit;
        this.taken = Numbers.exact(value);
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(12, label, space, field);
        row.setAlignment(Pos.CENTER_LEFT);
        field.setText(taken);
        field.setPrefColumnCount(7);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.getStyleClass().add("small-control");
        Hint.give(field, hint);
        field.setOnAction(e -> {
            if (take()) {
                entered.run();
            }
        });
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                take();
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(taken)) {
                field.setText(taken);
                say("");
                e.consume();
            }
        });
        error.getStyleClass().addAll("danger-text", "caption");
        error.setWrapText(true);
        error.setMaxWidth(240);
        getChildren().setAll(row, error);
        say("");
    }

    /// @param action run when Enter has been pressed and there is nothing wrong with the number
    void onEnter(Runnable action) {
        entered = action;
    }

    /// @return whether there is nothing wrong with it
    private boolean take() {
        String typed = field.getText().strip();
        if (typed.equals(taken)) {
            say("");
            return true;
        }
        OptionalDouble value = Numbers.parse(typed);
        if (value.isEmpty()) {
            say(Texts.get("number.wrong", typed));
            return false;
        }
        try {
            commit.accept(value.getAsDouble());
            taken = Numbers.exact(value.getAsDouble());
            field.setText(taken);
            say("");
            return true;
        } catch (InvalidSettingException e) {
            say(Texts.get("number.refused", Sentences.local(e.problem())));
            return false;
        }
    }

    private void say(String sentence) {
        error.setText(sentence);
        error.setVisible(!sentence.isEmpty());
        error.setManaged(!sentence.isEmpty());
    }

    /// A typed number where only whole ones from 0 to a billion make sense.
    ///
    /// @throws InvalidSettingException without a path for any other
    static int whole(double value) {
        if (value != Math.rint(value)) {
            throw new InvalidSettingException("", "must be a whole number, is " + Numbers.exact(value));
        }
        return (int) within(value, 1_000_000_000);
    }

    /// A typed number from 0 to `most`.
    ///
    /// @throws InvalidSettingException without a path for any other
    static double within(double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new InvalidSettingException("",
                    "must be from 0 to " + Numbers.exact(most) + ", is " + Numbers.exact(value));
        }
        return value;
    }
}
