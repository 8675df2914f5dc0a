package dev.crescent.engine.cpu;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Prints how fast the CPU engine trains and draws small networks, and a large one: the median of nine rounds.
public final class EngineBenchmark {
    private static final int ROUNDS = 9;
    private static final int SIDE = 256;

    private EngineBenchmark() {}

    public static void main(String[] arguments) {
        Model.Network small = network(2, 4, 2, 1);
        Model.Network deep = network(2, 8, 8, 8, 8, 8, 8, 1);
        report("playground", "samples/s", samplesPerSecond(small, 2, 250, 10));
        report("playground-deep", "samples/s", samplesPerSecond(deep, 2, 250, 10));
        report("field", "ms", fieldMilliseconds(deep, true));
        report("field, not kept", "ms", fieldMilliseconds(deep, false));
        if (arguments.length > 0) {
            report("784-625-625-10", "samples/s", samplesPerSecond(network(784, 625, 625, 10), 784, 1280, 128));
        }
    }

    private static Model.Network network(int... sizes) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < sizes.length; i++) {
            layers.add(new Layer.Dense(sizes[i], Activation.TANH));
        }
        return new Model.Network(1, layers);
    }

    private static double[] samplesPerSecond(Model.Network network, int width, int count, int batch) {
        int outputs = network.output().units();
        float[] inputs = values(count * width);
        float[] targets = values(count * outputs);
        Training training = new Training(Loss.HALF_SQUARED_ERROR, new Optimizer.Sgd(0.03, 0, false), batch, 1, true, 1,
                0, 0, new Schedule.Constant(0), 0);
        Problem problem = new Problem(network, training, List.of(width),
                new Samples(count, width, outputs, inputs, targets, null), Samples.none(width, outputs));
        int[] order = IntStream.range(0, count).toArray();
        try (Session session = new CpuEngine().open(problem)) {
            epochs(session, order, batch, 3_000);
            double[] rounds = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                rounds[i] = epochs(session, order, batch, 300);
            }
            return rounds;
        }
    }

    private static double epochs(Session session, int[] order, int batch, long milliseconds) {
        long start = System.nanoTime();
        long samples = 0;
        while (System.nanoTime() - start < milliseconds * 1_000_000) {
            for (int from = 0; from < order.length; from += batch) {
                session.train(order, from, Math.min(batch, order.length - from), 0.03);
            }
            samples += order.length;
        }
        return samples * 1e9 / (System.nanoTime() - start);
    }

    private static double[] fieldMilliseconds(Model.Network network, boolean kept) {
        float[] inputs = values(2 * SIDE * SIDE);
        float[] @Nullable [] outputs = new float[network.layers().size()][];
        for (int i = 0; kept && i < outputs.length; i++) {
            outputs[i] = new float[((Layer.Dense) network.layers().get(i)).units() * SIDE * SIDE];
        }
        float[] parameters = InitialParameters.of(network, List.of(2));
        Evaluator evaluator = new CpuEngine().evaluator(network, List.of(2));
        double[] rounds = new double[ROUNDS];
        for (int i = -5; i < ROUNDS; i++) {
            long start = System.nanoTime();
            for (int frame = 0; frame < 50; frame++) {
                evaluator.forward(parameters, inputs, SIDE * SIDE, outputs);
            }
            rounds[Math.max(i, 0)] = (System.nanoTime() - start) / 50e6;
        }
        return rounds;
    }

    private static float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 2 * CounterRandom.uniform(1, i) - 1;
        }
        return values;
    }

    private static void report(String name, String unit, double[] rounds) {
        Arrays.sort(rounds);
        System.out.printf("%-16s %,14.2f %s (%,.2f to %,.2f)%n", name, rounds[ROUNDS / 2], unit, rounds[0],
                rounds[ROUNDS - 1]);
    }
}
