package dev.crescent.ui.data;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Formula;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.Region;
import dev.crescent.ui.theme.Palette;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Small square pictures of data and formulas as opaque ARGB pixels, row 0 at the top. Pure; safe on any thread.
final class Thumbnails {
    private static final int FEW = 120;
    private static final int FIELD_SAMPLES = 3000;
    private static final int MOST_PAINTED = 2000;
    /// The edge of images that is left out, as a part of their side.
    private static final float FREE = 0.08f;
    /// The side of the grid that scattered values are averaged on.
    private static final int CELLS = 34;
    private static final double MARGIN = 0.06;
    /// A point's radius as a part of the side: 1.4 of 34 pixels.
    private static final double POINT = 1.4 / 34;

    private Thumbnails() {}

    /// What of the data a picture shows: the source, the seed, and as many samples as it has room for. Data that come
    /// to the same have the same picture; tables and images have none.
    static Data shown(Data data) {
        Source few = switch (data.source()) {
            case Source.Points(var set, int samples, double noise) -> new Source.Points(set,
                    set.task() == Task.REGRESSION ? FIELD_SAMPLES : Math.min(samples, FEW), noise);
            case Source.Painted(var points) ->
                    new Source.Painted(points.subList(Math.max(0, points.size() - MOST_PAINTED), points.size()));
            case Source.Csv _, Source.Digits _, Source.Images _ -> new Source.Painted(List.of());
        };
        return new Data(few, data.seed(), 0, Scaling.NONE);
    }

    /// A point set or painted points as they would be loaded, only fewer of them: points in their classes' colors, or
    /// the field of a regression's values.
    ///
    /// @param side in pixels
    /// @return `[side * side]`, row by row
    static int[] of(Data data, Palette palette, int side) {
        boolean regression = data.source() instanceof Source.Points p && p.set().task() == Task.REGRESSION;
        try {
            Dataset dataset = Datasets.load(shown(data), FeatureList.VARIABLES, Path.of(""));
            return regression ? values(dataset.train(), palette, side) : points(dataset.train(), palette, side);
        } catch (DataException e) {
            throw new IllegalStateException("Points that are generated or painted did not load", e);
        }
    }

    /// Four images of different classes, as ink on paper.
    ///
    /// @param images raw pixels from 0 to 255, one channel of 2 x 2 or more; at least one image
    /// @param side in pixels
    /// @return `[side * side]`, row by row
    static int[] ofImages(Dataset images, Palette palette, int side) {
        int half = side / 2;
        int[] shown = ofDifferentClasses(images);
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, palette.inkArgb(0));
        for (int i = 0; i < 4 * half * half; i++) {
            int column = i % (2 * half);
            int row = i / (2 * half);
            float value = between(images, shown[row / half * 2 + column / half], (row % half + 0.5f) / half,
                    (column % half + 0.5f) / half);
            pixels[row * side + column] = palette.inkArgb(value / 255);
        }
        return pixels;
    }

    /// The value of an image at a place between its pixels, without the edge that images of digits leave free.
    ///
    /// @param down from 0 at the top to 1
    /// @param right from 0 at the left to 1
    private static float between(Dataset images, int image, float down, float right) {
        int high = images.inputShape().get(1);
        int wide = images.inputShape().get(2);
        float y = (FREE + (1 - 2 * FREE) * down) * high - 0.5f;
        float x = (FREE + (1 - 2 * FREE) * right) * wide - 0.5f;
        int row = Math.clamp((int) y, 0, high - 2);
        int column = Math.clamp((int) x, 0, wide - 2);
        float[] raw = images.train().raw();
        int at = image * high * wide + row * wide + column;
        float upper = raw[at] + (raw[at + 1] - raw[at]) * (x - column);
        float lower = raw[at + wide] + (raw[at + wide + 1] - raw[at + wide]) * (x - column);
        return Math.clamp(upper + (lower - upper) * (y - row), 0, 255);
    }

    /// Four images, of different classes where there are so many.
    private static int[] ofDifferentClasses(Dataset images) {
        int[] shown = new int[4];
        boolean[] seen = new boolean[images.classNames().size()];
        int found = 0;
        for (int i = 0; i < images.train().count() && found < shown.length; i++) {
            int label = images.train().labels()[i];
            if (!seen[label]) {
                seen[label] = true;
                shown[found++] = i;
            }
        }
        return shown;
    }

    private static int[] points(Dataset.Samples samples, Palette palette, int side) {
        int[] pixels = blank(palette, side);
        Region region = Region.around(samples.raw(), MARGIN);
        for (int i = 0; i < samples.count(); i++) {
            double x = (samples.raw()[2 * i] - region.x1Min()) / region.width() * side;
            double y = (region.x2Max() - samples.raw()[2 * i + 1]) / region.height() * side;
            disc(pixels, side, x, y, POINT * side, palette.classArgb(samples.labels()[i]));
        }
        return pixels;
    }

    private static int[] blank(Palette palette, int side) {
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, Palette.argb(palette.bg()));
        return pixels;
    }

    /// A disc whose edge covers its pixels in part.
    private static void disc(int[] pixels, int side, double x, double y, double radius, int argb) {
        int reach = (int) Math.ceil(radius + 1);
        for (int row = Math.max(0, (int) y - reach); row <= Math.min(side - 1, (int) y + reach); row++) {
            for (int column = Math.max(0, (int) x - reach); column <= Math.min(side - 1, (int) x + reach); column++) {
                double cover = Math.clamp(radius + 0.5 - Math.hypot(column + 0.5 - x, row + 0.5 - y), 0, 1);
                if (cover > 0) {
                    pixels[row * side + column] = mixed(pixels[row * side + column], argb, cover);
                }
            }
        }
    }

    private static int mixed(int under, int over, double cover) {
        int argb = 0xff000000;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = under >> shift & 0xff;
            int b = over >> shift & 0xff;
            argb |= (int) Math.round(a + (b - a) * cover) << shift;
        }
        return argb;
    }

    /// Scattered values as a smooth field: each cell is the mean of the samples around it, the nearest counting most.
    private static int[] values(Dataset.Samples samples, Palette palette, int side) {
        Region region = Region.around(samples.raw(), 0);
        double[] sums = new double[CELLS * CELLS];
        double[] weights = new double[CELLS * CELLS];
        for (int i = 0; i < samples.count(); i++) {
            double x = (samples.raw()[2 * i] - region.x1Min()) / region.width() * CELLS - 0.5;
            double y = (region.x2Max() - samples.raw()[2 * i + 1]) / region.height() * CELLS - 0.5;
            spread(sums, weights, x, y, samples.values()[i]);
        }
        double[] cells = new double[CELLS * CELLS];
        double most = 1e-9;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = weights[i] > 0 ? sums[i] / weights[i] : 0;
            most = Math.max(most, Math.abs(cells[i]));
        }
        int[] pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            int row = i / side * CELLS / side;
            int column = i % side * CELLS / side;
            pixels[i] = palette.fieldArgb(cells[row * CELLS + column] / most);
        }
        return pixels;
    }

    private static void spread(double[] sums, double[] weights, double x, double y, double value) {
        int reach = 3;
        for (int row = Math.max(0, (int) y - reach); row <= Math.min(CELLS - 1, (int) y + reach); row++) {
            for (int column = Math.max(0, (int) x - reach); column <= Math.min(CELLS - 1, (int) x + reach); column++) {
                double d1 = column - x;
                double d2 = row - y;
                double weight = Math.exp(-(d1 * d1 + d2 * d2) / 2.5);
                sums[row * CELLS + column] += weight * value;
                weights[row * CELLS + column] += weight;
            }
        }
    }

    /// A formula over a region, its mean in the field's neutral color and its farthest value at an end of the ramp;
    /// neutral where it has no value.
    ///
    /// @param side in pixels
    /// @return `[side * side]`, row by row
    static int[] of(Formula formula, Region region, Palette palette, int side) {
        double[] values = new double[side * side];
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            int column = i % side;
            int row = i / side;
            values[i] = formula.evaluate(region.x1Min() + (column + 0.5) / side * region.width(),
                    region.x2Max() - (row + 0.5) / side * region.height());
            if (Double.isFinite(values[i])) {
                sum += values[i];
                count++;
            }
        }
        double mean = sum / Math.max(1, count);
        double most = 1e-12;
        for (double v : values) {
            most = Double.isFinite(v) ? Math.max(most, Math.abs(v - mean)) : most;
        }
        int[] pixels = new int[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = palette.fieldArgb(Double.isFinite(values[i]) ? (values[i] - mean) / most : 0);
        }
        return pixels;
    }
}
