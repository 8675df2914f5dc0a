package dev.crescent.ui.digits;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.shape.Circle;
import javafx.util.Duration;

/// How wide the pen or the eraser is: a ring around the mouse, and for a moment a dot when that changes.
final class PadTip extends Circle {
    private static final PseudoClass DOT = PseudoClass.getPseudoClass("dot");
    private static final Duration MOMENT = Duration.millis(900);

    private final PauseTransition moment = new PauseTransition(MOMENT);
    private boolean hovering;
    private boolean changing;
    private boolean hidden;
    private boolean ink;

    PadTip() {
        setId("pad-tip");
        getStyleClass().add("pad-tip");
        setManaged(false);
        setMouseTransparent(true);
        moment.setOnFinished(e -> {
            changing = false;
            refresh();
        });
        refresh();
    }

    /// The mouse is at a place.
    void hover(double x, double y) {
        setCenterX(x);
        setCenterY(y);
        hovering = true;
        refresh();
    }

    /// The mouse has left.
    void leave() {
        hovering = false;
        refresh();
    }

    /// Whether the ring is in the way, as while ink flows.
    void hide(boolean now) {
        hidden = now;
        refresh();
    }

    /// @param leavesInk whether it is a pen's, not an eraser's
    void setInk(boolean leavesInk) {
        ink = leavesInk;
        refresh();
    }

    /// Shows for a moment how wide the tip has become.
    ///
    /// @param middle of the pad, where it is shown if the mouse is elsewhere
    void change(double middle) {
        if (!hovering) {
            setCenterX(middle);
            setCenterY(middle);
        }
        changing = true;
        moment.playFromStart();
        refresh();
    }

    private void refresh() {
        setVisible(changing || hovering && !hidden);
        pseudoClassStateChanged(DOT, changing && ink);
    }
}
