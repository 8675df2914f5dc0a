package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final String START = "{\"format\":\"crescent-experiment\",\"version\":1,";

    @TempDir
    private Path folder = Path.of("");

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String experiment(String name, String keys) throws IOException {
        return Files.writeString(folder.resolve(name), START + keys + "}").toString();
    }

    private CommandRun done(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run;
    }

    private void refused(String sentence, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err().strip()).isEqualTo(sentence);
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(2);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /// @param rows `[count][2]`
    private static float[][] run(Path model, float... rows) throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model.toString(), new OrtSession.SessionOptions());
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(rows), new long[] {rows.length / 2, 2});
                OrtSession.Result result = session.run(Map.of("input", input))) {
            return (float[][]) result.get("output").orElseThrow().getValue();
        }
    }

    private void saysWhatPredictSays(String experiment, String weights, Path model) throws Exception {
        Path points = Files.writeString(folder.resolve("points.csv"), "x1,x2\n0.5,1\n-1,-0.25\n1.5,0.75\n");
        List<String> rows = done("predict", experiment, "--weights", weights, "--csv", points.toString()).out().lines().skip(1).toList();
        float[][] outputs = run(model, 0.5f, 1, -1, -0.25f, 1.5f, 0.75f);
        for (int i = 0; i < rows.size(); i++) {
            double[] wanted = Arrays.stream(rows.get(i).split(",")).skip(1).mapToDouble(Double::parseDouble).toArray();
            for (int c = 0; c < wanted.length; c++) {
                assertThat(outputs[i][c]).isCloseTo((float) wanted[c], within(1e-5f));
            }
        }
    }

    @Test
    void aModelSaysWhatPredictSays() throws Exception {
        String file = experiment("a.crescent", "\"data\":{\"source\":\"moons\",\"samples\":100,\"scaling\":\"standardize\"},"
                + "\"features\":[\"x1\",\"sin(3*x2)\"]");
        done("train", file, "--epochs", "5", "--weights", path("w.npz"), "--onnx", path("trained.onnx"));
        CommandRun run = done("export", file, "--weights", path("w.npz"), "--format", "onnx", "--out", path("a.onnx"));
        assertThat(run.out().strip()).isEqualTo(path("a.onnx") + ": written");
        saysWhatPredictSays(file, path("w.npz"), folder.resolve("a.onnx"));
        assertThat(folder.resolve("trained.onnx")).as("what training writes").hasSameBinaryContentAs(folder.resolve("a.onnx"));
    }

    @Test
    void weightsStayTheSameBytes() {
        done("train", "builtin:moons", "--epochs", "1", "--weights", path("w.npz"));
        done("export", "builtin:moons", "--weights", path("w.npz"), "--format", "npz", "--out", path("again.npz"));
        assertThat(folder.resolve("again.npz")).hasSameBinaryContentAs(folder.resolve("w.npz"));
    }

    @Test
    void everyFormatIsWrittenAndManyWeightsLieBeside() throws IOException {
        done("train", "builtin:moons", "--epochs", "1", "--weights", path("w.npz"));
        for (String format : List.of("pytorch", "keras", "sklearn", "numpy", "java")) {
            CommandRun run = done("export", "builtin:moons", "--weights", path("w.npz"), "--format", format, "--out", path(format));
            assertThat(run.out().strip()).isEqualTo(path(format) + ": written");
            assertThat(folder.resolve(format)).content().contains("Two moons").contains("network that Crescent trained");
        }
        assertThat(files()).containsExactly("java", "keras", "numpy", "pytorch", "sklearn", "w.npz");
        CommandRun run = done("export", "builtin:digits", "--format", "numpy", "--out", path("my digits.py"));
        assertThat(run.out().strip()).isEqualTo(path("my digits.py") + ": written, with its weights in "
                + path("my digits-weights.npz") + "; keep both in one folder");
        // What is beside the weights does not keep Crescent from reading them.
        done("export", "builtin:digits", "--weights", path("my digits-weights.npz"), "--format", "npz", "--out", path("d.npz"));
    }

    @Test
    void aFileThatHoldsItsTrainingNeedsNoWeights() throws Exception {
        String file = experiment("a.crescent", "\"data\":{\"source\":\"moons\",\"samples\":100}");
        done("train", file, "--epochs", "3", "--weights", path("w.npz"), "--checkpoint", path("c.crescent"));
        done("export", path("c.crescent"), "--format", "onnx", "--out", path("c.onnx"));
        saysWhatPredictSays(file, path("w.npz"), folder.resolve("c.onnx"));
    }

    @Test
    void whatCannotBeExportedIsRefusedInOneSentence() throws IOException {
        refused("builtin:moons: comes without weights, and untrained ones are not worth an export; name some with --weights W.npz,"
                + " as crescent train builtin:moons --weights W.npz writes them", "export", "builtin:moons", "--format", "onnx",
                "--out", path("a.onnx"));
        done("train", "builtin:moons", "--epochs", "1", "--weights", path("w.npz"));
        refused("--format must be one of onnx, npz, pytorch, keras, sklearn, numpy or java, and is \"tflite\"; see crescent export --help",
                "export", "builtin:moons", "--weights", path("w.npz"), "--format", "tflite", "--out", path("a"));
        String rule = experiment("k.crescent", "\"model\":{\"type\":\"nearest-neighbors\",\"k\":3}");
        refused(rule + ": model.type: nearest-neighbors cannot be exported, only a network can", "export", rule, "--weights", path("w.npz"),
                "--format", "java", "--out", path("a"));
        CommandRun other = CommandRun.of("export", "builtin:circle", "--weights", path("w.npz"), "--format", "onnx", "--out", path("a.onnx"));
        assertThat(other.err()).startsWith(path("w.npz") + ": 0.weight (layer 1) must have the shape [4, 2], has [6, 2]");
        assertThat(other.status()).isEqualTo(2);
        refused("builtin:digits: scikit-learn's networks have dense layers only, and this one has conv; export it as numpy or pytorch"
                + " instead.", "export", "builtin:digits", "--format", "sklearn", "--out", path("a.py"));
        refused(path("none/a.py") + ": its folder does not exist, make it first", "export", "builtin:moons", "--weights", path("w.npz"),
                "--format", "numpy", "--out", path("none/a.py"));
        refused(path("w.npz") + ": is to be read, name another file to write to", "export", "builtin:moons", "--weights", path("w.npz"),
                "--format", "numpy", "--out", path("w.npz"));
        assertThat(files()).containsExactly("k.crescent", "w.npz");
    }

    /// The file beside is the user's own, too.
    @Test
    void neitherTheExperimentNorItsWeightsAreWrittenOver() throws IOException {
        String own = experiment("own.crescent", "\"data\":{\"source\":\"moons\",\"samples\":100},\"model\":{\"layers\":[{\"units\":999,"
                + "\"activation\":\"relu\"},{\"units\":2,\"activation\":\"softmax\"}]}");
        done("train", own, "--epochs", "1", "--weights", path("own-weights.npz"));
        refused(path("own-weights.npz") + ": is to be read, name another file to write to", "export", own, "--weights",
                path("own-weights.npz"), "--format", "keras", "--out", path("own.py"));
        assertThat(files()).containsExactly("own-weights.npz", "own.crescent");
        refused(path("own.crescent") + ": is the experiment itself, name another file", "export", own, "--weights",
                path("own-weights.npz"), "--format", "keras", "--out", path("own.crescent"));
        refused(path("w.onnx") + ": cannot hold the model and something else, name two files", "train", own, "--epochs", "1",
                "--weights", path("w.onnx"), "--onnx", path("w.onnx"));
    }
}
