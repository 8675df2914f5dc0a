package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    private static final String START = "{\"format\":\"crescent-experiment\",\"version\":1,";

    @TempDir
    private Path folder = Path.of("");

    private Path experiment(String keys) throws IOException {
        return Files.writeString(folder.resolve("a.crescent"), START + keys + "}");
    }

    @Test
    void paintedPointsAreWrittenAsTheyArePaintedBeforeFeaturesAndScaling() throws IOException {
        Path file = experiment("\"features\":[\"x1^2\"],\"data\":{\"source\":\"painted\",\"scaling\":\"standardize\","
                + "\"testFraction\":0,\"points\":[[0.5,-1,0],[1e-5,3,1]]}");
        CommandRun run = CommandRun.of("data", file.toString());
        assertThat(run).isEqualTo(new CommandRun(0, "x1,x2,label,part\n0.5,-1,0,train\n1.0E-5,3,1,train\n", ""));
    }

    @Test
    void eachPartHasItsShareAndItsName() {
        List<String> lines = CommandRun.of("data", "builtin:moons").out().lines().toList();
        assertThat(lines).hasSize(501);
        assertThat(lines.subList(1, 251)).allMatch(line -> line.endsWith(",train"));
        assertThat(lines.subList(251, 501)).allMatch(line -> line.endsWith(",test"));
    }

    @Test
    void aRegressionsLabelIsItsValue() {
        List<String> labels = CommandRun.of("data", "builtin:regression").out().lines().skip(1)
                .map(line -> line.split(",", -1)[2]).toList();
        assertThat(labels).allSatisfy(label -> assertThat(Double.parseDouble(label)).isBetween(-2.0, 2.0));
        assertThat(labels.stream().distinct().count()).isGreaterThan(100);
    }

    @Test
    void imagesAreWrittenBeforeScalingToo() throws IOException {
        String data = "\"data\":{\"source\":\"digits\",\"samples\":10,\"scaling\":\"";
        String unscaled = CommandRun.of("data", experiment(data + "none\"}").toString()).out();
        assertThat(CommandRun.of("data", experiment(data + "unit\"}").toString()).out()).isEqualTo(unscaled);
    }

    @Test
    void digitsAreWrittenAsTheirPixels() throws IOException {
        Path file = experiment("\"data\":{\"source\":\"digits\",\"samples\":20,\"testFraction\":0.25,"
                + "\"scaling\":\"none\"}");
        List<List<String>> rows = CommandRun.of("data", file.toString()).out().lines()
                .map(line -> List.of(line.split(",", -1))).toList();
        assertThat(rows).hasSize(21);
        assertThat(rows.getFirst()).hasSize(786).startsWith("x1", "x2").endsWith("x784", "label", "part");
        assertThat(rows.subList(1, 21)).allSatisfy(row -> {
            assertThat(row.subList(0, 784)).allMatch(pixel -> pixel.matches("[0-9]{1,3}")).contains("0");
            assertThat(row.get(784)).matches("[0-9]");
        });
        assertThat(rows.stream().map(List::getLast).filter("test"::equals)).hasSize(5);
    }

    @Test
    void aFileIsWrittenAndReplaced() throws IOException {
        Path out = Files.writeString(folder.resolve("out.csv"), "x".repeat(100_000));
        CommandRun run = CommandRun.of("data", "builtin:xor", "--out", out.toString());
        assertThat(run).isEqualTo(new CommandRun(0, "", ""));
        assertThat(out).hasContent(CommandRun.of("data", "builtin:xor").out());
    }

    @Test
    void aBadSettingIsReportedWithTheFilesName() throws IOException {
        Path file = experiment("\"data\":{\"samples\":0}");
        assertThat(CommandRun.of("data", file.toString())).isEqualTo(new CommandRun(2, "",
                file + ": data.samples: must be a whole number from 2 to 1000000, is 0" + System.lineSeparator()));
    }
}
