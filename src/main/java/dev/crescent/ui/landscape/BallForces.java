package dev.crescent.ui.landscape;

import dev.crescent.insight.descent.PlaneVector;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// What moves a ball, drawn around it on the map: downhill arrows for its gradient and its momentum, and a dashed box as
/// wide and as high as the roots of the accumulated squares reach to either side.
///
/// All have one scale, the longest has always the same length: an arrow that ends at the box is as long as is usual.
///
/// @param at where the ball is
/// @param color which of the optimizers' colors
/// @param gradient uphill, as it is computed
/// @param momentum likewise; null where the optimizer has none, or it is not shown yet
/// @param squares not below 0; null likewise
public record BallForces(PlaneVector at, int color, PlaneVector gradient, @Nullable PlaneVector momentum,
                         @Nullable PlaneVector squares, String momentumName, String squaresName) {
    private static final double LONGEST = 58;
    private static final double HEAD = 7;
    private static final double CASING = 4;
    private static final double LINE = 2;
    private static final double LETTER = 14;

    void paint(Pen g, Palette palette, Surface surface, double size) {
        double x = surface.across(at.x()) * size;
        double y = (1 - surface.up(at.y())) * size;
        double scale = LONGEST / longest();
        if (!(x >= 0 && y >= 0 && x <= size && y <= size) || !Double.isFinite(scale)) {
            return;
        }
        Color own = TrackColors.fill(palette, color);
        if (squares != null) {
            box(g, size, palette, x, y, scale * Math.sqrt(squares.x()), scale * Math.sqrt(squares.y()), own);
        }
        if (momentum != null) {
            arrow(g, size, palette, x, y, -scale * momentum.x(), scale * momentum.y(), own, "\u2212" + momentumName);
        }
        arrow(g, size, palette, x, y, -scale * gradient.x(), scale * gradient.y(), palette.color("ball-ring"), "\u2212g");
    }

    private double longest() {
        double longest = gradient.length();
        longest = momentum == null ? longest : Math.max(longest, momentum.length());
        return squares == null ? longest : Math.max(longest, Math.sqrt(Math.max(squares.x(), squares.y())));
    }

    private void box(Pen g, double size, Palette palette, double x, double y, double wide, double high, Color color) {
        double half = Math.max(1, wide);
        double tall = Math.max(1, high);
        g.setStroke(palette.color("path-casing"));
        g.setLineWidth(LINE + 1);
        g.strokeRect(x - half, y - tall, 2 * half, 2 * tall);
        g.setStroke(color);
        g.setLineWidth(LINE - 0.5);
        g.setLineDashes(4, 4);
        g.strokeRect(x - half, y - tall, 2 * half, 2 * tall);
        g.setLineDashes();
        word(g, size, palette, "\u221a" + squaresName, x + half, y - tall - LETTER / 2, color);
    }

    private static void arrow(Pen g, double size, Palette palette, double x, double y, double dx, double dy,
            Color color, String name) {
        double length = Math.hypot(dx, dy);
        if (!(length > Balls.RADIUS)) {
            return; // under its ball
        }
        double ux = dx / length;
        double uy = dy / length;
        double endX = x + dx;
        double endY = y + dy;
        for (int pass = 0; pass < 2; pass++) {
            g.setStroke(pass == 0 ? palette.color("path-casing") : color);
            g.setLineWidth(pass == 0 ? CASING : LINE);
            g.strokeLine(x + Balls.RADIUS * ux, y + Balls.RADIUS * uy, endX, endY);
            g.strokeLine(endX, endY, endX - HEAD * (ux + 0.6 * uy), endY - HEAD * (uy - 0.6 * ux));
            g.strokeLine(endX, endY, endX - HEAD * (ux - 0.6 * uy), endY - HEAD * (uy + 0.6 * ux));
        }
        word(g, size, palette, name, endX + LETTER * ux, endY + LETTER * uy, color);
    }

    /// Kept inside the map.
    private static void word(Pen g, double size, Palette palette, String word, double x, double y, Color color) {
        Font font = Fonts.bold(12);
        double half = TextFit.width(word, font) / 2 + 3;
        double at = Math.clamp(x, half, Math.max(half, size - half));
        double middle = Math.clamp(y, LETTER, Math.max(LETTER, size - LETTER));
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setStroke(palette.color("path-casing"));
        g.setLineWidth(3);
        g.strokeText(word, at, middle);
        g.setFill(color);
        g.fillText(word, at, middle);
    }
}
