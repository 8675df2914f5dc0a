package dev.crescent.data.digits;

import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Training;
import java.util.Arrays;
import java.util.SplittableRandom;

/// How the programs beside the tests train: mini-batches in a new order each epoch, and a rate that rises over 100 steps
/// and then falls linearly to 0 at the end.
record Epochs(Training training, int samples, int epochs) {
    private static final int WARM_UP = 100;
    /// The label of what is no digit.
    static final int NONE = -1;

    /// One epoch.
    ///
    /// @return the mean of its steps' losses
    double train(Session session, int epoch, SplittableRandom random) {
        int[] order = shuffled(random);
        int batch = training.batchSize();
        int steps = Math.ceilDiv(samples, batch);
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            double done = (double) epoch * steps + step;
            double factor = Math.min(1, (done + 1) / WARM_UP) * (1 - done / ((double) epochs * steps));
            int from = step * batch;
            sum += session.train(order, from, Math.min(batch, samples - from),
                    factor * training.optimizer().learningRate());
        }
        return sum / steps;
    }

    private int[] shuffled(SplittableRandom random) {
        int[] order = new int[samples];
        for (int i = 0; i < samples; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /// Samples of digits.
    ///
    /// @param inputs `[count][28 x 28]`, 0 to 1
    /// @param labels `[count]`, 0 to 9, or [#NONE]: then all classes are equally probable, and no answer is right
    static Samples samples(float[] inputs, int[] labels) {
        int classes = SyntheticDigits.CLASSES;
        float[] targets = new float[labels.length * classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] == NONE) {
                Arrays.fill(targets, i * classes, (i + 1) * classes, 1f / classes);
            } else {
                targets[i * classes + labels[i]] = 1;
            }
        }
        return new Samples(labels.length, SyntheticDigits.PIXELS, classes, inputs, targets, labels);
    }
}
