package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jcuda.nvptxcompiler.JNvPTXCompiler;
import jcuda.nvptxcompiler.nvPTXCompilerHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The committed PTX is that of the sources, and compilers of GPUs take it.
class PtxTest {
    private static final String RESOURCE = "crescent.ptx";
    /// The compiler whose output is committed.
    private static final String COMPILER = "V13.0.88";

    @TempDir(cleanup = CleanupMode.NEVER)
    static Path libraries;

    static byte[] committed() {
        try (InputStream in = PtxTest.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text() {
        return new String(committed(), StandardCharsets.UTF_8);
    }

    @Test
    void isMadeOfTheseSources() throws Exception {
        assertThat(text().lines().findFirst()).as("first line; if it differs, run src/main/cuda/build.sh")
                .contains("// source-sha256 " + KernelSources.hash());
    }

    @Test
    void holdsExactlyTheKernelsOfTheSources() throws IOException {
        assertThat(KernelSources.kernels()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(PtxKernels.read(text()).keySet()).containsExactlyInAnyOrderElementsOf(KernelSources.kernels());
    }

    @Test
    void needsNoNewerDriverOrGpuThanItSays() {
        assertThat(text()).contains("\n.version 7.0\n", "\n.target sm_75\n");
    }

    @Test
    void isWhatTheCompilerMakesOfThem(@TempDir Path folder) throws Exception {
        String nvcc = System.getenv().getOrDefault("NVCC", "nvcc");
        assumeTrue(nvcc.contains("/") ? Files.isExecutable(Path.of(nvcc)) : StandInBuild.isInPath(nvcc),
                "there is no nvcc, as $NVCC or in the PATH");
        assumeTrue(output(nvcc, "--version").contains(COMPILER), "nvcc is not " + COMPILER);
        Path built = folder.resolve(RESOURCE);
        assertThat(output(KernelSources.FOLDER.resolve("build.sh").toString(), built.toString())).isEmpty();
        assertThat(built).hasBinaryContent(committed());
    }

    /// The compiler in jcuda is CUDA 12.0's: it knows the GPUs up to compute capability 9.0.
    @ParameterizedTest
    @ValueSource(ints = {75, 80, 86, 89, 90})
    void compilesForEveryGpu(int capability) throws Exception {
        Optional<NativeLibrary> library = NativeLibrary.here("JNvPTXCompiler", libraries);
        assumeTrue(library.isPresent(), "jcuda has no PTX compiler for this machine");
        library.get().load("jcuda.nvptxcompiler.JNvPTXCompiler");
        byte[] ptx = committed();
        byte[] ended = Arrays.copyOf(ptx, ptx.length + 1);
        nvPTXCompilerHandle compiler = new nvPTXCompilerHandle();
        assertThat(JNvPTXCompiler.nvPTXCompilerCreate(compiler, ended.length, ended)).isZero();
        try {
            String[] options = {"--gpu-name=sm_" + capability};
            int code = JNvPTXCompiler.nvPTXCompilerCompile(compiler, options.length, options);
            assertThat(code).as(() -> errors(compiler)).isZero();
            long[] size = new long[1];
            assertThat(JNvPTXCompiler.nvPTXCompilerGetCompiledProgramSize(compiler, size)).isZero();
            assertThat(size[0]).isPositive();
        } finally {
            JNvPTXCompiler.nvPTXCompilerDestroy(compiler);
        }
    }

    /// By CUDA's own assembler, where there is one that knows the GPU: those since compute capability 10.0 it alone knows.
    @ParameterizedTest
    @ValueSource(ints = {75, 80, 86, 89, 90, 100, 120})
    void assemblesForEveryGpuWithoutSpillingRegisters(int capability, @TempDir Path folder) throws Exception {
        String ptxas = ptxas().orElse("");
        assumeTrue(!ptxas.isEmpty(), "there is no ptxas, as $PTXAS, beside $NVCC or in the PATH");
        String arch = "sm_" + capability;
        assumeTrue(output(ptxas, "--help").contains("'" + arch + "'"), ptxas + " does not know " + arch);
        Path source = Files.write(folder.resolve(RESOURCE), committed());
        String said = output(ptxas, "-v", "-arch=" + arch, "-o", folder.resolve("cubin").toString(), source.toString());
        assertThat(said).doesNotStartWith("failed").contains("Used ").doesNotContainPattern("[1-9][0-9]* bytes spill");
    }

    private static Optional<String> ptxas() {
        String named = System.getenv("PTXAS");
        String nvcc = System.getenv().getOrDefault("NVCC", "");
        Optional<String> beside = Optional.ofNullable(Path.of(nvcc).getParent()).map(bin -> bin.resolve("ptxas"))
                .filter(Files::isExecutable).map(Path::toString);
        return named != null ? Optional.of(named) : beside.isPresent() ? beside
                : Optional.of("ptxas").filter(StandInBuild::isInPath);
    }

    @Test
    void argumentsAreReadFromIt() {
        String ptx = """
                .visible .entry none()
                .maxntid 128, 1, 1
                .visible .entry some(
                \t.param .align 8 .b8 some_param_0[16],
                \t.param .u64 .ptr .align 1 some_param_1,
                \t.param .f32 some_param_2
                )
                """;
        assertThat(PtxKernels.read(ptx)).containsOnlyKeys("none", "some").containsEntry("none", List.of())
                .containsEntry("some", List.of(16, 8, 4));
    }

    private static String errors(nvPTXCompilerHandle compiler) {
        long[] size = new long[1];
        JNvPTXCompiler.nvPTXCompilerGetErrorLogSize(compiler, size);
        byte[] log = new byte[(int) size[0] + 1];
        JNvPTXCompiler.nvPTXCompilerGetErrorLog(compiler, log);
        return new String(log, StandardCharsets.UTF_8);
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? output : "failed: " + output;
    }
}
