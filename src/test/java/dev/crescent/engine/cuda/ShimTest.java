package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What runs the kernels in tests finds mistakes in kernels.
class ShimTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"-O2", "-fsanitize=address,undefined"})
    void findsMistakesInKernels(String option) throws Exception {
        assumeTrue(StandInBuild.isPossible(), StandInBuild.NEEDS);
        Path program = folder.resolve("shim_test");
        List<String> compile = new ArrayList<>(StandInBuild.COMPILER);
        compile.addAll(List.of(option, "-o", program.toString(), StandInBuild.SOURCES.resolve("shim_test.cpp").toString(),
                StandInBuild.SOURCES.resolve("blocks.cpp").toString()));
        assertThat(output(compile)).isEqualTo("0\n");
        assertThat(output(List.of(program.toString()))).isEqualTo("0\n");
    }

    /// The exit status and what it printed.
    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + output;
    }
}
