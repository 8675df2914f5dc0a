package dev.crescent.ui.data;

import dev.crescent.ui.Hint;
import dev.crescent.ui.LineIcon;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The seed: typed, or thrown with the die.
final class SeedBox extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final long MOST_THROWN = 99;
    /// All digits of a whole number of 64 bits, and its sign.
    private static final double WIDEST = 176;
    /// A longer seed takes the place of its name, so that the scaling beside it can be read; the die says what it is.
    private static final int SHORT = 3;
    /// A longer seed has a line of its own, with its name unless it takes that, too.
    private static final int BESIDE = 5;
    private static final int LONGEST_NAMED = 14;

    private final Label name = new Label(Texts.get("data.seed"));
    private final TextField field = new TextField();
    /// What a seed is, or why the typed text is none.
    private final Tooltip hint = new Tooltip();
    private final LongConsumer listener;
    private long seed;

    SeedBox(LongConsumer listener) {
        this.listener = listener;
        getStyleClass().add("seed-box");
        name.getStyleClass().add("muted");
        name.setMinWidth(USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setLabelFor(field);
        field.setId("data.seed-field");
        field.getStyleClass().add("value-field");
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setAccessibleText(Texts.get("data.seed"));
        field.setTooltip(hint);
        field.accessibleHelpProperty().bind(hint.textProperty());
        Button die = new Button("", LineIcon.die());
        die.setId("data.die");
        die.getStyleClass().addAll("icon-button", "small-control");
        die.setAccessibleText(Texts.get("data.die"));
        Hint.give(die, Texts.get("data.die"));
        die.setOnAction(e -> listener.accept(thrown()));
        getChildren().setAll(name, field, die);
        field.setOnAction(e -> take());
        field.textProperty().subscribe(this::fit);
        field.focusedProperty().subscribe((was, is) -> {
            if (is) {
                field.selectAll();
            } else if (was) {
                take();
                show(seed);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(text())) {
                restore();
                e.consume();
            }
        });
    }

    void show(long value) {
        boolean typing = field.isFocused() && !field.getText().equals(text());
        seed = value;
        if (!typing) {
            restore();
        }
    }

    /// Whether there is no room for anything beside it.
    boolean isLong() {
        return field.getText().length() > BESIDE;
    }

    private void restore() {
        field.setText(text());
        showWrong(false);
    }

    private void showWrong(boolean wrong) {
        field.pseudoClassStateChanged(WRONG, wrong);
        hint.setText(wrong ? Texts.get("data.seed.wrong", field.getText().strip()) : Texts.get("data.seed.hint"));
    }

    /// A small seed that is another than the present one: easy to read out, to remember and to type.
    private long thrown() {
        long value = ThreadLocalRandom.current().nextLong(1, MOST_THROWN);
        return value < seed || seed < 1 ? value : value + 1;
    }

    private void take() {
        try {
            long value = Numbers.parseWhole(field.getText());
            showWrong(false);
            if (value != seed) {
                seed = value;
                listener.accept(value);
            }
        } catch (NumberFormatException _) {
            showWrong(true);
        }
    }

    private String text() {
        return Long.toString(seed).replace('-', '\u2212');
    }

    private void fit() {
        ValueFields.fit(field, 12, WIDEST);
        int length = field.getText().length();
        boolean named = length <= SHORT || isLong() && length <= LONGEST_NAMED;
        name.setVisible(named);
        name.setManaged(named);
    }
}
