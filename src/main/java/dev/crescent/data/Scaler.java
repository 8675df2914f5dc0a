package dev.crescent.data;

import dev.crescent.experiment.Scaling;
import java.util.Arrays;

/// A scaling with its fitted numbers: column c becomes `(x - offset[c]) / divisor[c]`.
record Scaler(double[] offset, double[] divisor) {
    private static final double BYTE = 255;

    /// Fits a scaling to the training part.
    ///
    /// `standardize` uses the mean and the population's standard deviation, `min-max` brings the smallest value to 0
    /// and the largest to 1; with either, a column that never changes becomes 0. `unit` divides by 255.
    ///
    /// @param inputs `[count][width]`
    static Scaler fit(Scaling scaling, float[] inputs, int count, int width) {
        Scaler identity = identity(width);
        if (scaling == Scaling.UNIT) {
            Arrays.fill(identity.divisor, BYTE);
        }
        if (scaling == Scaling.NONE || scaling == Scaling.UNIT || count == 0) {
            return identity;
        }
        return scaling == Scaling.STANDARDIZE ? standardize(inputs, count, width) : minMax(inputs, count, width);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scaler(double[] offsets, double[] divisors) && Arrays.equals(offset, offsets)
                && Arrays.equals(divisor, divisors);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(offset) + Arrays.hashCode(divisor);
    }

    private static Scaler identity(int width) {
        double[] ones = new double[width];
        Arrays.fill(ones, 1);
        return new Scaler(new double[width], ones);
    }

    private static Scaler minMax(float[] inputs, int count, int width) {
        double[] low = firstRow(inputs, width);
        double[] range = low.clone();
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < width; c++) {
                low[c] = Math.min(low[c], inputs[i * width + c]);
                range[c] = Math.max(range[c], inputs[i * width + c]);
            }
        }
        for (int c = 0; c < width; c++) {
            range[c] = range[c] > low[c] ? range[c] - low[c] : 1;
        }
        return new Scaler(low, range);
    }

    private static Scaler standardize(float[] inputs, int count, int width) {
        Scaler ranges = minMax(inputs, count, width);
        double[] mean = new double[width];
        double[] deviation = new double[width];
        // Both sums are taken from the column's smallest value, so that a constant column has exactly 0 and not a
        // rounding error for its deviation.
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < width; c++) {
                mean[c] += (inputs[i * width + c] - ranges.offset[c]) / count;
            }
        }
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < width; c++) {
                double difference = inputs[i * width + c] - ranges.offset[c] - mean[c];
                deviation[c] += difference * difference / count;
            }
        }
        for (int c = 0; c < width; c++) {
            mean[c] += ranges.offset[c];
            deviation[c] = deviation[c] > 0 ? Math.sqrt(deviation[c]) : 1;
        }
        return new Scaler(mean, deviation);
    }

    private static double[] firstRow(float[] inputs, int width) {
        double[] row = new double[width];
        Arrays.setAll(row, c -> inputs[c]);
        return row;
    }

    /// Scales in place.
    ///
    /// @param inputs `[count][width]`
    void applyRows(float[] inputs, int count) {
        int width = offset.length;
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < width; c++) {
                inputs[i * width + c] = scaled(inputs[i * width + c], c);
            }
        }
    }

    /// Scales one column in place, from `start` on.
    void applyColumn(float[] inputs, int start, int count, int column) {
        for (int i = start; i < start + count; i++) {
            inputs[i] = scaled(inputs[i], column);
        }
    }

    /// Division, not a product with the inverse: 255 / 255 is to be 1.
    private float scaled(float x, int column) {
        return (float) ((x - offset[column]) / divisor[column]);
    }
}
