package dev.crescent.data.digits;

import java.util.Arrays;

/// Finds the ink of a photographed or painted digit: dark on light or light on dark, in uneven light, with grain and specks.
///
/// Paper is what the border mostly is, and ink what departs from it most. The paper's shade is a plane fitted to the border,
/// then a mean of the paper around each pixel, see [Paper]. What is left is parted by Otsu's threshold (IEEE Trans. SMC 9(1),
/// 1979) with a soft edge; specks go, see [Specks]; and a pen too thin for 28 x 28 pixels is made broader, see [ThinPen].
public final class Photo {
    /// Grey values, and those of ink, go from 0 to this.
    private static final float WHITE = 255;
    /// Larger images are made smaller first, rows or columns, whichever are more.
    private static final int LONGEST = 448;
    /// Grain is smoothed over the image's longer side divided by so much.
    private static final int GRAIN = 128;
    /// What ink and paper must differ by, in grey values and in standard deviations of the paper.
    private static final double LEAST_CONTRAST = 10;
    private static final double LEAST_DEVIATIONS = 3.3;
    /// Of the way from paper to ink: how wide the soft edge around the threshold is.
    private static final double EDGE = 0.7;

    private Photo() {}

    /// Makes a photographed digit ready to be read, as the pad does with a drawn one.
    ///
    /// @param grey `[rows][columns]`, 0 black to 255 white
    /// @return `[28][28]`, 0 for paper to 255 for ink; all 0 if there is no ink
    public static float[] digit(float[] grey, int rows, int columns) {
        check(grey, rows, columns);
        int longer = Math.max(rows, columns);
        if (longer <= LONGEST) {
            return Centering.center(ink(grey, rows, columns), rows, columns);
        }
        int newRows = Math.max(1, (int) ((long) rows * LONGEST / longer));
        int newColumns = Math.max(1, (int) ((long) columns * LONGEST / longer));
        float[] smaller = AreaAverage.scale(grey, columns, new AreaAverage.Box(0, 0, rows, columns), newRows, newColumns);
        return Centering.center(ink(smaller, newRows, newColumns), newRows, newColumns);
    }

    /// Finds the ink of an image of any size.
    ///
    /// @param grey `[rows][columns]`, 0 black to 255 white
    /// @return `[rows][columns]`, 0 for paper to 255 for ink; all 0 if there is no ink
    public static float[] ink(float[] grey, int rows, int columns) {
        check(grey, rows, columns);
        float[] smooth = LocalMean.smooth(grey, rows, columns, Math.max(rows, columns) / GRAIN);
        float[] depth = Paper.depth(smooth, rows, columns);
        Threshold threshold = Threshold.of(depth);
        double contrast = threshold.contrast();
        if (!(contrast > Math.max(LEAST_CONTRAST, LEAST_DEVIATIONS * threshold.deviation()))) {
            return new float[grey.length];
        }
        float[] ink = new float[grey.length];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = WHITE * (float) Math.clamp((depth[i] - threshold.value()) / (EDGE * contrast) + 0.5, 0, 1);
        }
        Specks.drop(ink, rows, columns);
        return ThinPen.broaden(ink, rows, columns);
    }

    private static void check(float[] grey, int rows, int columns) {
        if (rows < 1 || columns < 1 || grey.length != (long) rows * columns) {
            throw new IllegalArgumentException(grey.length + " values are no image of " + rows + " x " + columns);
        }
    }

    /// Where some values part into two kinds best: where the variance between them is largest.
    ///
    /// @param value the middle between the two kinds
    /// @param contrast the difference of their means
    /// @param deviation the standard deviation of the lower kind
    record Threshold(double value, double contrast, double deviation) {
        private static final int BINS = 512;

        static Threshold of(float[] values) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (float value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            double range = high - low;
            if (!(range > 0)) {
                return new Threshold(high, 0, 0);
            }
            double[] counts = new double[BINS];
            double[] sums = new double[BINS];
            for (float value : values) {
                int bin = (int) Math.min(BINS - 1.0, BINS * (value - low) / range);
                counts[bin]++;
                sums[bin] += value;
            }
            int split = split(counts, sums);
            return between(values, low + range * (split + 1) / BINS);
        }

        /// The last bin of the lower kind.
        private static int split(double[] counts, double[] sums) {
            double all = Arrays.stream(counts).sum();
            double sum = Arrays.stream(sums).sum();
            double below = 0;
            double sumBelow = 0;
            double best = -1;
            int split = 0;
            for (int bin = 0; bin < BINS - 1; bin++) {
                below += counts[bin];
                sumBelow += sums[bin];
                double above = all - below;
                double difference = below == 0 || above == 0 ? 0 : sumBelow / below - (sum - sumBelow) / above;
                double variance = below * above * difference * difference;
                if (variance > best) {
                    best = variance;
                    split = bin;
                }
            }
            return split;
        }

        private static Threshold between(float[] values, double border) {
            double[] count = new double[2];
            double[] sum = new double[2];
            double squares = 0;
            for (float value : values) {
                int kind = value < border ? 0 : 1;
                count[kind]++;
                sum[kind] += value;
                squares += kind == 0 ? (double) value * value : 0;
            }
            if (count[0] == 0 || count[1] == 0) {
                return new Threshold(border, 0, 0);
            }
            double paper = sum[0] / count[0];
            double ink = sum[1] / count[1];
            return new Threshold((paper + ink) / 2, ink - paper, Math.sqrt(Math.max(0, squares / count[0] - paper * paper)));
        }
    }
}
