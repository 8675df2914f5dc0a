package dev.crescent.ui.landscape;

import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/// Draws paths and balls on a landscape in 3-D with a pen, for a file: as [Ribbons] and [Balls] paint them pixel by pixel, but
/// that a ball is flat, and behind a hill as a whole or not at all.
final class SurfaceMarks {
    /// Pixels from one place to the next at which a path is looked at whether it is hidden.
    private static final double STEP = 2;
    private static final double LETTER = 12;

    private final Pen g;
    private final Look look;
    private final float[] ground;
    private final int width;
    private final int height;
    private final double density;

    /// @param ground one over the depth of each pixel, `[height * width]`
    /// @param density pixels for each of the pen's
    SurfaceMarks(Pen g, Look look, float[] ground, int width, int height, double density) {
        this.g = g;
        this.look = look;
        this.ground = ground;
        this.width = width;
        this.height = height;
        this.density = density;
    }

    /// A piece of a path that is seen, or hidden behind a hill.
    private record Piece(boolean seen, List<double[]> points) {}

    /// Draws a path.
    ///
    /// @param x of each point, in pixels; NaN parts the path
    /// @param near one over the depth of each
    void path(Mark mark, float[] x, float[] y, float[] near, double core, double casing, double faded, double hidden) {
        List<Piece> pieces = pieces(mark.way().length(), x, y, near);
        double strength = mark.faded() ? faded : 1;
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        strokes(pieces, false, mark.color(), core, strength * hidden);
        strokes(pieces, true, look.casing(), casing, strength);
        strokes(pieces, true, mark.color(), core, strength);
        g.setGlobalAlpha(1);
    }

    private List<Piece> pieces(int count, float[] x, float[] y, float[] near) {
        List<Piece> pieces = new ArrayList<>();
        Piece last = null;
        for (int i = 1; i < count; i++) {
            if (Float.isNaN(x[i - 1] + x[i])) {
                last = null;
                continue;
            }
            int steps = (int) Math.max(1, Math.ceil(Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]) / STEP));
            for (int k = 0; k < steps; k++) {
                double middle = (k + 0.5) / steps;
                boolean seen = isSeen(mix(x[i - 1], x[i], middle), mix(y[i - 1], y[i], middle), mix(near[i - 1], near[i], middle));
                if (last == null || last.seen != seen) {
                    last = new Piece(seen, new ArrayList<>());
                    last.points.add(new double[] {mix(x[i - 1], x[i], k / (double) steps), mix(y[i - 1], y[i], k / (double) steps)});
                    pieces.add(last);
                } else if (k > 0) {
                    last.points.removeLast(); // on a straight line
                }
                double end = (k + 1.0) / steps;
                last.points.add(new double[] {mix(x[i - 1], x[i], end), mix(y[i - 1], y[i], end)});
            }
        }
        return pieces;
    }

    private static double mix(double from, double to, double t) {
        return from + t * (to - from);
    }

    private boolean isSeen(double x, double y, double near) {
        int column = (int) x;
        int row = (int) y;
        return column < 0 || row < 0 || column >= width || row >= height || near >= ground[row * width + column];
    }

    private void strokes(List<Piece> pieces, boolean seen, int argb, double half, double alpha) {
        g.setGlobalAlpha(alpha);
        g.setStroke(color(argb));
        g.setLineWidth(2 * half);
        for (Piece piece : pieces) {
            if (piece.seen == seen) {
                g.strokePolyline(piece.points.stream().mapToDouble(at -> at[0] / density).toArray(),
                        piece.points.stream().mapToDouble(at -> at[1] / density).toArray(), piece.points.size());
            }
        }
    }

    /// Draws a ball.
    ///
    /// @param x of its middle, in pixels
    /// @param near one over its depth
    void ball(Mark mark, String letter, double x, double y, double near, double radius, double ring, double casing,
            double casingStrength, double faded, double hidden) {
        double strength = (mark.faded() ? faded : 1) * (isSeen(x, y, near) ? 1 : hidden);
        g.setGlobalAlpha(strength * casingStrength);
        disc(x, y, radius + casing, look.casing() | 0xff000000);
        g.setGlobalAlpha(strength);
        disc(x, y, radius, look.ring());
        disc(x, y, radius - ring, mark.color());
        g.setFont(Fonts.bold(LETTER));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(color(look.ink()));
        g.fillText(letter, x / density, y / density);
        g.setGlobalAlpha(1);
    }

    private void disc(double x, double y, double radius, int argb) {
        g.setFill(color(argb));
        g.fillOval(x / density - radius, y / density - radius, 2 * radius, 2 * radius);
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
    }
}
