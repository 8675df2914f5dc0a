package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crescent.export.ExperimentFile;
import dev.crescent.train.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A training in a process of its own, which the system or Ctrl+C ends.
@Timeout(300)
class InterruptedTrainingTest {
    /// More than are ever done.
    private static final String ENDLESS = "10000000";

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name) {
        return folder.resolve(name);
    }

    /// Who starts tests in the background has them ignore Ctrl+C, and all that they start, unless that is taken back.
    private static List<String> hearing() throws Exception {
        List<String> prefix = List.of("env", "--default-signal=INT");
        boolean known = new ProcessBuilder(prefix.get(0), prefix.get(1), "true").redirectErrorStream(true).start().waitFor() == 0;
        return known ? prefix : List.of();
    }

    private Process train(String... options) throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "this system ends programs without telling them");
        List<String> command = new ArrayList<>(hearing());
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Dcrescent.cuda=off", "-cp", System.getProperty("java.class.path"),
                "dev.crescent.Main", "train", "builtin:moons", "--epochs", ENDLESS, "--history", file("rows.csv").toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(file("said").toFile());
        builder.environment().put("CRESCENT_HOME", file("home").toString());
        return builder.start();
    }

    /// Sends a signal once some epochs are done, and waits for the end.
    ///
    /// @return the exit status
    private int end(Process process, String signal) throws Exception {
        try {
            while (rows() < 5) {
                assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)).as(said()).isFalse();
            }
            assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).inheritIO().start().waitFor()).isZero();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private long rows() throws IOException {
        if (!Files.exists(file("rows.csv"))) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file("rows.csv"))) {
            return lines.count();
        }
    }

    private String said() {
        try {
            return Files.readString(file("said"));
        } catch (IOException e) {
            return "nothing: " + e;
        }
    }

    private Progress progress(String name) throws Exception {
        return Objects.requireNonNull(ExperimentFile.read(file(name)).progress());
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void whatWasReachedIsSavedAndGoesOnToTheSameBits(String signal, int status) throws Exception {
        Path reached = Files.writeString(file("reached.crescent"), "an older one");
        assertThat(end(train("--checkpoint", reached.toString()), signal)).as(said()).isEqualTo(status);
        assertThat(said()).contains("Stopped at epoch ", " of " + ENDLESS + ": what was reached is saved in " + reached
                + ", and crescent train " + reached + " --resume goes on from there").doesNotContain("Exception");
        assertThat(folder).as("no half of a file").isDirectoryNotContaining(path -> path.getFileName().toString().endsWith(".part"));

        Progress stopped = progress("reached.crescent");
        assertThat(stopped.step()).isPositive();
        String epochs = Long.toString((long) Math.floor(stopped.epoch()) + 2);
        CommandRun resumed = CommandRun.of("train", reached.toString(), "--resume", "--epochs", epochs, "--checkpoint",
                file("on.crescent").toString(), "--history", file("all.csv").toString());
        assertThat(resumed.status()).as(resumed.err()).isZero();
        CommandRun.of("train", "builtin:moons", "--epochs", epochs, "--checkpoint", file("through.crescent").toString(),
                "--history", file("through.csv").toString());
        assertThat(progress("on.crescent").parameters()).isEqualTo(progress("through.crescent").parameters());
        assertThat(progress("on.crescent").history().column(1)).isEqualTo(progress("through.crescent").history().column(1));
        assertThat(withoutSeconds("all.csv")).isEqualTo(withoutSeconds("through.csv"));
    }

    private List<String> withoutSeconds(String name) throws IOException {
        return Files.readAllLines(file(name)).stream().map(line -> line.substring(0, line.lastIndexOf(','))).toList();
    }

    @Test
    void withoutAFileToSaveItInJavaEndsAtOnce() throws Exception {
        assertThat(end(train(), "TERM")).isEqualTo(143);
        assertThat(said()).doesNotContain("Stopped at");
    }
}
