package dev.crescent.ui;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// A control's tooltip, made when the pointer first comes: each makes a scene of its own, and a hundred of them would hold
/// up the window's first frame. A screen reader has its text at once.
public final class Hint {
    private Hint() {}

    /// Gives a control its tooltip, or the one it has another text.
    ///
    /// @param text what the control does, for whom its name does not say enough
    public static void give(Control control, String text) {
        control.setAccessibleHelp(text);
        boolean first = control.getProperties().put(Hint.class, text) == null;
        if (first) {
            control.addEventHandler(MouseEvent.MOUSE_ENTERED, entered -> show(control));
        } else if (control.getTooltip() != null) {
            control.getTooltip().setText(text);
        }
    }

    private static void show(Control control) {
        if (control.getTooltip() == null) {
            control.setTooltip(new Tooltip((String) control.getProperties().get(Hint.class)));
        }
    }
}
