package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Builtins;
import dev.crescent.lesson.Lesson;
import dev.crescent.lesson.LessonReader;
import dev.crescent.train.Command;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxDrops;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.lesson.CaptionView;
import dev.crescent.ui.lesson.PixelsView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A talk in a whole window, held with the keys that a speaker has.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowPresentTest {
    private static final String TALK = """
            {"format": "crescent-lesson", "version": 1, "title": "Talk", "scenes": [
              {"title": "First", "caption": "**First** thing", "from": "builtin:xor", "camera": {"readout": true},
               "pace": {"stepsPerSecond": 100000, "epochs": 3},
               "then": [{"caption": "**Then** this", "camera": {"views": [{"view": "network"}, {"view": "curves"}]}},
                        {"caption": "**Other** weights", "model": {"seed": 7}, "pace": {"autoStart": false}}]},
              {"title": "Second", "caption": "**Second** thing", "from": "builtin:xor", "camera": {"views": [{"view": "hidden", "layer": 1}]},
               "pace": {"autoStart": false}},
              {"title": "Third", "caption": "**Third** thing", "camera": {"views": [{"view": "race"}]}, "pace": {"autoStart": false}},
              {"title": "Fourth", "caption": "**Fourth** thing", "data": {"source": "digits", "samples": 20, "scaling": "unit"},
               "model": {"layers": [{"type": "dense", "units": 10, "activation": "softmax"}]},
               "camera": {"views": [{"view": "pixels"}, {"view": "pad"}]}, "pace": {"autoStart": false}}
            ]}""";

    private static final String LOST = """
            {"format": "crescent-lesson", "version": 1, "scenes": [
              {"caption": "Lost", "data": {"source": "csv", "path": "nope.csv"}, "camera": {"views": [{"view": "network"}]}},
              {"caption": "Found", "from": "builtin:xor"}]}""";

    @TempDir
    private Path home = Path.of("");
    private WindowBench app;
    private Scene window;

    @BeforeEach
    void open() {
        app = new WindowBench(home);
        window = app.scene();
    }

    @AfterEach
    void close() {
        app.close();
    }

    private Presentation present(String json) {
        Lesson lesson = LessonReader.read(json);
        app.window.presenting().present(lesson, 0, null, scene -> { });
        app.await("the stage", () -> app.scene() != window && !caption().isEmpty());
        return Objects.requireNonNull(app.window.presenting().presentation());
    }

    @Test
    void noMistakeIsRoundedAway() {
        assertThat(List.of(Presentation.percent(0.994), Presentation.percent(0.996), Presentation.percent(0.9999),
                Presentation.percent(1))).containsExactly("99\u00a0%", "99.6\u00a0%", "99.9\u00a0%", "100\u00a0%");
    }

    private String caption() {
        return ((CaptionView) app.find("stage.caption")).text();
    }

    private static Snapshot latest(Presentation talk) {
        return Objects.requireNonNull(Objects.requireNonNull(talk.bench()).trainer().latest());
    }

    private void awaitData(Presentation talk) {
        app.await("the scene's data", () -> Objects.requireNonNull(talk.bench()).trainer().latest() != null);
    }

    @Test
    void theTourIsOneKeyAwayAndLeavesTheBenchAsItWas() {
        app.bench().open(Place.start(Document.begun(app.experiment().withTitle("Mine"))));
        app.settle();
        app.send(new Command.Epoch());
        Snapshot before = app.awaitSnapshot("an epoch", snapshot -> snapshot.epoch() >= 1 && !snapshot.running());
        Document document = app.bench().document();

        app.press("F5");
        app.await("the stage", () -> app.scene() != window && caption().startsWith("One neuron"));
        assertThat(app.stage.isFullScreen()).isTrue();
        app.press("Space");
        app.await("the next scene", () -> caption().startsWith("One line"));
        app.press("Esc");

        assertThat(app.scene()).isSameAs(window);
        assertThat(app.stage.isFullScreen()).isFalse();
        assertThat(app.bench().document()).isSameAs(document);
        assertThat(app.latest().parameters()).isEqualTo(before.parameters());
        assertThat(app.bench().canUndo()).isTrue();
        assertThat(app.window.presenting().doneScenes()).containsExactly(0);
    }

    @Test
    void trainingWaitsForTheTalkAndGoesOnAfterwards() {
        app.press("Space");
        app.awaitSnapshot("running", Snapshot::running);

        present(TALK);
        app.await("a pause", () -> !app.latest().running());
        app.press("Esc");

        app.awaitSnapshot("running again", Snapshot::running);
    }

    @Test
    void aClickersKeysGoForthAndBack() {
        Presentation talk = present(TALK);
        awaitData(talk);

        app.press("Page Down");
        assertThat(caption()).isEqualTo("Then this");
        app.press("Right");
        assertThat(caption()).isEqualTo("Other weights");
        app.press("Space");
        assertThat(caption()).isEqualTo("Second thing");
        app.press("Page Up");
        assertThat(caption()).isEqualTo("First thing");
        app.press("Left");
        assertThat(caption()).isEqualTo("First thing");
        app.press("3");
        assertThat(caption()).isEqualTo("Third thing");
        app.press("4");
        assertThat(caption()).isEqualTo("Fourth thing");
        app.press("Down");
        assertThat(caption()).isEqualTo("Fourth thing");
    }

    /// Where it waits at the end of its epochs, it goes on waiting.
    @Test
    void anotherCameraLeavesTheRunAsItIs() {
        Presentation talk = present(TALK);
        awaitData(talk);
        app.await("three epochs", () -> latest(talk).epoch() == 3 && !latest(talk).running() && !talk.isRunning());
        app.press("Right");
        assertThat(caption()).startsWith("Then");
        assertThat(talk.isRunning()).isFalse();
        assertThat(latest(talk).epoch()).isEqualTo(3);
        app.press("P");
        app.await("it goes on where the user wants", () -> latest(talk).epoch() > 3);
    }

    @Test
    void theDescentRoomIsPresentedWithARaceThatRuns() {
        app.click("rail.descent");
        app.press("Shift+F5");
        app.await("the stage", () -> app.scene() != window && app.window.presenting().isOn());
        Presentation talk = Objects.requireNonNull(app.window.presenting().presentation());
        app.await("a race", talk::isRunning);
    }

    @Test
    void aSceneGoesTheSameEveryTimeAndStopsByItself() {
        Presentation talk = present(TALK);
        awaitData(talk);
        app.await("three epochs", () -> latest(talk).epoch() == 3 && !latest(talk).running());
        float[] end = latest(talk).parameters();
        Workbench first = talk.bench();

        app.press("Home");
        assertThat(talk.bench()).isNotSameAs(first);
        awaitData(talk);
        app.await("three epochs again", () -> latest(talk).epoch() == 3 && !latest(talk).running());

        assertThat(latest(talk).parameters()).isEqualTo(end);
    }

    @Test
    void whatOnlyLooksAtTheSameRunGoesOnWithIt() {
        Presentation talk = present(TALK);
        awaitData(talk);
        app.await("three epochs", () -> latest(talk).epoch() == 3);
        Workbench first = talk.bench();

        app.press("Space");
        assertThat(talk.bench()).isSameAs(first);
        app.await("the network", () -> app.scene().lookup(".picture-frame") != null);

        app.press("Space");
        assertThat(talk.bench()).isNotSameAs(first);
        awaitData(talk);
        FxExtension.pulse(app.scene());
        assertThat(latest(talk).step()).isZero();
    }

    @Test
    void blackShowsNothingUntilTheNextKeyBringsItBack() {
        present(TALK);

        app.press("B");
        assertThat(app.find("stage.blackout").isVisible()).isTrue();
        app.press("Space");
        assertThat(app.find("stage.blackout").isVisible()).isFalse();
        assertThat(caption()).isEqualTo("First thing");
        app.press("Period");
        assertThat(app.find("stage.blackout").isVisible()).isTrue();
        app.press("Home");
        assertThat(app.find("stage.blackout").isVisible()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "P", "T", "F1", "X", "Page Down", "Left"})
    void fromBlackAKeyOnlyBringsItBack(String key) {
        present(TALK);
        app.press("B");
        List<String> dress = List.copyOf(app.find("stage.blackout").getScene().getStylesheets());
        app.press(key);
        assertThat(app.find("stage.blackout").isVisible()).isFalse();
        assertThat(app.find("stage.light").isVisible()).isFalse();
        assertThat(app.find("stage.keyList").isVisible()).isFalse();
        assertThat(app.find("stage.blackout").getScene().getStylesheets()).isEqualTo(dress);
        assertThat(caption()).isEqualTo("First thing");
    }

    @Test
    void homeTakesAwayAllThatLiesOverTheScene() {
        Presentation talk = present(TALK);
        app.press("L");
        app.press("F1");
        assertThat(app.find("stage.light").isVisible()).isTrue();
        assertThat(app.find("stage.keyList").isVisible()).isTrue();
        app.press("Space");
        app.press("Space");
        awaitData(talk);

        app.press("Home");

        assertThat(caption()).isEqualTo("First thing");
        assertThat(app.find("stage.light").isVisible()).isFalse();
        assertThat(app.find("stage.keyList").isVisible()).isFalse();
    }

    @Test
    void aCaptionOfManyLinesStaysOffTheNumbersBelowIt() {
        present("""
                {"format": "crescent-lesson", "version": 1, "scenes": [{"from": "builtin:xor", "pace": {"autoStart": false},
                 "caption": "A sentence that is **long enough** to fill several whole lines on the stage of a talk, as people like to write them when there is much to be said of what is to be seen",
                 "camera": {"readout": true, "views": [{"view": "network"}, {"view": "curves"}]}}]}""");
        app.await("the numbers", () -> app.find("stage.readout") instanceof Label label && !label.getText().isEmpty());
        app.settle();
        Bounds words = app.find("stage.caption").getBoundsInParent();
        Bounds numbers = app.find("stage.readout").getBoundsInParent();
        assertThat(words.getHeight()).as("several lines").isGreaterThan(2 * numbers.getHeight());
        assertThat(words.getMaxY()).isLessThan(numbers.getMinY() - 4);
    }

    @Test
    void escapeClosesTheCardOfKeysBeforeItEndsTheTalk() {
        present(TALK);
        app.press("F1");
        assertThat(app.find("stage.caption").isVisible()).as("no part of it below the keys").isFalse();
        app.press("Esc");
        assertThat(app.find("stage.keyList").isVisible()).isFalse();
        assertThat(app.find("stage.caption").isVisible()).isTrue();
        assertThat(caption()).as("still on stage").isEqualTo("First thing");
    }

    @Test
    void everyViewComesOnStage() {
        Presentation talk = present(TALK);
        app.await("the output", () -> app.scene().lookup(".output-view") != null);
        app.press("2");
        awaitData(talk);
        app.await("the hidden space", () -> app.find("hidden.space").isVisible());
        app.press("3");
        awaitData(talk);
        app.press("P");
        app.await("a race", talk::isRunning);
        app.press("P");
        app.await("a pause", () -> !talk.isRunning());
        app.press("4");
        awaitData(talk);
        app.await("a digit", () -> app.find("stage.pixels") instanceof PixelsView pixels && pixels.isShowing());
        assertThat(app.scene().lookup(".prediction-view")).isNotNull();
    }

    @Test
    void whatIsOnTheBenchIsPresentedFromWhereItStands() throws Exception {
        app.bench().open(Place.start(Document.begun(Builtins.read("circle"))));
        app.settle();
        app.send(new Command.Epoch());
        Snapshot there = app.awaitSnapshot("an epoch", snapshot -> snapshot.epoch() >= 1 && !snapshot.running());

        app.press("Shift+F5");
        app.await("the stage", () -> app.scene() != window);
        Presentation talk = Objects.requireNonNull(app.window.presenting().presentation());
        awaitData(talk);

        assertThat(caption()).isEqualTo(there.experiment().title());
        assertThat(latest(talk).parameters()).isEqualTo(there.parameters());
        assertThat(latest(talk).step()).isEqualTo(there.step());
    }

    @Test
    void aLessonOfTheUsersOwnOpensOnStage() throws Exception {
        Path file = Files.writeString(home.resolve("talk.crescent"), TALK);

        FxDrops.file(app.scene().getRoot(), DragEvent.DRAG_DROPPED, file.toFile());
        app.await("the stage", () -> app.scene() != window && caption().equals("First thing"));
        app.press("4");
        app.await("a scene of one beat", () -> caption().equals("Fourth thing"));
        app.press("Esc");

        assertThat(app.preferences.recent()).contains(file);
        assertThat(app.window.presenting().doneScenes()).as("none of the tour's").isEmpty();
    }

    @Test
    void aDamagedLessonIsAnsweredInTheWindow() throws Exception {
        Path file = Files.writeString(home.resolve("talk.crescent"), TALK.replace("\"epochs\": 3", "\"epochs\": -3"));

        FxDrops.file(app.scene().getRoot(), DragEvent.DRAG_DROPPED, file.toFile());
        app.await("a sentence", () -> app.line().startsWith(file + ": scenes[0].pace.epochs: must be a whole number from 0"));

        assertThat(app.scene()).isSameAs(window);
        assertThat(app.preferences.recent()).doesNotContain(file);
    }

    @Test
    void aLessonWhoseDataAreNotThereIsAnsweredInTheWindow() throws Exception {
        Path file = Files.writeString(home.resolve("talk.crescent"), LOST);

        FxDrops.file(app.scene().getRoot(), DragEvent.DRAG_DROPPED, file.toFile());
        app.await("a sentence", () -> app.line().startsWith(file + ": scenes[0]: nope.csv: is not in the folder " + home));

        assertThat(app.scene()).isSameAs(window);
        assertThat(app.preferences.recent()).doesNotContain(file);
    }

    @Test
    void dataThatAreGoneOnStageAreMissedInASentenceAndTheNextSceneComes() {
        Presentation talk = present(LOST);
        Label problem = (Label) app.find("stage.problem");
        app.await("a sentence", () -> problem.isVisible() && problem.getText().contains("nope.csv: is not in the folder"));
        FxExtension.pulse(app.scene());
        assertThat(problem.getFont().getSize()).isGreaterThanOrEqualTo(18);
        assertThat(problem.lookup(".text").localToScene(problem.lookup(".text").getLayoutBounds()))
                .as("all of it in sight").matches(words -> app.scene().getRoot().getLayoutBounds().contains(words));
        assertThat(caption()).isEqualTo("Lost");
        assertThat(talk.isRunning()).isFalse();

        app.press("Space");
        assertThat(problem.isVisible()).isFalse();
        assertThat(caption()).isEqualTo("Found");
        awaitData(talk);
        FxExtension.pulse(app.scene());
        assertThat(problem.isVisible()).isFalse();
        app.press("Left");
        app.await("the sentence again", problem::isVisible);
    }

    @Test
    void aWindowThatIsClosedDuringATalkIsAsLargeAsBefore() {
        double width = app.stage.getWidth();
        present(TALK);
        app.stage.setWidth(width + 300);

        app.close();

        assertThat(Preferences.read(new UserFolder(home).preferences()).number("width", 0, 0, 10_000)).isEqualTo(width);
    }
}
