package dev.crescent.data.digits;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A pen of some width, pressed here more and there less, with soft edges.
///
/// With `N` a standard normal number for each: its width is `2.6 exp(0.35 N)` pixels, 1.2 to 5.2, and so thin that narrow
/// digits keep their holes, which a 1 has not; along the way it changes by the factors `exp(0.12 N t)`, t from -1 to 1, and
/// `exp(0.12 N sin)` of a wave. Where a point is `d` away from the way and the pen's radius is `r`, the ink is
/// `(r - d) / s + 0.5`, 0 to 1, with an edge s of 0.8 to 1.5 pixels.
final class Pen {
    private static final double WIDTH = 2.6;
    private static final double WIDTH_DEVIATION = 0.35;
    private static final double THINNEST = 1.2;
    private static final double THICKEST = 5.2;
    /// Of the narrow side of a digit.
    private static final double THICKEST_SHARE = 0.36;
    private static final double ALWAYS_ALLOWED = 1.6;
    private static final double SHARPEST = 0.8;
    private static final double SOFTEST = 1.5;
    private static final double PRESSURE = 0.12;
    /// Full of ink.
    static final float WHITE = 255;
    /// Of the edges that lie outside of the digit's box, all together.
    private static final double MARGIN = 0.6;

    private final double width;
    private final double edge;
    private final double rise;
    private final double wave;
    private final double phase;
    private final double frequency;

    /// @param digit what is to be drawn, as bent but of any size
    Pen(int digit, Trace trace, SplittableRandom random) {
        double wanted = Math.clamp(WIDTH * StrictMath.exp(WIDTH_DEVIATION * random.nextGaussian()), THINNEST, THICKEST);
        double narrow = Math.min(trace.width(), trace.height()) / Math.max(trace.width(), trace.height());
        double allowed = Math.max(ALWAYS_ALLOWED, THICKEST_SHARE * Centering.INNER * narrow);
        width = digit == 1 ? wanted : Math.min(wanted, allowed);
        edge = random.nextDouble(SHARPEST, SOFTEST);
        rise = PRESSURE * random.nextGaussian();
        wave = PRESSURE * random.nextGaussian();
        phase = random.nextDouble();
        frequency = random.nextDouble(0.15, 0.4) / (2 * Math.PI); // in turns a point
    }

    private Pen(double width, double edge) {
        this.width = width;
        this.edge = edge;
        rise = 0;
        wave = 0;
        phase = 0;
        frequency = 0;
    }

    /// The pen in the middle of all: of medium width and softness, always pressed alike.
    static Pen plain() {
        return new Pen(WIDTH, (SHARPEST + SOFTEST) / 2);
    }

    /// Draws a digit so that it fills the inner square of an image.
    ///
    /// @param trace is scaled for it
    /// @return `[row][column]`, whole numbers from 0 to 255
    float[] draw(Trace trace) {
        return draw(trace, 0);
    }

    /// Draws a digit so that it fills the inner square of an image, unless it is too small for that.
    ///
    /// @param least a digit that is less wide and high stays small, as a dot does
    /// @return `[row][column]`, whole numbers from 0 to 255
    float[] draw(Trace trace, double least) {
        double size = Math.max(least, Math.max(trace.width(), trace.height()));
        double scale = (Centering.INNER - width - MARGIN) / size;
        trace.place(scale, (Centering.SIDE - 1) / 2.0);
        double[] radius = radii(trace.points());
        double[] depth = new double[Centering.SIDE * Centering.SIDE];
        Arrays.fill(depth, -edge);
        for (int i = 0; i + 1 < trace.points(); i++) {
            if (!trace.liftedAfter(i)) {
                line(trace, i, radius[i], radius[i + 1], depth);
            }
        }
        float[] ink = new float[depth.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = (float) Math.rint(WHITE * Math.clamp(depth[i] / edge + 0.5, 0, 1));
        }
        return ink;
    }

    /// In pixels, before pressure.
    double width() {
        return width;
    }

    /// Over how many pixels ink fades to paper.
    double edge() {
        return edge;
    }

    /// `[point]`, in pixels.
    double[] radii(int points) {
        double[] radius = new double[points];
        for (int i = 0; i < points; i++) {
            double t = 2.0 * i / (points - 1) - 1;
            radius[i] = width / 2 * StrictMath.exp(rise * t + wave * Wave.sine(phase + frequency * i));
        }
        return radius;
    }

    /// Draws the line from one point to the next: two discs and what lies between them.
    ///
    /// @param depth `[row][column]` how deep in the ink a pixel's middle lies, below 0 outside: the deepest is kept
    private void line(Trace trace, int from, double radiusFrom, double radiusTo, double[] depth) {
        double x = trace.x[from];
        double y = trace.y[from];
        double dx = trace.x[from + 1] - x;
        double dy = trace.y[from + 1] - y;
        double perLength = 1 / Math.max(dx * dx + dy * dy, Double.MIN_NORMAL);
        double reach = Math.max(radiusFrom, radiusTo) + edge / 2;
        int bottom = pixel(Math.max(y, y + dy) + reach);
        int right = pixel(Math.max(x, x + dx) + reach);
        for (int row = pixel(Math.min(y, y + dy) - reach + 1); row <= bottom; row++) {
            for (int column = pixel(Math.min(x, x + dx) - reach + 1); column <= right; column++) {
                double along = Math.clamp(((column - x) * dx + (row - y) * dy) * perLength, 0.0, 1.0);
                double awayX = column - x - along * dx;
                double awayY = row - y - along * dy;
                double distance = Math.sqrt(awayX * awayX + awayY * awayY);
                int at = row * Centering.SIDE + column;
                depth[at] = Math.max(depth[at], radiusFrom + along * (radiusTo - radiusFrom) - distance);
            }
        }
    }

    /// The last pixel whose middle is at or before a coordinate, within the image.
    private static int pixel(double coordinate) {
        return Math.clamp((long) Math.floor(coordinate), 0, Centering.SIDE - 1);
    }
}
