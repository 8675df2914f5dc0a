package dev.crescent.train;

import dev.crescent.experiment.Training;
import java.util.Arrays;

/// The mini-batch that a run takes next, known before it does: everything about it follows from the experiment and the
/// place in training. Not so where every epoch draws its own samples.
///
/// @param samples numbers of training samples, in the engine's order; empty without any
/// @param rate the learning rate of the step, after the schedule
public record NextBatch(int[] samples, double rate) {
    /// That of a run that goes on from a snapshot.
    public static NextBatch of(Snapshot snapshot) {
        Training training = snapshot.experiment().training();
        int count = snapshot.dataset().train().count();
        int steps = (int) snapshot.stepsPerEpoch();
        long epoch = (long) snapshot.epoch();
        int step = (int) Math.round((snapshot.epoch() - epoch) * steps);
        if (step >= steps) {
            step = 0;
            epoch++;
        }
        int[] order = new int[count];
        SampleOrder.fill(order, training, epoch);
        int from = step * training.batchSize();
        double rate = training.optimizer().learningRate() * training.schedule().factorAt(epoch, step, steps);
        return new NextBatch(Arrays.copyOfRange(order, from, Math.min(from + training.batchSize(), count)), rate);
    }
}
