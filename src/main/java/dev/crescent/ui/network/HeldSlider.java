package dev.crescent.ui.network;

import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;

/// A slider that says whether the mouse still holds it: a drag is told of step by step, and once more at its end.
final class HeldSlider extends Slider {
    private boolean showing;
    private boolean held;
    private boolean told;

    /// What the user sets.
    interface Listener {
        /// @param finished false while the slider is held
        void changed(double value, boolean finished);
    }

    /// @param step that an arrow key makes
    HeldSlider(double low, double high, double step, Listener listener) {
        super(low, high, low);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setBlockIncrement(step);
        valueProperty().addListener((p, was, is) -> {
            if (!showing) {
                told |= held;
                listener.changed(is.doubleValue(), !held);
            }
        });
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> held = true);
        // A handler, not a filter: the skin has set the last place by then.
        addEventHandler(MouseEvent.MOUSE_RELEASED, e -> {
            boolean tell = held && told;
            letGo();
            if (tell) {
                listener.changed(getValue(), true);
            }
        });
    }

    /// Shows a value; in the user's hand the slider stays where it is.
    void show(double value, double most) {
        if (!held) {
            showing = true;
            setMax(most);
            setValue(Math.min(most, value));
            showing = false;
        }
    }

    /// Ends a drag without telling of it.
    void letGo() {
        held = false;
        told = false;
    }
}
