package dev.crescent.ui.hidden;

import dev.crescent.insight.Ticks;
import dev.crescent.insight.hidden.Extent;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.text.TextAlignment;

/// The axes of a flat picture whose axes are units: lines through 0, numbers along the lower and the left edge, names.
final class AxisLines {
    private static final double EDGE = 10;

    private AxisLines() {}

    /// @param reachX how far the picture reaches to the sides of the extent's middle, in the space's units
    /// @param names of the axes, one or two
    static void paint(Pen g, Palette palette, Extent extent, double reachX, double reachY, double width,
                      double height, List<String> names) {
        g.setFont(Fonts.caption());
        g.setLineWidth(1);
        g.setStroke(palette.border());
        double left = extent.x() - reachX;
        double low = extent.y() - reachY;
        double zeroX = Math.round(-left / (2 * reachX) * width) + 0.5;
        double zeroY = Math.round(height + low / (2 * reachY) * height) + 0.5;
        if (names.size() > 1) {
            g.strokeLine(zeroX, 0, zeroX, height);
        }
        g.strokeLine(0, zeroY, width, zeroY);
        g.setFill(palette.fgSubtle());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        List<Double> ticks = Ticks.linear(left, extent.x() + reachX, (int) Math.clamp(width / 90, 2, 8));
        for (double tick : ticks) {
            double x = (tick - left) / (2 * reachX) * width;
            if (x > 44 && x < width - 70) {
                g.fillText(Numbers.tick(tick, Ticks.step(ticks)), x, height - EDGE);
            }
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(palette.fgMuted());
        g.fillText(TextFit.cut(names.getFirst(), width / 3), width - EDGE, height - EDGE);
        g.setTextAlign(TextAlignment.LEFT);
        if (names.size() > 1) {
            g.fillText(TextFit.cut(names.get(1), width / 3), EDGE, EDGE + 2);
            g.setFill(palette.fgSubtle());
            List<Double> rows = Ticks.linear(low, extent.y() + reachY, (int) Math.clamp(height / 60, 2, 8));
            for (double tick : rows) {
                double y = height - (tick - low) / (2 * reachY) * height;
                if (y > 28 && y < height - 28) {
                    g.fillText(Numbers.tick(tick, Ticks.step(rows)), EDGE, y);
                }
            }
        }
    }
}
