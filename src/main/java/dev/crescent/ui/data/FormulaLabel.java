package dev.crescent.ui.data;

import dev.crescent.ui.theme.Fonts;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// A formula on one line, in the mathematics' font; colored by the style class `formula-run`.
final class FormulaLabel extends Pane {
    private static final double SIZE = 15;
    private static final double SMALL = 11;
    private static final double HEIGHT = 20;
    private static final double BASELINE = 14;
    private static final double RAISE = 5;
    private static final double LOWER = 3;

    FormulaLabel(String formula) {
        double x = 0;
        Font italic = Fonts.formula(SIZE);
        for (FormulaRuns.Run run : FormulaRuns.of(formula)) {
            double size = run.level() == FormulaRuns.Level.LINE ? SIZE : SMALL;
            Text text = new Text(run.text());
            text.setFont(run.italic() ? Fonts.formula(size) : Font.font(italic.getFamily(), size));
            text.getStyleClass().add("formula-run");
            text.setTextOrigin(VPos.BASELINE);
            text.setX(x);
            text.setY(BASELINE + switch (run.level()) {
                case LINE -> 0;
                case UP -> -RAISE;
                case DOWN -> LOWER;
            });
            x += text.getLayoutBounds().getWidth() + (run.level() == FormulaRuns.Level.LINE ? 0 : 0.5);
            getChildren().add(text);
        }
        setMinSize(0, HEIGHT);
        setPrefSize(Math.ceil(x), HEIGHT);
        setMaxSize(Math.ceil(x), HEIGHT);
        setMouseTransparent(true);
    }
}
