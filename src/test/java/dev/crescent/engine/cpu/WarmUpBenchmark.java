package dev.crescent.engine.cpu;

import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures the first second of training in a new process, with and without [CpuEngine#warmUp] before it, against the
/// speed some seconds later. Not a test: run it by hand, with `--add-modules=jdk.incubator.vector`.
final class WarmUpBenchmark {
    private static final long SECOND = 1_000_000_000;
    private static final int SECONDS = 6;

    private WarmUpBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 2) {
            measure(arguments[0], Boolean.parseBoolean(arguments[1]));
            return;
        }
        System.out.println("| network | warm-up | it takes | samples in the first second | later, a second | of that |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
        for (String network : List.of("2-4-2-1", "784-128-10", "conv 8", "conv 48")) {
            for (boolean warm : new boolean[] {false, true}) {
                List<String> command = new ArrayList<>(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", "-Xms64m", "-Xmn24m",
                        "-XX:SurvivorRatio=4", "-cp", System.getProperty("java.class.path"),
                        WarmUpBenchmark.class.getName(), network, String.valueOf(warm)));
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            }
        }
    }

    private static Problem problem(String network) {
        return switch (network) {
            case "2-4-2-1" -> BenchProblems.plane(250, 4, 2);
            case "784-128-10" -> BenchProblems.dense(10_240, 784, 128);
            default -> BenchProblems.conv(10_240, Integer.parseInt(network.substring(5)));
        };
    }

    private static void measure(String network, boolean warm) {
        long start = System.nanoTime();
        if (warm) {
            CpuEngine.warmUp();
        }
        long took = System.nanoTime() - start;
        Problem problem = problem(network);
        long[] samples = new long[SECONDS];
        try (Session session = new CpuEngine().open(problem)) {
            train(session, problem, samples);
        }
        long later = samples[SECONDS - 1];
        System.out.printf(Locale.ROOT, "| %s | %s | %.2f s | %,d | %,d | %.0f %% |%n", network, warm ? "yes" : "no",
                took / 1e9, samples[0], later, 100.0 * samples[0] / later);
    }

    /// @param samples receives how many were trained in each second
    private static void train(Session session, Problem problem, long[] samples) {
        int count = problem.train().count();
        int batch = problem.training().batchSize();
        int[] order = BenchProblems.order(count);
        long start = System.nanoTime();
        for (int from = 0;; from = from + batch < count ? from + batch : 0) {
            int now = Math.min(batch, count - from);
            session.train(order, from, now, problem.training().optimizer().learningRate());
            int second = (int) ((System.nanoTime() - start) / SECOND);
            if (second >= samples.length) {
                return;
            }
            samples[second] += now;
        }
    }
}
