package dev.crescent.ui.loss;

import dev.crescent.insight.Ticks;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// The two axes of a chart: values with a grid line each, and epochs below.
///
/// @param across the epochs or steps, from 0
/// @param up the values, whose pixels grow downwards
/// @param unit what is counted from left to right
record ChartAxes(Measure measure, Palette palette, Scale across, Scale up, String unit) {
    /// Steps of 20 % from 0 to 100 %.
    private static final int MOST_PERCENTS = 6;
    private static final int MOST_EPOCHS = 8;
    private static final double LEAST_PITCH = 40;
    /// Between the epochs' texts.
    private static final double EPOCH_GAP = 20;

    /// Over epochs.
    ChartAxes(Measure measure, Palette palette, Scale across, Scale up) {
        this(measure, palette, across, up, Texts.get("curves.epoch"));
    }

    /// The values that have grid lines.
    List<Double> ticks() {
        double height = up.from() - up.to();
        if (up.logarithmic()) {
            return Ticks.logarithmic(up.min(), up.max(), Math.max(2, (int) (height / 22)));
        }
        int count = Math.max(2, (int) (height / 28));
        List<Double> ticks = Ticks.linear(up.min(), up.max(), count);
        while (measure == Measure.ACCURACY && ticks.size() > MOST_PERCENTS && count > 1) {
            ticks = Ticks.linear(up.min(), up.max(), --count);
        }
        return ticks;
    }

    /// What is written at the grid lines.
    List<String> tickTexts() {
        List<Double> ticks = ticks();
        double step = Ticks.step(ticks);
        return ticks.stream().map(tick -> measure == Measure.ACCURACY ? Numbers.percent(tick, step < 0.0099 ? 1 : 0)
                : up.logarithmic() ? Numbers.tick(tick) : Numbers.tick(tick, step)).toList();
    }

    /// Paints both with the context's font and solid lines.
    void paint(Pen g) {
        paintValues(g);
        paintEpochs(g);
    }

    private void paintValues(Pen g) {
        List<Double> ticks = ticks();
        List<String> texts = tickTexts();
        g.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; i < texts.size(); i++) {
            double y = Math.round(up.at(ticks.get(i))) - 0.5;
            line(g, palette.borderMuted(), across.from(), y, across.to(), y);
            g.setFill(palette.fgSubtle());
            g.fillText(texts.get(i), across.from() - 8, y);
        }
        double base = up.from() - 0.5;
        line(g, palette.border(), across.from(), base, across.to(), base);
    }

    /// The epochs that are written below: as many as have room for their texts, and at least one.
    List<Double> epochTicks() {
        int count = Math.clamp((int) ((across.to() - across.from()) / LEAST_PITCH), 1, MOST_EPOCHS);
        List<Double> ticks = Ticks.linear(0, across.max(), count);
        while (count > 1 && isCrowded(ticks)) {
            ticks = Ticks.linear(0, across.max(), --count);
        }
        return isCrowded(ticks) ? List.of(ticks.getLast()) : ticks;
    }

    private boolean isCrowded(List<Double> ticks) {
        double step = Ticks.step(ticks);
        double widest = ticks.stream().mapToDouble(tick -> TextFit.width(Numbers.tick(tick, step))).max().orElse(0);
        return ticks.size() > 1 && across.at(ticks.get(1)) - across.at(ticks.get(0)) < widest + EPOCH_GAP;
    }

    private static String epochText(double tick, List<Double> ticks) {
        return ticks.size() > 1 ? Numbers.tick(tick, Ticks.step(ticks)) : Numbers.tick(tick);
    }

    private void paintEpochs(Pen g) {
        List<Double> ticks = epochTicks();
        double y = up.from() + 13;
        g.setFill(palette.fgSubtle());
        g.setTextAlign(TextAlignment.CENTER);
        for (double tick : ticks) {
            g.fillText(epochText(tick, ticks), across.at(tick), y);
        }
        String last = ticks.isEmpty() ? "" : epochText(ticks.getLast(), ticks);
        double taken = ticks.isEmpty() ? 0 : across.at(ticks.getLast()) + TextFit.width(last) / 2;
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(unit, Math.max(across.to() + 8, taken + 8), y);
    }

    /// Strokes a line of one pixel.
    static void line(Pen g, Color color, double x1, double y1, double x2, double y2) {
        g.setStroke(color);
        g.setLineWidth(1);
        g.strokeLine(x1, y1, x2, y2);
    }
}
