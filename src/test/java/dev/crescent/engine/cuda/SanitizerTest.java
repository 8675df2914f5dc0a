package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every kernel that the engine uses, compiled by g++ with its address and undefined behaviour sanitizers, whose library has to be in a process from
/// its start: in one of its own.
class SanitizerTest {
    @Test
    void noKernelReadsOrWritesBesideItsMemory() throws Exception {
        assumeTrue(StandInBuild.isPossible(), StandInBuild.NEEDS);
        Path library = Path.of(output(new ProcessBuilder("g++", "-print-file-name=libasan.so")).strip());
        assumeTrue(library.isAbsolute() && Files.exists(library), "g++ has no library of its address sanitizer");
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-Xmx512m",
                "-Dcrescent.cuda=off", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), SanitizedKernels.class.getName());
        java.environment().put("STANDIN_SANITIZE", "1");
        java.environment().put("LD_PRELOAD", library.toString());
        // Java has its own use for faults of memory, and leaves what it has to the system when it ends.
        java.environment().put("ASAN_OPTIONS", "handle_segv=0:detect_leaks=0");
        java.environment().put("UBSAN_OPTIONS", "print_stacktrace=1:halt_on_error=1");
        String output = output(java);
        List<String> lines = output.lines().toList();
        assertThat(lines).as(output).last().isEqualTo(SanitizedKernels.DONE + "[activate, fill]");
        assertThat(output).doesNotContain("runtime error", "AddressSanitizer");
    }

    private static String output(ProcessBuilder program) throws Exception {
        Process process = program.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
