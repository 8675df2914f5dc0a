package dev.crescent.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The colors of an animation: at most 255, chosen from pixels that it will show.
///
/// Colors are counted in bins of 6 bits a channel. The box of bins with the largest weighted variance is split at its
/// mean along its most varied channel until there are enough (after Heckbert 1982 and Wu 1991). A bin weighs the square
/// root of its count, so that thin lines and small points keep their colors beside large surfaces.
final class GifPalette {
    static final int MOST = 255;

    private static final int BINS = 1 << 18;

    private final int[] colors;
    /// The nearest color of each bin; -1 where it was not asked for yet.
    private final short[] nearest = new short[BINS];

    private GifPalette(int[] colors) {
        this.colors = colors;
        Arrays.fill(nearest, (short) -1);
    }

    /// One used bin: its mean color and its weight.
    private record Entry(double[] rgb, double weight) {}

    /// Counts the pixels of some pictures.
    static final class Sampler {
        private final long[] counts = new long[BINS];
        private final long[] red = new long[BINS];
        private final long[] green = new long[BINS];
        private final long[] blue = new long[BINS];

        void add(int[] rgb) {
            for (int pixel : rgb) {
                int bin = bin(pixel);
                counts[bin]++;
                red[bin] += pixel >> 16 & 0xff;
                green[bin] += pixel >> 8 & 0xff;
                blue[bin] += pixel & 0xff;
            }
        }

        GifPalette palette() {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < BINS; i++) {
                if (counts[i] > 0) {
                    double n = counts[i];
                    entries.add(new Entry(new double[] {red[i] / n, green[i] / n, blue[i] / n}, Math.sqrt(n)));
                }
            }
            return new GifPalette(boxes(entries).stream().mapToInt(Box::color).toArray());
        }
    }

    private static List<Box> boxes(List<Entry> entries) {
        List<Box> boxes = new ArrayList<>();
        if (!entries.isEmpty()) {
            boxes.add(new Box(entries));
        }
        while (!boxes.isEmpty() && boxes.size() < MOST) {
            Box widest = boxes.stream().max(Comparator.comparingDouble(Box::spread)).orElseThrow();
            if (widest.spread() <= 0) {
                break;
            }
            boxes.remove(widest);
            boxes.addAll(widest.split());
        }
        return boxes;
    }

    /// Bins that share a color.
    private static final class Box {
        private final List<Entry> entries;
        private final double[] mean = new double[3];
        private int channel;
        private double spread;

        Box(List<Entry> entries) {
            this.entries = entries;
            double weight = entries.stream().mapToDouble(Entry::weight).sum();
            for (int c = 0; c < 3; c++) {
                double sum = 0;
                for (Entry entry : entries) {
                    sum += entry.weight * entry.rgb[c];
                }
                mean[c] = sum / weight;
                double squares = 0;
                for (Entry entry : entries) {
                    squares += entry.weight * Math.pow(entry.rgb[c] - mean[c], 2);
                }
                if (entries.size() > 1 && squares > spread) {
                    spread = squares;
                    channel = c;
                }
            }
        }

        double spread() {
            return spread;
        }

        int color() {
            return (int) Math.round(mean[0]) << 16 | (int) Math.round(mean[1]) << 8 | (int) Math.round(mean[2]);
        }

        /// Two boxes, neither empty: where there is a spread, some bins lie below the mean and some do not.
        List<Box> split() {
            List<Entry> low = new ArrayList<>();
            List<Entry> high = new ArrayList<>();
            for (Entry entry : entries) {
                (entry.rgb[channel] < mean[channel] ? low : high).add(entry);
            }
            return low.isEmpty() || high.isEmpty() ? List.of(flat()) : List.of(new Box(low), new Box(high));
        }

        /// This box when rounding keeps it from being split.
        private Box flat() {
            spread = 0;
            return this;
        }
    }

    /// The colors as 0xRRGGBB.
    int[] colors() {
        return colors.clone();
    }

    /// The number of the color that is nearest to a pixel's.
    int index(int pixel) {
        int bin = bin(pixel);
        if (nearest[bin] < 0) {
            nearest[bin] = (short) search(bin);
        }
        return nearest[bin];
    }

    private int search(int bin) {
        int red = (bin >> 12 & 63) * 255 / 63;
        int green = (bin >> 6 & 63) * 255 / 63;
        int blue = (bin & 63) * 255 / 63;
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colors.length; i++) {
            int r = (colors[i] >> 16 & 0xff) - red;
            int g = (colors[i] >> 8 & 0xff) - green;
            int b = (colors[i] & 0xff) - blue;
            int distance = 3 * r * r + 4 * g * g + 2 * b * b;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int bin(int pixel) {
        return (pixel >> 6 & 0x3f000) | (pixel >> 4 & 0xfc0) | (pixel >> 2 & 0x3f);
    }
}
