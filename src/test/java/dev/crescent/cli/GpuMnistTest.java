package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The convolutional network learns MNIST's digits on this machine's GPU, from the start to where it has to come. Skipped where
/// the environment variable MNIST does not name the folder of MNIST's four files. The history is written as it grows, into the
/// folder that the system property `crescent.gpu.out` names.
@Tag("gpu")
@Tag("mnist")
class GpuMnistTest {
    private static final double LEAST = 0.993;
    /// In which it comes there; an epoch takes a GPU about a second.
    private static final String EPOCHS = "40";

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theConvolutionalNetworkComesTo993PerMille() throws Exception {
        String mnist = System.getenv("MNIST");
        assumeTrue(mnist != null && !mnist.isEmpty(), "the environment variable MNIST names no folder of MNIST's files");
        String out = System.getProperty("crescent.gpu.out");
        Path history = (out == null ? folder : Path.of(out)).resolve("mnist-history.csv");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status;
        try {
            status = Commands.run(new String[] {"train", "builtin:mnist-conv", "--mnist", mnist, "--device", "cuda", "--epochs", EPOCHS,
                    "--history", history.toString()}, new PrintStream(said, true, StandardCharsets.UTF_8), onTheGpuOnly(), false);
        } finally {
            System.out.print(said.toString(StandardCharsets.UTF_8) + (Files.exists(history) ? Files.readString(history) : ""));
        }
        assertThat(status).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).as("trained on the GPU to the end").endsWith(", cuda" + System.lineSeparator());
        List<String> columns = List.of(HistoryFile.HEADER.split(","));
        double best = Files.readAllLines(history).stream().skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[columns.indexOf("testAccuracy")])).max().orElse(0);
        assertThat(best).as("test accuracy").isGreaterThanOrEqualTo(LEAST);
    }

    /// Passes on what is said; training that goes on with the processor would take much longer, and show nothing.
    private static PrintStream onTheGpuOnly() {
        return new PrintStream(System.err, true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                assertThat(line).doesNotContain("the device cpu goes on");
            }
        };
    }
}
