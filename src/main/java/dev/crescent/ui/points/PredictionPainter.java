package dev.crescent.ui.points;

import dev.crescent.insight.Predictions;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.pen.Sketch;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import javafx.geometry.VPos;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Paints predicted values over true ones: a dot a sample, and the diagonal on which a perfect network's lie. What is
/// predicted far outside is a wedge at the edge that points to where it is.
///
/// @param target what is predicted; empty where it has no name
record PredictionPainter(Pen g, PredictionPlot plot, Palette palette, String target) {
    /// More dots are smaller and let more through.
    private static final int MANY = 300;
    private static final double RADIUS = 3.5;
    private static final double SMALL_RADIUS = 2.5;
    private static final double OPACITY = 0.6;
    private static final double MANY_OPACITY = 0.35;
    private static final double WEDGE = 4;

    void paint(Predictions predictions) {
        paintAxes();
        paintDots(predictions);
        paintWedges(predictions);
    }

    private void paintAxes() {
        double right = plot.left() + plot.side();
        double base = plot.top() + plot.side();
        g.setLineWidth(1);
        g.setLineDashes();
        g.setFont(Fonts.caption());
        g.setTextBaseline(VPos.CENTER);
        for (double tick : plot.ticks()) {
            double x = sharp(plot.x(tick));
            double y = sharp(plot.y(tick));
            g.setStroke(palette.borderMuted());
            g.strokeLine(x, plot.top(), x, base);
            g.strokeLine(plot.left(), y, right, y);
            g.setFill(palette.fgSubtle());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(plot.text(tick), x, base + 11);
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(plot.text(tick), plot.left() - PredictionPlot.AIR, y);
        }
        g.setStroke(palette.border());
        g.strokeLine(sharp(plot.left()), plot.top(), sharp(plot.left()), base);
        g.strokeLine(plot.left(), sharp(base), right, sharp(base));
        g.setFill(palette.fgMuted());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(name("true"), right, base + PredictionPlot.BELOW - 9);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(name("predicted"), plot.left(), plot.top() - 10);
        g.setStroke(palette.isHighContrast() ? palette.fg() : palette.ghost());
        g.setLineWidth(palette.isHighContrast() ? 2 : 1);
        g.strokeLine(plot.left(), base, right, plot.top());
    }

    private String name(String axis) {
        return target.isEmpty() ? Texts.get("predictions." + axis)
                : TextFit.cut(Texts.get("predictions." + axis + "Of", target), plot.side());
    }

    private static double sharp(double pixel) {
        return Math.round(pixel) - 0.5;
    }

    private Color ink(int count) {
        double opacity = count > MANY ? MANY_OPACITY : OPACITY;
        Color color = palette.test();
        return Color.color(color.getRed(), color.getGreen(), color.getBlue(), palette.isHighContrast() ? 1 : opacity);
    }

    private void paintDots(Predictions predictions) {
        if (g instanceof Sketch) { // a file may take longer, and keeps its dots as circles
            paintCircles(predictions);
        } else {
            paintPixels(predictions);
        }
    }

    private void paintCircles(Predictions predictions) {
        int count = predictions.truths().length;
        double radius = radius(count);
        g.setFill(ink(count));
        for (int i = 0; i < count; i++) {
            if (plot.holds(predictions.predicted()[i])) {
                g.fillOval(plot.x(predictions.truths()[i]) - radius, plot.y(predictions.predicted()[i]) - radius, 2 * radius,
                        2 * radius);
            }
        }
    }

    static double radius(int count) {
        return count > MANY ? SMALL_RADIUS : RADIUS;
    }

    /// For many circles a canvas takes as long as for ten frames.
    private void paintPixels(Predictions predictions) {
        float[] truths = predictions.truths();
        float[] predicted = predictions.predicted();
        int ink = Palette.argb(ink(truths.length));
        double radius = radius(truths.length);
        double around = Math.ceil(radius) + 1; // dots at the edge are whole
        double density = g.density();
        int size = (int) Math.ceil((plot.side() + 2 * around) * density);
        int[] pixels = new int[size * size];
        Discs discs = new Discs(size, size, pixels);
        for (int i = 0; i < truths.length; i++) {
            if (plot.holds(predicted[i])) {
                double x = plot.x(truths[i]) - plot.left() + around;
                double y = plot.y(predicted[i]) - plot.top() + around;
                discs.disc(x * density, y * density, radius * density, ink);
            }
        }
        WritableImage image = new WritableImage(size, size);
        image.getPixelWriter().setPixels(0, 0, size, size, PixelFormat.getIntArgbPreInstance(), pixels, 0, size);
        g.drawImage(image, plot.left() - around, plot.top() - around, size / density, size / density);
    }

    /// One for all in the same place.
    private void paintWedges(Predictions predictions) {
        boolean[] above = new boolean[(int) plot.side() + 2];
        boolean[] below = new boolean[above.length];
        g.setFill(palette.test());
        for (int i = 0; i < predictions.truths().length; i++) {
            double value = predictions.predicted()[i];
            double x = plot.x(predictions.truths()[i]);
            int column = (int) Math.clamp(x - plot.left(), 0, above.length - 1.0);
            if (value > plot.high() && !above[column]) {
                above[column] = true;
                wedge(x, plot.top() + 1, 1);
            } else if (value < plot.low() && !below[column]) {
                below[column] = true;
                wedge(x, plot.top() + plot.side() - 1, -1);
            }
        }
    }

    /// @param down 1 if its tip is at its top, -1 if at its bottom
    private void wedge(double x, double tip, int down) {
        g.fillPolygon(new double[] {x, x + WEDGE, x - WEDGE},
                new double[] {tip, tip + down * 1.5 * WEDGE, tip + down * 1.5 * WEDGE}, 3);
    }
}
