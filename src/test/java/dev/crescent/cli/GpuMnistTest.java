package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The convolutional network learns MNIST's digits on this machine's GPU, from the start to where it has to come. Skipped where
/// the environment variable MNIST does not name the folder of MNIST's four files.
@Tag("gpu")
@Tag("mnist")
class GpuMnistTest {
    private static final double LEAST = 0.993;
    /// In which it comes there; an epoch takes a GPU about a second.
    private static final String EPOCHS = "40";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theConvolutionalNetworkComesTo993PerMille() throws Exception {
        String mnist = System.getenv("MNIST");
        assumeTrue(mnist != null && !mnist.isEmpty(), "the environment variable MNIST names no folder of MNIST's files");
        Path history = folder.resolve("history.csv");
        CommandRun run = CommandRun.of("train", "builtin:mnist-conv", "--mnist", mnist, "--device", "cuda", "--epochs", EPOCHS,
                "--history", history.toString());
        System.out.print(run.err() + run.out() + (Files.exists(history) ? Files.readString(history) : ""));
        assertThat(run.status()).isZero();
        assertThat(run.out()).as("trained on the GPU to the end").endsWith(", cuda" + System.lineSeparator());
        List<String> columns = List.of(HistoryFile.HEADER.split(","));
        double best = Files.readAllLines(history).stream().skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[columns.indexOf("testAccuracy")])).max().orElse(0);
        assertThat(best).as("test accuracy").isGreaterThanOrEqualTo(LEAST);
    }
}
