package dev.crescent.ui.network;

import dev.crescent.ui.Texts;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A weight or bias as text: typed and kept with Enter, or stepped with arrow keys, arrow buttons and the wheel. What is
/// wrong with a typed text stands below it.
final class ValueField extends VBox {
    static final double STEP = 0.1;
    static final double FINE = 0.01;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final DoubleConsumer onStep;
    private final Runnable onResize;
    private String shown = "";

    /// @param onKeep the Enter key; [#typed] has the value
    /// @param onStep is to add to the value
    /// @param onResize the field has become higher or lower
    ValueField(Runnable onKeep, DoubleConsumer onStep, Runnable onResize) {
        super(8);
        this.onStep = onStep;
        this.onResize = onResize;
        field.getStyleClass().add("weight-field");
        VBox arrows = new VBox(arrow(Feather.CHEVRON_UP, "network.increase", STEP),
                arrow(Feather.CHEVRON_DOWN, "network.decrease", -STEP));
        arrows.setAlignment(Pos.CENTER);
        arrows.setMaxWidth(Region.USE_PREF_SIZE);
        arrows.setPickOnBounds(false);
        StackPane box = new StackPane(field, arrows);
        StackPane.setAlignment(arrows, Pos.CENTER_RIGHT);
        problem.getStyleClass().addAll("danger-text", "caption");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.setVisible(false);
        problem.setManaged(false);
        getChildren().setAll(box, problem);
        field.textProperty().subscribe(text -> say(""));
        field.setOnAction(e -> onKeep.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN) {
                step(e.getCode() == KeyCode.UP ? 1 : -1, e.isShiftDown());
                e.consume();
            }
        });
    }

    private Button arrow(Feather icon, String key, double by) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().setAll("weight-arrow");
        button.setFocusTraversable(false);
        button.setAccessibleText(Texts.get(key));
        button.setOnAction(e -> onStep.accept(by));
        return button;
    }

    /// Asks for one step up or down, or for none.
    ///
    /// @param sign 1, -1 or 0
    void step(double sign, boolean fine) {
        onStep.accept(sign * (fine ? FINE : STEP));
    }

    /// Writes a value; a text that is being typed stays.
    void show(float value) {
        boolean typing = field.isFocused() && isEdited();
        shown = Amounts.signed(value);
        if (!typing) {
            field.setText(shown);
        }
    }

    /// Writes a value over whatever is typed.
    void overwrite(float value) {
        shown = Amounts.signed(value);
        field.setText(shown);
    }

    /// Whether the text is not the value shown.
    boolean isEdited() {
        return !field.getText().equals(shown);
    }

    /// The typed value; where it is none, says what is wrong and is empty.
    OptionalDouble typed() {
        OptionalDouble typed = Amounts.parse(field.getText());
        if (typed.isEmpty()) {
            say(Amounts.problem(field.getText()));
        }
        return typed;
    }

    /// Says what is wrong with the typed value; nothing if empty.
    void say(String sentence) {
        field.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
        if (!sentence.equals(problem.getText())) {
            problem.setText(sentence);
            problem.setVisible(!sentence.isEmpty());
            problem.setManaged(!sentence.isEmpty());
            onResize.run();
        }
    }

    /// The sentence below the field; empty if nothing is wrong.
    String problem() {
        return problem.getText();
    }

    TextField field() {
        return field;
    }
}
