package dev.crescent.ui.data;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.ui.Frame;
import dev.crescent.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A number with its name, a slider and a field to type it in. What is wrong with a typed number stands below.
///
/// Tells of changes once a frame while the mouse holds the slider, and once more at the end; of typed numbers and of
/// keys on the slider at once. Holds no number but the one that is dragged or typed.
final class LiveSlider extends VBox {
    private static final double STEP = 0.02;
    /// Room for the usual values, so that the slider beside them keeps its length.
    private static final double NARROWEST = 52;
    private static final double WIDEST = 80;

    private final Slider slider = new Slider(0, 1, 0);
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final Listener listener;
    private final Frame frame = new Frame(() -> report(false));
    private NumberRange range;
    private double value;
    private String shownText = "";
    private boolean showing;
    private boolean held;
    private boolean reported;

    /// What the user sets.
    interface Listener {
        /// @param finished false while the slider is held
        void changed(double value, boolean finished);
    }

    /// @param id of the row; its slider and field have it with `-slider` and `-field`
    LiveSlider(String id, NumberRange range, Listener listener) {
        this.range = range;
        this.listener = listener;
        this.value = range.from();
        setId(id);
        getStyleClass().add("live-slider");
        Label name = new Label(Texts.get(id));
        name.getStyleClass().addAll("muted", "live-name");
        name.setLabelFor(slider);
        Tooltip hint = new Tooltip(Texts.get(id + ".hint"));
        name.setTooltip(hint);
        slider.setTooltip(hint);
        slider.setId(id + "-slider");
        slider.setAccessibleText(Texts.get(id));
        slider.setBlockIncrement(STEP);
        HBox.setHgrow(slider, Priority.ALWAYS);
        field.setId(id + "-field");
        field.setAccessibleText(Texts.get(id));
        field.accessibleHelpProperty().bind(problem.textProperty());
        field.getStyleClass().add("value-field");
        field.setAlignment(Pos.CENTER_RIGHT);
        problem.getStyleClass().addAll("danger-text", "caption");
        problem.setWrapText(true);
        HBox row = new HBox(name, slider, field);
        row.getStyleClass().add("live-row");
        getChildren().setAll(row, problem);
        say("");
        listen();
    }

    private void listen() {
        slider.valueProperty().subscribe(this::moved);
        slider.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> held = true);
        // A handler, not a filter: the skin has set the last place by then.
        slider.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> release());
        field.textProperty().subscribe(() -> ValueFields.fit(field, NARROWEST, WIDEST));
        field.setOnAction(e -> take());
        field.focusedProperty().subscribe((was, is) -> {
            if (is) {
                field.selectAll();
            } else if (was) {
                take();
                restore();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !field.getText().equals(shownText)) {
                restore();
                e.consume();
            }
        });
    }

    /// Shows a value; a slider in the user's hand stays where it is, and a field that is being typed in keeps its text.
    void show(double now, NumberRange over) {
        setDisable(false);
        slider.setVisible(true);
        range = over;
        value = now;
        if (!held) {
            showing = true;
            slider.setValue(range.position(now));
            showing = false;
        }
        showText();
    }

    /// Shows that there is nothing to set, with a text in place of the number; a slider would stand at another.
    void showNone(String text) {
        setDisable(true);
        slider.setVisible(false);
        shownText = text;
        restore();
    }

    private void showText() {
        boolean typing = field.isFocused() && !field.getText().equals(shownText);
        shownText = range.text(value);
        if (!typing) {
            restore();
        }
    }

    private void restore() {
        if (!field.getText().equals(shownText)) {
            field.setText(shownText);
        }
        say("");
    }

    private void moved() {
        double next = range.value(slider.getValue());
        if (showing || next == value) {
            return;
        }
        value = next;
        showText();
        if (held) {
            frame.request();
        } else {
            listener.changed(value, true);
        }
    }

    private void release() {
        held = false;
        frame.flush();
        if (reported) {
            report(true);
            reported = false;
        }
    }

    private void report(boolean finished) {
        reported = true;
        listener.changed(value, finished);
    }

    private void take() {
        if (field.getText().equals(shownText)) {
            say("");
            return;
        }
        try {
            double typed = range.parse(field.getText());
            shownText = range.text(typed);
            restore();
            if (typed != value) {
                value = typed;
                listener.changed(typed, true);
            }
        } catch (InvalidSettingException e) {
            say(e.problem());
        }
    }

    private void say(String sentence) {
        problem.setText(sentence);
        problem.setVisible(!sentence.isEmpty());
        problem.setManaged(!sentence.isEmpty());
    }
}
