package dev.crescent.engine.cuda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Builds the stand-in driver with the kernels of the sources, in about three seconds.
///
/// Where the environment variable STANDIN_SANITIZE is 1, memory and undefined behaviour are watched; Java then has to be
/// started with `LD_PRELOAD=$(g++ -print-file-name=libasan.so) ASAN_OPTIONS=handle_segv=0:detect_leaks=0`, as [SanitizerTest]
/// does.
final class StandInBuild {
    static final String NEEDS = "the stand-in for CUDA's driver needs Linux on x86-64 and g++";
    static final Path SOURCES = Path.of("src", "test", "cuda").toAbsolutePath();
    /// What all of it is compiled with. Shared memory has no constructors, and calls to look for them would fail.
    static final List<String> COMPILER = List.of("g++", "-std=c++17", "-fPIC", "-fvisibility=hidden", "-fno-extern-tls-init",
            "-Wall", "-Wno-parentheses", "-Wno-unknown-pragmas", "-I" + SOURCES);

    private static final String JCUDA = "/lib/libJCudaDriver-12.6.0-linux-x86_64.so";
    private static final Pattern FUNCTION = Pattern.compile("\0(cu[A-Z]\\w*)(?=\0)");

    private StandInBuild() {}

    /// @return the library; empty where it cannot be built
    static Optional<Path> build() throws IOException {
        if (!isPossible()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("standin");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        Path kernels = Files.writeString(folder.resolve("kernels.cpp"), kernels());
        Path stubs = Files.writeString(folder.resolve("stubs.cpp"), stubs());
        List<Started> compilers = List.of(
                compile(folder, kernels, isWatched() ? "-O0" : "-O2", "-g"),
                compile(folder, SOURCES.resolve("blocks.cpp"), isWatched() ? "-O0" : "-O2"),
                compile(folder, SOURCES.resolve("standin.cpp"), "-O0"),
                compile(folder, stubs, "-O0"));
        List<String> link = command("-shared", "-Wl,-soname,libcuda.so.1");
        for (Started compiler : compilers) {
            compiler.await();
            link.add(compiler.output().toString());
        }
        Path library = folder.resolve("libcuda.so.1");
        start(link, library).await();
        return Optional.of(library);
    }

    static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux") && System.getProperty("os.arch").equals("amd64")
                && isInPath("g++");
    }

    static boolean isInPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String kernels() throws IOException {
        return KernelSources.kernels().stream().map(name -> "shim_kernel(\"" + name + "\", " + name + ")")
                .collect(Collectors.joining(",\n    ", "#include \"shim.h\"\n#include \"" + KernelSources.FOLDER
                        + "/crescent.cu\"\n\nstd::vector<Kernel> shim_kernels() {\n    return {", "};\n}\n"));
    }

    /// Functions of the driver that jcuda names and Crescent does not use: where libraries are bound when they are loaded,
    /// jcuda's would be refused without them.
    private static String stubs() throws IOException {
        try (InputStream in = StandInBuild.class.getResourceAsStream(JCUDA)) {
            if (in == null) {
                throw new IllegalStateException(JCUDA + " is not on the class path");
            }
            String content = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return FUNCTION.matcher(content).results().map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new)).stream()
                    .map(name -> "extern \"C\" __attribute__((weak, visibility(\"default\"))) int " + name
                            + "() { return 801; }\n").collect(Collectors.joining());
        }
    }

    private static Started compile(Path folder, Path source, String... options) throws IOException {
        List<String> command = command(options);
        command.addAll(List.of("-c", source.toString()));
        return start(command, folder.resolve(source.getFileName() + ".o"));
    }

    private static boolean isWatched() {
        return "1".equals(System.getenv("STANDIN_SANITIZE"));
    }

    private static List<String> command(String... options) {
        List<String> command = new ArrayList<>(COMPILER);
        if (isWatched()) {
            command.addAll(List.of("-fsanitize=address,undefined", "-fno-omit-frame-pointer"));
        }
        command.addAll(List.of(options));
        return command;
    }

    private static Started start(List<String> command, Path output) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("-o", output.toString()));
        Path log = output.resolveSibling(output.getFileName() + ".log");
        return new Started(new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log.toFile()).start(), output, log);
    }

    private record Started(Process process, Path output, Path log) {
        void await() throws IOException {
            try {
                if (process.waitFor() != 0) {
                    throw new IllegalStateException("g++ refuses:\n" + Files.readString(log));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.err.println(folder + " is left behind: " + e);
        }
    }
}
