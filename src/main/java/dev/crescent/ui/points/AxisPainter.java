package dev.crescent.ui.points;

import dev.crescent.insight.Ticks;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// The x1 axis below the picture: numbers under their places, the axis's name at the right end.
final class AxisPainter {
    private static final double NAME = 24;

    private final GraphicsContext g;
    private final Plane plane;
    private final Palette palette;

    AxisPainter(GraphicsContext g, Plane plane, Palette palette) {
        this.g = g;
        this.plane = plane;
        this.palette = palette;
    }

    void paint() {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(Fonts.caption());
        g.setFill(palette.fgSubtle());
        List<Double> ticks = Ticks.linear(plane.region().x1Min(), plane.region().x1Max(), 5);
        double step = ticks.size() > 1 ? ticks.get(1) - ticks.get(0) : 1;
        for (double tick : ticks) {
            double x = plane.px(tick);
            if (x > 14 && x < plane.size() - NAME - 14) {
                g.fillText(Numbers.tick(tick, step), x, 13);
            }
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(Fonts.formula(15));
        g.fillText(Texts.get("axis.x1"), plane.size(), 12);
    }
}
