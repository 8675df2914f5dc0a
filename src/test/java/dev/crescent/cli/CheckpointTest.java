package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.export.ExperimentFile;
import dev.crescent.train.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Training that is written down and goes on another day.
class CheckpointTest {
    @TempDir
    private Path folder = Path.of("");

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static CommandRun done(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run;
    }

    private Progress progress(String name) throws Exception {
        return Objects.requireNonNull(ExperimentFile.read(folder.resolve(name)).progress());
    }

    @Test
    void trainingGoesOnToTheSameBits() throws Exception {
        done("train", "builtin:moons", "--epochs", "3", "--checkpoint", file("three.crescent"));
        done("train", file("three.crescent"), "--resume", "--epochs", "5", "--checkpoint", file("five.crescent"), "--history",
                file("rest.csv"));
        done("train", "builtin:moons", "--epochs", "5", "--checkpoint", file("through.crescent"));
        Progress resumed = progress("five.crescent");
        Progress through = progress("through.crescent");
        assertThat(resumed.parameters()).isEqualTo(through.parameters());
        assertThat(resumed.step()).isEqualTo(through.step());
        assertThat(resumed.history().column(1)).isEqualTo(through.history().column(1)).hasSize(6);
        assertThat(Files.readAllLines(folder.resolve("rest.csv")).stream().skip(1).map(line -> line.split(",")[0]))
                .as("what the file knows, and what is new").containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void withoutTheOptionItIsTrainedFromTheStart() throws Exception {
        done("train", "builtin:moons", "--epochs", "2", "--checkpoint", file("two.crescent"));
        done("train", file("two.crescent"), "--checkpoint", file("again.crescent"));
        assertThat(progress("again.crescent").parameters()).isEqualTo(progress("two.crescent").parameters());
    }

    @Test
    void whatItHoldsIsPredictedWithAndDrawn() throws Exception {
        done("train", "builtin:moons", "--epochs", "2", "--checkpoint", file("two.crescent"), "--weights", file("w.npz"));
        Path points = Files.writeString(folder.resolve("points.csv"), "x1,x2\n0,1\n1,-0.5\n");
        String held = done("predict", file("two.crescent"), "--csv", points.toString()).out();
        assertThat(held).isEqualTo(done("predict", "builtin:moons", "--weights", file("w.npz"), "--csv", points.toString()).out());
        assertThat(done("render", file("two.crescent"), "--view", "loss", "--size", "400x300", "--out", file("l.png")).out())
                .startsWith("2 epochs: ");
    }

    @Test
    void curvesThatAreDamagedAreWarnedOfAndTrainingGoesOn() throws Exception {
        done("train", "builtin:moons", "--epochs", "2", "--checkpoint", file("two.crescent"));
        byte[] bytes = Files.readAllBytes(Path.of(file("two.crescent")));
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("epoch,trainLoss") + 3] ^= 1;
        Files.write(Path.of(file("two.crescent")), bytes);
        CommandRun run = CommandRun.of("train", file("two.crescent"), "--resume", "--epochs", "3");
        assertThat(run.status()).isZero();
        assertThat(run.err()).startsWith(file("two.crescent") + ": its curves are lost").hasLineCount(1);
        assertThat(run.out()).startsWith("3 epochs: ");
        CommandRun drawn = CommandRun.of("render", file("two.crescent"), "--view", "loss", "--size", "400x300", "--out", file("l.png"));
        assertThat(drawn.status()).isZero();
        assertThat(drawn.err()).contains("its curves are lost");
    }

    /// A byte of an entry becomes another.
    private void damage(String name, String entry, int behind) throws Exception {
        byte[] bytes = Files.readAllBytes(Path.of(file(name)));
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(entry) + entry.length() + behind] ^= 1;
        Files.write(Path.of(file(name)), bytes);
    }

    @Test
    void ofADamagedFileAnotherCopyHelps() throws Exception {
        String remedy = "; choose another copy of the file\n";
        done("train", "builtin:moons", "--epochs", "1", "--checkpoint", file("weights.crescent"));
        Files.copy(Path.of(file("weights.crescent")), Path.of(file("progress.crescent")));
        damage("weights.crescent", "0.weight.npy", 140);
        damage("progress.crescent", "progress.json", 20);
        assertThat(CommandRun.of("train", file("weights.crescent"), "--resume", "--epochs", "2").err())
                .isEqualTo(file("weights.crescent") + ": 0.weight (layer 1) is damaged, its checksum is another" + remedy);
        assertThat(CommandRun.of("train", file("progress.crescent"), "--resume", "--epochs", "2").err())
                .startsWith(file("progress.crescent") + ": progress.json").endsWith(remedy);
    }

    @Test
    void whatCannotGoOnIsRefused() throws Exception {
        assertThat(CommandRun.of("train", "builtin:moons", "--resume")).satisfies(run -> {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).startsWith("builtin:moons: holds no training to go on with");
        });
        done("train", "builtin:moons", "--epochs", "1", "--checkpoint", file("a.crescent"));
        assertThat(CommandRun.of("train", file("a.crescent"), "--resume").err())
                .contains("stands at epoch 1 already; name a later one with --epochs");
        assertThat(CommandRun.of("train", file("a.crescent"), "--resume", "--initial", file("w.npz")).err())
                .startsWith("--resume: goes on with the weights in ");
        assertThat(CommandRun.of("train", "builtin:moons", "--checkpoint", file("a"), "--weights", file("a")).err())
                .contains("name two files");
        assertThat(CommandRun.of("train", "builtin:moons", "--checkpoint", file("none/a.crescent")).status()).isEqualTo(2);
    }

    @Test
    void aDivergedRunLeavesTheFilesThatWereThere() throws Exception {
        Path kept = Files.writeString(folder.resolve("kept.crescent"), "kept");
        Path weights = Files.writeString(folder.resolve("kept.npz"), "kept");
        Path onnx = Files.writeString(folder.resolve("kept.onnx"), "kept");
        Path wild = Files.writeString(folder.resolve("wild.crescent"), "{\"format\":\"crescent-experiment\",\"version\":1,"
                + "\"data\":{\"source\":\"plane\"},\"model\":{\"layers\":[{\"units\":1}]},\"training\":{\"loss\":"
                + "\"mean-squared-error\",\"optimizer\":{\"type\":\"sgd\",\"learningRate\":1000}}}");
        CommandRun run = CommandRun.of("train", wild.toString(), "--epochs", "50", "--checkpoint", kept.toString(),
                "--weights", weights.toString(), "--onnx", onnx.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("training loss");
        assertThat(run.err()).startsWith("Training diverged at epoch ").hasLineCount(4);
        for (Path file : List.of(kept, weights, onnx)) {
            assertThat(run.err()).contains(file + ": was not written, since training diverged");
            assertThat(file).hasContent("kept");
        }
    }
}
