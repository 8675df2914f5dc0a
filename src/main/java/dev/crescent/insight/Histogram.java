package dev.crescent.insight;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import java.util.List;

/// How one column of a data set is spread: equal bins from its least value to its largest, each parted by class.
///
/// Values that are not finite are left out. Immutable by convention: nobody writes into the arrays.
///
/// @param min the least value, NaN without any
/// @param max the largest value, NaN without any
/// @param counts `[bin][class]` samples; a single class for a regression
/// @param mean of the values, NaN without any
/// @param deviation the standard deviation `sqrt(mean((x - mean)^2))`, NaN without values
public record Histogram(double min, double max, int[][] counts, double mean, double deviation) {
    /// The histogram of a raw column over both parts.
    ///
    /// @param column of the data as generated or read, before features and scaling: 0 is x1 for 2-D data
    /// @param bins at least 1
    /// @throws IllegalArgumentException if the data have no such column, or without bins
    public static Histogram of(Dataset data, int column, int bins) {
        int width = data.train().rawWidth();
        if (column < 0 || column >= width || bins < 1) {
            throw new IllegalArgumentException("No histogram of column " + column + " of " + width + " in " + bins + " bins");
        }
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int count = 0;
        for (Dataset.Samples part : List.of(data.train(), data.test())) {
            for (int i = 0; i < part.count(); i++) {
                float value = part.raw()[i * width + column];
                if (Float.isFinite(value)) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                    sum += value;
                    count++;
                }
            }
        }
        int classes = data.task() == Task.CLASSIFICATION ? Math.max(1, data.classNames().size()) : 1;
        int[][] counts = new int[bins][classes];
        return count == 0 ? new Histogram(Double.NaN, Double.NaN, counts, Double.NaN, Double.NaN)
                : counted(data, column, counts, min, max, sum / count, count);
    }

    private static Histogram counted(Dataset data, int column, int[][] counts, double min, double max, double mean,
                                     int count) {
        int width = data.train().rawWidth();
        boolean parted = data.task() == Task.CLASSIFICATION;
        double squares = 0;
        for (Dataset.Samples part : List.of(data.train(), data.test())) {
            for (int i = 0; i < part.count(); i++) {
                float value = part.raw()[i * width + column];
                if (Float.isFinite(value)) {
                    counts[bin(value, min, max, counts.length)][parted ? part.labels()[i] : 0]++;
                    squares += (value - mean) * (value - mean);
                }
            }
        }
        return new Histogram(min, max, counts, mean, Math.sqrt(squares / count));
    }

    /// Equal values all lie in the middle.
    private static int bin(double value, double min, double max, int bins) {
        double share = max > min ? (value - min) / (max - min) : 0.5;
        return Math.min((int) (share * bins), bins - 1);
    }

    /// How many samples the fullest bin has.
    public int most() {
        int most = 0;
        for (int[] bin : counts) {
            int sum = 0;
            for (int count : bin) {
                sum += count;
            }
            most = Math.max(most, sum);
        }
        return most;
    }
}
