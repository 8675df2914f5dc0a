package dev.crescent.app;

import static dev.crescent.app.SheetLooks.count;
import static dev.crescent.app.SheetLooks.isDrawnAtEverySize;
import static dev.crescent.app.SheetLooks.svg;
import static dev.crescent.app.SheetLooks.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Builtins;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.points.OutputView;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Pictures of the plane follow what the output panel shows.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class PlanePicturesTest {
    @TempDir
    private Path home = Path.of("");
    private WindowBench app;

    private void open(String name) throws Exception {
        app = WindowBench.on(home, Builtins.read(name));
        FxExtension.pulse(app.scene());
    }

    @AfterEach
    void close() {
        app.close();
    }

    private OutputView view() {
        return (OutputView) Objects.requireNonNull(app.scene().lookup(".output-view"));
    }

    private List<String> ids() {
        return app.window.views().pictures().stream().map(ShownView::id).toList();
    }

    private ShownView plane() {
        assertThat(ids()).containsExactly("plane");
        return app.window.views().pictures().getFirst();
    }

    /// The colors of the plane within the picture.
    private static BufferedImage field(Document svg) throws Exception {
        assertThat(count(svg, "image")).isEqualTo(1);
        String data = ((Element) svg.getElementsByTagName("image").item(0)).getAttribute("xlink:href");
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1))));
    }

    private static int colors(BufferedImage field) {
        return (int) Arrays.stream(field.getRGB(0, 0, field.getWidth(), field.getHeight(), null, 0, field.getWidth()))
                .distinct().count();
    }

    @Test
    void thePartThatIsZoomedToIsDrawnAsFineAsThePicture() throws Exception {
        open("moons");
        assertThat(ids()).as("what render draws").isEmpty();
        FxEvents.scroll(app.picture(), 100, 200, 5 * 40);
        Document svg = svg(plane(), 1600, 1200);
        assertThat(words(svg)).contains("Two moons", "class probability", "x\u2081", "x\u2082", "training", "test", "0.9")
                .as("ticks of the whole plane").doesNotContain("2");
        assertThat(field(svg).getWidth()).isGreaterThan(900);
        assertThat(count(svg, "ellipse")).as("of points that are not in it").isLessThan(2 * 500);
        isDrawnAtEverySize(plane());
        app.clickButton(Texts.get("output.fit"));
        assertThat(ids()).isEmpty();
        app.clickButton(Texts.get("output.zoomOut"));
        app.click("output.mode.hidden");
        assertThat(ids()).as("behind the hidden space").doesNotContain("plane");
    }

    @Test
    void whatIsSwitchedOffIsNeitherDrawnNorExplained() throws Exception {
        open("moons");
        view().discretizeProperty().set(true);
        Document two = svg(plane());
        assertThat(colors(field(two))).isEqualTo(2);
        assertThat(words(two)).contains("0.1", "0.5", "0.9", "test");
        view().contoursProperty().set(false);
        Document bare = svg(plane());
        assertThat(count(bare, "path")).isLessThan(count(two, "path"));
        assertThat(words(bare)).contains("0.5", "test").doesNotContain("0.1", "0.9");
        view().showTestProperty().set(false);
        Document training = svg(plane());
        assertThat(words(training)).contains("training").doesNotContain("test");
        assertThat(count(training, "ellipse")).isLessThan(count(bare, "ellipse") - 250);
        view().discretizeProperty().set(false);
        assertThat(words(svg(plane()))).contains("0.1", "0.5", "0.9");
        assertThat(colors(field(svg(plane())))).isGreaterThan(20);
    }

    @Test
    void thePinnedPlaceIsMarkedAndSaysWhatTheModelDoes() throws Exception {
        open("moons");
        FxEvents.click(app.picture(), 60, 80);
        assertThat(String.join(" ", words(svg(plane())))).contains("x\u2081\u00a0\u2212").contains("x\u2082\u00a0");
        app.await("the card", () -> !card().isEmpty());
        assertThat(String.join(" ", words(svg(plane(), 1200, 700)))).containsAnyOf(card().toArray(String[]::new));
        assertThat(String.join(" ", words(svg(plane(), 700, 1200)))).containsAnyOf(card().toArray(String[]::new));
        isDrawnAtEverySize(plane());
        view().setRegion(view().region().panned(100, 0));
        assertThat(String.join(" ", words(svg(plane())))).as("of a place elsewhere").doesNotContain("x\u2081\u00a0");
        assertThat(view().pinned()).isNull();
    }

    /// The probabilities at the pinned place.
    private List<String> card() {
        return app.scene().getRoot().lookupAll(".pinned-card .value").stream().map(node -> ((Label) node).getText())
                .filter(text -> !text.isEmpty()).toList();
    }

    @Test
    void theMomentOfTheTimelineIsDrawn() throws Exception {
        open("moons");
        view().zoomIn();
        BufferedImage before = field(svg(plane()));
        for (int i = 1; i <= 2; i++) {
            double epochs = i;
            app.press("Shift+S");
            app.awaitSnapshot("an epoch", s -> s.epoch() == epochs);
        }
        FxExtension.pulse(app.scene());
        Document after = svg(plane());
        assertThat(words(after)).anyMatch(word -> word.startsWith("epoch 2"));
        assertThat(field(after).getRGB(9, 9)).isNotEqualTo(before.getRGB(9, 9));
        app.bench().playhead().hold(0);
        FxExtension.pulse(app.scene());
        Document back = svg(plane());
        assertThat(words(back)).anyMatch(word -> word.startsWith("epoch 0"));
        assertThat(field(back).getRGB(9, 9)).isEqualTo(before.getRGB(9, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"blobs", "regression"})
    void allTasksAreDrawnWithTheirLegends(String name) throws Exception {
        open(name);
        view().zoomIn();
        view().discretizeProperty().set(true);
        FxEvents.click(app.picture(), 60, 80);
        boolean classes = name.equals("blobs");
        assertThat(words(svg(plane()))).contains(classes ? "Class 2" : "0.0")
                .doesNotContain(Texts.get("legend.paler"));
        assertThat(colors(field(svg(plane())))).isEqualTo(classes ? 3 : 2);
        isDrawnAtEverySize(plane());
    }
}
