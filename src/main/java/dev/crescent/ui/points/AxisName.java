package dev.crescent.ui.points;

import javafx.scene.control.Label;

/// How an axis is named beside a coordinate.
final class AxisName {
    private AxisName() {}

    /// A variable is set as a formula, a column's name as a word.
    static void show(Label label, String name, Axes axes) {
        label.setText(name);
        label.getStyleClass().setAll("label", "muted");
        if (!axes.named()) {
            label.getStyleClass().add("formula");
        }
    }
}
