package dev.crescent.ui.network;

import dev.crescent.ui.theme.Palette;

/// Weights as a picture of any size, in the colors of the weights.
final class WeightImage {
    /// The largest weights are few: colors reach their ends a little before.
    private static final double CONTRAST = 1.6;

    private WeightImage() {}

    /// What a weight is multiplied by so that the largest of some weights has the strongest color.
    ///
    /// @param from the first one, up to but not including `to`
    static double gain(float[] weights, int from, int to) {
        double most = 0;
        for (int i = from; i < to; i++) {
            most = Math.max(most, Math.abs(weights[i]));
        }
        return most > 0 ? CONTRAST / most : 0;
    }

    /// Paints `rows * columns` weights from `first` on. Each pixel has the mean of the weights below it, so that none is
    /// lost in a picture that is smaller than they are.
    ///
    /// @param pixels opaque ARGB, `[height][width]`
    static void paint(int[] pixels, int width, int height, float[] weights, int first, int rows, int columns, double gain,
                      Palette palette) {
        for (int y = 0; y < height; y++) {
            double top = (double) y * rows / height;
            double bottom = (double) (y + 1) * rows / height;
            for (int x = 0; x < width; x++) {
                double left = (double) x * columns / width;
                double right = (double) (x + 1) * columns / width;
                double sum = 0;
                for (int row = (int) top; row < bottom && row < rows; row++) {
                    double high = Math.min(bottom, row + 1) - Math.max(top, row);
                    int line = first + row * columns;
                    for (int column = (int) left; column < right && column < columns; column++) {
                        sum += high * (Math.min(right, column + 1) - Math.max(left, column)) * weights[line + column];
                    }
                }
                double mean = sum / ((bottom - top) * (right - left));
                pixels[y * width + x] = palette.weightArgb(Math.clamp(mean * gain, -1, 1));
            }
        }
    }
}
