package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.ui.FxDrops;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.DragEvent;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Files that a whole window is given, and what it keeps from one start to the next.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowFilesTest {
    private static final Experiment OTHER = Experiment.defaults().withTitle("Other").withFeatures(java.util.List.of("x1"));

    @TempDir
    private Path folder = Path.of("");
    private Path home;
    private WindowBench app;

    @BeforeEach
    void open() {
        home = folder.resolve("home");
        app = new WindowBench(home);
    }

    @AfterEach
    void close() {
        app.close();
    }

    private void reopen(String... arguments) {
        app.close();
        app = new WindowBench(home, arguments);
    }

    private void drop(Path file) {
        Node root = app.scene().getRoot();
        assertThat(FxDrops.file(root, DragEvent.DRAG_OVER, file.toFile()).isAccepted()).isTrue();
        Node frame = Objects.requireNonNull(root.lookup(".drop-frame"));
        assertThat(frame.isVisible()).as("says what will happen").isTrue();
        FxDrops.file(root, DragEvent.DRAG_DROPPED, file.toFile());
        assertThat(frame.isVisible()).isFalse();
    }

    private String title() {
        return ((MenuButton) app.scene().lookup(".file-menu")).getText();
    }

    private Path table(String name, String header, int columns, int classes) throws IOException {
        StringBuilder text = new StringBuilder(header + "\n");
        for (int row = 0; row < 60; row++) {
            for (int column = 0; column < columns; column++) {
                text.append((row * 7 + column * 3) % 11 + row % classes).append(',');
            }
            text.append("kind").append(row % classes).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void aPinnedPlaceGoesWithItsColumns() throws IOException {
        reopen(Files.writeString(folder.resolve("birds.csv"), "bill,mass,species\n1,2,a\n3,1,b\n2,2,a\n4,1,b\n2,3,a\n5,1,b\n").toString());
        app.await("a field", () -> !app.scene().getRoot().lookupAll(".output-picture").isEmpty());
        FxEvents.click(app.picture(), 100, 100);
        Node card = Objects.requireNonNull(app.scene().lookup(".pinned-card"));
        app.await("the pinned place", card::isVisible);
        drop(Files.writeString(folder.resolve("houses.csv"), "rooms,area,kind\n1,2,x\n3,1,y\n2,2,x\n4,1,y\n2,3,x\n5,1,y\n"));
        app.awaitSnapshot("the other table", s -> s.dataset().inputNames().size() == 2 && s.dataset().classNames().contains("x"));
        app.await("nothing is pinned", () -> !card.isVisible());
    }

    @Test
    void aKeyClosesTheWindow() {
        app.press("Ctrl+Q");
        assertThat(app.stage.isShowing()).isFalse();
    }

    @Test
    void aDroppedExperimentIsOpenedAndItsNameShown() throws IOException {
        Path file = WindowBench.write(folder.resolve("other one.crescent"), OTHER);
        drop(file);
        app.await("the other experiment", () -> app.experiment().equals(OTHER));
        app.settle();
        assertThat(title()).isEqualTo("other one");
        assertThat(app.stage.getTitle()).isEqualTo("other one \u2014 Crescent");
        assertThat(app.preferences.recent()).containsExactly(file);
        assertThat(app.latest().step()).isZero();
    }

    @Test
    void aDamagedFileIsAnsweredWithASentenceAndTheWorkGoesOn() throws IOException {
        app.press("S");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        Path damaged = Files.writeString(folder.resolve("damaged.crescent"), "{\"format\": \"crescent");
        drop(damaged);
        app.await("the sentence", () -> app.line().contains("damaged.crescent"));
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
        assertThat(app.bench().canUndo()).isFalse();
        assertThat(app.latest().step()).isEqualTo(1);
        assertThat(app.preferences.recent()).isEmpty();
    }

    @Test
    void anExperimentWhoseTableIsMissingLeavesTheRunAlone() throws IOException {
        app.press("S");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        Source.Csv csv = new Source.Csv("gone.csv", "", Task.CLASSIFICATION, java.util.List.of(), java.util.List.of(), null);
        Path file = WindowBench.write(folder.resolve("orphan.crescent"),
                Experiment.defaults().withData(Experiment.defaults().data().withSource(csv)));
        drop(file);
        app.await("the sentence", () -> app.line().contains("gone.csv"));
        app.press("S");
        app.awaitSnapshot("the run goes on", s -> s.step() == 2);
        assertThat(app.bench().document().file()).isNull();
    }

    @Test
    void aDroppedTableIsLearnedFromWithAFittingNetwork() throws IOException {
        drop(table("flowers.csv", "width,height,kind", 2, 3));
        app.await("the table", () -> app.experiment().data().source() instanceof Source.Csv);
        app.settle();
        assertThat(app.latest().dataset().classNames()).containsExactly("kind0", "kind1", "kind2");
        assertThat(((Model.Network) app.experiment().model()).output().units()).isEqualTo(3);
        assertThat(Objects.requireNonNull(app.scene().lookup(".network-picture")).getParent().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())).as("the inputs have the columns' names").contains("width", "height");
        assertThat(app.line()).isEmpty();
        app.press("Shift+S");
        app.awaitSnapshot("an epoch", s -> s.epoch() == 1);
        app.press("Ctrl+Z");
        app.settle();
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
    }

    @Test
    void aTableOfQuantitiesBeyondThePlaneIsNotCalledAProbability() throws IOException {
        StringBuilder text = new StringBuilder("a,b,c,price\n");
        for (int i = 0; i < 60; i++) {
            text.append(i % 7).append(',').append(i % 5).append(',').append(i % 3).append(',').append(0.37 * i).append('\n');
        }
        drop(Files.writeString(folder.resolve("prices.csv"), text));
        app.await("the table", () -> app.experiment().data().source() instanceof Source.Csv);
        app.settle();
        app.await("the loss", () -> app.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(node -> ((Label) node).getText().matches("test loss, all \\d+ samples")));
        assertThat(app.scene().getRoot().lookupAll(".label").stream().map(node -> ((Label) node).getText()))
                .doesNotContain(Texts.get("output.probability"));
        assertThat(app.find("output.accuracy").getParent().isVisible()).as("a regression has no accuracy").isFalse();
    }

    @Test
    void aTableBeyondThePlaneHasNoPictureButItsInputsCanBePointedAt() throws IOException {
        drop(table("animals.csv", "a,b,c,d,kind", 4, 2));
        app.await("the table", () -> app.experiment().data().source() instanceof Source.Csv);
        app.settle();
        app.await("the numbers in place of the picture", () -> app.find("output.scores").isVisible()
                && ((Label) app.find("output.accuracy")).getText().endsWith("%"));
        assertThat(app.picture().getParent().isVisible()).isFalse();

        Node network = Objects.requireNonNull(app.scene().lookup(".network-picture"));
        for (double y = 5; y < network.getLayoutBounds().getHeight(); y += 12) {
            for (double x = 5; x < 160; x += 12) {
                FxEvents.move(network, x, y);
            }
        }
        FxExtension.pulse(app.scene());
        assertThat(app.line()).isEmpty();
    }

    @Test
    void aTableOfNumbersShowsWhatIsPredictedAgainstWhatIsTrue() throws IOException {
        StringBuilder rows = new StringBuilder("a,b,c,price\n");
        for (int row = 0; row < 60; row++) {
            rows.append(row % 7).append(',').append(row % 5).append(',').append(row % 3).append(',')
                    .append(0.3 * (row % 7) + 0.2 * (row % 5) + 0.013).append('\n');
        }
        drop(Files.writeString(folder.resolve("prices.csv"), rows.toString()));
        app.await("the table", () -> app.experiment().data().source() instanceof Source.Csv);
        app.settle();
        app.await("the plot of the network as it begins", () -> r2().startsWith("R\u00b2 "));
        String before = r2();
        assertThat(app.find("output.predictions").isVisible()).isTrue();
        assertThat(app.find("predictions.plot").queryAccessibleAttribute(AccessibleAttribute.TEXT)).asString()
                .startsWith("Predicted against true values of 30 test samples");
        app.press("Space");
        app.await("it changes while the network learns", () -> app.latest().running() && !r2().equals(before));
        app.await("nearly all is explained", () -> app.latest().running() && r2().startsWith("R\u00b2 0.9"));
        app.press("Space");
    }

    private String r2() {
        return app.scene().getRoot().lookupAll(".label").stream().filter(node -> "predictions.r2".equals(node.getId()))
                .map(node -> ((Label) node).getText()).findFirst().orElse("");
    }

    @Test
    void anythingElseDroppedIsAnsweredWithASentence() throws IOException {
        drop(Files.writeString(folder.resolve("cat.png"), ""));
        assertThat(app.line()).contains("cat.png").contains(".crescent");
        drop(Files.writeString(folder.resolve("empty.csv"), ""));
        app.await("the sentence", () -> app.line().contains("empty.csv"));
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
    }

    @Test
    void workThatWasNotSavedIsThereAtTheNextStart() {
        app.click("tile-xor");
        app.settle();
        Experiment left = app.experiment();
        reopen();
        assertThat(app.experiment()).isEqualTo(left);
        assertThat(app.bench().document().file()).isNull();
        assertThat(app.bench().canUndo()).isFalse();
    }

    @Test
    void theFileThatWasOpenIsOpenAgainAndItsChangesAreNotSaved() throws IOException {
        Path file = WindowBench.write(folder.resolve("a.crescent"), OTHER);
        reopen(file.toString());
        assertThat(app.experiment()).isEqualTo(OTHER);
        assertThat(app.preferences.recent()).containsExactly(file);
        app.click("tile-xor");
        Experiment changed = app.experiment();
        reopen();
        assertThat(app.bench().document()).isEqualTo(new Document(changed, file, OTHER).stamped(FileStamp.of(file)));
        assertThat(title()).isEqualTo("a");

        app.press("Ctrl+S");
        app.await("it is saved", () -> app.bench().document().isSaved());
        assertThat(Files.readString(file)).contains("\"xor\"");
    }

    @Test
    void afterACrashWorkIsNotTakenForThatOfTheFileBefore() throws IOException {
        Path first = WindowBench.write(folder.resolve("first.crescent"), OTHER);
        reopen(first.toString());
        Path second = WindowBench.write(folder.resolve("second.crescent"), OTHER.withTitle("Second"));
        reopen();
        assertThat(app.bench().document().file()).isEqualTo(first);
        drop(second);
        app.await("the second", () -> app.experiment().title().equals("Second"));
        app.await("it is kept", () -> kept(Autosave.Kept::file).equals(second.toString()));
        assertThat(kept(kept -> kept.experiment().title())).isEqualTo("Second");
        assertThat(Preferences.read(new UserFolder(home).preferences()).recent()).isEqualTo(app.preferences.recent())
                .startsWith(second);
    }

    private String kept(Function<Autosave.Kept, String> what) {
        try {
            return new Autosave(new UserFolder(home).autosave(1)).read().map(what).orElse("");
        } catch (ExperimentFileException | OpeningException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDamagedArgumentIsToldAndTheWorkBeforeComesBack() throws IOException {
        app.click("tile-xor");
        Experiment left = app.experiment();
        Path damaged = Files.writeString(folder.resolve("damaged.crescent"), "[1, 2]");
        reopen(damaged.toString());
        assertThat(app.line()).contains("damaged.crescent");
        assertThat(app.experiment()).isEqualTo(left);
    }

    /// It may have been changed while the window was closed.
    @Test
    void whatTheFileWasIsKnownOverARestart() throws IOException {
        Path file = WindowBench.write(folder.resolve("a.crescent"), OTHER);
        reopen(file.toString());
        app.click("tile-xor");
        assertThat(app.bench().document().isFileChanged()).isFalse();
        app.close();
        WindowBench.write(file, OTHER.withTitle("The others' newer work"));
        reopen();
        assertThat(app.bench().document().file()).isEqualTo(file);
        assertThat(app.bench().document().isFileChanged()).isTrue();
    }

    private boolean discretizes() {
        return app.scene().getRoot().lookupAll(".toggle-switch").stream().map(ToggleSwitch.class::cast)
                .filter(toggle -> Texts.get("output.discretize").equals(toggle.getAccessibleText())).findFirst().orElseThrow()
                .isSelected();
    }

    @Test
    void aLinkAsArgumentShowsWhatItWants() {
        assertThat(discretizes()).isFalse();
        reopen("https://playground.tensorflow.org/#dataset=xor&discretize=true");
        assertThat(discretizes()).isTrue();
    }

    @Test
    void ofADroppedFileWithDamagedCurvesTheRestIsOpenedAndTheLossIsSaid() throws IOException {
        app.press("S");
        app.awaitSnapshot("a step", s -> s.step() == 1);
        app.await("where training stands", () -> app.bench().progress() != null && app.bench().progress().step() == 1);
        Path file = folder.resolve("trained.crescent");
        assertThat(Documents.write(app.bench().document(), app.bench().progress(), List.of(), file)).isEmpty();
        byte[] bytes = Files.readAllBytes(file);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("epoch,trainLoss") + 2] ^= 1;
        Files.write(file, bytes);
        reopen();
        drop(file);
        app.await("the sentence", () -> app.line().contains("trained.crescent") && app.line().contains("curves are lost"));
        app.awaitSnapshot("the step", s -> s.step() == 1);
    }

    @Test
    void damagedPreferencesAndADamagedAutosaveStartAnew() throws IOException {
        app.close();
        UserFolder user = new UserFolder(home);
        Files.write(user.preferences(), new byte[] {(byte) 0xff, 0, '\\', 'u', 'z', '=', 9});
        Files.writeString(user.autosave(1), "{");
        app = new WindowBench(home);
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
        assertThat(app.stage.getWidth()).isEqualTo(1280);
        reopen();
        assertThat(app.stage.getWidth()).isEqualTo(1280);
    }

    @Test
    void anExampleFromTheMenuIsOpened() {
        MenuButton menu = (MenuButton) Objects.requireNonNull(app.scene().lookup(".file-menu"));
        var examples = (javafx.scene.control.Menu) menu.getItems().stream()
                .filter(item -> "Examples".equals(item.getText())).findFirst().orElseThrow();
        app.await("the examples' titles", () -> !examples.getItems().isEmpty());
        var spiral = examples.getItems().stream().filter(item -> item.getText().contains("spiral")).findFirst().orElseThrow();
        spiral.fire();
        app.await("the example", () -> !app.experiment().equals(Experiment.defaults()));
        app.settle();
        assertThat(((Model.Network) app.experiment().model()).layers().getFirst()).isInstanceOf(Layer.Weighted.class);
        assertThat(app.line()).isEmpty();
        app.press("Ctrl+Z");
        assertThat(app.experiment()).isEqualTo(Experiment.defaults());
    }
}
