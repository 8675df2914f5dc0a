package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class WeightsCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private String path(String name) {
        return folder.resolve(name).toString();
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
        assertThat(run.status()).isEqualTo(2);
    }

    private static String losses(String row) {
        return row.substring(row.indexOf(',') + 1, row.lastIndexOf(','));
    }

    @Test
    void trainingStartsFromTheWeightsThatTrainingWrote() throws IOException {
        done("train", "builtin:moons", "--epochs", "3", "--weights", path("w.npz"), "--history", path("first.csv"));
        done("train", "builtin:moons", "--epochs", "1", "--initial", path("w.npz"), "--history", path("second.csv"));
        List<String> first = Files.readAllLines(folder.resolve("first.csv"));
        List<String> second = Files.readAllLines(folder.resolve("second.csv"));
        assertThat(losses(second.get(1))).isEqualTo(losses(first.getLast())).isNotEqualTo(losses(first.get(1)));
    }

    @Test
    void aPictureOfWeightsIsThatOfTheTrainingThatWroteThem() throws IOException {
        done("train", "builtin:xor", "--epochs", "20", "--weights", path("w.npz"));
        done("render", "builtin:xor", "--epochs", "20", "--view", "boundary", "--size", "300x200", "--out", path("a.png"));
        done("render", "builtin:xor", "--weights", path("w.npz"), "--view", "boundary", "--size", "300x200", "--out",
                path("b.png"));
        assertThat(belowTheCaption("b.png")).isEqualTo(belowTheCaption("a.png"));
    }

    /// The caption tells of how many epochs were trained.
    private int[] belowTheCaption(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile()).getRGB(0, 60, 300, 140, null, 0, 300);
    }

    @Test
    void weightsOfAnotherNetworkAreRefusedWithLayerAndShapes() {
        done("train", "builtin:circle", "--epochs", "1", "--weights", path("w.npz"));
        refused(path("w.npz") + ": 0.weight (layer 1) must have the shape [6, 2], has [4, 2]; choose the weights of this network",
                "train", "builtin:moons", "--initial", path("w.npz"), "--history", path("h.csv"));
        assertThat(folder.resolve("h.csv")).doesNotExist();
        refused(path("w.npz") + ": 0.weight (layer 1) must have the shape [6, 2], has [4, 2]; choose the weights of this network",
                "render", "builtin:moons", "--weights", path("w.npz"), "--view", "network", "--out", path("p.png"));
        refused(path("none.npz") + ": there is no such file; choose another file",
                "train", "builtin:moons", "--initial", path("none.npz"));
    }

    @Test
    void weightsAreWrittenOverNothingThatIsStillWanted() {
        refused(path("x") + ": cannot hold the weights and something else, name two files",
                "train", "builtin:moons", "--weights", path("x"), "--history", path("x"));
        refused(path("no/w.npz") + ": its folder does not exist, make it first",
                "train", "builtin:moons", "--weights", path("no/w.npz"));
    }

    @Test
    void aNetworkForImagesIsTrainedAndDrawn() throws IOException {
        Files.writeString(folder.resolve("pixels.csv"), "a,b,c,d,y\n0,9,9,0,x\n9,0,0,9,z\n1,8,9,0,x\n8,1,0,9,z\n0,9,8,1,x\n9,1,0,8,z\n");
        Path file = Files.writeString(folder.resolve("c.crescent"), """
                {"format": "crescent-experiment", "version": 1,
                 "data": {"source": "csv", "path": "pixels.csv", "shape": [1, 2, 2], "testFraction": 0},
                 "model": {"layers": [{"type": "conv", "filters": 3, "kernel": 2, "padding": "same"}, {"type": "batch-norm"},
                   {"type": "max-pool", "size": 2}, {"type": "dense", "units": 2, "activation": "softmax"}]},
                 "training": {"epochs": 300, "batchSize": 6}}""");
        assertThat(done("train", file.toString(), "--weights", path("c.npz")).out()).contains("training accuracy 100.0 %");
        done("train", file.toString(), "--initial", path("c.npz"), "--epochs", "1");
        refused(file + ": there are no test samples to count; give data.testFraction, or use another view",
                "render", file.toString(), "--view", "confusion", "--out", path("p.png"));
        for (String view : List.of("loss", "network", "weights", "hidden")) {
            done("render", file.toString(), "--view", view, "--epochs", "2", "--out", path("p.png"));
        }
    }

    @Test
    void imagesAreLookedForInTheFolderOfTheOption() throws IOException {
        refused("--mnist: builtin:moons learns from moons, not from mnist; leave the option out",
                "train", "builtin:moons", "--mnist", folder.toString());
        // Tests run with a cache folder in which there is nothing.
        String nothing = "data.path: names no folder, and the four files of mnist are not in "
                + Path.of(System.getenv("XDG_CACHE_HOME"), "crescent", "mnist")
                + "; put them there, or name the folder that holds them ";
        refused("builtin:mnist-modern: " + nothing + "with --mnist DIR, or let crescent download mnist get"
                + " them", "train", "builtin:mnist-modern");
        refused("builtin:mnist-modern: " + nothing + "with --mnist DIR, or let crescent download mnist get"
                + " them", "data", "builtin:mnist-modern");
        String file = "builtin:mnist-softmax";
        refused("--mnist: builtin:moons learns from moons, not from mnist; leave the option out",
                "data", "builtin:moons", "--mnist", folder.toString());
        refused("--mnist: builtin:moons learns from moons, not from mnist; leave the option out", "render",
                "builtin:moons", "--mnist", folder.toString(), "--view", "loss", "--out", path("p.png"));
        refused(file + ": " + folder + ": has no file train-labels-idx1-ubyte, with or without .gz;"
                + " put it there or choose another folder", "train", file, "--mnist", folder.toString());
    }

    @Test
    void anExperimentIsNotSavedUnderATablesName() {
        refused(path("x.txt") + ": is the name of a table, end it in .crescent",
                "train", "builtin:moons", "--save", path("x.txt"));
    }

    @Test
    void aShippedTableIsFoundFromWhereverTheExperimentIsSaved() throws IOException {
        done("train", "builtin:linear-regression", "--epochs", "1", "--save", path("l.crescent"));
        assertThat(Files.readString(folder.resolve("l.crescent"))).contains("\"path\": \"builtin:linear-regression.csv\"");
        assertThat(done("data", path("l.crescent")).out().lines()).hasSize(102);
        Files.writeString(folder.resolve("n.crescent"), """
                {"format": "crescent-experiment", "version": 1, "data": {"source": "csv", "path": "builtin:no.csv"}}""");
        refused(path("n.crescent") + ": data.path: no table builtin:no.csv comes with Crescent; choose another file",
                "data", path("n.crescent"));
    }
}
