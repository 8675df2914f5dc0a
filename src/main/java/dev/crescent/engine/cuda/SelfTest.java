package dev.crescent.engine.cuda;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Whether a device calculates as another engine does: a network of most kinds of layers, trained for some steps, and one that
/// is small enough to be trained many steps at once.
final class SelfTest {
    private static final int EPOCHS = 5;
    private static final int BATCH = 16;
    /// Of plain descent: where a gradient is 0 but for rounding, Adam and its kin would make steps of the rounding.
    private static final double RATE = 0.05;
    private static final List<Integer> SHAPE = List.of(1, 6, 6);
    private static final int CLASSES = 3;
    /// Of a parameter's difference, beside the largest parameter.
    private static final double TOLERANCE = 1e-4;

    private SelfTest() {}

    static boolean passes(Device device, Engine other) {
        Layer.Dense tanh = new Layer.Dense(7, Activation.TANH);
        Layer.Dense out = new Layer.Dense(CLASSES, Activation.SOFTMAX);
        Layer.Conv conv = new Layer.Conv(5, 3, 1, Padding.SAME, Activation.RELU, Initializer.Standard.HE_NORMAL, true,
                Initializer.Standard.ZEROS);
        return passes(problem(conv, new Layer.MaxPool(2, 2, Rounding.DOWN), new Layer.BatchNorm(), new Layer.Dropout(0.2),
                tanh, out), device, other) && passes(problem(tanh, new Layer.Dropout(0.2), tanh, out), device, other);
    }

    private static boolean passes(Problem problem, Device device, Engine other) {
        int count = problem.train().count();
        int[] order = IntStream.range(0, count).toArray();
        double[] rates = new double[Math.ceilDiv(count, BATCH)];
        Arrays.fill(rates, RATE);
        try (Session here = CudaSession.open(problem, device); Session there = other.open(problem)) {
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                here.trainAll(order, 0, count, BATCH, rates, new double[rates.length]);
                there.trainAll(order, 0, count, BATCH, rates, new double[rates.length]);
            }
            return near(here.parameters(), there.parameters());
        }
    }

    private static Problem problem(Layer... layers) {
        Model.Network network = new Model.Network(1, List.of(layers));
        Training training = new Training(Loss.CROSS_ENTROPY, new Optimizer.Sgd(RATE, 0.9, true), BATCH, 1, false, 1, 0,
                0.001, new Schedule.Constant(0), 1);
        return new Problem(network, training, SHAPE, samples(), Samples.none(36, CLASSES));
    }

    private static Samples samples() {
        int count = 2 * BATCH;
        float[] inputs = new float[count * 36];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = CounterRandom.uniform(1, i);
        }
        float[] targets = new float[count * CLASSES];
        for (int i = 0; i < count; i++) {
            targets[i * CLASSES + i % CLASSES] = 1;
        }
        return new Samples(count, 36, CLASSES, inputs, targets, null);
    }

    private static boolean near(float[] here, float[] there) {
        double largest = 1;
        for (float value : there) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < here.length; i++) {
            if (!(Math.abs(here[i] - there[i]) <= TOLERANCE * largest)) {
                return false;
            }
        }
        return true;
    }
}
