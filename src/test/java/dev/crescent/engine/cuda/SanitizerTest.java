package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every kernel that the engine uses, compiled by g++ with its address and undefined behaviour sanitizers, whose library has to be in a process from
/// its start: in one of its own.
class SanitizerTest {
    private static final int MOST_MINUTES = 8;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void noKernelReadsOrWritesBesideItsMemory() throws Exception {
        assumeTrue(StandInBuild.isPossible(), StandInBuild.NEEDS);
        Path library = Path.of(output(new ProcessBuilder("g++", "-print-file-name=libasan.so")).strip());
        assumeTrue(library.isAbsolute() && Files.exists(library), "g++ has no library of its address sanitizer");
        List<String> command = new ArrayList<>(withFixedAddresses());
        // Of Java alone, not of what starts it.
        command.addAll(List.of("env", "LD_PRELOAD=" + library, Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx512m",
                "-Dcrescent.cuda=off", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), SanitizedKernels.class.getName()));
        ProcessBuilder java = new ProcessBuilder(command);
        java.environment().put("STANDIN_SANITIZE", "1");
        // Java has its own use for faults of memory, and leaves what it has to the system when it ends.
        java.environment().put("ASAN_OPTIONS", "handle_segv=0:detect_leaks=0");
        java.environment().put("UBSAN_OPTIONS", "print_stacktrace=1:halt_on_error=1");
        String output = output(java);
        List<String> lines = output.lines().toList();
        assertThat(lines).as(output).last().isEqualTo(SanitizedKernels.DONE + "[fill]");
        assertThat(output).doesNotContain("runtime error", "AddressSanitizer");
    }

    /// Where a system spreads its addresses wide, a sanitizer may find no room for its own, and try for ever.
    private static List<String> withFixedAddresses() throws InterruptedException {
        List<String> start = List.of("setarch", "-R");
        try {
            return new ProcessBuilder("setarch", "-R", "true").start().waitFor() == 0 ? start : List.of();
        } catch (IOException _) {
            return List.of();
        }
    }

    private String output(ProcessBuilder program) throws Exception {
        Path file = Files.createTempFile(folder, "output", ".txt");
        Process process = program.redirectErrorStream(true).redirectOutput(file.toFile()).start();
        try {
            boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
            String output = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            assertThat(ended).as("%s ended within %d minutes: %s", program.command(), MOST_MINUTES, output).isTrue();
            return output;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
