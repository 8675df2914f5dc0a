package dev.crescent.data;

import dev.crescent.experiment.Task;
import java.util.List;
import java.util.SplittableRandom;

/// Collects the points of one set while they are generated, and holds the random streams they are drawn from.
final class PointWriter {
    private final int samples;
    private final float[] columns; // [samples][2]
    private final int[] labels; // [samples]
    private final float[] values; // [samples]
    private final double noise;
    private final SplittableRandom positions;
    private final SplittableRandom jitter;
    private int count;

    PointWriter(int samples, double noise, long seed) {
        this.samples = samples;
        this.noise = noise;
        columns = new float[2 * samples];
        labels = new int[samples];
        values = new float[samples];
        positions = Streams.POSITION.of(seed);
        jitter = Streams.NOISE.of(seed);
    }

    int samples() {
        return samples;
    }

    double noise() {
        return noise;
    }

    /// How many samples a class has if the classes take turns, the first class first.
    int samplesOf(int label, int classes) {
        return (samples - label + classes - 1) / classes;
    }

    /// A number drawn evenly from `low` up to but not including `high`, already rounded to float: a class settled from
    /// it holds for the stored coordinate too.
    double uniform(double low, double high) {
        float drawn = (float) (low + (high - low) * positions.nextDouble());
        return Math.min(drawn, Math.nextDown((float) high));
    }

    /// A coordinate drawn from the standard normal distribution.
    double normal() {
        return positions.nextGaussian();
    }

    /// A normal disturbance whose standard deviation is the noise.
    double normalNoise() {
        return noise * jitter.nextGaussian();
    }

    /// A disturbance spread evenly over plus and minus `reach` times the noise.
    double uniformNoise(double reach) {
        return noise * reach * (2 * jitter.nextDouble() - 1);
    }

    void add(double x1, double x2, int label) {
        labels[count] = label;
        addValue(x1, x2, label);
    }

    /// Adds a point moved by normal noise in both coordinates; the class is that of the place it comes from.
    void addMoved(double x1, double x2, int label) {
        add(x1 + normalNoise(), x2 + normalNoise(), label);
    }

    void addValue(double x1, double x2, double value) {
        columns[2 * count] = (float) x1;
        columns[2 * count + 1] = (float) x2;
        values[count] = (float) value;
        count++;
    }

    RawSamples classified(int classes) {
        return finished(Task.CLASSIFICATION, RawSamples.numbered(classes));
    }

    RawSamples regression() {
        return finished(Task.REGRESSION, List.of());
    }

    private RawSamples finished(Task task, List<String> classNames) {
        if (count != samples) {
            throw new IllegalStateException(count + " points instead of " + samples);
        }
        return new RawSamples(task, classNames, RawSamples.PLANE, count, columns, labels, values);
    }
}
