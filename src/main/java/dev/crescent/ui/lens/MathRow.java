package dev.crescent.ui.lens;

import dev.crescent.insight.step.MathLine;
import dev.crescent.ui.FormulaLabel;
import javafx.scene.layout.FlowPane;

/// A formula, the numbers in its place, and what comes out: on one line where there is room for it.
final class MathRow extends FlowPane {
    /// @param most width in pixels
    MathRow(MathLine line, double most) {
        getStyleClass().add("step-row");
        setPrefWrapLength(most);
        setMaxWidth(most);
        add(line.symbols(), "step-symbols", most);
        if (!line.numbers().isEmpty()) {
            add("\u2009= " + line.numbers(), "step-numbers", most);
        }
        if (!line.result().isEmpty()) {
            add("\u2009= " + line.result(), "step-result", most);
        }
        setAccessibleText(line.text());
    }

    private void add(String text, String style, double most) {
        FormulaLabel label = new FormulaLabel(text, MathText.runs(text), most);
        label.getStyleClass().add(style);
        getChildren().add(label);
    }
}
