package dev.crescent.ui.race;

import dev.crescent.insight.descent.StepLine;
import dev.crescent.ui.FormulaLabel;
import dev.crescent.ui.Numbers;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One line of a step: its formula, and below it the numbers of now and what comes out.
final class LensLine extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double LATER = 0.28;

    private final Label unknown = new Label("\u2026");
    private final Text numbers = new Text();
    private final Text result = new Text();
    private final TextFlow now = new TextFlow(numbers, result);

    /// @param formula in as many pieces as it needs
    LensLine(List<String> formula) {
        getStyleClass().add("lens-line");
        for (String piece : formula) {
            getChildren().add(new FormulaLabel(piece));
        }
        unknown.getStyleClass().add("caption");
        numbers.getStyleClass().add("lens-numbers");
        result.getStyleClass().add("lens-result");
        getChildren().addAll(now, unknown);
    }

    /// @param known whether the walk through the step has come to it
    /// @param current whether it is the line that is explained
    void show(StepLine line, boolean known, boolean current) {
        numbers.setText(Numbers.inText(StepText.numbers(line)) + " ");
        result.setText(Numbers.inText(StepText.result(line)));
        now.setVisible(known);
        now.setManaged(known);
        unknown.setVisible(!known);
        unknown.setManaged(!known);
        setOpacity(known ? 1 : LATER);
        pseudoClassStateChanged(CURRENT, current);
    }
}
