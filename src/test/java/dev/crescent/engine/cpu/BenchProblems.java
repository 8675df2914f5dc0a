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
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// What the benchmarks beside the tests train: networks on random numbers.
final class BenchProblems {
    private BenchProblems() {}

    /// Tanh units on points of the plane, in mini-batches of 10.
    static Problem plane(int samples, int... hidden) {
        return problem(tanh(hidden), List.of(2), samples, 10, Loss.HALF_SQUARED_ERROR);
    }

    static Model.Network tanh(int... hidden) {
        List<Layer> layers = new ArrayList<>();
        for (int units : hidden) {
            layers.add(new Layer.Dense(units, Activation.TANH));
        }
        layers.add(new Layer.Dense(1, Activation.TANH));
        return new Model.Network(1, layers);
    }

    /// Hidden layers of rectifiers on rows of `inputs` numbers, in mini-batches of 128.
    static Problem dense(int samples, int inputs, int... hidden) {
        List<Layer> layers = new ArrayList<>();
        for (int units : hidden) {
            layers.add(new Layer.Dense(units, Activation.RELU));
        }
        layers.add(new Layer.Dense(10, Activation.SOFTMAX));
        return problem(new Model.Network(1, layers), List.of(inputs), samples, 128, Loss.CROSS_ENTROPY);
    }

    /// Twice `filters` filters of 3x3 with pools behind them, on images of 28x28, in mini-batches of 128.
    static Problem conv(int samples, int filters) {
        Layer convolution = new Layer.Conv(filters, 3, 1, Padding.SAME, Activation.RELU, Initializer.Standard.HE_NORMAL,
                true, Initializer.Standard.ZEROS);
        Layer pool = new Layer.MaxPool(2, 2, Rounding.DOWN);
        return problem(new Model.Network(1, List.of(convolution, pool, convolution, pool,
                new Layer.Dense(10, Activation.SOFTMAX))), List.of(1, 28, 28), samples, 128, Loss.CROSS_ENTROPY);
    }

    private static Problem problem(Model.Network network, List<Integer> shape, int count, int batch, Loss loss) {
        int width = Shapes.width(shape);
        int outputs = network.output().units();
        float[] inputs = new float[count * width];
        float[] targets = new float[count * outputs];
        int[] labels = new int[count];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = CounterRandom.uniform(1, i);
        }
        for (int i = 0; i < count; i++) {
            labels[i] = i % Math.max(2, outputs);
            targets[i * outputs + (outputs == 1 ? 0 : labels[i])] = outputs == 1 ? 2 * labels[i] - 1 : 1;
        }
        Training training = new Training(loss, new Optimizer.Sgd(0.01, 0, false), batch, 1, true, 1, 0, 0,
                new Schedule.Constant(0), 0);
        return new Problem(network, training, shape, new Samples(count, width, outputs, inputs, targets, labels),
                Samples.none(width, outputs));
    }

    /// `0` to `count - 1`, shuffled.
    static int[] order(int count) {
        int[] order = IntStream.range(0, count).toArray();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
