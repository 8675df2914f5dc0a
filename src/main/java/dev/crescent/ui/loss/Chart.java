package dev.crescent.ui.loss;

import dev.crescent.insight.CurveData;
import dev.crescent.insight.Ticks;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// One chart laid out for one painting: axes, curves, marks, and labels at the curves' ends.
final class Chart {
    private static final double LABELS_LEFT = 40;
    private static final double LABELS_RIGHT = 68;
    /// A narrow chart keeps more for its curves.
    private static final double NARROW = 260;
    private static final double NARROW_LABELS_RIGHT = 56;
    /// Before and after the texts at the curves' ends.
    private static final double LABEL_GAP = 8;
    private static final double LABEL_END = 2;
    /// As wide as the usual loss, however many digits it has: the curves keep their width while training.
    private static final double USUAL_LOSS = 0.8888;
    /// The mouse points at a ghost from so many pixels above or below.
    private static final double REACH = 8;
    private static final double LABELS_BELOW = 24;
    private static final double HEAD = 8;
    /// The marks' texts lie above the curves.
    private static final double MARKS_HEAD = 20;
    /// The readout tells the marks within so many pixels.
    private static final double MARK_REACH = 4;
    private static final double[] SOLID = {};

    private final Measure measure;
    private final List<Series> curves;
    private final List<CurveData.Mark> marks;
    private final boolean named;
    private final boolean told;
    private final Palette palette;
    private final double labelsRight;
    private final double head;
    private final Scale across;
    private final Scale up;
    private final ChartAxes axes;

    /// @param named whether the marks get their texts here: one chart's are enough
    /// @param told whether the losses at the curves' ends are written there: nothing else says them
    /// @param x left edge of the chart with its labels, and so on
    Chart(Measure measure, CurveData data, boolean logarithmic, boolean smooth, boolean named, boolean told, Palette palette,
          double x, double y, double width, double height) {
        this.measure = measure;
        this.named = named;
        this.told = told && measure == Measure.LOSS;
        this.palette = palette;
        marks = data.marks();
        curves = Series.of(data, measure, smooth, palette);
        boolean log = logarithmic && measure == Measure.LOSS;
        double[] range = Ranges.values(measure, curves, log);
        labelsRight = labelsRight(measure, width, told);
        head = marks.isEmpty() ? HEAD : MARKS_HEAD;
        double right = Math.max(x + LABELS_LEFT + 8, x + width - labelsRight);
        across = new Scale(0, Ranges.lastEpoch(curves), false, Math.round(x + LABELS_LEFT), Math.round(right));
        up = new Scale(range[0], range[1], log, Math.round(y + height - LABELS_BELOW), Math.round(y + head));
        axes = new ChartAxes(measure, palette, across, up);
    }

    /// How much of a chart's width the texts at its curves' ends take.
    static double labelsRight(Measure measure, double width, boolean told) {
        double least = width < NARROW ? NARROW_LABELS_RIGHT : LABELS_RIGHT;
        return told && measure == Measure.LOSS ? Math.max(least, LABEL_GAP + lossWidth() + LABEL_END) : least;
    }

    private static double lossWidth() {
        return Math.ceil(Math.max(TextFit.width(told(Texts.get("curves.trainLine"), USUAL_LOSS)),
                TextFit.width(told(Texts.get("curves.testLine"), USUAL_LOSS))));
    }

    private static String told(String name, double loss) {
        return name + " " + Numbers.loss(loss);
    }

    Measure measure() {
        return measure;
    }

    /// Training, test and ghosts, the last painted last.
    List<Series> curves() {
        return curves;
    }

    boolean covers(double x, double y) {
        return x >= across.from() - 4 && x <= across.to() + 4 && y >= up.to() - head && y <= up.from() + LABELS_BELOW;
    }

    /// The ghost that a place is on or near to.
    @Nullable Series ghostNear(double x, double y) {
        Series nearest = null;
        double least = REACH;
        for (Series series : curves) {
            int at = series.ghost() ? series.near(across.valueAt(x)) : -1;
            double away = at < 0 ? Double.NaN : Math.abs(up.at(series.values()[at]) - y);
            if (away <= least) {
                least = away;
                nearest = series;
            }
        }
        return nearest;
    }

    /// An epoch as a number with no more decimals than the axis can tell apart.
    String epochText(double epoch) {
        double step = Math.min(1, Ticks.step(across.max() / Math.max(1, across.to() - across.from())));
        double rounded = Math.rint(epoch / step) * step;
        return Numbers.tick(rounded, Math.abs(rounded - Math.rint(rounded)) < 1e-9 ? 1 : step);
    }

    /// The measured epoch nearest to a pixel, of the run itself as far as that goes, else of the longest curve; NaN if
    /// nothing is measured.
    double epochNear(double x) {
        double epoch = across.valueAt(x);
        Series told = curves.getLast();
        for (Series series : curves.reversed()) {
            if (told.near(epoch) < 0 && series.end() > told.end()) {
                told = series;
            }
        }
        return told.count() == 0 ? Double.NaN : told.epochs()[told.nearest(epoch)];
    }

    double pixelOf(double epoch) {
        return across.at(epoch);
    }

    double top() {
        return up.to();
    }

    void paint(Pen g) {
        g.setFont(Fonts.caption());
        g.setTextBaseline(VPos.CENTER);
        g.setLineDashes(SOLID);
        axes.paint(g);
        paintMarks(g);
        paintCurves(g);
        paintEnds(g);
    }

    ChartAxes axes() {
        return axes;
    }

    /// The marks' lines, and above the curves their texts.
    private void paintMarks(Pen g) {
        g.setTextAlign(TextAlignment.LEFT);
        for (MarkLines.Line line : markLines()) {
            boolean worded = named && !line.text().isEmpty();
            g.setLineDashes(2, 3);
            ChartAxes.line(g, palette.fgSubtle(), line.x(), up.to() - (worded ? MARKS_HEAD - 4 : 4), line.x(), up.from());
            g.setLineDashes(SOLID);
            if (worded) {
                g.setFill(palette.fgMuted());
                g.fillText(line.text(), line.start(), up.to() - MARKS_HEAD / 2);
            }
        }
    }

    List<MarkLines.Line> markLines() {
        return MarkLines.of(marks, across);
    }

    /// What changed at an epoch, or so near to it that it has the same line.
    List<String> markTexts(double epoch) {
        double x = across.at(epoch);
        return marks.stream().filter(mark -> Math.abs(across.at(mark.epoch()) - x) < MARK_REACH)
                .map(CurveData.Mark::text).toList();
    }

    private void paintCurves(Pen g) {
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

    private void paintEnds(Pen g) {
        for (Series series : curves) {
            int last = series.last();
            if (last >= 0) {
                g.setFill(series.color());
                g.fillOval(across.at(series.epochs()[last]) - 2.5, up.at(series.values()[last]) - 2.5, 5, 5);
            }
        }
        g.setTextAlign(TextAlignment.LEFT);
        for (EndLabels.Placed placed : endLabels()) {
            EndLabels.Label label = placed.label();
            if (label.inside()) {
                ground(g, label, placed.y());
            }
            g.setFill(label.color());
            g.fillText(label.text(), label.x(), placed.y());
        }
    }

    /// Keeps what runs behind a label among the curves from reading as a stroke through it. Behind a value of the run
    /// itself is at most a kept run, which makes way; a kept run's letter only has an edge, since the run itself may be
    /// behind it.
    private void ground(Pen g, EndLabels.Label label, double y) {
        if (label.ghost()) {
            g.setStroke(palette.bg());
            g.setLineWidth(3);
            g.strokeText(label.text(), label.x(), y);
        } else {
            g.setFill(palette.bg());
            double top = y - EndLabels.PITCH / 2;
            double bottom = Math.min(top + EndLabels.PITCH, up.from() - 1);
            g.fillRect(label.x() - 2, top, label.width() + 4, bottom - top);
        }
    }

    /// The labels at the curves' ends: in the column to the right of the chart, or within it where a curve ends early.
    List<EndLabels.Placed> endLabels() {
        EndLabels labels = new EndLabels();
        for (Series series : curves) {
            int last = series.last();
            if (last >= 0) {
                double x = across.at(series.epochs()[last]);
                boolean inside = x <= across.to() - 24;
                String text = TextFit.cut(endText(series, last), labelsRight - LABEL_GAP);
                EndLabels.Label label = new EndLabels.Label(text, series.ghost() ? palette.fgSubtle() : series.color(),
                        inside ? x + 6 : across.to() + LABEL_GAP, up.at(series.values()[last]), TextFit.width(text), inside, series.ghost());
                if (series.ghost()) {
                    labels.addGhost(label);
                } else {
                    labels.addLive(label);
                }
            }
        }
        return labels.place(up.to(), up.from() - 4);
    }

    private String endText(Series series, int last) {
        if (series.ghost()) {
            return series.letter();
        }
        if (measure == Measure.ACCURACY) {
            return Numbers.percent(series.measured()[last], 1);
        }
        String loss = told(series.name(), series.measured()[last]);
        // Half a number would be another one.
        return told && TextFit.width(loss) <= labelsRight - LABEL_GAP ? loss : series.name();
    }

    /// A vertical line at an epoch, and a dot on each curve there; on a ghost only where the mouse points at it.
    void paintReadout(Pen g, double epoch, @Nullable Series ghost) {
        double x = across.at(epoch);
        if (!(x >= across.from() - 1 && x <= across.to() + 1)) {
            return;
        }
        if (ghost != null) {
            g.setStroke(palette.fgMuted());
            g.setLineWidth(2);
            g.setLineDashes(4, 4);
            new Polyline(g).stroke(ghost, across, up);
        }
        double column = Math.round(x) + 0.5;
        g.setLineDashes(SOLID);
        ChartAxes.line(g, palette.fgSubtle(), column, up.to() - 4, column, up.from());
        for (Series series : curves) {
            int at = series.near(epoch);
            double y = at < 0 ? Double.NaN : up.at(series.values()[at]);
            if ((!series.ghost() || series == ghost) && Double.isFinite(y)) {
                g.setFill(palette.bg());
                g.fillOval(x - 5, y - 5, 10, 10);
                g.setFill(series.color());
                g.fillOval(x - 3.5, y - 3.5, 7, 7);
            }
        }
    }
}
