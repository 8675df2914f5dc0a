package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Source;
import dev.crescent.export.link.LinkException;
import dev.crescent.export.link.PlaygroundLink;
import dev.crescent.ui.FxDrops;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Links of TensorFlow Playground that a whole window is given, and gives out.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowLinksTest {
    private static final String LINK = "https://playground.tensorflow.org/#dataset=xor&networkShape=3&xTimesY=true&seed=0.00042";
    private static final String NONE = "https://playground.tensorflow.org/#learningRate=fast";

    @TempDir
    private Path folder = Path.of("");
    private WindowBench app;

    @BeforeEach
    void open() {
        app = new WindowBench(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        app.close();
        Clipboard.getSystemClipboard().clear();
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    private static Experiment linked() throws LinkException {
        return PlaygroundLink.read(LINK).experiment();
    }

    private String title() {
        return menu().getText();
    }

    private MenuButton menu() {
        return (MenuButton) Objects.requireNonNull(app.scene().lookup(".file-menu"));
    }

    private void choose(String id) {
        menu().getItems().stream().filter(item -> id.equals(item.getId())).findFirst().orElseThrow().fire();
    }

    private void awaitOpened() throws LinkException {
        Experiment linked = linked();
        app.await("the link's experiment", () -> app.experiment().equals(linked));
        app.settle();
    }

    @Test
    void aPastedLinkIsOpenedAndCanBeUndone() throws LinkException {
        copy(LINK);
        app.press("Ctrl+V");
        awaitOpened();
        assertThat(title()).isEqualTo("TF Playground: xor");
        assertThat(app.line()).isEmpty();
        assertThat(app.bench().document().isSaved()).as("nothing to save before it is changed").isTrue();
        app.press("S");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        app.press("Ctrl+Z");
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
    }

    @Test
    void unsavedChangesAreAskedAboutFirst() throws LinkException {
        app.click("tile-spiral");
        Experiment changed = app.experiment();
        copy(LINK);
        app.press("Ctrl+V");
        app.await("the question", () -> dialog() != null);
        assertThat(app.experiment()).isEqualTo(changed);
        DialogPane asked = Objects.requireNonNull(dialog());
        asked.lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals(Texts.get("window.discard"))).findFirst().orElseThrow().fire();
        awaitOpened();
        app.press("Ctrl+Z");
        assertThat(app.experiment()).isEqualTo(changed);
    }

    private @org.jspecify.annotations.Nullable DialogPane dialog() {
        return Window.getWindows().stream().filter(window -> window != app.stage && window.getScene() != null)
                .map(window -> window.getScene().getRoot()).filter(DialogPane.class::isInstance).map(DialogPane.class::cast)
                .findFirst().orElse(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"three words here", "x1^2", ""})
    void anyOtherTextIsNothing(String text) {
        copy(text);
        app.press("Ctrl+V");
        FxExtension.pulse(app.scene());
        assertThat(app.line()).isEmpty();
        assertThat(app.bench().canUndo()).isFalse();
    }

    @Test
    void aLinkThatCannotBeOpenedIsAnsweredWithASentenceAndTheRunGoesOn() {
        app.press("S");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        copy(NONE);
        app.press("Ctrl+V");
        assertThat(app.line()).isEqualTo("playground.tensorflow.org link: learningRate: must be a number above 0 and at most"
                + " 1000, is \"fast\"");
        copy("https://example.com/");
        app.press("Ctrl+V");
        assertThat(app.line()).startsWith("https://example.com/: is not a link of TensorFlow Playground");
        app.press("S");
        app.awaitSnapshot("another step", s -> s.step() == 2);
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
    }

    @Test
    void inATextFieldItIsPastedAsText() {
        Node field = app.find("data.seed-field");
        field.requestFocus();
        ((TextField) field).selectAll();
        copy(LINK);
        app.press("Ctrl+V");
        assertThat(((TextField) field).getText()).isEqualTo(LINK);
        assertThat(app.bench().canUndo()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/uri-list"})
    void aDroppedLinkIsOpened(String kind) throws LinkException {
        DataFormat format = kind.equals("text/plain") ? DataFormat.PLAIN_TEXT : DataFormat.URL;
        Node root = app.scene().getRoot();
        Node frame = Objects.requireNonNull(root.lookup(".drop-frame"));
        assertThat(FxDrops.text(root, DragEvent.DRAG_OVER, DataFormat.PLAIN_TEXT, "a word").isAccepted()).isFalse();
        assertThat(frame.isVisible()).isFalse();
        assertThat(FxDrops.text(root, DragEvent.DRAG_OVER, format, LINK).isAccepted()).isTrue();
        assertThat(frame.isVisible()).as("says what will happen").isTrue();
        assertThat(FxDrops.text(root, DragEvent.DRAG_DROPPED, format, LINK).isDropCompleted()).isTrue();
        assertThat(frame.isVisible()).isFalse();
        awaitOpened();
    }

    @Test
    void itIsOpenedFromTheMenuAndFromTheDigitRoom() throws LinkException {
        choose("file.pasteLink");
        assertThat(app.line()).isEqualTo(Texts.get("link.none"));
        app.click("rail.digits");
        app.await("the digits", () -> app.experiment().data().source() instanceof Source.Digits
                || app.experiment().data().source() instanceof Source.Images);
        copy(LINK);
        app.press("Ctrl+V");
        awaitOpened();
        assertThat(app.find("tile-xor").getScene()).as("the playground is shown").isNotNull();
    }

    @Test
    void whatALinkWantsShownIsSwitchedOnAndWhatItDoesNotWantStays() throws LinkException {
        assertThat(PlaygroundLink.read(copied(NONE.replace("learningRate=fast", "dataset=gauss&discretize=true"))))
                .satisfies(link -> {
                    assertThat(link.discretize()).isTrue();
                    assertThat(link.showTestData()).as("as it was").isTrue();
                });
    }

    /// What is copied of an opened link.
    private String copied(String link) throws LinkException {
        Experiment experiment = PlaygroundLink.read(link).experiment();
        copy(link);
        app.press("Ctrl+V");
        app.await("the experiment", () -> app.experiment().equals(experiment));
        choose("file.copyLink");
        assertThat(app.line()).isEqualTo(Texts.get("link.copied"));
        return Clipboard.getSystemClipboard().getString();
    }

    @Test
    void theCopiedLinkFollowsChanges() throws LinkException {
        copied(LINK);
        app.click("tile-spiral");
        choose("file.copyLink");
        String link = Clipboard.getSystemClipboard().getString();
        assertThat(link).startsWith("https://playground.tensorflow.org/#activation=tanh&batchSize=10&dataset=spiral")
                .contains("&networkShape=3&seed=0.00042&").contains("&xTimesY=true&");
        assertThat(((Source.Points) PlaygroundLink.read(link).experiment().data().source()).set()).isEqualTo(PointSet.SPIRAL);
    }

    @Test
    void whatThePlaygroundCannotShowIsSaidAndTheClipboardStays() {
        copy("mine");
        choose("file.copyLink");
        assertThat(app.line()).isEqualTo("TensorFlow Playground cannot show this experiment: the data set must be one of circle,"
                + " xor, gauss, spiral, plane, gauss-regression, is moons.");
        assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("mine");
    }

    @Test
    void aLinkAsTheArgumentIsOpenedAndIsThereAtTheNextStart() throws LinkException {
        app.close();
        app = new WindowBench(folder.resolve("other"), LINK);
        assertThat(app.experiment()).isEqualTo(linked());
        assertThat(title()).isEqualTo("TF Playground: xor");
        app.close();
        app = new WindowBench(folder.resolve("other"));
        assertThat(app.experiment()).isEqualTo(linked());
        assertThat(title()).as("still the link's, unchanged").isEqualTo("TF Playground: xor");
        app.close();
        app = new WindowBench(folder.resolve("other"), NONE);
        assertThat(app.line()).contains("learningRate");
        assertThat(app.experiment()).isEqualTo(linked());
    }
}
