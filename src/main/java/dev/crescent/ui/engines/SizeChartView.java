package dev.crescent.ui.engines;

import dev.crescent.insight.engines.Crossing;
import dev.crescent.insight.engines.SizeChart;
import dev.crescent.insight.engines.SpeedCurve;
import dev.crescent.ui.PaintedView;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.Counts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// How fast each engine trains, by a size of the network, both axes logarithmic. A ring marks where another engine takes the
/// lead; under the mouse it tells the numbers.
final class SizeChartView extends PaintedView {
    private static final double LEFT = 52;
    private static final double RIGHT = 112;
    private static final double TOP = 24;
    private static final double BOTTOM = 28;
    private static final double RING = 8;
    /// Between the middles of two labels.
    private static final double PITCH = 15;
    /// Between two texts side by side.
    private static final double GAP = 8;
    private static final double[] SOLID = {};

    private final String unit;
    private SizeChart chart;
    private Palette palette = Palette.of(Theme.LIGHT);
    private double mouse = Double.NaN;

    /// @param unit what the sizes count, a word or two
    SizeChartView(SizeChart empty, String unit) {
        super(480, 240, unit);
        this.chart = empty;
        this.unit = unit;
        setOnMouseMoved(e -> point(e.getX()));
        setOnMouseExited(e -> point(Double.NaN));
    }

    private void point(double x) {
        mouse = x;
        repaint();
    }

    void setTheme(Palette colors) {
        palette = colors;
        repaint();
    }

    /// @param says what it shows, for screen readers
    void show(SizeChart next, String says) {
        chart = next;
        setAccessibleText(says);
        repaint();
    }

    @Override
    protected void paint(Pen g, double width, double height) {
        g.setFont(Fonts.caption());
        g.setTextBaseline(VPos.CENTER);
        g.setLineDashes(SOLID);
        SizeAxes axes = SizeAxes.of(chart, unit, LEFT, width - RIGHT, TOP, height - BOTTOM);
        axes.paint(g, palette);
        if (chart.contenders() == 0) {
            g.setFill(palette.fgMuted());
            g.setFont(Fonts.sans(13));
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(Texts.get("engines.notMeasured"), (LEFT + width - RIGHT) / 2, (TOP + height - BOTTOM) / 2);
            return;
        }
        boolean pointed = !Double.isNaN(mouse);
        paintCrossings(g, axes, !pointed);
        chart.curves().forEach(curve -> paintCurve(g, axes, curve));
        for (Crossing crossing : chart.crossings()) {
            g.setStroke(palette.fg());
            g.setLineWidth(2);
            g.strokeOval(axes.x(crossing.size()) - RING, axes.y(crossing.rate()) - RING, 2 * RING, 2 * RING);
        }
        paintEnds(g, axes);
        if (pointed) {
            paintReadout(g, axes, axes.sizeNear(mouse));
        }
    }

    private void paintCrossings(Pen g, SizeAxes axes, boolean named) {
        double free = 0;
        for (Crossing crossing : chart.crossings()) {
            double x = Math.round(axes.x(crossing.size())) + 0.5;
            line(g, palette.fgSubtle(), x, TOP, axes.bottom());
            String text = SizeWords.rounded(crossing.size());
            double half = TextFit.width(text) / 2;
            if (named && x - half >= free) {
                g.setFill(palette.fgMuted());
                g.setTextAlign(TextAlignment.CENTER);
                g.fillText(text, x, TOP - 12);
                free = x + half + GAP;
            }
        }
        g.setLineDashes(SOLID);
    }

    private static void line(Pen g, Color color, double x, double from, double to) {
        g.setStroke(color);
        g.setLineWidth(1);
        g.setLineDashes(2, 3);
        g.strokeLine(x, from, x, to);
    }

    private void paintCurve(Pen g, SizeAxes axes, SpeedCurve curve) {
        double[] x = curve.points().stream().mapToDouble(point -> axes.x(point.size())).toArray();
        double[] y = curve.points().stream().mapToDouble(point -> axes.y(point.rate())).toArray();
        g.setStroke(EngineLook.color(palette, curve.id()));
        g.setLineWidth(2);
        g.strokePolyline(x, y, x.length);
        for (int i = 0; i < x.length; i++) {
            EngineLook.mark(g, palette, curve.id(), x[i], y[i]);
        }
    }

    /// Names at the curves' ends, pushed apart.
    private void paintEnds(Pen g, SizeAxes axes) {
        List<SpeedCurve> named = new ArrayList<>(chart.curves().stream().filter(curve -> !curve.points().isEmpty())
                .sorted(Comparator.comparingDouble(curve -> -curve.points().getLast().rate())).toList());
        double free = TOP;
        g.setTextAlign(TextAlignment.LEFT);
        for (SpeedCurve curve : named) {
            SpeedCurve.Point last = curve.points().getLast();
            double y = Math.max(free, axes.y(last.rate()));
            free = y + PITCH;
            g.setFill(palette.fg());
            g.fillText(EngineLook.name(curve.id()), axes.x(last.size()) + 10, y);
        }
    }

    private void paintReadout(Pen g, SizeAxes axes, int size) {
        double x = Math.round(axes.x(size)) + 0.5;
        line(g, palette.fg(), x, TOP, axes.bottom());
        g.setLineDashes(SOLID);
        g.setFill(palette.fg());
        g.setTextAlign(TextAlignment.LEFT);
        String text = readout(size);
        g.fillText(text, Math.clamp(x - TextFit.width(text) / 2, 0, Math.max(0, axes.right() + RIGHT - TextFit.width(text))), TOP - 12);
    }

    /// What every engine did at a size.
    String readout(int size) {
        List<String> parts = new ArrayList<>(List.of(size + " " + unit));
        for (SpeedCurve curve : chart.curves()) {
            curve.points().stream().filter(point -> point.size() == size)
                    .forEach(point -> parts.add(EngineLook.name(curve.id()) + " " + Counts.rate(point.rate())));
        }
        return String.join("   ", parts);
    }
}
