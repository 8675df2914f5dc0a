package dev.crescent.insight.engines;

import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The networks whose speed is measured by size: 784-n-n-10, ReLU and softmax, plain gradient descent. The samples are made of
/// random numbers, on which training takes as long as on images.
final class SizeNetwork {
    private static final int INPUTS = 784;
    private static final int CLASSES = 10;
    /// Twice the largest mini-batch.
    private static final int SAMPLES = 2048;
    /// So small that nothing diverges, however long it is trained.
    static final double RATE = 1e-3;

    private static final int[] ORDER = IntStream.range(0, SAMPLES).toArray();

    private final Samples samples;

    SizeNetwork() {
        SplittableRandom random = new SplittableRandom(1);
        float[] inputs = new float[SAMPLES * INPUTS]; // [sample][input]
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextDouble();
        }
        float[] targets = new float[SAMPLES * CLASSES]; // [sample][class]
        int[] labels = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            labels[i] = random.nextInt(CLASSES);
            targets[i * CLASSES + labels[i]] = 1;
        }
        samples = new Samples(SAMPLES, INPUTS, CLASSES, inputs, targets, labels);
    }

    /// @param width units of each hidden layer
    /// @param batch samples of a mini-batch, at most half of the samples
    Problem problem(int width, int batch) {
        Model.Network network = new Model.Network(1, List.of(new Layer.Dense(width, Activation.RELU),
                new Layer.Dense(width, Activation.RELU), new Layer.Dense(CLASSES, Activation.SOFTMAX)));
        return new Problem(network, Experiment.defaults().training().withLoss(Loss.CROSS_ENTROPY)
                .withOptimizer(new Optimizer.Sgd(RATE, 0, false)).withBatchSize(batch),
                List.of(INPUTS), samples, Samples.none(INPUTS, CLASSES));
    }

    /// The samples one after the other.
    static int[] order() {
        return ORDER;
    }
}
