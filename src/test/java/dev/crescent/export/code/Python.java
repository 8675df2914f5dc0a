package dev.crescent.export.code;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The Python of this machine, if it has what a test needs: `python3`, or the one that the environment variable
/// CRESCENT_TEST_PYTHON names.
final class Python {
    private static final String PROGRAM = Objects.requireNonNullElse(System.getenv("CRESCENT_TEST_PYTHON"), "python3");
    private static final String MARK = "== ";
    /// One process for all programs: a framework takes seconds to load.
    private static final String RUN = """
            import runpy, sys
            for path in sys.argv[1:]:
                print("== " + path)
                runpy.run_path(path, run_name="__main__")
            """;
    private static final String TRAIN = """
            import runpy, sys
            for path in sys.argv[1:]:
                print("== " + path)
                program = runpy.run_path(path)
                targets = [program["CLASSES"].index(k) if "CLASSES" in program else k for k in program["KNOWN"]]
                sys.stdout = sys.stderr
                program["train"](program["SAMPLES"], targets)
                sys.stdout = sys.__stdout__
                for output in program["predict"](program["SAMPLES"]):
                    print(", ".join(repr(float(value)) for value in output))
            """;

    private Python() {}

    /// Skips the test where there is no Python with these modules.
    static void assume(String modules) throws Exception {
        boolean there;
        try {
            Process process = new ProcessBuilder(PROGRAM, "-c", "import " + modules).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            there = process.waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, PROGRAM + " has not the modules " + modules
                + "; the environment variable CRESCENT_TEST_PYTHON may name a Python that has");
    }

    /// Runs programs.
    ///
    /// @return the lines that each of them prints
    static Map<Path, List<String>> run(Path folder, List<Path> files) throws Exception {
        return outputs(folder, RUN, files);
    }

    /// Lets programs train their network on the samples that they show.
    ///
    /// @return what each network says to those then, a line a sample
    static Map<Path, List<String>> train(Path folder, List<Path> files) throws Exception {
        return outputs(folder, TRAIN, files);
    }

    private static Map<Path, List<String>> outputs(Path folder, String driver, List<Path> files) throws Exception {
        Path script = Files.writeString(folder.resolve("driver.py"), driver);
        List<String> command = new ArrayList<>(List.of(PROGRAM, "-W", "error::RuntimeWarning", script.toString()));
        files.forEach(file -> command.add(file.toString()));
        Map<Path, List<String>> outputs = new LinkedHashMap<>();
        List<String> now = new ArrayList<>();
        for (String line : Programs.run(folder, command, Map.of("PYTHONIOENCODING", "utf-8", "TF_CPP_MIN_LOG_LEVEL", "3"))) {
            if (line.startsWith(MARK)) {
                now = new ArrayList<>();
                outputs.put(Path.of(line.substring(MARK.length())), now);
            } else {
                now.add(line);
            }
        }
        return outputs;
    }
}
