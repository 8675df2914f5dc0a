package dev.crescent.ui.engines;

import dev.crescent.insight.Ticks;
import dev.crescent.insight.engines.SizeChart;
import dev.crescent.insight.engines.SpeedCurve;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.bars.Counts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.text.TextAlignment;

/// Both axes of speeds by size, logarithmic, and where a value lies between them.
///
/// @param low the least rate that has a place
/// @param high the greatest; both are NaN while nothing is measured
/// @param unit what the sizes count
record SizeAxes(List<Integer> sizes, double low, double high, String unit, double left, double right, double top, double bottom) {
    private static final double ROOM = 1.35;
    private static final double GAP = 10;

    /// Around all that was measured.
    static SizeAxes of(SizeChart chart, String unit, double left, double right, double top, double bottom) {
        double least = rates(chart).min().orElse(Double.NaN);
        double most = rates(chart).max().orElse(Double.NaN);
        return new SizeAxes(chart.size().measured(), least / ROOM, most * ROOM, unit, left, right, top, bottom);
    }

    private static DoubleStream rates(SizeChart chart) {
        return chart.curves().stream().flatMap(curve -> curve.points().stream()).mapToDouble(SpeedCurve.Point::rate);
    }

    double x(double size) {
        double first = Math.log(sizes.getFirst());
        return left + (right - left) * (Math.log(size) - first) / (Math.log(sizes.getLast()) - first);
    }

    double y(double rate) {
        return bottom - (bottom - top) * Math.log(rate / low) / Math.log(high / low);
    }

    /// The measured size that is nearest to a place.
    int sizeNear(double x) {
        return sizes.stream().min((a, b) -> Double.compare(Math.abs(x(a) - x), Math.abs(x(b) - x))).orElseThrow();
    }

    void paint(Pen g, Palette palette) {
        g.setLineWidth(1);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : Ticks.logarithmic(low, high, (int) Math.max(2, (bottom - top) / 28))) {
            double y = Math.round(y(tick)) - 0.5;
            g.setStroke(palette.borderMuted());
            g.strokeLine(left, y, right, y);
            g.setFill(palette.fgSubtle());
            g.fillText(Counts.rate(tick), left - 8, y);
        }
        g.setStroke(palette.border());
        g.strokeLine(left, bottom - 0.5, right, bottom - 0.5);
        paintSizes(g, palette);
    }

    /// From the largest down, as many as have room.
    private void paintSizes(Pen g, Palette palette) {
        g.setFill(palette.fgSubtle());
        g.setTextAlign(TextAlignment.CENTER);
        double free = Double.POSITIVE_INFINITY;
        for (int size : sizes.reversed()) {
            String text = String.valueOf(size);
            double half = TextFit.width(text) / 2;
            if (x(size) + half <= free) {
                g.fillText(text, x(size), bottom + 13);
                free = x(size) - half - GAP;
            }
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(unit, right + 24, bottom + 13);
    }
}
