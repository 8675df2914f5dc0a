package dev.crescent.engine.cpu;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Shapes;
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

/// Small problems with random samples.
final class Problems {
    static final Initializer BIASES = new Initializer.Uniform(0.5);

    private Problems() {}

    static Training training(Loss loss, Optimizer optimizer, int batchSize) {
        return new Training(loss, optimizer, batchSize, 1, true, 5, 0, 0, new Schedule.Constant(0), 0);
    }

    static Training training(Loss loss) {
        return training(loss, new Optimizer.Sgd(0.1, 0, false), 64);
    }

    static Layer.Dense dense(int units, Activation activation) {
        return new Layer.Dense(units, activation, Initializer.Standard.GLOROT_UNIFORM, true, BIASES);
    }

    static Layer.Conv conv(int filters, int kernel, int stride, Padding padding, Activation activation) {
        return new Layer.Conv(filters, kernel, stride, padding, activation, Initializer.Standard.GLOROT_UNIFORM, true, BIASES);
    }

    static Problem problem(List<Layer> layers, Training training, int width, int count) {
        return problem(layers, training, List.of(width), count);
    }

    static Problem problem(List<Layer> layers, Training training, List<Integer> shape, int count) {
        int width = Shapes.width(shape);
        Model.Network network = new Model.Network(7, layers);
        Samples samples = samples(training.loss(), width, network.output().units(), count, 11);
        return new Problem(network, training, shape, samples,
                samples(training.loss(), width, network.output().units(), count / 2, 12));
    }

    static Samples samples(Loss loss, int width, int outputs, int count, long seed) {
        float[] inputs = new float[count * width];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 3 * CounterRandom.uniform(seed, i) - 1.5f;
        }
        float[] targets = new float[count * outputs];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            int classes = Math.max(outputs, 2);
            labels[n] = (int) Math.floorMod(CounterRandom.bits(seed + 100, n), (long) classes);
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

    static int[] order(int count) {
        return IntStream.range(0, count).map(i -> count - 1 - i).toArray();
    }
}
