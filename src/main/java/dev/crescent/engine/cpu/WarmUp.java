package dev.crescent.engine.cpu;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Part;
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
import java.util.stream.Stream;

/// Runs small networks of several kinds until C2 has compiled what trains and draws them: before that every vector is
/// an object, and training a hundred times slower.
final class WarmUp {
    private static final int SAMPLES = 200;
    /// A mini-batch of one panel, and one of three: kernels may take panels by twos.
    private static final int BATCH = 10;
    private static final int LARGE_BATCH = 40;
    private static final int EPOCHS = 20;
    private static final int FIELD = 1024;
    private static final int WIDEST = 16;
    /// Hidden layers of what [TinyStep] trains, and of what [SoloStep] does.
    private static final int[] TINY = {WIDEST, 6, 4};
    private static final int[] SMALL = {WIDEST, WIDEST, 8};
    private static final int SIDE = 12;
    /// What they see is copied side by side, as that of fewer is not.
    private static final int MANY_FILTERS = 40;
    private static final int CLASSES = 10;
    private static final long DURATION_NANOS = 1_000_000_000;

    private WarmUp() {}

    /// Returns when the time is over or the thread is interrupted.
    static void run() {
        List<Problem> problems = List.of(
                problem(TINY, Activation.TANH, 1, Activation.TANH, Loss.HALF_SQUARED_ERROR, new Optimizer.Sgd(0.03, 0, false)),
                problem(SMALL, Activation.TANH, 1, Activation.TANH, Loss.HALF_SQUARED_ERROR, new Optimizer.Sgd(0.03, 0, false)),
                problem(TINY, Activation.RELU, 2, Activation.SOFTMAX, Loss.CROSS_ENTROPY, new Optimizer.Adam(0.01, 0.9, 0.999)),
                problem(TINY, Activation.SIGMOID, 1, Activation.SIGMOID, Loss.BINARY_CROSS_ENTROPY,
                        new Optimizer.Sgd(0.1, 0.9, false)));
        Problem images = images();
        long end = System.nanoTime() + DURATION_NANOS;
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            for (Problem problem : problems) {
                train(problem, EPOCHS);
                draw(problem);
            }
            train(images, 1);
        }
    }

    /// Layers large enough for the kernels of large ones, whose tiles have eight rows, six and four.
    private static Problem images() {
        Model.Network network = new Model.Network(1, List.of(conv(8, 3), new Layer.MaxPool(2, 2, Rounding.DOWN),
                conv(WIDEST, 3), conv(MANY_FILTERS, 2), new Layer.Dropout(0.2), new Layer.Dense(20, Activation.RELU),
                new Layer.Dense(CLASSES, Activation.SOFTMAX)));
        int count = 2 * LARGE_BATCH;
        float[] inputs = new float[count * SIDE * SIDE];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = CounterRandom.uniform(3, i);
        }
        float[] targets = new float[count * CLASSES];
        for (int i = 0; i < count; i++) {
            targets[i * CLASSES + i % CLASSES] = 1;
        }
        Samples samples = new Samples(count, SIDE * SIDE, CLASSES, inputs, targets, null);
        Training training = new Training(Loss.CROSS_ENTROPY, new Optimizer.Adam(0.001, 0.9, 0.999), LARGE_BATCH, 1, false, 1, 0,
                0, new Schedule.Constant(0), 0);
        return new Problem(network, training, List.of(1, SIDE, SIDE), samples, Samples.none(SIDE * SIDE, CLASSES));
    }

    private static Layer.Conv conv(int filters, int kernel) {
        return new Layer.Conv(filters, kernel, 1, Padding.VALID, Activation.RELU, Initializer.Standard.HE_NORMAL, true,
                Initializer.Standard.ZEROS);
    }

    private static Problem problem(int[] widths, Activation hidden, int outputs, Activation last, Loss loss,
            Optimizer optimizer) {
        Stream<Layer> layers = Arrays.stream(widths).mapToObj(units -> new Layer.Dense(units, hidden));
        Model.Network network = new Model.Network(1, Stream.concat(layers, Stream.of(new Layer.Dense(outputs, last))).toList());
        float[] inputs = new float[SAMPLES * 2];
        float[] targets = new float[SAMPLES * outputs];
        int[] labels = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            inputs[2 * i] = CounterRandom.uniform(1, i);
            inputs[2 * i + 1] = CounterRandom.uniform(2, i);
            labels[i] = inputs[2 * i] > 0.5f ? 1 : 0;
            targets[i * outputs + (outputs == 1 ? 0 : labels[i])] = outputs == 1 ? labels[i] : 1;
        }
        Samples samples = new Samples(SAMPLES, 2, outputs, inputs, targets, labels);
        Training training = new Training(loss, optimizer, BATCH, 1, false, 1, 0, 0, new Schedule.Constant(0), 0);
        return new Problem(network, training, List.of(2), samples, Samples.none(2, outputs));
    }

    private static void train(Problem problem, int epochs) {
        int count = problem.train().count();
        int batch = problem.training().batchSize();
        int[] order = IntStream.range(0, count).toArray();
        try (Session session = new CpuSession(problem, 1)) {
            for (int epoch = 0; epoch < epochs && !Thread.currentThread().isInterrupted(); epoch++) {
                for (int from = 0; from < count; from += batch) {
                    session.train(order, from, batch, problem.training().optimizer().learningRate());
                }
                session.evaluate(Part.TRAINING);
            }
        }
    }

    private static void draw(Problem problem) {
        Evaluator evaluator = new CpuEvaluator(problem.network(), problem.inputShape());
        float[][] outputs = new float[problem.network().layers().size()][WIDEST * FIELD];
        float[] parameters = InitialParameters.of(problem.network(), problem.inputShape());
        for (int i = 0; i < 5; i++) {
            evaluator.forward(parameters, new float[2 * FIELD], FIELD, outputs);
        }
    }
}
