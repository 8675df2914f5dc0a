package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.TinyMnist;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Source;
import dev.crescent.train.Command;
import dev.crescent.ui.FxExtension;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A whole window with images in it.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowImagesTest {
    @TempDir
    private Path folder = Path.of("");
    private WindowBench app;

    @AfterEach
    void close() {
        app.close();
    }

    private Node node(String id) {
        return app.find(id);
    }

    private boolean seen(String id) {
        for (Node each = node(id); each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private String text(String id) {
        return ((Label) node(id)).getText();
    }

    private Experiment found(String name) throws Exception {
        Experiment experiment = Builtins.read(name);
        return experiment.withData(experiment.data().withSource(
                new Source.Images(ImageSet.MNIST, TinyMnist.write(folder.resolve("images"), 300, 40).toString(), 0)));
    }

    @Test
    void withoutTheFilesASentenceWithAButtonStandsWhereThePictureWould() {
        app = new WindowBench(folder.resolve("home"), "builtin:mnist-softmax");
        app.await("the sentence", () -> seen("output.action"));
        assertThat(text("output.offer.sentence")).isEqualTo("MNIST is not on this machine yet, at least not in "
                + Datasets.folderOf(ImageSet.MNIST) + ". Download it there, 11.6 MB from ossci-datasets.s3.amazonaws.com, or"
                + " choose the folder that holds its four files.");
        assertThat(((Button) node("output.download")).getText()).isEqualTo("Download");
        assertThat(((Button) node("output.action")).getText()).isEqualTo("Folder\u2026");
        assertThat(seen("output.scores")).isFalse();
        assertThat(text("images.facts")).isEqualTo("There are no images yet.");
        app.press("Space");
        app.await("an answer to Run", () -> app.line().contains("There are no images yet"));
    }

    @Test
    void aConvolutionTrainsAndShowsHowGoodItIs() throws Exception {
        Experiment conv = found("mnist-softmax").withModel(new Model.Network(1, List.of(
                ((Model.Network) Builtins.read("mnist-conv").model()).layers().getFirst(),
                new Layer.MaxPool(2, 2, Rounding.DOWN),
                ((Model.Network) Builtins.read("mnist-softmax").model()).output())));
        Path file = WindowBench.write(folder.resolve("conv.crescent"), conv);
        app = new WindowBench(folder.resolve("home"), file.toString());
        app.await("the images", () -> seen("output.scores") && seen("images.sheet"));
        assertThat(text("images.count")).isEqualTo("300 + 40");
        assertThat(text("images.facts")).startsWith("28 \u00d7 28 pixels, 10 classes");
        app.await("their sheet", () -> ((ImageView) node("images.sheet")).getImage() != null);
        app.send(new Command.Epoch());
        app.awaitSnapshot("an epoch", s -> s.epoch() == 1 && !s.running());
        app.await("the whole test part", () -> text("output.accuracy").endsWith("%"));
        assertThat(seen("data.images")).isTrue();
    }

    @Test
    void theFolderThatIsChosenIsReadAndTheChoiceCanBeUndone() throws Exception {
        app = new WindowBench(folder.resolve("home"), "builtin:mnist-softmax");
        app.await("the sentence", () -> seen("output.action"));
        Experiment before = app.experiment();
        Experiment after = found("mnist-softmax");
        app.bench().change(after, "", true);
        app.await("the images", () -> seen("output.scores"));
        assertThat(seen("output.action")).isFalse();
        assertThat(text("output.empty")).isNotNull();
        app.press("Ctrl+Z");
        app.await("the sentence again", () -> seen("output.action"));
        assertThat(app.experiment()).isEqualTo(before);
    }

    @Test
    void backAtPointsThePictureOfThePlaneIsBack() throws Exception {
        Path file = WindowBench.write(folder.resolve("digits.crescent"), found("mnist-softmax"));
        app = new WindowBench(folder.resolve("home"), file.toString());
        app.await("the images", () -> seen("output.scores"));
        app.bench().open(Document.begun(Experiment.defaults()));
        app.await("the plane", () -> !seen("output.scores") && !seen("data.images"));
        assertThat(seen("output.empty")).isFalse();
    }
}
