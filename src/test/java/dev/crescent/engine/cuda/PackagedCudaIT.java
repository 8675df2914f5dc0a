package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as it is packaged, with a driver that stands in for NVIDIA's where the system looks for libraries, and with
/// none.
class PackagedCudaIT {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder = Path.of("");

    private record Outcome(int status, String out, String err) {}

    private Outcome train(String device, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(Objects.requireNonNull(System.getProperty("crescent.home")), "bin", "crescent").toString(),
                "train", "builtin:moons", "--epochs", "2", "--device", device));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Outcome(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void trainsOnTheDeviceWithNothingInstalledButADriver() throws Exception {
        Path library = StandInBuild.build().orElse(null);
        assumeTrue(library != null, StandInBuild.NEEDS);
        Map<String, String> driver = Map.of("LD_LIBRARY_PATH", Objects.requireNonNull(library).getParent().toString());
        Outcome onDevice = train("cuda", driver);
        assertThat(onDevice.err).contains("Preparing the GPU").doesNotContain("use the device cpu");
        assertThat(onDevice.status).isZero();
        assertThat(onDevice.out).endsWith("samples/s, cuda\n");
        assertThat(onDevice.out.split(", \\d+ samples", -1)[0]).isEqualTo(train("cpu", Map.of()).out.split(", \\d+ samples", -1)[0]);
        try (Stream<Path> unpacked = Files.walk(folder.resolve("cache"))) {
            Path file = unpacked.filter(path -> path.toString().endsWith(".so")).findFirst().orElseThrow();
            assertThat(Files.getPosixFilePermissions(Objects.requireNonNull(file.getParent())))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void withoutADriverOneSentenceSaysSo() throws Exception {
        Outcome outcome = train("cuda", Map.of());
        assumeFalse(outcome.status == 0, "this machine has an NVIDIA GPU");
        assertThat(outcome.status).isEqualTo(2);
        assertThat(outcome.out).isEmpty();
        assertThat(outcome.err.lines().filter(line -> line.startsWith("builtin:moons: "))).singleElement().asString()
                .endsWith("; use the device cpu");
        assertThat(outcome.err).doesNotContain("\tat ");
    }
}
