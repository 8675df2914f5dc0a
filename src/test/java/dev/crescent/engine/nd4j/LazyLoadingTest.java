package dev.crescent.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the program loads, in a Java of its own.
class LazyLoadingTest {
    private static final List<String> ND4J = List.of("org.nd4j.", "org.bytedeco.", "org.slf4j.", "org.apache.commons.");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    private ProcessBuilder java(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Xlog:class+load:file=" + classes(), "-Dglass.platform=Headless",
                "-Dprism.order=sw", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir")));
        command.addAll(options);
        command.add("dev.crescent.Main");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output().toFile());
        builder.environment().put("CRESCENT_HOME", folder.resolve("home").toString());
        return builder;
    }

    private Path classes() {
        return folder.resolve("classes.log");
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private int run(List<String> options, String... arguments) throws IOException, InterruptedException {
        Process process = java(options, arguments).start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
        return process.exitValue();
    }

    private List<String> ofNd4j() throws IOException {
        List<String> loaded = Files.readAllLines(classes());
        assertThat(loaded).as("the program itself was loaded").anyMatch(line -> line.contains(" dev.crescent.Main "));
        return loaded.stream().filter(line -> ND4J.stream().anyMatch(line::contains)).toList();
    }

    @Test
    void trainingOnTheDefaultEngineLoadsNothingOfIt() throws Exception {
        assertThat(run(List.of(), "train", "builtin:xor", "--epochs", "1")).isZero();
        assertThat(ofNd4j()).isEmpty();
    }

    @Test
    void theWindowLoadsNothingOfIt() throws Exception {
        Process process = java(List.of(), "builtin:xor").start();
        Path log = folder.resolve("home/crescent.log.0");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!(Files.exists(log) && Files.readString(log).contains("First frame")) && process.isAlive()
                && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(process.isAlive()).as(() -> "the window is open: " + said()).isTrue();
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log)).contains("First frame");
        assertThat(ofNd4j()).isEmpty();
    }

    private String said() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// And JavaCPP finds all libraries where we have unpacked them, but for a copy of OpenBLAS that it wants to have under
    /// another name.
    @Test
    void askedForItIsLoadedAndUnpacksNothingByItself() throws Exception {
        Natives.assume();
        assertThat(run(List.of("-Dorg.bytedeco.javacpp.logger.debug=true",
                "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache")), "train", "builtin:xor", "--epochs", "1", "--device",
                "nd4j")).isZero();
        assertThat(ofNd4j()).isNotEmpty();
        assertThat(Files.readAllLines(output())).anyMatch(line -> line.startsWith("1 epoch: ") && line.endsWith("nd4j"))
                .anyMatch(line -> line.matches("Unpacking ND4J's native libraries, \\d+ MB, once"))
                .anyMatch(line -> line.contains("Loading "))
                .noneMatch(line -> line.contains("Extracting ") && !line.contains("libopenblas."));
    }

    @Test
    void itSaysNothingButTheSummary() throws Exception {
        Natives.assume();
        assertThat(run(List.of(), "train", "builtin:xor", "--epochs", "1", "--device", "nd4j")).isZero();
        assertThat(Files.readAllLines(output()).stream().filter(line -> !line.contains("incubator"))).hasSize(1);
    }

    @Test
    void whereThereAreNoNativesACommandEndsWithOneSentence() throws Exception {
        assertThat(run(List.of("-Dos.arch=riscv64"), "train", "builtin:xor", "--epochs", "1", "--device", "nd4j")).isEqualTo(2);
        assertThat(Files.readAllLines(output()).stream().filter(line -> !line.contains("incubator"))).hasSize(1)
                .allMatch(line -> line.startsWith("builtin:xor: ND4J has no native libraries for ")
                        && line.endsWith("-riscv64 in this version of Crescent; use the device cpu"));
        assertThat(ofNd4j()).isEmpty();
    }

    @Test
    void whatCannotBeLoadedIsOneSentence() throws Exception {
        Natives.assume();
        assertThat(run(List.of("-Dorg.bytedeco.javacpp.platform=none-none"), "train", "builtin:xor", "--epochs", "1",
                "--device", "nd4j")).isEqualTo(2);
        assertThat(Files.readAllLines(output()).stream().filter(line -> !line.contains("incubator"))).hasSize(1)
                .allMatch(line -> line.startsWith("builtin:xor: ND4J's native libraries do not work on this machine ("));
    }
}
