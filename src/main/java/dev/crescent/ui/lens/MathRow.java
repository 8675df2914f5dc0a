package dev.crescent.ui.lens;

import dev.crescent.insight.step.MathLine;
import dev.crescent.ui.FormulaLabel;
import dev.crescent.ui.Language;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import javafx.scene.layout.FlowPane;

/// A formula, the numbers in its place, and what comes out: on one line where there is room for it; a sum
/// without room is broken before a plus.
final class MathRow extends FlowPane {
    /// @param most width in pixels
    MathRow(MathLine line, double most) {
        getStyleClass().add("step-row");
        setPrefWrapLength(most);
        setMaxWidth(most);
        add(local(line.symbols()), "step-symbols", most);
        if (!line.numbers().isEmpty()) {
            add("\u2009= " + local(line.numbers()), "step-numbers", most);
        }
        if (!line.result().isEmpty()) {
            add("\u2009= " + local(line.result()), "step-result", most);
        }
        setAccessibleText(local(line.text()));
    }

    /// The model's mathematics is English with decimal points.
    private static String local(String text) {
        return Texts.language() == Language.ENGLISH ? text
                : Numbers.inText(text.replace("mean over the mini-batch", Texts.get("math.batchMean"))
                        .replace("mean gradient", Texts.get("math.meanGradient"))
                        .replace("slope of the hinge loss", Texts.get("math.hingeSlope"))
                        .replace("mean ", Texts.get("math.mean") + " "));
    }

    private void add(String text, String style, double most) {
        String line = "";
        for (String term : text.split("(?= \\+ )")) {
            if (!line.isEmpty() && label(line + term, most).isCut()) {
                addLine(line, style, most);
                line = term.strip();
            } else {
                line += term;
            }
        }
        addLine(line, style, most);
    }

    private void addLine(String text, String style, double most) {
        FormulaLabel label = label(text, most);
        label.getStyleClass().add(style);
        getChildren().add(label);
    }

    private static FormulaLabel label(String text, double most) {
        return new FormulaLabel(text, MathText.runs(text), most);
    }
}
