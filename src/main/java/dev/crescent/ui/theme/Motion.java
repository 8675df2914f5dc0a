package dev.crescent.ui.theme;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/// Whether pictures may move by themselves. Where motion is reduced nothing slides, fades, turns or flows: what would is
/// shown as it ends. What training changes is drawn as it changes, for that is what there is to see.
///
/// One answer for the whole program, asked on the JavaFX thread.
public final class Motion {
    /// A style sheet for a scene whose controls are not to move.
    public static final String STILL_SHEET =
            "data:text/css,.toggle-switch{-thumb-move-animation-time:0;}";

    private static final ReadOnlyBooleanWrapper REDUCED = new ReadOnlyBooleanWrapper(Motion.class, "reduced", false);

    private Motion() {}

    public static boolean isReduced() {
        return REDUCED.get();
    }

    public static ReadOnlyBooleanProperty reducedProperty() {
        return REDUCED.getReadOnlyProperty();
    }

    public static void setReduced(boolean reduced) {
        REDUCED.set(reduced);
    }

    /// How long a transition takes: none at all where motion is reduced.
    public static Duration of(Duration designed) {
        return isReduced() ? Duration.ZERO : designed;
    }
}
