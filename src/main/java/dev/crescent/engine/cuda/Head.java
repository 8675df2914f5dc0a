package dev.crescent.engine.cuda;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;

/// The loss at the end of the network, its sum and its gradient, and how many samples are classified right.
final class Head {
    private static final int LOSS = 0;
    private static final int RIGHT = 1;

    private final Loss loss;
    private final int units;
    private final Step.Values out;
    /// `[capacity][units]`
    final long targets;
    /// `[capacity]`
    private final long values;
    /// The two sums.
    private final long sums;
    private final CudaDriver.Launch losses;
    private final CudaDriver.Launch judge;
    private final CudaDriver.Launch sum;

    Head(Loss loss, Activation activation, DenseStep last, int capacity, Arena arena, CudaDriver driver) {
        this.loss = loss;
        this.out = last.output();
        this.units = out.width();
        this.targets = arena.floats((long) capacity * units);
        this.values = arena.doubles(capacity);
        this.sums = arena.doubles(2);
        long scores = fuses(loss, activation) ? last.seen() : out.address();
        this.losses = driver.launch("losses", 9);
        losses.set(0, loss.ordinal());
        losses.set(1, scores);
        losses.set(2, out.address());
        losses.set(3, targets);
        losses.set(5, values);
        losses.set(7, units);
        this.judge = driver.launch("judge", 7);
        judge.set(0, loss == Loss.BINARY_CROSS_ENTROPY ? out.address() : scores);
        judge.set(2, values);
        judge.set(5, units);
        judge.set(6, threshold(activation));
        this.sum = driver.launch("sum_values", 5);
        sum.set(0, values);
        sum.set(1, sums);
    }

    /// Whether the loss works on what the last activation sees: together they are simpler and stable.
    static boolean fuses(Loss loss, Activation activation) {
        return loss == Loss.BINARY_CROSS_ENTROPY || loss == Loss.CROSS_ENTROPY && activation == Activation.SOFTMAX;
    }

    /// Above which a single output tells class 1.
    static float threshold(Activation activation) {
        return activation == Activation.SIGMOID ? 0.5f : 0f;
    }

    /// What the summed loss of so many samples is divided by for their mean.
    double divisor(int samples) {
        return divisor(loss, samples, units);
    }

    /// Likewise, of a network with so many outputs.
    static double divisor(Loss loss, int samples, int units) {
        return switch (loss) {
            case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER -> (double) samples * units;
            case CROSS_ENTROPY, BINARY_CROSS_ENTROPY, HINGE -> samples;
        };
    }

    /// Sums the losses, or goes on with it.
    ///
    /// @param divisor of the mini-batch: the last step's delta becomes the gradient divided by it; 0 for no gradient
    void measure(int samples, double divisor, boolean anew) {
        losses.set(4, divisor == 0 ? 0 : out.delta());
        losses.set(6, samples);
        losses.set(8, divisor == 0 ? 0 : (float) (1 / divisor));
        Device.over(losses, samples);
        add(samples, LOSS, anew);
    }

    /// Counts what is classified right, or goes on with it.
    ///
    /// @param labels of all samples, `first` the number of the first of these
    void count(long labels, int first, int samples, boolean anew) {
        judge.set(1, labels);
        judge.set(3, first);
        judge.set(4, samples);
        Device.over(judge, samples);
        add(samples, RIGHT, anew);
    }

    private void add(int samples, int at, boolean anew) {
        sum.set(2, samples);
        sum.set(3, at);
        sum.set(4, anew ? 1 : 0);
        Device.blocks(sum, 1);
    }

    /// The summed loss, and how many are right.
    double[] sums(Device device) {
        return device.doubles(sums, 2);
    }
}
