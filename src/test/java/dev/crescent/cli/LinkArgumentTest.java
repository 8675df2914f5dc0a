package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.export.link.PlaygroundLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A link of TensorFlow Playground in place of a file.
class LinkArgumentTest {
    private static final String LINK =
            "https://playground.tensorflow.org/#dataset=xor&networkShape=3&xTimesY=true&percTrainData=60&seed=0.00042";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void itIsTrainedAndSavedAsAnExperiment() throws Exception {
        Path saved = folder.resolve("xor.crescent");
        CommandRun run = CommandRun.of("train", LINK, "--epochs", "30", "--device", "cpu", "--save", saved.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("30 epochs: training loss ").contains("test accuracy ");
        assertThat(run.status()).isZero();
        Experiment linked = PlaygroundLink.read(LINK).experiment();
        assertThat(ExperimentReader.read(saved)).isEqualTo(
                linked.withTraining(linked.training().withEpochs(30)).withDevice(Device.CPU));
    }

    @Test
    void itsSamplesAreWritten() {
        CommandRun run = CommandRun.of("data", LINK);
        List<String> lines = run.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("x1,x2,label,part");
        assertThat(lines.stream().filter(line -> line.endsWith(",train"))).hasSize(300);
        assertThat(lines.stream().filter(line -> line.endsWith(",test"))).hasSize(200);
    }

    @Test
    void itIsDrawnAndItsWeightsPredict() throws Exception {
        Path picture = folder.resolve("xor.png");
        Path weights = folder.resolve("xor.npz");
        assertThat(CommandRun.of("render", LINK, "--epochs", "2", "--view", "boundary", "--size", "400x300", "--out",
                picture.toString()).status()).isZero();
        assertThat(Files.size(picture)).isPositive();
        assertThat(CommandRun.of("train", LINK, "--epochs", "1", "--weights", weights.toString()).status()).isZero();
        Path points = Files.writeString(folder.resolve("points.csv"), "x1,x2\n1,1\n-1,2\n");
        CommandRun run = CommandRun.of("predict", LINK, "--weights", weights.toString(), "--csv", points.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).hasLineCount(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https://playground.tensorflow.org/#learningRate=fast | playground.tensorflow.org link: learningRate: must be a"
                + " number above 0 and at most 1000, is \"fast\"",
        "https://playground.tensorflow.org/#networkShape=4,x | playground.tensorflow.org link: networkShape: must be up to 12"
                + " whole numbers from 1 to 64 with commas between them, is \"4,x\"",
        "https://example.com/moons.crescent | https://example.com/moons.crescent: is not a link of TensorFlow Playground;"
                + " those begin with https://playground.tensorflow.org/#"})
    void whatCannotBeOpenedIsOneSentence(String link, String sentence) {
        for (String command : List.of("train", "data")) {
            assertThat(CommandRun.of(command, link)).isEqualTo(new CommandRun(2, "", sentence + System.lineSeparator()));
        }
    }
}
