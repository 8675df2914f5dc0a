package dev.crescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.List;
import java.util.stream.IntStream;

/// Small random problems, and the same one on another engine and on the default one.
public final class Twins {
    public static final double TOLERANCE = 1e-4;
    public static final int BATCH = 20;
    public static final Optimizer SGD = new Optimizer.Sgd(0.1, 0, false);

    private static final Initializer BIASES = new Initializer.Uniform(0.5);
    private static final int SAMPLES = 52;

    private Twins() {}

    public static Layer.Dense dense(int units, Activation activation) {
        return new Layer.Dense(units, activation, Initializer.Standard.GLOROT_UNIFORM, true, BIASES);
    }

    public static Layer.Maxout maxout(int units, int pieces, Activation activation, boolean bias) {
        return new Layer.Maxout(units, pieces, activation, Initializer.Standard.GLOROT_UNIFORM, bias, BIASES);
    }

    public static Layer.Conv conv(int filters, int kernel, int stride, Padding padding, Activation activation) {
        return new Layer.Conv(filters, kernel, stride, padding, activation, Initializer.Standard.HE_UNIFORM, true, BIASES);
    }

    public static Training training(Loss loss, Optimizer optimizer) {
        return new Training(loss, optimizer, BATCH, 1, true, 5, 0, 0, new Schedule.Constant(0), 0);
    }

    /// 52 random samples for training, 26 for the test.
    public static Problem problem(List<Layer> layers, Training training, List<Integer> shape) {
        return problem(layers, training, shape, SAMPLES);
    }

    public static Problem problem(List<Layer> layers, Training training, List<Integer> shape, int count) {
        Model.Network network = new Model.Network(7, layers);
        int width = Shapes.width(shape);
        int outputs = network.output().units();
        return new Problem(network, training, shape, samples(training.loss(), width, outputs, count, 11),
                samples(training.loss(), width, outputs, count / 2, 12));
    }

    private static Samples samples(Loss loss, int width, int outputs, int count, long seed) {
        float[] inputs = new float[count * width];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 3 * CounterRandom.uniform(seed, i) - 1.5f;
        }
        float[] targets = new float[count * outputs];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = (int) Math.floorMod(CounterRandom.bits(seed + 100, n), (long) Math.max(outputs, 2));
            for (int k = 0; k < outputs; k++) {
                boolean own = outputs == 1 ? labels[n] == 1 : labels[n] == k;
                targets[n * outputs + k] = switch (loss) {
                    case CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> own ? 1 : 0;
                    case HINGE -> own ? 1 : outputs == 1 ? -1 : 0;
                    case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER ->
                            4 * CounterRandom.uniform(seed + 200, (long) n * outputs + k) - 2;
                };
            }
        }
        return new Samples(count, width, outputs, inputs, targets, labels);
    }

    public static int[] order(Problem problem) {
        int count = problem.train().count();
        return IntStream.range(0, count).map(i -> count - 1 - i).toArray();
    }

    /// Both engines give the same gradient at the start, and the same losses, parameters, memories and measures over two
    /// epochs, whose last mini-batches are smaller.
    public static void agree(Engine engine, Problem problem) {
        try (Session cpu = new CpuEngine().open(problem); Session other = engine.open(problem)) {
            assertThat(other.parameters()).as("the start").isEqualTo(cpu.parameters());
            int[] order = order(problem);
            sameGradient(cpu, other, order);
            int batch = problem.training().batchSize();
            for (int epoch = 0; epoch < 2; epoch++) {
                for (int from = 0; from < order.length; from += batch) {
                    int count = Math.min(batch, order.length - from);
                    double rate = problem.training().optimizer().learningRate();
                    double expected = cpu.train(order, from, count, rate);
                    assertThat(other.train(order, from, count, rate)).as("loss of a mini-batch")
                            .isCloseTo(expected, within(TOLERANCE));
                    close(other.parameters(), cpu.parameters(), "parameters");
                }
            }
            sameMemory(cpu, other);
            for (Part part : Part.values()) {
                Metrics expected = cpu.evaluate(part);
                Metrics metrics = other.evaluate(part);
                assertThat(metrics.loss()).as("loss of the part").isCloseTo(expected.loss(), within(TOLERANCE));
                assertThat(metrics.accuracy()).isEqualTo(expected.accuracy());
            }
        }
    }

    public static void sameGradient(Session cpu, Session other, int[] order) {
        float[] expected = new float[cpu.layout().size()];
        float[] gradient = new float[expected.length];
        int count = Math.min(BATCH, order.length);
        double loss = cpu.gradient(order, 0, count, expected);
        assertThat(other.gradient(order, 0, count, gradient)).as("loss").isCloseTo(loss, within(TOLERANCE));
        close(gradient, expected, "gradient");
    }

    private static void sameMemory(Session cpu, Session other) {
        List<float[]> expected = cpu.optimizerState().vectors();
        List<float[]> memory = other.optimizerState().vectors();
        assertThat(other.optimizerState().step()).isEqualTo(cpu.optimizerState().step());
        assertThat(memory).hasSameSizeAs(expected);
        for (int i = 0; i < memory.size(); i++) {
            close(memory.get(i), expected.get(i), "the optimizer's vector " + i);
        }
    }

    public static void close(float[] actual, float[] expected, String what) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= TOLERANCE)) {
                assertThat(actual[i]).as(what + " number " + i).isCloseTo(expected[i], within((float) TOLERANCE));
            }
        }
    }
}
