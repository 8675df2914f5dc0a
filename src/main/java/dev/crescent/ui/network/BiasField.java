package dev.crescent.ui.network;

import dev.crescent.ui.Texts;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A bias, edited where it is: Enter or a click elsewhere keeps, Escape restores.
final class BiasField extends TextField {
    private static final double WIDTH = 84;
    private static final double HEIGHT = 28;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final WeightCard.Setter setter;
    private final Runnable onClosed;
    private int index = -1;
    private float opened;
    private float value;

    /// @param onClosed gives the keyboard back
    BiasField(WeightCard.Setter setter, Runnable onClosed) {
        this.setter = setter;
        this.onClosed = onClosed;
        getStyleClass().addAll("small-control", "bias-field");
        setManaged(false);
        setVisible(false);
        setAccessibleText(Texts.get("network.biasName"));
        setOnAction(e -> keep());
        focusedProperty().addListener((p, was, is) -> {
            if (was && !is && isVisible()) {
                keep();
                setVisible(false);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            switch (e.getCode()) {
                case ESCAPE -> {
                    change(opened);
                    close();
                    e.consume();
                }
                case UP, DOWN -> {
                    double by = (e.getCode() == KeyCode.UP ? 1 : -1) * (e.isShiftDown() ? WeightCard.FINE : WeightCard.STEP);
                    change(ValueEditors.rounded(value + by));
                    e.consume();
                }
                default -> { }
            }
        });
        setOnScroll(e -> e.consume());
    }

    void open(int parameter, float now, double x, double y, double width, double height) {
        index = parameter;
        opened = now;
        value = now;
        setText(Amounts.signed(now));
        pseudoClassStateChanged(WRONG, false);
        resizeRelocate(Math.rint(Math.clamp(x - 12, 4, Math.max(4, width - WIDTH - 4))),
                Math.rint(Math.clamp(y - HEIGHT / 2, 4, Math.max(4, height - HEIGHT - 4))), WIDTH, HEIGHT);
        setVisible(true);
        requestFocus();
        selectAll();
    }

    private void change(float next) {
        value = next;
        setText(Amounts.signed(next));
        setter.set(index, next);
    }

    private void keep() {
        OptionalDouble typed = Amounts.parse(getText());
        if (typed.isEmpty()) {
            pseudoClassStateChanged(WRONG, true);
            return;
        }
        if (!getText().equals(Amounts.signed(value))) {
            setter.set(index, (float) typed.getAsDouble());
        }
        if (isFocused()) {
            close();
        }
    }

    private void close() {
        setVisible(false);
        onClosed.run();
    }
}
