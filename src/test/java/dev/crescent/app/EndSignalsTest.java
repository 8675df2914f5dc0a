package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The end of a session, of which the system tells a program of its own.
@Timeout(300)
class EndSignalsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSignalKeepsTheWorkAndPrintsNothing() throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "this system ends programs without telling them");
        Path home = folder.resolve("home");
        Files.createDirectories(home);
        File said = folder.resolve("said").toFile();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Dglass.platform=Headless", "-Dprism.order=sw", "-Dcrescent.cuda=off",
                "-cp", System.getProperty("java.class.path"), "dev.crescent.Main", "builtin:spiral"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said);
        builder.environment().put("CRESCENT_HOME", home.toString());
        Process process = builder.start();
        try {
            while (!log(home).contains("First frame")) {
                assertThat(process.isAlive()).as(Files.readString(said.toPath())).isTrue();
                assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).as(Files.readString(said.toPath())).isFalse();
            }
            process.destroy(); // SIGTERM
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(said.toPath())).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(home.resolve("unsaved.crescent")).exists();
    }

    private static String log(Path home) throws IOException {
        Path log = home.resolve("crescent.log.0");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
