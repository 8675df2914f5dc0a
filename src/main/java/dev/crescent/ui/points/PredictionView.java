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
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/// What the network predicts for the test samples over what is true, a sentence that explains it, and the coefficient of
/// determination. The dot that the mouse points at says its values.
public final class PredictionView extends Region {
    private static final double LINE = 20;
    private static final double GAP = 8;
    /// Of R², which moves nothing when it gets longer.
    private static final double R2_WIDTH = 80;
    /// A smaller plot says nothing.
    private static final double LEAST_SIDE = 120;
    private static final double MOST_SIDE = 560;
    /// About what the ticks' texts take from the width.
    private static final double MARGINS = 44;
    /// Of the words above a plot that stands in the middle.
    private static final double LEAST_WORDS = 360;
    private static final double RING = 1.5;
    /// From here on all digits would be nines after two.
    private static final double NEARLY_RIGHT = 0.99;

    private final boolean filling;
    private final SharpCanvas canvas = new SharpCanvas();
    private final PaintPane plot = new PaintPane(this::paint, canvas);
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label r2 = new Label();
    private final Circle ring = new Circle();
    private final PredictionReadout readout = new PredictionReadout();
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Predictions shown;
    private @Nullable Point2D mouse; // in the plot, while it is there
    private String target = "";

    PredictionView() {
        this(false);
    }

    /// @param filling whether it stands in the middle of all the room that there is
    public PredictionView(boolean filling) {
        this.filling = filling;
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
        plot.setOnMouseMoved(e -> point(new Point2D(e.getX(), e.getY())));
        plot.setOnMouseExited(e -> point(null));
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setFill(Color.TRANSPARENT);
        ring.setStrokeWidth(RING);
        setMinHeight(2 * LINE + GAP + PredictionPlot.NAME + LEAST_SIDE + PredictionPlot.BELOW);
        getChildren().setAll(plot, title, text, r2, ring, readout);
        clear();
    }

    /// Says what is predicted.
    ///
    /// @param name of the target, in its unit, on one line; empty where it has none
    public void setTarget(String name) {
        target = name;
        plot.repaint();
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

    /// Shows predictions for samples of the test part.
    public void show(Predictions predictions) {
        if (shown == null || !predictions.sameAs(shown)) {
            shown = predictions;
            title.setText(Texts.get("predictions.titleOf", predictions.total()));
            text.setText(predictions.undecided() == 0 ? Texts.get("predictions.text")
                    : Texts.get("confusion.undecided", predictions.undecided()));
            r2.setText(Texts.get("predictions.r2", number(predictions.r2())));
            plot.repaint();
        }
    }

    public void setTheme(Palette colors) {
        palette = colors;
        ring.setStroke(colors.fg());
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

    /// The side of the square that its height has room for.
    private double highest() {
        return getHeight() - 2 * LINE - GAP - PredictionPlot.NAME - PredictionPlot.BELOW;
    }

    /// Known without styles, because it is asked for before the plot is visible.
    @Override
    protected double computePrefHeight(double width) {
        double side = Math.clamp(width - MARGINS, LEAST_SIDE, MOST_SIDE);
        return 2 * LINE + GAP + PredictionPlot.NAME + side + PredictionPlot.BELOW;
    }

    @Override
    protected void layoutChildren() {
        double width = filling ? Math.min(getWidth(), Math.max(LEAST_WORDS, MARGINS + highest())) : getWidth();
        double left = Math.floor((getWidth() - width) / 2);
        double words = Math.max(0, width - (shown == null ? 0 : R2_WIDTH));
        double lines = Math.max(LINE, Math.ceil(text.prefHeight(words)));
        title.resizeRelocate(left, 0, width, LINE);
        text.resizeRelocate(left, LINE, words, lines);
        r2.resizeRelocate(left + width - R2_WIDTH, LINE, R2_WIDTH, LINE);
        double top = LINE + lines + GAP;
        double height = Math.max(0, getHeight() - top);
        canvas.setSize(width, height);
        plot.resizeRelocate(left, top, width, height);
        plot.repaint();
    }

    private void paint() {
        Predictions predictions = shown;
        Pen pen = canvas.clearedPen();
        if (predictions != null && canvas.getHeight() > PredictionPlot.NAME + PredictionPlot.BELOW) {
            PredictionPlot square = square(predictions);
            new PredictionPainter(pen, square, palette, target).paint(predictions);
        }
        showReadout(); // the dots may have moved under the mouse
    }

    private PredictionPlot square(Predictions predictions) {
        return PredictionPlot.of(predictions.axes(), canvas.getWidth(), canvas.getHeight());
    }

    private void point(@Nullable Point2D at) {
        mouse = at;
        showReadout();
    }

    private void showReadout() {
        Predictions predictions = shown;
        Point2D at = mouse;
        PredictionPlot square = predictions == null || at == null ? null : square(predictions);
        int sample = predictions == null || at == null || square == null ? -1 : square.near(predictions, at.getX(), at.getY());
        ring.setVisible(sample >= 0);
        readout.setVisible(sample >= 0);
        if (sample >= 0 && predictions != null && square != null) {
            double trueValue = predictions.truths()[sample];
            double predicted = predictions.predicted()[sample];
            double x = plot.getLayoutX() + square.x(trueValue);
            double y = plot.getLayoutY() + square.dotY(predicted);
            ring.setCenterX(x);
            ring.setCenterY(y);
            ring.setRadius(PredictionPainter.radius(predictions.truths().length) + RING);
            readout.show(square, target, trueValue, predicted);
            readout.place(x, y, getWidth(), getHeight());
        }
    }
}
