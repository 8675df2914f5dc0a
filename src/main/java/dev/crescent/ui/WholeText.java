package dev.crescent.ui;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/// Names of files, columns and classes that come from outside, and counts that grow, may need more room than there is.
public final class WholeText {
    private WholeText() {}

    /// Has a label say all of its text when pointed at, while some of it is cut off.
    public static void whenCut(Labeled label) {
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        label.textTruncatedProperty().subscribe(cut -> label.setTooltip(cut ? whole : null));
    }
}
