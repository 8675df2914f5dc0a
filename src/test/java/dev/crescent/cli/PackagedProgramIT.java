package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder that `mvn package` leaves, run as a user runs it.
class PackagedProgramIT {
    private static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("crescent.home"),
            "the system property crescent.home names the packaged program"));
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    /// The JVM prints it for the Vector API, and no option keeps it from doing so.
    private static final String INCUBATOR = "WARNING: Using incubator modules: jdk.incubator.vector";

    @TempDir
    private Path folder = Path.of("");

    private record Outcome(int status, List<String> out, List<String> err) {}

    @Test
    void theLauncherListsTheExperiments() throws Exception {
        Outcome outcome = run(launcher(), Map.of(), "list");
        assertThat(outcome.status).isZero();
        assertThat(outcome.err).isEmpty();
        assertThat(outcome.out).anyMatch(line -> line.startsWith("builtin:moons "));
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        assertThat(run(launcher(), Map.of(), "--version").out).hasSize(1)
                .allMatch(line -> line.matches("Crescent \\d+\\.\\d+\\.\\d+.*"));
    }

    @Test
    void argumentsKeepTheirSpacesAndSpecialCharacters() throws Exception {
        Path file = folder.resolve("a file $HOME 'quoted'.crescent");
        assertThat(run(launcher(), Map.of(), "data", file.toString()))
                .isEqualTo(new Outcome(2, List.of(), List.of(file + ": there is no such file")));
    }

    @Test
    void theLauncherWorksThroughALink() throws Exception {
        assumeFalse(WINDOWS, "links need rights on Windows");
        Path first = Files.createSymbolicLink(folder.resolve("first"), launcher());
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));
        Outcome outcome = run(second, Map.of(), "list");
        Files.delete(first);
        assertThat(outcome.status).isZero();
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        assumeFalse(WINDOWS, "the fake java is a shell script");
        Path java = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"17.0.1\"' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path newJava = Path.of(System.getProperty("java.home"), "bin");
        Outcome outcome = run(launcher(), Map.of("JAVA_HOME", folder.resolve("old").toString(),
                "PATH", newJava + System.getProperty("path.separator") + System.getenv("PATH")), "list");
        assertThat(outcome.status).isZero();
    }

    @Test
    void theCommandLineWorksWithoutJavaFx() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Outcome outcome = run(java, Map.of(), "--add-modules=jdk.incubator.vector", "-cp", HOME.resolve("lib") + "/*",
                "dev.crescent.Main", "data", "builtin:xor");
        assertThat(outcome.status).isZero();
        assertThat(outcome.out).hasSize(501).startsWith("x1,x2,label,part");
    }

    @Test
    void nd4jTrainsOnItsOwnNatives() throws Exception {
        // The tests before have unpacked them there.
        Path cache = HOME.resolveSibling("cache").toAbsolutePath();
        Outcome outcome = run(launcher(), Map.of("XDG_CACHE_HOME", cache.toString()), "train", "builtin:xor", "--epochs", "2",
                "--device", "nd4j");
        assumeFalse(outcome.err.stream().anyMatch(line -> line.contains("ND4J has no native libraries for ")),
                "ND4J does not work on this platform");
        assertThat(outcome.err).allMatch(line -> line.startsWith("Unpacking ND4J's native libraries, "));
        assertThat(outcome.out).hasSize(1).allMatch(line -> line.startsWith("2 epochs: ") && line.endsWith(", nd4j"));
        assertThat(outcome.status).isZero();
    }

    /// Whichever vectors this machine has, its other kernels are tried, too.
    @Test
    void shorterVectorsLeadToTheSameResults() throws Exception {
        assumeTrue(List.of("amd64", "x86_64").contains(System.getProperty("os.arch")),
                "elsewhere vectors have one length");
        Path file = Files.writeString(folder.resolve("digits.crescent"), """
                {"format": "crescent-experiment", "version": 1,
                 "data": {"source": "digits", "samples": 300, "testFraction": 0.2, "scaling": "unit"},
                 "model": {"type": "network", "layers": [
                   {"type": "conv", "filters": 12, "kernel": 5, "activation": "relu"}, {"type": "max-pool", "size": 2},
                   {"type": "conv", "filters": 36, "kernel": 3, "activation": "tanh"}, {"type": "dropout", "rate": 0.2},
                   {"type": "dense", "units": 45, "activation": "sigmoid"},
                   {"type": "dense", "units": 10, "activation": "softmax"}]},
                 "training": {"loss": "cross-entropy", "optimizer": {"type": "sgd", "learningRate": 0.05}, "batchSize": 60}}
                """);
        List<double[]> usual = history(file, Map.of());
        List<double[]> shorter = history(file, Map.of("JDK_JAVA_OPTIONS", "-XX:UseAVX=2"));
        assertThat(usual).hasSize(4);
        for (int epoch = 0; epoch < usual.size(); epoch++) {
            assertThat(shorter.get(epoch)).containsExactly(usual.get(epoch), within(1e-4));
        }
    }

    /// Both losses after each epoch.
    private List<double[]> history(Path file, Map<String, String> environment) throws Exception {
        Path out = folder.resolve("history.csv");
        Outcome outcome = run(launcher(), environment, "train", file.toString(), "--epochs", "3", "--device", "cpu",
                "--history", out.toString());
        assertThat(outcome.status).as(() -> outcome.err.toString()).isZero();
        return Files.readAllLines(out).stream().skip(1).map(line -> line.split(","))
                .map(row -> new double[] {Double.parseDouble(row[1]), Double.parseDouble(row[2])}).toList();
    }

    @Test
    void aPictureIsDrawnWithoutADisplay() throws Exception {
        Path out = folder.resolve("out.png");
        Outcome outcome = run(launcher(), Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), "render", "builtin:moons",
                "--epochs", "2", "--view", "boundary", "--size", "400x300", "--out", out.toString());
        assertThat(outcome.err).isEmpty();
        assertThat(outcome.status).isZero();
        BufferedImage image = ImageIO.read(out.toFile());
        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getRGB(1, 1)).isEqualTo(0xffffffff);
    }

    @Test
    void trainedWeightsPredictWithoutJavaFx() throws Exception {
        Path weights = folder.resolve("w.npz");
        assertThat(run(launcher(), Map.of(), "train", "builtin:moons", "--weights", weights.toString()).status).isZero();
        Path points = Files.writeString(folder.resolve("points.csv"), "x1,x2,label\n0,1,0\n1,-0.5,1\n");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Outcome outcome = run(java, Map.of(), "--add-modules=jdk.incubator.vector", "-cp", HOME.resolve("lib") + "/*",
                "dev.crescent.Main", "predict", "builtin:moons", "--weights", weights.toString(), "--csv", points.toString());
        assertThat(outcome.status).isZero();
        assertThat(outcome.out).hasSize(3).startsWith("class,p0,p1");
        assertThat(outcome.err).containsExactly("2 samples: accuracy 100.0 %");
    }

    /// What is exported works without Crescent; what only tests need is not in the package.
    @Test
    void anExportedProgramRunsByItself() throws Exception {
        Path weights = folder.resolve("w.npz");
        assertThat(run(launcher(), Map.of(), "train", "builtin:moons", "--weights", weights.toString(), "--onnx",
                folder.resolve("moons.onnx").toString()).status).isZero();
        assertThat(folder.resolve("moons.onnx")).isNotEmptyFile();
        Path program = folder.resolve("Moons.java");
        Outcome outcome = run(launcher(), Map.of(), "export", "builtin:moons", "--weights", weights.toString(), "--format", "java",
                "--out", program.toString());
        assertThat(outcome).isEqualTo(new Outcome(0, List.of(program + ": written"), List.of()));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertThat(run(java, Map.of(), program.toString()).out).hasSize(5).allMatch(line -> line.matches("\\S+, \\S+ -> [01], known to be [01]"));
        try (Stream<Path> files = Files.list(HOME.resolve("lib"))) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.contains("onnxruntime"));
        }
    }

    @Test
    void withoutADisplayTheWindowIsRefusedInOneSentence() throws Exception {
        assumeTrue(System.getProperty("os.name", "").startsWith("Linux"), "elsewhere there is always a display");
        for (String[] arguments : new String[][] {{}, {"x.crescent"}, {"builtin:moons"}}) {
            Outcome outcome = run(launcher(), Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""), arguments);
            assertThat(outcome.status).isEqualTo(2);
            assertThat(outcome.out).isEmpty();
            assertThat(outcome.err).hasSize(1).allMatch(line -> line.startsWith("There is no display "));
        }
    }

    private static Path launcher() {
        return HOME.resolve("bin").resolve(WINDOWS ? "crescent.bat" : "crescent");
    }

    private Outcome run(Path program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        // Given as nothing means not there at all.
        builder.environment().values().removeIf(String::isEmpty);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
        return new Outcome(process.exitValue(), lines(out), lines(err));
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).lines().filter(line -> !line.equals(INCUBATOR)).toList();
    }
}
