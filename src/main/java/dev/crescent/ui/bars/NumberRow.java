package dev.crescent.ui.bars;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.ui.Texts;
import java.math.BigDecimal;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
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

    /// @param hint one sentence on what the number does to learning
    /// @param commit takes the number over; may throw [InvalidSettingException]
    NumberRow(String name, String hint, double value, DoubleConsumer commit) {
        super(4);
        this.commit = commit;
        this.taken = text(value);
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
        field.setTooltip(new Tooltip(hint));
        field.setOnAction(e -> take());
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

    private void take() {
        String typed = field.getText().strip();
        if (typed.equals(taken)) {
            say("");
            return;
        }
        try {
            double value = Double.parseDouble(typed.replace(',', '.').replace('\u2212', '-'));
            commit.accept(value);
            taken = text(value);
            field.setText(taken);
            say("");
        } catch (NumberFormatException e) {
            say(Texts.get("number.wrong", typed));
        } catch (InvalidSettingException e) {
            say(Texts.get("number.refused", e.problem()));
        }
    }

    private void say(String sentence) {
        error.setText(sentence);
        error.setVisible(!sentence.isEmpty());
        error.setManaged(!sentence.isEmpty());
    }

    static String text(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
