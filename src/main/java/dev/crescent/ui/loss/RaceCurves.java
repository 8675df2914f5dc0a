package dev.crescent.ui.loss;

import dev.crescent.insight.Ticks;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.PaintedView;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.TrackColors;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// The values of all optimizers of a race over their steps, on a logarithmic axis if none is below 0.
public final class RaceCurves extends PaintedView {
    private static final double LEFT = 48;
    private static final double RIGHT = 76;
    private static final double BELOW = 24;
    private static final double HEAD = 8;
    /// From the finish up to the middle of its name.
    private static final double FINISH_ABOVE = 9;
    /// Values that are lower than so many times the highest are drawn as if they were that.
    private static final double DEEPEST = 1e-10;

    private static final double[] NONE = {};

    private List<Curve> curves = List.of();
    private boolean logarithmic = true;
    private int selected = -1;
    private double finish = Double.NaN;
    private Measure measure = Measure.LOSS;
    private Palette palette = Palette.of(Theme.LIGHT);
    private double[] counted = {};

    /// One optimizer's values.
    ///
    /// @param steps of the values, `[at least count]`; empty where there is one of each step
    /// @param values from the start on, `[at least count]`; nobody writes into those that count
    /// @param count at least 1
    public record Curve(String name, int color, double[] steps, double[] values, int count) {
        /// With a value of each step.
        public Curve(String name, int color, double[] values, int count) {
            this(name, color, NONE, values, count);
        }
    }

    public RaceCurves() {
        super(470, 240, Texts.get("race.curvesAccessible"));
        getStyleClass().add("race-curves");
    }

    public void setTheme(Palette colors) {
        palette = colors;
        repaint();
    }

    /// @param out the curve that stands out; -1 for none
    /// @param least that values can be expected to reach; below 0 the axis is even from the start on
    public void show(List<Curve> newest, int out, double least) {
        show(newest, out, Double.NaN, least >= 0 && newest.stream().allMatch(RaceCurves::isPositive), Measure.LOSS);
    }

    /// Shows losses with the finish.
    ///
    /// @param out the curve that stands out; -1 for none
    public void showLosses(List<Curve> newest, int out, double finishLoss) {
        show(newest, out, finishLoss, newest.stream().allMatch(RaceCurves::isPositive), Measure.LOSS);
    }

    /// Shows accuracies, 0 to 1, with the finish.
    ///
    /// @param out the curve that stands out; -1 for none
    public void showAccuracies(List<Curve> newest, int out, double finishAccuracy) {
        show(newest, out, finishAccuracy, false, Measure.ACCURACY);
    }

    private void show(List<Curve> newest, int out, double line, boolean logarithms, Measure what) {
        curves = List.copyOf(newest);
        selected = out;
        finish = line;
        logarithmic = logarithms;
        measure = what;
        int most = curves.stream().mapToInt(Curve::count).max().orElse(0);
        if (counted.length < most && curves.stream().anyMatch(curve -> curve.steps().length == 0)) {
            counted = IntStream.range(0, 2 * most).asDoubleStream().toArray();
        }
        repaint();
    }

    /// Whether the values are drawn by their logarithms.
    public boolean isLogarithmic() {
        return logarithmic;
    }

    /// Another one that shows the same, for a picture.
    public RaceCurves again(Palette colors) {
        RaceCurves other = new RaceCurves();
        other.setTheme(colors);
        other.show(curves, selected, finish, logarithmic, measure);
        return other;
    }

    private static boolean isPositive(Curve curve) {
        for (int i = 0; i < curve.count(); i++) {
            if (curve.values()[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /// What each has come to.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        return Stream.concat(Stream.of(Texts.get("race.curvesAccessible")), curves.stream().filter(curve -> curve.count() > 0)
                .map(curve -> curve.name() + " " + (measure == Measure.LOSS ? Numbers.loss(curve.values()[curve.count() - 1])
                        : Numbers.percent(curve.values()[curve.count() - 1], 1)))).collect(Collectors.joining(", "));
    }

    @Override
    protected void paint(Pen g, double width, double height) {
        List<Series> series = curves.stream().map(curve -> new Series(curve.name(),
                curve.steps().length == 0 ? counted : curve.steps(), curve.values(), curve.count(),
                TrackColors.text(palette, curve.color()), "")).toList();
        double[] range = range(series);
        Scale across = new Scale(0, Ranges.lastEpoch(series), false, LEFT, Math.max(LEFT + 8, Math.round(width - RIGHT)));
        Scale up = new Scale(range[0], range[1], logarithmic, Math.round(height - BELOW), HEAD);
        g.setFont(Fonts.caption());
        g.setTextBaseline(VPos.CENTER);
        new ChartAxes(measure, palette, across, up, Texts.get("race.step")).paint(g);
        finishGround(g, across, up);
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.save();
        // What diverges leaves the chart.
        g.clip(across.from(), up.to() - 2, across.to() - across.from(), up.from() - up.to() + 3, 0);
        Polyline polyline = new Polyline(g);
        for (int i = 0; i < series.size(); i++) {
            g.setGlobalAlpha(selected < 0 || selected == i ? 1 : 0.55);
            g.setLineWidth(selected == i ? 2.5 : 2);
            g.setStroke(series.get(i).color());
            polyline.stroke(series.get(i), across, up);
        }
        g.restore();
        finishLine(g, across, up);
        ends(g, series, across, up);
    }

    private boolean seesFinish(Scale up) {
        return finish >= up.min() && finish <= up.max();
    }

    /// Ends the grid where the finish's name is to be; curves may run behind it.
    private void finishGround(Pen g, Scale across, Scale up) {
        if (seesFinish(up)) {
            g.setFill(palette.bg());
            g.fillRect(across.from() + 2, finishRow(up) - FINISH_ABOVE - 7, TextFit.width(Texts.get("race.finish")) + 8, 14);
        }
    }

    private double finishRow(Scale up) {
        return Math.round(up.at(finish)) - 0.5;
    }

    private void finishLine(Pen g, Scale across, Scale up) {
        if (!seesFinish(up)) {
            return;
        }
        double y = finishRow(up);
        g.setLineDashes(5, 4);
        ChartAxes.line(g, palette.fgMuted(), across.from(), y, across.to(), y);
        g.setLineDashes();
        g.setTextAlign(TextAlignment.LEFT);
        String name = Texts.get("race.finish");
        g.setStroke(palette.bg());
        g.setLineWidth(3);
        g.strokeText(name, across.from() + 6, y - FINISH_ABOVE);
        g.setFill(palette.fgMuted());
        g.fillText(name, across.from() + 6, y - FINISH_ABOVE);
    }

    /// Diverging values would leave no room for the others: the axis ends a little above the highest start.
    private double[] range(List<Series> series) {
        if (measure == Measure.ACCURACY) {
            return Ranges.values(measure, series, false);
        }
        double start = series.stream().mapToDouble(s -> s.values()[0]).filter(Double::isFinite).max().orElse(1);
        double cap = start + 2 * Math.abs(start);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Series each : series) {
            for (int i = 0; i < each.count(); i++) {
                double value = each.values()[i];
                if (value <= cap && Double.isFinite(value) && !(logarithmic && value <= 0)) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        if (finish < cap) {
            least = Math.min(least, finish);
            most = Math.max(most, finish);
        }
        if (!(least <= most)) {
            return new double[] {logarithmic ? 0.1 : 0, 1};
        }
        if (logarithmic) {
            double low = Math.max(least, most * DEEPEST);
            double room = Math.max(1.2, Math.pow(most / low, 0.04));
            return new double[] {low / room, most * room};
        }
        double step = Ticks.step(Math.max(most - least, 0.2 * Math.abs(most) + 1e-3) / 4);
        return new double[] {Math.floor(least / step) * step, (Math.floor(most / step) + 1) * step};
    }

    private void ends(Pen g, List<Series> series, Scale across, Scale up) {
        EndLabels labels = new EndLabels();
        for (Series each : series) {
            int last = each.last();
            if (last >= 0) {
                String text = TextFit.cut(each.name(), RIGHT - 10);
                double y = Math.clamp(up.at(each.values()[last]), up.to(), up.from());
                labels.addLive(new EndLabels.Label(text, each.color(), across.to() + 8, y, TextFit.width(text), false, false));
                dot(g, across.at(each.epochs()[last]), y, each.color());
            }
        }
        g.setTextAlign(TextAlignment.LEFT);
        for (EndLabels.Placed placed : labels.place(up.to(), up.from() - 4)) {
            g.setFill(placed.label().color());
            g.fillText(placed.label().text(), placed.label().x(), placed.y());
        }
    }

    private static void dot(Pen g, double x, double y, Color color) {
        g.setFill(color);
        g.fillOval(x - 2.5, y - 2.5, 5, 5);
    }
}
