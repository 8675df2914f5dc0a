package dev.crescent.data.digits;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Writes digits on the pad as somebody with a mouse does: a style's skeleton, moved and bent as a drawn digit's, slanted
/// once more, of any size and anywhere on the pad; its corners cut, few points a stroke, a trembling hand, whole pixels.
///
/// @param thinnest the pen's radius in pixels of a pad of 288, at least, and `thickest` at most: even shares of its
///        logarithm; no digit's holes are filled, as in [Pen]
/// @param smallest the ink's longer side in pads, at least, and `largest` at most
/// @param slant degrees to either side, at most
/// @param roughness 0 for points without error, 1 for a mouse: a trembling of 0.5 to 2 pixels
/// @param freedom how far it departs from the style's skeleton: 1 as the drawn digits do, some of which nobody could read;
///        0.5 for half as far, as somebody writes who wants to be read
record PadHand(double thinnest, double thickest, double smallest, double largest, double slant, double roughness,
        double freedom) {
    /// Writes with every pen, in all sizes and slants, carelessly.
    static final PadHand ANY = new PadHand(2, 20, 0.25, 0.95, 25, 1, 1);
    /// Likewise, but wants to be read.
    static final PadHand CAREFUL = new PadHand(2, 20, 0.25, 0.95, 25, 1, 0.5);

    private static final double PIXELS = 288;
    /// Between two points of the way before a mouse takes some of them, in pads.
    private static final double FINE = 0.003;
    /// Of the ink's longer side: how far before a corner the hand turns, at most.
    private static final double CUT = 0.05;
    /// Of the ink's sides: the widest pen.
    private static final double WIDEST_OF_NARROW = 0.3;
    private static final double WIDEST = 0.24;
    private static final double ALWAYS_ALLOWED = 0.08;

    /// Writes one digit.
    Drawing write(Style style, SplittableRandom random) {
        Trace trace = new Hand(random).write(style);
        new Bending(random).bend(trace);
        restrain(trace, style);
        double lean = Math.tan(Math.toRadians(random.nextDouble(-slant, Math.nextUp(slant))));
        trace.map((x, y) -> x - lean * y, (x, y) -> y);
        double size = between(smallest, largest, random.nextDouble());
        double longer = Math.max(trace.width(), trace.height());
        double narrow = style.digit() == 1 ? 1 : Math.min(trace.width(), trace.height()) / longer;
        double wanted = thinnest * Math.pow(thickest / thinnest, random.nextDouble()) / PIXELS;
        double widest = size * Math.min(WIDEST, Math.max(ALWAYS_ALLOWED, WIDEST_OF_NARROW * narrow));
        double radius = Math.min(wanted, widest / 2);
        trace.place((size - 2 * radius) / longer, 0);
        double x = between(trace.width() / 2 + radius, 1 - trace.width() / 2 - radius, random.nextDouble());
        double y = between(trace.height() / 2 + radius, 1 - trace.height() / 2 - radius, random.nextDouble());
        trace.map((fromX, fromY) -> fromX + x, (fromX, fromY) -> fromY + y);
        return draw(trace, radius, CUT * size * random.nextDouble(), random);
    }

    /// Takes every point back toward the style's skeleton.
    private void restrain(Trace trace, Style style) {
        Trace plain = new Trace(style.samples(), style.strokes().size());
        style.strokes().forEach(stroke -> plain.add(stroke, stroke.x, stroke.y, 0));
        plain.place(1 / plain.height(), 0);
        trace.place(1, 0);
        for (int i = 0; i < trace.points(); i++) {
            trace.x[i] = between(plain.x[i], trace.x[i], freedom);
            trace.y[i] = between(plain.y[i], trace.y[i], freedom);
        }
    }

    /// Draws the middle line of somebody's digit with this hand's pens, in its sizes and slants, without trembling.
    ///
    /// @param ink `[28][28]`, 0 to 1
    Drawing trace(float[] ink, SplittableRandom random) {
        double lean = Math.tan(Math.toRadians(random.nextDouble(-slant, Math.nextUp(slant))));
        double size = between(smallest, largest, random.nextDouble());
        double radius = thinnest * Math.pow(thickest / thinnest, random.nextDouble()) / PIXELS;
        return MiddleLine.onPad(ink, Math.min(radius, size * WIDEST / 2), size, random.nextDouble(), random.nextDouble(),
                lean);
    }

    private static double between(double from, double to, double share) {
        return from + share * (to - from);
    }

    private Drawing draw(Trace trace, double radius, double cut, SplittableRandom random) {
        double step = Math.exp(between(Math.log(0.008), Math.log(0.05), random.nextDouble()));
        double tremble = roughness * random.nextDouble(0.5, 2) / PIXELS;
        Drawing drawing = Drawing.EMPTY;
        int from = 0;
        for (int i = 0; i < trace.points(); i++) {
            if (trace.liftedAfter(i)) {
                Way way = Way.of(trace, from, i + 1).smooth((int) Math.rint(cut / FINE));
                drawing = drawing.with(stroke(way, radius, step, tremble, random));
                from = i + 1;
            }
        }
        return drawing;
    }

    /// What a mouse reports of a way, the faster the hand the less.
    private static PadStroke stroke(Way way, double radius, double step, double tremble, SplittableRandom random) {
        PadStroke stroke = PadStroke.at(PadStroke.Tool.PEN, radius, pixel(way.x[0], tremble, random),
                pixel(way.y[0], tremble, random));
        double at = 0;
        int last = way.x.length - 1;
        while (at < last) {
            at = Math.min(last, at + Math.max(1, step * random.nextDouble(0.5, 1.5) / FINE));
            int point = (int) at;
            stroke = stroke.to(pixel(way.x[point], tremble, random), pixel(way.y[point], tremble, random));
        }
        return stroke;
    }

    private static double pixel(double coordinate, double tremble, SplittableRandom random) {
        return Math.rint(PIXELS * (coordinate + tremble * random.nextGaussian())) / PIXELS;
    }

    /// One stroke, point by point at even distances.
    private record Way(double[] x, double[] y) {
        static Way of(Trace trace, int from, int to) {
            double[] length = new double[to - from];
            for (int i = 1; i < length.length; i++) {
                length[i] = length[i - 1] + Math.hypot(trace.x[from + i] - trace.x[from + i - 1],
                        trace.y[from + i] - trace.y[from + i - 1]);
            }
            int points = 1 + (int) Math.ceil(length[length.length - 1] / FINE);
            double[] x = new double[points];
            double[] y = new double[points];
            int span = 0;
            for (int i = 0; i < points; i++) {
                double at = length[length.length - 1] * i / Math.max(1, points - 1);
                while (span < length.length - 2 && length[span + 1] < at) {
                    span++;
                }
                double share = (at - length[span]) / Math.max(Double.MIN_NORMAL, length[span + 1] - length[span]);
                x[i] = between(trace.x[from + span], trace.x[from + span + 1], Math.min(1, share));
                y[i] = between(trace.y[from + span], trace.y[from + span + 1], Math.min(1, share));
            }
            return new Way(x, y);
        }

        /// Each point becomes the mean of its neighbors, less of them toward the ends.
        Way smooth(int reach) {
            return new Way(smooth(x, reach), smooth(y, reach));
        }

        private static double[] smooth(double[] values, int reach) {
            double[] mean = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                int near = Math.min(reach, Math.min(i, values.length - 1 - i));
                mean[i] = Arrays.stream(values, i - near, i + near + 1).average().orElseThrow();
            }
            return mean;
        }
    }
}
