package dev.crescent.ui.digits;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse, pen, finger and keys on the pad. A pen and a finger arrive as a mouse.
final class PadInput {
    private final Pad pad;
    private final Actions actions;

    /// What they ask for; places are in pads.
    interface Actions {
        void begin(double x, double y);

        void extend(double x, double y);

        void end();

        boolean isDrawing();

        boolean isErasing();

        void clear();

        void undo();

        void redo();

        void invert();

        void paste();

        void take(boolean eraser);

        /// @param steps 1 for a little wider, -1 for a little thinner
        void widen(int steps);
    }

    PadInput(Pad pad, Actions actions) {
        this.pad = pad;
        this.actions = actions;
        pad.setOnMousePressed(this::pressed);
        pad.setOnMouseDragged(this::dragged);
        pad.setOnMouseReleased(this::released);
        pad.setOnMouseMoved(this::hover);
        pad.setOnMouseEntered(this::hover);
        pad.setOnMouseExited(e -> pad.tip().leave());
        pad.setOnScroll(this::scrolled);
        pad.setOnKeyPressed(this::key);
        pad.setOnKeyTyped(this::typed);
    }

    private void pressed(MouseEvent event) {
        pad.requestFocus();
        if (event.getButton() == MouseButton.PRIMARY && pad.isInside(event.getX(), event.getY())) {
            pad.tip().hide(!actions.isErasing());
            actions.begin(pad.toPads(event.getX()), pad.toPads(event.getY()));
        } else if (event.getButton() == MouseButton.SECONDARY && !actions.isDrawing()) {
            actions.clear();
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (actions.isDrawing()) {
            actions.extend(pad.toPads(event.getX()), pad.toPads(event.getY()));
        }
        hover(event);
        event.consume();
    }

    private void released(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            actions.end();
            pad.tip().hide(false);
        }
        event.consume();
    }

    /// A finger covers what it points at, and does not hover.
    private void hover(MouseEvent event) {
        if (!event.isSynthesized()) {
            pad.tip().hover(event.getX(), event.getY());
        }
    }

    private void scrolled(ScrollEvent event) {
        double delta = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (delta != 0 && !event.isInertia()) {
            actions.widen(delta > 0 ? 1 : -1);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() ? shortcut(event) : !event.isAltDown() && plain(event.getCode())) {
            event.consume();
        }
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case Z -> {
                if (event.isShiftDown()) {
                    actions.redo();
                } else {
                    actions.undo();
                }
            }
            case Y -> actions.redo();
            case V -> actions.paste();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyCode code) {
        switch (code) {
            case DELETE, BACK_SPACE -> actions.clear();
            case I -> actions.invert();
            case P -> actions.take(false);
            case E -> actions.take(true);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Brackets by what is typed: where their keys are, and which others they take, depends on the keyboard.
    private void typed(KeyEvent event) {
        if (event.getCharacter().equals("[") || event.getCharacter().equals("]")) {
            actions.widen(event.getCharacter().equals("]") ? 1 : -1);
            event.consume();
        }
    }
}
