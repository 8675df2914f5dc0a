package dev.crescent.ui.points;

import dev.crescent.insight.Ticks;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.WrapRow;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// What the picture's colors, points and lines mean: a color bar for two classes or for values, names for more classes;
/// below it the two parts' points and the two lines.
public final class ScaleLegend extends VBox {
    /// From the end of the bar's room to a class's name, beside its dot.
    private static final double NAME = 16;
    private static final double BAR = 10;
    private static final double SCALE = 38;

    private final SharpCanvas canvas = new SharpCanvas();
    private final PaintPane scale = new PaintPane(this::paintScale, canvas);
    private final Pane scaleRow = new Pane(scale);
    private final FlowPane classRow = new FlowPane(16, 4);
    private final WrapRow marks = new WrapRow(16, 4);
    private Palette palette = Palette.of(Theme.LIGHT);
    private PointsModel points = PointsModel.none();
    private PlaneSwitches switches = PlaneSwitches.USUAL;
    private @Nullable PinReading pin;
    private @Nullable ValueRange unit;

    public ScaleLegend() {
        super(6);
        getStyleClass().add("scale-legend");
        setAccessibleText(Texts.get("legend.scale"));
        // As high as the color bar, so that nothing below moves while a unit is shown.
        classRow.setMinHeight(SCALE);
        classRow.setAlignment(Pos.CENTER_LEFT);
        scaleRow.setMinHeight(SCALE);
        scaleRow.setPrefHeight(SCALE);
        scaleRow.widthProperty().subscribe(width -> {
            scale.resizeRelocate(0, 0, width.doubleValue(), SCALE);
            canvas.setSize(width.doubleValue(), SCALE);
            scale.repaint();
        });
        rebuild();
    }

    /// Explains the colors of these points' task, classes and range.
    public void show(PointsModel model) {
        boolean same = model.task() == points.task() && model.classNames().equals(points.classNames())
                && model.valueMin() == points.valueMin() && model.valueMax() == points.valueMax();
        points = model;
        if (!same) {
            rebuild();
        }
    }

    /// Explains only what the switches leave, and says what the model says at the pinned place.
    ///
    /// @param reading null for no such place
    public void show(PlaneSwitches left, @Nullable PinReading reading) {
        switches = left;
        pin = reading;
        rebuild();
    }

    /// Explains the colors of a unit's field in place of the output's, or those of the output again.
    ///
    /// @param range the values that get the ends of the color ramp; null for the output's field
    public void showUnit(@Nullable ValueRange range) {
        ValueRange before = unit;
        if (Objects.equals(before, range)) {
            return;
        }
        if (before == null) {
            // The values of a unit may need fewer rows, and nothing below is to move.
            marks.setMinHeight(marks.prefHeight(marks.getWidth()));
        } else if (range == null) {
            marks.setMinHeight(USE_COMPUTED_SIZE);
        }
        unit = range;
        if (before == null || range == null || before.middle() != range.middle()) {
            rebuild();
        }
        scale.repaint();
    }

    public void setTheme(Palette colors) {
        palette = colors;
        rebuild();
    }

    private LegendTerms terms() {
        return new LegendTerms(points, unit, switches);
    }

    private void rebuild() {
        boolean named = terms().manyClasses();
        if (named) {
            rebuildClasses();
        }
        rebuildMarks();
        getChildren().setAll(named && unit == null ? classRow : scaleRow, marks);
        if (pin != null) {
            getChildren().add(LegendTerms.pinned(pin.inOneLine(), palette));
        }
        scale.repaint();
    }

    private void rebuildClasses() {
        classRow.getChildren().clear();
        for (int k = 0; k < points.classNames().size(); k++) {
            classRow.getChildren().add(LegendTerms.caption(OutputNames.of(points.classNames(), k), new ClassDot(4.5, palette, k)));
        }
        classRow.getChildren().addAll(terms().remarks());
    }

    private void rebuildMarks() {
        marks.show(terms().parts(palette), terms().lines(palette));
    }

    private void paintScale() {
        Pen g = canvas.clearedPen();
        if (canvas.getWidth() < 1) {
            return; // hidden before it was ever laid out
        }
        g.setFont(Fonts.caption());
        g.setTextBaseline(VPos.CENTER);
        if (terms().showsValues()) {
            paintValues(g);
        } else {
            paintProbabilities(g);
        }
    }

    private void paintProbabilities(Pen g) {
        double width = canvas.getWidth();
        String[] names = {terms().name(0), terms().name(1)};
        double room = NAME + Math.max(TextFit.width(names[0], Fonts.caption()), TextFit.width(names[1], Fonts.caption()));
        double left = Math.max(34, room + 10);
        double right = width - left;
        bar(g, left, right);
        for (int k = 0; k < 2; k++) {
            ClassDot.paint(g, palette, k, k == 0 ? 5 : width - 5, 12, 5);
            g.setTextAlign(k == 0 ? TextAlignment.LEFT : TextAlignment.RIGHT);
            g.setFill(palette.fg());
            g.fillText(names[k], k == 0 ? NAME : width - NAME, 12);
        }
        g.setTextAlign(TextAlignment.CENTER);
        for (double p : terms().chances()) {
            tick(g, left + p * (right - left), p == 0.5, Numbers.fixed(p, 1));
        }
    }

    private void paintValues(Pen g) {
        double width = canvas.getWidth();
        bar(g, 0, width);
        ValueRange range = terms().range();
        List<Double> ticks = Ticks.linear(range.low(), range.high(), 4);
        double step = Ticks.step(ticks);
        for (double tick : ticks) {
            double x = (range.scaled(tick) + 1) / 2 * width;
            g.setTextAlign(x < 12 ? TextAlignment.LEFT : x > width - 12 ? TextAlignment.RIGHT : TextAlignment.CENTER);
            tick(g, x, false, Numbers.tick(tick, step));
        }
    }

    /// Column by column from both ends. Where the window is zoomed, a column ends within a pixel of the screen, which would be
    /// seen as a pale stripe: so each reaches under the next, which is as high or higher.
    private void bar(Pen g, double left, double right) {
        int first = (int) left;
        int end = (int) right;
        int middle = (first + end) / 2;
        for (int x = first; x < middle; x++) {
            column(g, x, x, left, right);
        }
        for (int x = end - 1; x >= middle; x--) {
            column(g, x, x - 1, left, right);
        }
    }

    private void column(Pen g, int x, int from, double left, double right) {
        double inset = rounding(Math.min(x - (int) left, (int) right - 1 - x));
        g.setFill(Palette.color(terms().argb(palette, 2 * (x + 0.5 - left) / (right - left) - 1)));
        g.fillRect(from, 7 + inset, 2, BAR - 2 * inset);
    }

    /// How much a column of the bar is shorter at each end, for corners of radius 3.
    private static double rounding(double fromEnd) {
        double across = 3 - fromEnd - 0.5;
        return across <= 0 ? 0 : 3 - Math.sqrt(Math.max(0, 9 - across * across));
    }

    private void tick(Pen g, double x, boolean strong, String text) {
        g.setFill(strong ? palette.contour() : palette.contourThin());
        g.fillRect(Math.clamp((double) Math.round(x - 0.5), 0, canvas.getWidth() - 1), 7, strong ? 2 : 1, BAR);
        g.setFill(palette.fgSubtle());
        g.fillText(text, x, 28);
    }
}
