package dev.crescent.ui.points;

import dev.crescent.insight.Predictions;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What the network predicts for the test samples over what is true, a sentence that explains it, and the coefficient of
/// determination.
final class PredictionView extends Region {
    private static final double LINE = 20;
    private static final double GAP = 8;
    /// Of R², which moves nothing when it gets longer.
    private static final double R2_WIDTH = 80;
    /// A smaller plot says nothing.
    private static final double LEAST_SIDE = 120;
    private static final double MOST_SIDE = 560;
    /// About what the ticks' texts take from the width.
    private static final double MARGINS = 44;
    /// From here on all digits would be nines after two.
    private static final double NEARLY_RIGHT = 0.99;

    private final SharpCanvas canvas = new SharpCanvas();
    private final PaintPane plot = new PaintPane(this::paint, canvas);
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label r2 = new Label();
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Predictions shown;

    PredictionView() {
        setId("output.predictions");
        title.getStyleClass().add("panel-title");
        text.getStyleClass().add("muted");
        text.setId("predictions.text");
        text.setWrapText(true);
        text.setAlignment(Pos.TOP_LEFT);
        r2.getStyleClass().add("panel-title");
        r2.setId("predictions.r2");
        r2.setAlignment(Pos.TOP_RIGHT);
        r2.setManaged(false); // or each of its numbers would lay out the panel
        Hint.give(r2, Texts.get("predictions.r2Hint"));
        plot.setId("predictions.plot");
        plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        plot.setSays(this::sentence);
        setMinHeight(2 * LINE + GAP + PredictionPlot.NAME + LEAST_SIDE + PredictionPlot.BELOW);
        getChildren().setAll(plot, title, text, r2);
        clear();
    }

    /// Forgets what was predicted for other data.
    void clear() {
        empty("");
    }

    /// Empties the plot, and says that its dots are on the way.
    ///
    /// @param samples of the test part
    void showCounting(int samples) {
        empty(Texts.get("predictions.counting", samples));
    }

    private void empty(String sentence) {
        shown = null;
        title.setText(Texts.get("predictions.title"));
        text.setText(sentence);
        r2.setText("");
        plot.repaint();
    }

    void show(Predictions predictions) {
        if (shown == null || !predictions.sameAs(shown)) {
            shown = predictions;
            title.setText(Texts.get("predictions.titleOf", predictions.total()));
            text.setText(predictions.undecided() == 0 ? Texts.get("predictions.text")
                    : Texts.get("confusion.undecided", predictions.undecided()));
            r2.setText(Texts.get("predictions.r2", number(predictions.r2())));
            plot.repaint();
        }
    }

    void setTheme(Palette colors) {
        palette = colors;
        plot.repaint();
    }

    /// What a screen reader says of it; empty before anything is counted.
    private String sentence() {
        Predictions predictions = shown;
        return predictions == null ? ""
                : Texts.get("predictions.says", predictions.total(), number(predictions.r2()));
    }

    static String number(double r2) {
        return r2 > -1000 ? Numbers.fixed(r2, r2 >= NEARLY_RIGHT ? 4 : 2) : Numbers.loss(r2);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// Known without styles, because it is asked for before the plot is visible.
    @Override
    protected double computePrefHeight(double width) {
        double side = Math.clamp(width - MARGINS, LEAST_SIDE, MOST_SIDE);
        return 2 * LINE + GAP + PredictionPlot.NAME + side + PredictionPlot.BELOW;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double words = Math.max(0, width - (shown == null ? 0 : R2_WIDTH));
        double lines = Math.max(LINE, Math.ceil(text.prefHeight(words)));
        title.resizeRelocate(0, 0, width, LINE);
        text.resizeRelocate(0, LINE, words, lines);
        r2.resizeRelocate(width - R2_WIDTH, LINE, R2_WIDTH, LINE);
        double top = LINE + lines + GAP;
        double height = Math.max(0, getHeight() - top);
        canvas.setSize(width, height);
        plot.resizeRelocate(0, top, width, height);
        plot.repaint();
    }

    private void paint() {
        Predictions predictions = shown;
        Pen pen = canvas.clearedPen();
        if (predictions != null && canvas.getHeight() > PredictionPlot.NAME + PredictionPlot.BELOW) {
            PredictionPlot square = PredictionPlot.of(predictions.axes(), canvas.getWidth(), canvas.getHeight());
            new PredictionPainter(pen, square, palette).paint(predictions);
        }
    }
}
