package dev.crescent.train;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;

/// Which mini-batch comes next in training, and how far training has come. The order of samples in an epoch follows from the
/// seed and the epoch's number alone, so training goes the same way however often it was paused.
final class MiniBatches {
    /// Of a step: more than the rounding of a place in training that is given in epochs.
    private static final double ROUNDING = 0.01;

    private final Training training;
    private final int samples;
    private final int[] order;
    private final int stepsPerEpoch;
    private long step;
    private long epoch;
    private int stepInEpoch;

    /// At the start.
    ///
    /// @param samples in the training part
    MiniBatches(Experiment experiment, int samples) {
        this.training = experiment.training();
        this.samples = samples;
        this.order = new int[samples];
        this.stepsPerEpoch = Snapshot.stepsPerEpoch(samples, experiment);
        shuffle();
    }

    private void shuffle() {
        SampleOrder.fill(order, training, epoch);
    }

    int samples() {
        return samples;
    }

    /// Steps done.
    long step() {
        return step;
    }

    /// Whole epochs done.
    long epochsDone() {
        return epoch;
    }

    /// Epochs done, a fraction within one.
    double epoch() {
        return epoch + (double) stepInEpoch / stepsPerEpoch;
    }

    /// Likewise, after `taken` steps more, all in this epoch.
    double epochAfter(int taken) {
        return epoch + (double) (stepInEpoch + taken) / stepsPerEpoch;
    }

    /// Whether the next step begins an epoch.
    boolean atEpochStart() {
        return stepInEpoch == 0;
    }

    /// The numbers of the samples of this epoch, `[samples]`.
    int[] order() {
        return order;
    }

    /// Where in the order the next mini-batch begins.
    int from() {
        return stepInEpoch * training.batchSize();
    }

    /// How many steps may be taken at once: none beyond the epoch's end.
    int steps(long most) {
        return (int) Math.min(most, stepsPerEpoch - stepInEpoch);
    }

    /// Samples in the next `steps` mini-batches.
    int count(int steps) {
        return Math.min(steps * training.batchSize(), samples - from());
    }

    /// What the [Schedule] makes of a learning rate of 1 in the next step but `ahead`.
    double factor(int ahead) {
        return training.schedule().factorAt(epoch, stepInEpoch + ahead, stepsPerEpoch);
    }

    /// Goes on behind steps that were taken.
    void took(int steps) {
        step += steps;
        stepInEpoch += steps;
        if (stepInEpoch == stepsPerEpoch) {
            stepInEpoch = 0;
            epoch++;
            shuffle();
        }
    }

    /// Counts a step on samples that are not the next ones.
    void tookBeside() {
        step++;
    }

    /// Goes on from another place in training. With another number of steps an epoch it is the next one at or after it, so that
    /// epochs never count back; it may be the next epoch's start.
    void goTo(long stepsDone, double epochsDone) {
        step = stepsDone;
        epoch = (long) epochsDone;
        stepInEpoch = (int) Math.ceil((epochsDone - epoch) * stepsPerEpoch - ROUNDING);
        if (stepInEpoch >= stepsPerEpoch) {
            stepInEpoch = 0;
            epoch++;
        }
        shuffle();
    }
}
