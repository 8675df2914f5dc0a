package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {
    private static final Measurement FRAMES = Measurement.of("frames", "frames/s", new double[] {59, 61, 60});

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyWorkloadHasALineAndAnEntry() throws IOException {
        Path json = folder.resolve("bench.json");
        Bench bench = new Bench(new Bench.Effort(2_000_000, 2, 1), () -> List.of(FRAMES));
        CommandRun run = CommandRun.of(bench, "bench", "--json", json.toString());
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().toList()).hasSize(6);
        assertThat(run.out().lines().toList().getLast()).matches("frames +60.00 frames/s +\\(59.00 to 61.00\\)");
        JsonNode root = new JsonMapper().readTree(Files.readString(json));
        JsonNode list = root.get("measurements");
        assertThat(list).extracting(node -> node.get("name").stringValue()).containsExactly(
                "multiply-add peak of one core", "playground", "playground-deep", "field", "frames");
        for (JsonNode node : list) {
            double value = node.get("value").doubleValue();
            assertThat(value).isPositive().isBetween(node.get("low").doubleValue(), node.get("high").doubleValue());
            assertThat(node.get("unit").stringValue()).isNotBlank();
        }
        assertThat(list).extracting(node -> node.get("shareOfPeak").isNull())
                .containsExactly(true, false, false, false, true);
        assertThat(root.get("processors").intValue()).isPositive();
    }

    @Test
    void columnsStandBelowEachOther() {
        List<String> lines = BenchReport.table(List.of(FRAMES,
                new Measurement("long name", 1234567, "samples/s", 1000, 2_000_000, 0.125)), 3).lines().skip(1).toList();
        assertThat(lines).containsExactly(
                "frames         60.00 frames/s   (59.00 to 61.00)",
                "long name  1,234,567 samples/s  (1,000 to 2,000,000)  12.50 % of the peak");
    }

    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Measurement.of("a", "b", new double[] {5, 1, 9})).isEqualTo(new Measurement("a", 5, "b", 1, 9, Double.NaN));
        assertThat(Measurement.of("a", "b", new double[] {5, 1, 9, 6}).value()).isEqualTo(5.5);
    }

    @Test
    void theWorkloadsAreThoseOfTheirNames() {
        try (TrainingWorkload playground = new TrainingWorkload("playground", TrainingWorkload.playground())) {
            playground.begin();
            assertThat(playground.work()).isEqualTo(250);
            // 2-4-2-1: 18 weights forward, 18 for their gradient, 10 back through all layers but the first
            assertThat(playground.multiplyAdds()).isEqualTo(46);
        }
        Model.Network deep = (Model.Network) TrainingWorkload.playgroundDeep().model();
        assertThat(deep.layers()).extracting(layer -> ((Layer.Dense) layer).units()).containsExactly(8, 8, 8, 8, 8, 8, 1);
        assertThat(new FieldWorkload(deep).multiplyAdds()).isEqualTo(65_536.0 * (16 + 5 * 64 + 8));
    }

    @Test
    void theChainsOfThePeakAreReallyComputed() {
        PeakWorkload peak = new PeakWorkload();
        long multiplyAdds = peak.work();
        assertThat(multiplyAdds).isPositive();
        assertThat((double) peak.sink()).as("every lane ends near 1").isCloseTo(multiplyAdds / 20_000.0, within(0.5));
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedBeforeAnythingIsMeasured() {
        CommandRun run = CommandRun.of("bench", "--json", "no/where.json");
        assertThat(run).isEqualTo(new CommandRun(2, "",
                "no/where.json: its folder does not exist, make it first" + System.lineSeparator()));
    }
}
