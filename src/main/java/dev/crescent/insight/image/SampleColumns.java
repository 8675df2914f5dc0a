package dev.crescent.insight.image;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Spread;

/// Samples as evaluators read them.
///
/// @param width inputs of a sample
/// @param taken how many samples stand for all, see [Spread]
record SampleColumns(Dataset.Samples samples, int width, int taken) {
    /// Squares of so many a side stay in the first-level cache while they are turned.
    private static final int SQUARE = 16;

    /// The number of a sample that is taken.
    int place(int i) {
        return Spread.place(i, taken, samples.count());
    }

    /// Brings samples from `[sample][input]` to `[input][sample]`.
    ///
    /// @param first number among those that are taken
    /// @param into `[width][count]`
    void turn(int first, int count, float[] into) {
        for (int from = 0; from < count; from += SQUARE) {
            int to = Math.min(from + SQUARE, count);
            for (int left = 0; left < width; left += SQUARE) {
                int right = Math.min(left + SQUARE, width);
                for (int i = from; i < to; i++) {
                    int row = place(first + i) * width;
                    for (int column = left; column < right; column++) {
                        into[column * count + i] = samples.inputs()[row + column];
                    }
                }
            }
        }
    }
}
