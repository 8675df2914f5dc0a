package dev.crescent.insight.landscape;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.Shapes;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Networks with samples, and ways through them.
final class Worlds {
    static final CpuEngine ENGINE = new CpuEngine(1);

    private Worlds() {}

    /// One weight and one bias: the loss is a bowl, `mean (w x + b - t)^2`.
    static Problem bowl() {
        return problem(List.of(new Layer.Dense(1, Activation.LINEAR)), training(Loss.MEAN_SQUARED_ERROR), List.of(1), 40);
    }

    /// Two convolutions with everything that images may go through.
    static Problem images() {
        return problem(List.of(Nets.conv(3, Padding.SAME), new Layer.BatchNorm(), new Layer.MaxPool(2, 2, Rounding.UP),
                new Layer.Dropout(0.3), Nets.conv(2, Padding.VALID), new Layer.Dense(3, Activation.SOFTMAX)),
                training(Loss.CROSS_ENTROPY), List.of(1, 8, 8), 50);
    }

    /// Two tanh layers and one output.
    static Problem small(Loss loss, Activation output) {
        return problem(List.of(new Layer.Dense(4, Activation.TANH), new Layer.Dense(2, Activation.TANH),
                new Layer.Dense(1, output)), training(loss), List.of(2), 70);
    }

    /// 2-4-2-1 tanh on the circle, 250 training samples.
    static Problem playground() {
        try {
            Experiment experiment = Builtins.read("playground");
            Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
            return Run.check(experiment, data, new Engines(List.of(ENGINE)));
        } catch (DataException | ExperimentFileException | TrainingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Training training(Loss loss) {
        return new Training(loss, new Optimizer.Sgd(0.1, 0, false), 10, 1, true, 5, 0, 0, new Schedule.Constant(0), 0);
    }

    static Problem problem(List<Layer> layers, Training training, List<Integer> shape, int count) {
        Model.Network network = new Model.Network(7, layers);
        int width = Shapes.width(shape);
        int outputs = network.output().units();
        return new Problem(network, training, shape, samples(width, outputs, count, 1),
                samples(width, outputs, count / 2, 2));
    }

    private static Samples samples(int width, int outputs, int count, long seed) {
        float[] inputs = new float[count * width];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 3 * CounterRandom.uniform(seed, i) - 1.5f;
        }
        float[] targets = new float[count * outputs];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = inputs[n * width] + CounterRandom.uniform(seed + 10, n) > 0.5 ? 1 : 0;
            targets[outputs == 1 ? n : n * outputs + labels[n]] = outputs == 1 ? labels[n] : 1;
        }
        return new Samples(count, width, outputs, inputs, targets, labels);
    }

    static ParameterLayout layout(Problem problem) {
        return ParameterLayout.of(problem.network(), problem.inputShape());
    }

    static float[] start(Problem problem) {
        return InitialParameters.of(problem.network(), problem.inputShape());
    }

    /// The parameters at the start and after each of so many steps.
    static List<float[]> path(Problem problem, int steps) {
        List<float[]> path = new ArrayList<>();
        int batch = problem.training().batchSize();
        int[] order = new int[batch];
        try (Session session = ENGINE.open(problem)) {
            path.add(session.parameters());
            for (int step = 0; step < steps; step++) {
                for (int i = 0; i < batch; i++) {
                    order[i] = (step * batch + i) % problem.train().count();
                }
                session.train(order, 0, batch, problem.training().optimizer().learningRate());
                path.add(session.parameters());
            }
        }
        return path;
    }

    /// The engine's own word on a loss.
    static double loss(Problem problem, Samples samples, float[] parameters) {
        try (Session session = ENGINE.open(problem)) {
            session.load(parameters, OptimizerState.START);
            return session.evaluate(samples).loss();
        }
    }

    static double[] random(int length, long seed) {
        double[] random = new double[length];
        for (int i = 0; i < length; i++) {
            random[i] = CounterRandom.normal(seed, i);
        }
        return random;
    }

    static float[] randomFloats(int length, long seed) {
        float[] random = new float[length];
        for (int i = 0; i < length; i++) {
            random[i] = (float) CounterRandom.normal(seed, i);
        }
        return random;
    }

    /// Layers.
    static final class Nets {
        private Nets() {}

        static Layer.Conv conv(int filters, Padding padding) {
            Layer.Dense like = new Layer.Dense(1, Activation.RELU);
            return new Layer.Conv(filters, 3, 1, padding, Activation.RELU, like.initializer(), true, like.biasInitializer());
        }

        /// A layout of so many parameters and nothing else.
        static ParameterLayout flat(int size) {
            Layer.Dense one = new Layer.Dense(1, Activation.LINEAR).withBias(false);
            return ParameterLayout.of(new Model.Network(1, List.of(one)), List.of(size));
        }
    }
}
