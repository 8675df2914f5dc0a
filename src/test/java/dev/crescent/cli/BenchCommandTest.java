package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withPrecision;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.crescent.engine.EngineOverCpu;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.engine.cuda.Gpu;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
    private static final Measurement FRAMES = Measurement.of("frames", "frames/s", new double[] {59, 61, 60});
    private static final int MOST = new CpuEngine().threads();
    private static final List<Integer> COUNTS = Stream.of(1, MOST).distinct().toList();
    /// One piece of every workload on a mini-batch of 16.
    private static final Bench.Effort TINY = new Bench.Effort(1, 2, 1, 16);

    @TempDir
    private Path folder = Path.of("");

    private static Bench everything() {
        return new Bench(TINY, Suite.NAMES, List.of(Contender.CPU), () -> List.of(FRAMES));
    }

    private static Bench small() {
        return new Bench(TINY, List.of("playground", "landscape"), List.of(Contender.CPU), () -> List.of(FRAMES));
    }

    private static JsonNode json(Path file) throws IOException {
        return new JsonMapper().readTree(Files.readString(file)).get("measurements");
    }

    private static List<String> rows(JsonNode list) {
        List<String> rows = new ArrayList<>();
        list.forEach(node -> rows.add(node.get("name").stringValue()
                + (node.get("threads").isNull() ? "" : " " + node.get("threads").intValue())));
        return rows;
    }

    @Test
    void everyWorkloadHasALineAndAnEntryForEachNumberOfThreads() throws IOException {
        Path file = folder.resolve("bench.json");
        CommandRun run = CommandRun.of(everything(), "bench", "--json", file.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        List<String> rows = new ArrayList<>();
        COUNTS.forEach(n -> rows.add("multiply-add peak " + n));
        for (String name : List.of("playground", "playground-deep", "playground-1000", "field", "mnist-softmax", "mnist-old",
                "mnist-modern", "mnist-conv", "mnist-conv-small", "landscape", "landscape-101")) {
            (name.startsWith("playground") ? List.of(1) : COUNTS).forEach(n -> rows.add(name + " " + n));
        }
        rows.add("frames");
        JsonNode list = json(file);
        assertThat(rows(list)).isEqualTo(rows);
        assertThat(run.out().lines().skip(1).map(line -> line.split(" {2}", 2)[0]))
                .containsExactlyElementsOf(rows.stream().map(row -> row.replaceFirst(" \\d+$", "")).toList());
        for (JsonNode node : list) {
            double value = node.get("value").doubleValue();
            assertThat(value).isPositive().isBetween(node.get("low").doubleValue(), node.get("high").doubleValue());
            assertThat(node.get("unit").stringValue()).isNotBlank();
        }
        assertThat(new JsonMapper().readTree(Files.readString(file)).get("processors").intValue()).isPositive();
    }

    @Test
    void theShareIsThatOfThePeakOfAsManyThreads() throws IOException {
        Path file = folder.resolve("bench.json");
        CommandRun.of(everything(), "bench", "--json", file.toString(), "--rounds", "1", "--workload", "field",
                "--workload=mnist-softmax");
        JsonNode list = json(file);
        for (JsonNode node : list) {
            boolean peak = node.get("name").stringValue().equals("multiply-add peak");
            assertThat(node.get("shareOfPeak").isNull()).isEqualTo(peak);
            assertThat(node.get("peak").isNull()).isEqualTo(peak);
            if (!peak) {
                double peakOfAsMany = list.get(COUNTS.indexOf(node.get("threads").intValue())).get("value").doubleValue();
                assertThat(node.get("peak").doubleValue()).isEqualTo(peakOfAsMany);
            }
        }
        // 256 x 256 points of 2-8-8-8-8-8-8-1, in milliseconds
        JsonNode field = list.get(COUNTS.size());
        assertThat(field.get("shareOfPeak").doubleValue() * field.get("peak").doubleValue() * 1e9)
                .isEqualTo(2 * 65_536.0 * (16 + 5 * 64 + 8) * 1000 / field.get("value").doubleValue(),
                        withPrecision(1e-3 * field.get("peak").doubleValue() * 1e9));
    }

    @Test
    void aChoiceOfWorkloadsLeavesOutTheOthersAndTheDrawing() throws IOException {
        Path file = folder.resolve("bench.json");
        CommandRun run = CommandRun.of(small(), "bench", "--json", file.toString(), "--workload", "landscape", "--threads",
                "1", "--workload", "landscape");
        assertThat(run.status()).isZero();
        assertThat(rows(json(file))).containsExactly("multiply-add peak 1", "landscape 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--workload nonsense | --workload must be one of playground, landscape, and is \"nonsense\"",
        "--threads 0 | --threads must be from 1 to MOST, and is 0",
        "--threads 1000 | --threads must be from 1 to MOST, and is 1000",
        "--threads two | --threads must be a whole number, and is \"two\"; see crescent bench --help",
        "--rounds 0 | --rounds must be from 1 to 1000, and is 0",
        "--json no/where.json | no/where.json: its folder does not exist, make it first"})
    void badInputIsRefusedBeforeAnythingIsMeasured(String arguments, String sentence) {
        Bench bench = new Bench(TINY, List.of("playground", "landscape"), List.of(), () -> {
            throw new AssertionError("measured");
        });
        assertThat(CommandRun.of(bench, ("bench " + arguments).split(" "))).isEqualTo(new CommandRun(2, "",
                sentence.replace("MOST", String.valueOf(MOST)) + System.lineSeparator()));
    }

    @Test
    void aPacedBenchSaysThatItIsReadyBeforeEveryRound() {
        CommandRun run = CommandRun.of(small(), "\n\n",
                new String[] {"bench", "--paced", "--rounds", "3", "--workload", "playground"});
        assertThat(run.status()).isZero();
        assertThat(run.out().lines().limit(4)).startsWith("ready", "ready", "ready").last().asString()
                .contains("Median of 3 rounds");
    }

    @Test
    void columnsStandBelowEachOther() {
        List<String> lines = BenchReport.table(List.of(FRAMES,
                new Measurement("long name", 2, 1234567, "samples/s", 1000, 2_000_000, 202, 0.125)), 3, Optional.empty()).lines().skip(1).toList();
        assertThat(lines).containsExactly(
                "frames                    60.00 frames/s   (59.00 to 61.00)",
                "long name  2 threads  1,234,567 samples/s  (1,000 to 2,000,000)  12.50 % of the peak");
    }

    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Measurement.of("a", 1, "b", new double[] {5, 1, 9}))
                .isEqualTo(new Measurement("a", 1, 5, "b", 1, 9, Double.NaN, Double.NaN));
        assertThat(Measurement.of("a", "b", new double[] {5, 1, 9, 6}).value()).isEqualTo(5.5);
    }

    @Test
    void nd4jHasARowOfOneThreadBehindThoseOfTheOwnEngine() throws IOException {
        Path file = folder.resolve("bench.json");
        CommandRun run = CommandRun.of(everything(), "bench", "--nd4j", "--json", file.toString(), "--workload",
                "playground", "--workload", "field", "--workload", "mnist-conv-small");
        assumeFalse(run.err().contains("ND4J has no native libraries for "), "ND4J does not work on this platform");
        assertThat(run.status()).isZero();
        List<String> rows = new ArrayList<>();
        COUNTS.forEach(n -> rows.add("multiply-add peak " + n));
        for (String name : List.of("playground", "field", "mnist-conv-small")) {
            (name.equals("playground") ? List.of(1) : COUNTS).forEach(n -> rows.add(name + " " + n));
            rows.add(name + " (ND4J) 1");
        }
        assertThat(rows(json(file))).isEqualTo(rows);
    }

    /// An engine that has failed when it is opened, or some calls later.
    private static Contender failing(int after) {
        AtomicInteger calls = new AtomicInteger();
        return new Contender(" (CUDA)", false, false, _ -> new EngineOverCpu("cuda") {
            @Override
            public Session open(Problem problem) {
                Session session = super.open(problem);
                return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class},
                        (_, method, arguments) -> method.getName().equals("isElsewhere") ? calls.incrementAndGet() > after
                                : method.invoke(session, arguments));
            }
        }, () -> Optional.of(new Gpu("A GPU", "driver 1.2")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aRowThatAnotherEngineWentOnWithHasFailed(int after) throws IOException {
        Path file = folder.resolve("bench.json");
        CommandRun run = CommandRun.of(small().with(failing(after)), "bench", "--json", file.toString(), "--workload", "playground");
        boolean failed = after < 2; // both rounds ask
        assertThat(run.status()).isEqualTo(failed ? Commands.FAILED : Commands.DONE);
        assertThat(run.out().lines().skip(1).findFirst()).contains("A GPU, driver 1.2.");
        List<String> lines = run.out().lines().skip(2).toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("playground ").contains("samples/s");
        if (failed) {
            assertThat(lines.get(2)).isEqualTo("playground (CUDA)  failed: another engine went on in its place");
        } else {
            assertThat(lines.get(2)).startsWith("playground (CUDA) ").contains("samples/s");
        }
        JsonNode row = json(file).get(2);
        assertThat(row.get("failed").booleanValue()).isEqualTo(failed);
        assertThat(row.get("value").isNull()).isEqualTo(failed);
        assertThat(row.get("low").isNull()).isEqualTo(failed);
        JsonNode gpu = new JsonMapper().readTree(Files.readString(file)).get("gpu");
        assertThat(gpu.get("name").stringValue()).isEqualTo("A GPU");
        assertThat(gpu.get("driver").stringValue()).isEqualTo("driver 1.2");
    }

    @Test
    void withoutAGpuIsSaidWhy() {
        CommandRun run = CommandRun.of(everything(), "bench", "--cuda", "--workload", "playground");
        assertThat(run.status()).isEqualTo(Commands.BAD_INPUT);
        assertThat(run.err()).contains("CUDA was switched off when Crescent was started; leave out --cuda").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }
}
