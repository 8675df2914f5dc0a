package dev.crescent.engine.nd4j;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.Twins;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Prints samples per second of both engines, and the memory that stays resident over a minute of training on ND4J. Run by
/// hand, with the options of the test run.
final class Nd4jBenchmark {
    private static final double WARM_UP = 2;
    private static final double ROUND = 3;

    private Nd4jBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Problem playground = problem(List.of(Twins.dense(4, Activation.TANH), Twins.dense(2, Activation.TANH),
                Twins.dense(1, Activation.TANH)), Loss.HALF_SQUARED_ERROR, 10, 2, 250);
        Problem old = problem(List.of(Twins.dense(625, Activation.SIGMOID), Twins.dense(10, Activation.SOFTMAX)),
                Loss.CROSS_ENTROPY, 128, 784, 1280);
        for (int round = 0; round < 3; round++) {
            for (Engine engine : List.of(new CpuEngine(), new Nd4jEngine())) {
                System.out.printf("%-5s playground %,12.0f samples/s   784-625-10 %,9.0f samples/s%n", engine.id(),
                        speed(engine, playground, ROUND), speed(engine, old, ROUND));
            }
        }
        System.out.println("resident before a minute of playground on ND4J: " + resident());
        for (int part = 1; part <= 4; part++) {
            speed(new Nd4jEngine(), playground, 15 - WARM_UP);
            System.out.println("after " + 15 * part + " s: " + resident());
        }
    }

    private static Problem problem(List<Layer> layers, Loss loss, int batch, int width, int count) {
        return Twins.problem(layers, new Training(loss, new Optimizer.Sgd(0.03, 0, false), batch, 1, true, 5, 0, 0,
                new Schedule.Constant(0), 0), List.of(width), count);
    }

    private static double speed(Engine engine, Problem problem, double seconds) {
        int[] order = Twins.order(problem);
        try (Session session = engine.open(problem)) {
            train(session, problem, order, WARM_UP);
            return train(session, problem, order, seconds);
        }
    }

    private static double train(Session session, Problem problem, int[] order, double seconds) {
        long start = System.nanoTime();
        long samples = 0;
        int batch = problem.training().batchSize();
        while (System.nanoTime() - start < seconds * 1e9) {
            for (int from = 0; from < order.length; from += batch) {
                session.train(order, from, batch, 0.03);
                samples += batch;
            }
        }
        return samples / ((System.nanoTime() - start) * 1e-9);
    }

    private static String resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown on this system";
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS")).findFirst().orElse("unknown");
    }
}
