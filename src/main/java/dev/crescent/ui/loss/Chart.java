package dev.crescent.ui.loss;

import dev.crescent.insight.CurveData;
import dev.crescent.insight.Ticks;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// One chart laid out for one painting: axes, curves, marks, and labels at the curves' ends.
final class Chart {
    private static final double LABELS_LEFT = 40;
    private static final double LABELS_RIGHT = 68;
    private static final double LABELS_BELOW = 24;
    private static final double HEAD = 8;
    private static final double[] SOLID = {};

    private final Measure measure;
    private final List<Series> curves;
    private final List<CurveData.Mark> marks;
    private final boolean named;
    private final Palette palette;
    private final Scale across;
    private final Scale up;

    /// @param named whether the marks get their texts here: one chart's are enough
    /// @param x left edge of the chart with its labels, and so on
    Chart(Measure measure, CurveData data, boolean logarithmic, boolean smooth, boolean named, Palette palette,
          double x, double y, double width, double height) {
        this.measure = measure;
        this.named = named;
        this.palette = palette;
        marks = data.marks();
        curves = Series.of(data, measure, smooth, palette);
        boolean log = logarithmic && measure == Measure.LOSS;
        double[] range = Ranges.values(measure, curves, log);
        double right = Math.max(x + LABELS_LEFT + 8, x + width - LABELS_RIGHT);
        across = new Scale(0, Ranges.lastEpoch(curves), false, Math.round(x + LABELS_LEFT), Math.round(right));
        up = new Scale(range[0], range[1], log, Math.round(y + height - LABELS_BELOW), Math.round(y + HEAD));
    }

    Measure measure() {
        return measure;
    }

    /// Training, test and ghosts, the last painted last.
    List<Series> curves() {
        return curves;
    }

    boolean covers(double x) {
        return x >= across.from() - 4 && x <= across.to() + 4;
    }

    /// The measured epoch nearest to a pixel; NaN if nothing is measured.
    double epochNear(double x) {
        Series longest = curves.getLast();
        for (Series series : curves) {
            longest = longest.count() > 0 ? longest : series;
        }
        return longest.count() == 0 ? Double.NaN : longest.epochs()[longest.nearest(across.valueAt(x))];
    }

    double pixelOf(double epoch) {
        return across.at(epoch);
    }

    double top() {
        return up.to();
    }

    void paint(GraphicsContext g) {
        g.setFont(Fonts.caption());
        g.setTextBaseline(VPos.CENTER);
        g.setLineDashes(SOLID);
        paintValueAxis(g);
        paintEpochAxis(g);
        paintMarks(g);
        paintCurves(g);
        paintEnds(g);
    }

    /// The values of the value axis's grid lines.
    List<Double> ticks() {
        int count = Math.max(2, (int) ((up.from() - up.to()) / 28));
        return up.logarithmic() ? Ticks.logarithmic(up.min(), up.max(), count)
                : Ticks.linear(up.min(), up.max(), count);
    }

    private void paintValueAxis(GraphicsContext g) {
        List<Double> ticks = ticks();
        double step = ticks.size() > 1 ? ticks.get(1) - ticks.get(0) : 1;
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : ticks) {
            double y = Math.round(up.at(tick)) - 0.5;
            line(g, palette.borderMuted(), 1, across.from(), y, across.to(), y);
            g.setFill(palette.fgSubtle());
            g.fillText(tickText(tick, up.logarithmic() ? Ticks.step(tick * 0.999) : step), across.from() - 8, y);
        }
        double base = up.from() - 0.5;
        line(g, palette.border(), 1, across.from(), base, across.to(), base);
    }

    private String tickText(double tick, double step) {
        return measure == Measure.ACCURACY ? Numbers.percent(tick, step < 0.0099 ? 1 : 0) : Numbers.tick(tick, step);
    }

    private void paintEpochAxis(GraphicsContext g) {
        double pitch = Math.max(40, width(Numbers.tick(across.max(), 1)) + 28);
        int count = Math.clamp((int) ((across.to() - across.from()) / pitch), 1, 8);
        List<Double> ticks = Ticks.linear(0, across.max(), count);
        double step = ticks.size() > 1 ? ticks.get(1) - ticks.get(0) : 1;
        double y = up.from() + 13;
        g.setFill(palette.fgSubtle());
        g.setTextAlign(TextAlignment.CENTER);
        for (double tick : ticks) {
            g.fillText(Numbers.tick(tick, step), across.at(tick), y);
        }
        String last = ticks.isEmpty() ? "" : Numbers.tick(ticks.getLast(), step);
        double taken = ticks.isEmpty() ? 0 : across.at(ticks.getLast()) + width(last) / 2;
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(Texts.get("curves.epoch"), Math.max(across.to() + 8, taken + 8), y);
    }

    private void paintMarks(GraphicsContext g) {
        double free = Double.NEGATIVE_INFINITY;
        for (CurveData.Mark mark : marks) {
            double x = Math.round(across.at(mark.epoch())) + 0.5;
            if (!(x >= across.from() && x <= across.to() + 1)) {
                continue;
            }
            g.setLineDashes(2, 3);
            line(g, palette.fgSubtle(), 1, x, up.to() - 4, x, up.from());
            g.setLineDashes(SOLID);
            double wide = width(mark.text());
            boolean leftward = x + 6 + wide > across.to() + LABELS_RIGHT;
            double start = leftward ? x - 6 - wide : x + 6;
            if (named && start > free) {
                g.setFill(palette.fgMuted());
                g.setTextAlign(TextAlignment.LEFT);
                g.fillText(mark.text(), start, up.to() + 2);
                free = start + wide;
            }
        }
    }

    private void paintCurves(GraphicsContext g) {
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        Polyline polyline = new Polyline(g);
        for (Series series : curves) {
            g.setStroke(series.color());
            g.setLineWidth(series.ghost() ? 1.5 : 2);
            g.setLineDashes(series.ghost() ? new double[] {4, 4} : SOLID);
            polyline.stroke(series, across, up);
        }
        g.setLineDashes(SOLID);
    }

    private void paintEnds(GraphicsContext g) {
        EndLabels labels = new EndLabels();
        g.setTextAlign(TextAlignment.LEFT);
        for (Series series : curves) {
            int last = series.last();
            if (last < 0) {
                continue;
            }
            double x = across.at(series.epochs()[last]);
            double y = up.at(series.values()[last]);
            g.setFill(series.color());
            g.fillOval(x - 2.5, y - 2.5, 5, 5);
            if (x > across.to() - 24) {
                labels.add(endText(series, last), series.ghost() ? palette.fgSubtle() : series.color(), y);
            } else if (series.ghost()) {
                g.setFill(palette.fgSubtle());
                g.fillText(series.name(), x + 6, y);
            }
        }
        for (EndLabels.Placed placed : labels.place(up.to(), up.from() - 4)) {
            g.setFill(placed.label().color());
            g.fillText(placed.label().text(), across.to() + 8, placed.y(), LABELS_RIGHT - 8);
        }
    }

    private String endText(Series series, int last) {
        return measure == Measure.LOSS || series.ghost() ? series.name()
                : Numbers.percent(series.values()[last], 1);
    }

    /// A vertical line at an epoch, and a dot on each curve there.
    void paintReadout(GraphicsContext g, double epoch) {
        double x = across.at(epoch);
        if (!(x >= across.from() - 1 && x <= across.to() + 1)) {
            return;
        }
        double column = Math.round(x) + 0.5;
        g.setLineDashes(SOLID);
        line(g, palette.fgSubtle(), 1, column, up.to() - 4, column, up.from());
        for (Series series : curves) {
            double y = up.at(series.near(epoch));
            if (!series.ghost() && Double.isFinite(y)) {
                g.setFill(palette.bg());
                g.fillOval(x - 5, y - 5, 10, 10);
                g.setFill(series.color());
                g.fillOval(x - 3.5, y - 3.5, 7, 7);
            }
        }
    }

    private static void line(GraphicsContext g, Color color, double width, double x1, double y1, double x2, double y2) {
        g.setStroke(color);
        g.setLineWidth(width);
        g.strokeLine(x1, y1, x2, y2);
    }

    private static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(Fonts.caption());
        return measured.getLayoutBounds().getWidth();
    }
}
