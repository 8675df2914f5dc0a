package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.export.OwnDrawings;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.digits.TeachBar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A whole window whose user teaches it drawings.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowTeachTest {
    @TempDir
    private Path folder = Path.of("");
    private Path home;
    private WindowBench app;
    private RoomHands room;

    @AfterEach
    void close() {
        app.close();
    }

    private void open() throws Exception {
        home = folder.resolve("home");
        Experiment few = RoomHands.few();
        app = WindowBench.on(home, few);
        room = new RoomHands(app);
        app.await("the digit room", room::inDigits);
        app.await("the weights", () -> Arrays.equals(app.latest().parameters(), ShippedWeights.of(few)));
        room.frame();
    }

    private Path file() {
        return new UserFolder(folder.resolve("home")).drawings();
    }

    private OwnDrawings kept() {
        try {
            return OwnDrawings.read(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void teachFourAsSeven() {
        room.drawOnly(RoomHands.FOUR);
        room.type(KeyCode.DIGIT7);
        app.click("teach-add");
    }

    private String own() {
        return ((Button) app.find("teach-own")).getText();
    }

    private String lesson() {
        return String.join("", app.find("teach-lesson").lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList());
    }

    @Test
    void aLessonChangesTheAnswerAndIsKept() throws Exception {
        open();
        assertThat(own()).isEqualTo("no own drawings");
        room.drawOnly(RoomHands.FOUR);
        assertThat(room.best()).startsWith("4 ");
        float[] ink = room.pad().preparation().centered();
        teachFourAsSeven();
        app.await("the bars change", () -> room.best().startsWith("7 "));
        assertThat(app.latest().dataset().own()).isEqualTo(1);
        assertThat(lesson()).matches("Last lesson .* s: 4 became 7");
        assertThat(own()).isEqualTo("1 own drawing");
        app.await("the file", () -> kept().all().size() == 1);
        OwnDrawings.Drawn drawn = kept().all().getFirst();
        assertThat(drawn.label()).isEqualTo(7);
        for (int i = 0; i < ink.length; i++) {
            assertThat(drawn.pixels()[i] & 0xff).isEqualTo(Math.round(255 * ink[i]));
        }
        int last = app.latest().dataset().train().count() - 1;
        assertThat(app.latest().dataset().train().labels()[last]).isEqualTo(7);
        assertThat(app.latest().dataset().train().inputs()[last * 784 + 400]).isEqualTo((drawn.pixels()[400] & 0xff) / 255f);

        app.click("teach-own");
        room.frame();
        assertThat(room.everywhere()).anyMatch(node -> node instanceof Label label && label.getText().equals("1 own drawing"));
        room.type(KeyCode.DELETE);
        app.await("none in the file", () -> kept().all().isEmpty());
        app.awaitSnapshot("none in training", s -> s.dataset().own() == 0);
        assertThat(own()).isEqualTo("no own drawings");
        assertThat(app.find("gallery.export").isDisabled()).isTrue();
        app.press("Ctrl+Z");
        app.await("what was deleted is in the file again", () -> kept().all().size() == 1);
        room.type(KeyCode.ESCAPE);
        assertThat(app.scene().getFocusOwner()).isSameAs(app.find("pad"));
    }

    @Test
    void aLessonIsUndoneWithItsDrawing() throws Exception {
        open();
        float[] before = app.latest().parameters();
        teachFourAsSeven();
        app.awaitSnapshot("the lesson", s -> s.dataset().own() == 1);
        app.bench().undo();
        app.awaitSnapshot("as before", s -> s.dataset().own() == 0 && Arrays.equals(s.parameters(), before));
        app.await("the bars", () -> room.best().startsWith("4 "));
        assertThat(own()).isEqualTo("no own drawings");
        app.await("nor in the file", () -> kept().all().isEmpty());
        assertThat(app.find("teach-lesson").isVisible()).as("it is not told of any more").isFalse();
        assertThat(room.inDigits()).isTrue();
        app.bench().redo();
        app.await("learned again", () -> room.best().startsWith("7 "));
        assertThat(own()).isEqualTo("1 own drawing");
        app.await("kept again", () -> kept().all().size() == 1);
    }

    @Test
    void thePadsKeysAreItsOwnWhereverTheKeyboardIsInTheRoom() throws Exception {
        open();
        room.drawOnly(RoomHands.FOUR);
        app.find("teach-own").requestFocus();
        FxEvents.press(app.find("teach-own"), KeyCode.DELETE);
        room.frame();
        assertThat(room.said()).isEqualTo("Nothing is drawn.");
        room.draw(RoomHands.FOUR);
        room.frame();
        room.type(KeyCode.DIGIT7);
        assertThat(room.best()).startsWith("4 ");
    }

    @Test
    void whatALessonDidIsToldOfItsOwnDrawing() throws Exception {
        open();
        teachFourAsSeven();
        room.pad().requestFocus();
        room.type(KeyCode.DELETE);
        app.await("the lesson", () -> lesson().contains("became"));
        assertThat(lesson()).endsWith(": 4 became 7");
    }

    @Test
    void aDamagedFileIsToldAndNotWrittenOver() throws Exception {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(file(), "no drawings at all");
        open();
        app.await("the sentence", () -> app.line().contains("drawings.zip: is damaged"));
        teachFourAsSeven();
        app.awaitSnapshot("it is learned", s -> s.dataset().own() == 1);
        assertThat(app.line()).contains("move it away").contains("gone when Crescent is closed");
        app.close();
        assertThat(file()).hasContent("no drawings at all");
    }

    @Test
    void anotherDocumentForgetsThemButTheFileDoesNot() throws Exception {
        open();
        teachFourAsSeven();
        app.awaitSnapshot("the lesson", s -> s.dataset().own() == 1);
        Experiment other = RoomHands.few().withTitle("Other");
        app.bench().open(Document.begun(other));
        app.awaitSnapshot("the other one", s -> s.experiment().equals(other) && s.dataset().own() == 0);
        assertThat(own()).isEqualTo("1 own drawing");

        app.close();
        OwnDrawings.Drawn more = kept().all().getFirst();
        kept().with(more).write(file());
        app = new WindowBench(home);
        room = new RoomHands(app);
        app.click("rail.digits");
        app.await("those of earlier days", () -> own().equals("2 own drawings"));
        app.click("teach-own");
        room.frame();
        room.type(KeyCode.DELETE);
        app.await("one less", () -> kept().all().size() == 1);
        app.press("S");
        assertThat(app.awaitSnapshot("a step", s -> s.step() == 1).dataset().own()).as("none was taught").isZero();
    }

    @Test
    void drawingsOfEarlierDaysAreLearnedWhenTheUserWishes() throws Exception {
        open();
        assertThat(app.find("teach-again").isVisible()).as("there are none").isFalse();
        teachFourAsSeven();
        app.await("the lesson", () -> lesson().contains("became"));
        assertThat(app.find("teach-again").isVisible()).as("they are learned").isFalse();
        app.close();

        open();
        app.await("they are offered", () -> app.find("teach-again").isVisible());
        assertThat(app.latest().dataset().own()).isZero();
        app.await("the drawing of the day before", () -> room.best().startsWith("4 "));
        app.click("teach-again");
        app.await("the lesson", () -> lesson().contains("became"));
        assertThat(lesson()).matches("Last lesson .* s: 0 of 1 read right became 1");
        app.await("the bars change", () -> room.best().startsWith("7 "));
        assertThat(app.latest().dataset().own()).isEqualTo(1);
        assertThat(app.find("teach-again").isVisible()).isFalse();
        app.bench().undo();
        app.awaitSnapshot("as before", s -> s.dataset().own() == 0);
        app.await("offered again", () -> app.find("teach-again").isVisible());
        assertThat(own()).as("it was there before the lesson").isEqualTo("1 own drawing");
    }

    @Test
    void exportedDrawingsAreImagesThatCanBeTrainedOn() throws Exception {
        open();
        List<String> told = new ArrayList<>();
        List<String> warned = new ArrayList<>();
        TeachPresenter teach = new TeachPresenter(app.bench(), new TeachBar(), folder.resolve("none/own.zip"), Runnable::run,
                warned::add);
        float[] ink = new float[784];
        ink[30] = 1;
        teach.start();
        room.frame();
        teach.teach(ink, 3, 4, app.latest());
        teach.export(folder.resolve("out"), told::add);
        app.await("the sentence", () -> !told.isEmpty());
        teach.export(folder.resolve("out"), told::add);
        app.await("what is there is not written over", () -> !warned.isEmpty());
        assertThat(warned.removeFirst()).contains("there is a file train-images-idx3-ubyte already");
        assertThat(told).containsExactly("1 drawing was written to " + folder.resolve("out") + ".");
        Dataset read = Datasets.load(new Data(new Source.Images(ImageSet.IDX, folder.resolve("out").toString(), 0), 1, 0,
                Scaling.UNIT), List.of(), Path.of(""));
        assertThat(read.train().count()).isEqualTo(1);
        assertThat(read.train().labels()).containsExactly(3);
        assertThat(read.train().inputs()).isEqualTo(ink);
        teach.export(Files.writeString(folder.resolve("file"), ""), told::add);
        app.await("the warning", () -> !warned.isEmpty());
        assertThat(warned.getFirst()).contains("choose another folder");
    }
}
