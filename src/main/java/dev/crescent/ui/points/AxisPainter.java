package dev.crescent.ui.points;

import dev.crescent.insight.Ticks;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// The two axes, each with the column that it is if the data are a table: x1 below the picture, its name at the right end; x2 within the picture's left edge, where the panel has
/// no room beside it, quietly and with a halo, its name at the top. Its numbers have no tick marks, which would look like
/// minus signs before them.
final class AxisPainter {
    private static final int TICKS = 5;
    /// How much of the axis its name may take from the numbers.
    private static final double X1_SHARE = 0.45;
    /// Between a number and the next thing.
    private static final double AIR = 8;
    /// Below this the name of x2 ends, and above the bottom its last number.
    private static final double TOP = 36;
    private static final double BOTTOM = 14;
    /// Room for the buttons in the upper right corner.
    private static final double BUTTONS = 56;
    private static final double HALO = 0.75;
    /// Between x1 and the name of the column that it is.
    private static final double GAP = 5;

    private final Plane plane;
    private final Palette palette;
    private final Axes axes;
    private final Font variableFont = Fonts.formula(15);

    AxisPainter(Plane plane, Palette palette, Axes axes) {
        this.plane = plane;
        this.palette = palette;
        this.axes = axes;
    }

    /// Paints x1 on a canvas that lies below the picture.
    void paintBelow(Pen g) {
        String variable = Axes.PLAIN.x1();
        String column = column(axes.x1(), roomX1());
        double columnWidth = TextFit.width(column);
        double end = plane.size() - columnWidth - variableWidth(variable) - AIR;
        List<Double> ticks = Ticks.linear(plane.region().x1Min(), plane.region().x1Max(), TICKS);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(Fonts.caption());
        g.setFill(palette.fgSubtle());
        for (double tick : ticks) {
            String text = Numbers.tick(tick, Ticks.step(ticks));
            double x = plane.px(tick);
            double half = TextFit.width(text, Fonts.caption()) / 2;
            if (x >= half && x + half <= end) {
                g.fillText(text, x, 13);
            }
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(column, plane.size(), 13);
        g.setFont(variableFont);
        g.fillText(variable, plane.size() - columnWidth - (axes.named() ? GAP : 0), 12);
    }

    /// Whether there is no room for all of the name of x1.
    boolean cutsX1() {
        return axes.named() && TextFit.width(axes.x1()) > roomX1();
    }

    private double roomX1() {
        return X1_SHARE * plane.size() - variableWidth(Axes.PLAIN.x1());
    }

    /// Paints x2 on a canvas that lies over the picture.
    void paintInside(Pen g) {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineWidth(3);
        String variable = Axes.PLAIN.x2();
        g.setFont(variableFont);
        haloed(g, variable, AIR, axes.named() ? 14 : 15);
        g.setFont(Fonts.caption());
        haloed(g, column(axes.x2(), plane.size() - BUTTONS - variableWidth(variable)), AIR + variableWidth(variable), 15);
        List<Double> ticks = Ticks.linear(plane.region().x2Min(), plane.region().x2Max(), TICKS);
        for (double tick : ticks) {
            double y = Math.round(plane.py(tick));
            if (y > TOP && y < plane.size() - BOTTOM) {
                haloed(g, Numbers.tick(tick, Ticks.step(ticks)), AIR, y);
            }
        }
    }

    /// As much of a column's name as there is room for; nothing for points that are only points.
    private String column(String name, double room) {
        return axes.named() ? TextFit.cut(name, room) : "";
    }

    private double variableWidth(String variable) {
        return TextFit.width(variable, variableFont) + (axes.named() ? GAP : 0);
    }

    private void haloed(Pen g, String text, double x, double y) {
        Color halo = palette.bg();
        g.setStroke(Color.color(halo.getRed(), halo.getGreen(), halo.getBlue(), HALO));
        g.strokeText(text, x, y);
        // Any color of the field may lie below: only the strongest ink is readable on all of them.
        g.setFill(palette.fg());
        g.fillText(text, x, y);
    }
}
