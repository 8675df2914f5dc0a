package dev.crescent.engine.cpu;

import dev.crescent.engine.Cost;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Measures how cost grows with the number of samples, of points of a field, and with the width of a network, on one
/// thread: median of interleaved rounds. Not a test: run it by hand, with `--add-modules=jdk.incubator.vector`.
final class GrowthBenchmark {
    private static final int ROUNDS = 7;
    private static final int WARM_UP_ROUNDS = 3;
    private static final long ROUND_NANOS = 150_000_000;
    /// Samples of the nets of images.
    private static final int IMAGES = 2048;

    /// What is repeated.
    ///
    /// @param units of which one run of it does so many
    /// @param multiplyAdds of a unit
    private record Case(String what, String size, long units, double multiplyAdds, Runnable work) {}

    private GrowthBenchmark() {}

    public static void main(String[] arguments) {
        CpuEngine engine = new CpuEngine(1);
        List<Case> cases = new ArrayList<>();
        for (int samples : new int[] {250, 2_500, 25_000, 250_000}) {
            Problem problem = BenchProblems.plane(samples, 8, 8);
            cases.add(epoch("epoch of 2-8-8-1, samples", samples, engine, problem, samples));
        }
        for (int samples : new int[] {250, 2_500, 25_000, 250_000}) {
            Problem problem = BenchProblems.plane(samples, 8, 8);
            Session session = engine.open(problem);
            cases.add(new Case("evaluation of 2-8-8-1, samples", String.valueOf(samples), samples,
                    Cost.forward(problem.network(), problem.inputShape()), () -> session.evaluate(Part.TRAINING)));
        }
        for (int side : new int[] {64, 128, 256, 512, 1024}) {
            cases.add(field(engine, side));
        }
        for (int width : new int[] {64, 128, 256, 512, 1024}) {
            cases.add(epoch("training of 784-n-n-10, n", width, engine, BenchProblems.dense(IMAGES, 784, width, width), 128));
        }
        for (int filters : new int[] {8, 16, 32, 64}) {
            cases.add(epoch("training of twice n filters 3x3, n", filters, engine, BenchProblems.conv(IMAGES, filters), 128));
        }
        print(cases, measure(cases));
    }

    /// Training on so many samples, mini-batch by mini-batch, one run after the other through all of them.
    private static Case epoch(String what, int size, CpuEngine engine, Problem problem, int samples) {
        Session session = engine.open(problem);
        int[] order = BenchProblems.order(problem.train().count());
        int batch = problem.training().batchSize();
        int[] from = {0};
        return new Case(what, String.valueOf(size), samples, Cost.training(problem.network(), problem.inputShape()), () -> {
            for (int i = 0; i < samples; i += batch) {
                session.train(order, from[0], Math.min(batch, samples - i), problem.training().optimizer().learningRate());
                from[0] = (from[0] + batch) % order.length;
            }
        });
    }

    private static Case field(CpuEngine engine, int side) {
        Model.Network network = BenchProblems.tanh(8, 8, 8, 8, 8, 8);
        Evaluator evaluator = engine.evaluator(network, List.of(2));
        float[] parameters = InitialParameters.of(network, List.of(2));
        float[] inputs = new float[2 * side * side];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (i % side) / (float) side;
        }
        float[][] outputs = new float[network.layers().size()][];
        Arrays.setAll(outputs, layer -> new float[(layer < outputs.length - 1 ? 8 : 1) * side * side]);
        return new Case("every unit of 2-8x6-1, points", side + " x " + side, (long) side * side,
                Cost.forward(network, List.of(2)), () -> evaluator.forward(parameters, inputs, side * side, outputs));
    }

    /// Nanoseconds a unit, `[cases]`.
    private static double[] measure(List<Case> cases) {
        double[][] times = new double[cases.size()][ROUNDS];
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            for (int i = 0; i < times.length; i++) {
                times[i][Math.max(0, round)] = nanos(cases.get(i));
            }
        }
        return Arrays.stream(times).mapToDouble(rounds -> {
            Arrays.sort(rounds);
            return rounds[ROUNDS / 2];
        }).toArray();
    }

    private static double nanos(Case one) {
        long start = System.nanoTime();
        long elapsed;
        long units = 0;
        do {
            one.work.run();
            units += one.units;
            elapsed = System.nanoTime() - start;
        } while (elapsed < ROUND_NANOS);
        return (double) elapsed / units;
    }

    private static void print(List<Case> cases, double[] nanos) {
        System.out.println("| what grows | to | a unit takes | of the first | multiply-adds, of the first |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        int first = 0;
        for (int i = 0; i < nanos.length; i++) {
            first = cases.get(i).what.equals(cases.get(first).what) ? first : i;
            Case one = cases.get(i);
            System.out.printf(Locale.ROOT, "| %s | %s | %s | %.2f | %.2f |%n", one.what, one.size, time(nanos[i]),
                    nanos[i] / nanos[first], one.multiplyAdds / cases.get(first).multiplyAdds);
        }
    }

    private static String time(double nanos) {
        return nanos < 1000 ? String.format(Locale.ROOT, "%.1f ns", nanos)
                : String.format(Locale.ROOT, "%.1f us", nanos / 1000);
    }
}
