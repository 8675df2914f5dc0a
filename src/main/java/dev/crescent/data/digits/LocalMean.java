package dev.crescent.data.digits;

import java.util.Arrays;

/// Means over the square around each pixel, as far as it lies in the image.
final class LocalMean {
    private LocalMean() {}

    /// Every pixel's neighborhood of `2 radius + 1` rows and columns. With radius 0 a copy.
    static float[] smooth(float[] image, int rows, int columns, int radius) {
        float[] ones = new float[image.length];
        Arrays.fill(ones, 1);
        return weighted(image, ones, rows, columns, radius);
    }

    /// The mean of those that count.
    ///
    /// @param weights `[rows][columns]`, 0 for what does not count
    /// @return `[rows][columns]`; the mean of all that count where none does nearby
    static float[] weighted(float[] image, float[] weights, int rows, int columns, int radius) {
        double[] sums = sums(image, weights, rows, columns);
        double[] counts = sums(weights, weights, rows, columns);
        double all = counts[counts.length - 1] > 0 ? sums[sums.length - 1] / counts[counts.length - 1] : 0;
        float[] means = new float[image.length];
        for (int row = 0; row < rows; row++) {
            int top = Math.max(0, row - radius);
            int bottom = Math.min(rows, row + radius + 1);
            for (int column = 0; column < columns; column++) {
                int left = Math.max(0, column - radius);
                int right = Math.min(columns, column + radius + 1);
                double count = box(counts, columns, top, bottom, left, right);
                means[row * columns + column] =
                        (float) (count > 0.5 ? box(sums, columns, top, bottom, left, right) / count : all);
            }
        }
        return means;
    }

    /// The sums of all above and left of each corner, `[rows + 1][columns + 1]`.
    private static double[] sums(float[] image, float[] weights, int rows, int columns) {
        int wide = columns + 1;
        double[] sums = new double[(rows + 1) * wide];
        for (int row = 0; row < rows; row++) {
            double line = 0;
            for (int column = 0; column < columns; column++) {
                int i = row * columns + column;
                line += (double) image[i] * weights[i];
                sums[(row + 1) * wide + column + 1] = sums[row * wide + column + 1] + line;
            }
        }
        return sums;
    }

    private static double box(double[] sums, int columns, int top, int bottom, int left, int right) {
        int wide = columns + 1;
        return sums[bottom * wide + right] - sums[top * wide + right] - sums[bottom * wide + left] + sums[top * wide + left];
    }
}
