package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.ui.theme.Palette;
import java.util.Arrays;
import java.util.List;

/// The first images of each class side by side: a column a class, a row a sample.
///
/// @param argb `[height][width]`, opaque or clear
record ContactSheet(int width, int height, int[] argb) {
    private static final int MOST_CLASSES = 10;
    private static final int GAP = 2;

    /// @param data of images with at least one class and one training sample
    static ContactSheet of(Dataset data, int rows, Palette palette) {
        List<Integer> shape = data.inputShape();
        int high = shape.get(1);
        int wide = shape.get(2);
        int columns = Math.clamp(data.classNames().size(), 1, MOST_CLASSES);
        int width = columns * (wide + GAP) - GAP;
        int height = rows * (high + GAP) - GAP;
        int[] argb = new int[width * height];
        Dataset.Samples train = data.train();
        float[] range = range(train);
        int[] found = new int[columns];
        int left = columns * rows;
        for (int i = 0; i < train.count() && left > 0; i++) {
            int column = data.classNames().isEmpty() ? 0 : train.labels()[i];
            if (column < columns && found[column] < rows) {
                int corner = found[column] * (high + GAP) * width + column * (wide + GAP);
                paint(train, i, shape, range, palette, argb, corner, width);
                found[column]++;
                left--;
            }
        }
        return new ContactSheet(width, height, argb);
    }

    /// Least and greatest value, of as many samples as tell enough.
    private static float[] range(Dataset.Samples train) {
        float least = 0;
        float most = 1e-6f;
        for (int i = 0; i < Math.min(train.raw().length, 1 << 20); i++) {
            least = Math.min(least, train.raw()[i]);
            most = Math.max(most, train.raw()[i]);
        }
        return new float[] {least, most};
    }

    private static void paint(Dataset.Samples train, int sample, List<Integer> shape, float[] range, Palette palette,
                              int[] argb, int corner, int width) {
        int pixels = shape.get(1) * shape.get(2);
        int first = sample * train.rawWidth();
        for (int p = 0; p < pixels; p++) {
            int at = corner + p / shape.get(2) * width + p % shape.get(2);
            float value = share(train.raw()[first + p], range);
            argb[at] = shape.getFirst() == 3 ? 0xff000000 | level(value) << 16
                    | level(share(train.raw()[first + pixels + p], range)) << 8
                    | level(share(train.raw()[first + 2 * pixels + p], range)) : palette.inkArgb(value);
        }
    }

    private static float share(float value, float[] range) {
        return (value - range[0]) / (range[1] - range[0]);
    }

    private static int level(float share) {
        return Math.round(255 * share);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactSheet(int w, int h, int[] pixels) && w == width && h == height
                && Arrays.equals(argb, pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(argb);
    }
}
