package dev.crescent.insight.image;

import dev.crescent.data.Dataset;

/// How many samples each class has, and how they look on average. Immutable by convention: nobody writes into the arrays.
///
/// @param counts `[classes]` samples
/// @param means `[classes][width]`, in the units of the inputs; 0 for a class without samples
/// @param mean `[width]` over all samples; 0 without samples
public record ImageStatistics(int[] counts, float[][] means, float[] mean) {
    /// Of one part; sums are double.
    ///
    /// @param width inputs of a sample
    /// @param classes more than any label
    public static ImageStatistics of(Dataset.Samples samples, int width, int classes) {
        int[] counts = new int[classes];
        double[][] sums = new double[classes][width];
        for (int i = 0; i < samples.count(); i++) {
            int label = samples.labels()[i];
            counts[label]++;
            double[] sum = sums[label];
            for (int at = 0; at < width; at++) {
                sum[at] += samples.inputs()[i * width + at];
            }
        }
        double[] all = new double[width];
        float[][] means = new float[classes][];
        for (int label = 0; label < classes; label++) {
            means[label] = divided(sums[label], counts[label]);
            for (int at = 0; at < width; at++) {
                all[at] += sums[label][at];
            }
        }
        return new ImageStatistics(counts, means, divided(all, samples.count()));
    }

    /// How many samples there are.
    public int count() {
        int count = 0;
        for (int own : counts) {
            count += own;
        }
        return count;
    }

    private static float[] divided(double[] sums, int count) {
        float[] means = new float[sums.length];
        for (int at = 0; at < means.length; at++) {
            means[at] = (float) (sums[at] / Math.max(1, count));
        }
        return means;
    }
}
