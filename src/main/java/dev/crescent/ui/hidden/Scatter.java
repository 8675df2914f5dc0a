package dev.crescent.ui.hidden;

import dev.crescent.insight.Ticks;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.points.PointMarks;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// One painting of the scatter: grid, axes with their names, test points, training points above them.
final class Scatter {
    /// Room for the numbers and the name of the upright axis.
    static final double LEFT = 64;

    private static final double BELOW = 44;
    private static final double ROOM = 0.06;

    private final GraphicsContext g;
    private final Palette palette;
    private final PointsModel points;
    private final double right;
    private final double bottom;
    private final double[] across;
    private final double[] up;

    Scatter(GraphicsContext g, Palette palette, PointsModel points, double width, double height) {
        this.g = g;
        this.palette = palette;
        this.points = points;
        right = Math.max(LEFT + 8, Math.round(width) - 8.0);
        bottom = Math.max(16, Math.round(height - BELOW));
        across = range(0);
        up = range(1);
    }

    /// From the least to the greatest coordinate with room around them; -1 to 1 where all are the same.
    private double[] range(int axis) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.count(); i++) {
            double value = points.xy()[2 * i + axis];
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        double room = ROOM * (most - least);
        return most > least ? new double[] {least - room, most + room}
                : most == least ? new double[] {most - 1, most + 1} : new double[] {-1, 1};
    }

    void paint(double[] shares) {
        g.setFont(Fonts.caption());
        g.setTextBaseline(VPos.CENTER);
        paintAcross();
        paintUp();
        g.setStroke(palette.border());
        g.setLineWidth(1);
        g.strokeRect(LEFT - 0.5, 8.5, right - LEFT + 1, bottom - 8);
        paintNames(shares);
        boolean large = PointMarks.large(Math.min(right - LEFT, bottom - 8));
        for (int i = points.trainCount(); i < points.count(); i++) {
            if (isPlaced(i)) {
                PointMarks.test(g, palette, points, i, x(i), y(i), large);
            }
        }
        for (int i = 0; i < points.trainCount(); i++) {
            if (isPlaced(i)) {
                PointMarks.training(g, palette, points, i, x(i), y(i), large);
            }
        }
    }

    private void paintAcross() {
        List<Double> ticks = Ticks.linear(across[0], across[1], (int) Math.clamp((right - LEFT) / 90, 2, 8));
        double step = Ticks.step(ticks);
        g.setTextAlign(TextAlignment.CENTER);
        for (double tick : ticks) {
            double x = Math.round(px(tick)) - 0.5;
            line(tick, x, 9, x, bottom);
            g.setFill(palette.fgSubtle());
            g.fillText(Numbers.tick(tick, step), x, bottom + 13);
        }
    }

    private void paintUp() {
        List<Double> ticks = Ticks.linear(up[0], up[1], (int) Math.clamp(bottom / 60, 2, 8));
        double step = Ticks.step(ticks);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : ticks) {
            double y = Math.round(py(tick)) - 0.5;
            line(tick, LEFT, y, right, y);
            g.setFill(palette.fgSubtle());
            g.fillText(Numbers.tick(tick, step), LEFT - 8, y);
        }
    }

    /// A grid line; that through the middle of all samples is stronger.
    private void line(double tick, double x1, double y1, double x2, double y2) {
        Color color = tick == 0 ? palette.border() : palette.borderMuted();
        g.setStroke(color);
        g.setLineWidth(1);
        g.strokeLine(x1, y1, x2, y2);
    }

    private void paintNames(double[] shares) {
        g.setFill(palette.fgMuted());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(Texts.get("hidden.first", percent(shares[0])), (LEFT + right) / 2, bottom + 34,
                right - LEFT);
        g.save();
        g.translate(10, (8 + bottom) / 2);
        g.rotate(-90);
        g.fillText(Texts.get("hidden.second", percent(shares[1])), 0, 0, bottom - 8);
        g.restore();
    }

    /// With a decimal where a share would else look like nothing or all.
    static String percent(double share) {
        double rounded = Math.rint(100 * share) / 100;
        return Numbers.percent(share, share != rounded && (rounded == 0 || rounded == 1) ? 1 : 0);
    }

    private boolean isPlaced(int i) {
        return Float.isFinite(points.xy()[2 * i]) && Float.isFinite(points.xy()[2 * i + 1]);
    }

    private double x(int i) {
        return px(points.xy()[2 * i]);
    }

    private double y(int i) {
        return py(points.xy()[2 * i + 1]);
    }

    private double px(double value) {
        return LEFT + (value - across[0]) / (across[1] - across[0]) * (right - LEFT);
    }

    private double py(double value) {
        return bottom - (value - up[0]) / (up[1] - up[0]) * (bottom - 8);
    }
}
