package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.insight.CurveData;
import dev.crescent.train.Command;
import dev.crescent.train.Progress;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.loss.CurvesView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What was trained in a window is there in the next, however the window ended.
@ExtendWith(FxExtension.class)
class WindowKeepingTest {
    @TempDir
    private Path folder = Path.of("");
    private @Nullable WindowBench app;

    @AfterEach
    void close() {
        if (app != null) {
            app.close();
        }
    }

    private WindowBench open(Path home, String... arguments) {
        close();
        WindowBench opened = new WindowBench(home, arguments);
        app = opened;
        return opened;
    }

    private Path home() {
        return folder.resolve("home");
    }

    private static Snapshot train(WindowBench window, int epochs) {
        for (int i = 0; i < epochs; i++) {
            long before = window.latest().step();
            window.send(new Command.Epoch());
            window.awaitSnapshot("an epoch", s -> s.step() > before && !s.running());
        }
        return window.latest();
    }

    private Optional<Progress> kept() {
        try {
            return new Autosave(new UserFolder(home()).autosave(1)).read().map(Autosave.Kept::progress);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void awaitKept(WindowBench window, Snapshot trained) {
        window.await("it is kept", () -> kept().filter(p -> Arrays.equals(p.parameters(), trained.parameters())).isPresent());
    }

    /// The user's folder as a program leaves it that is killed now.
    private Path killed() {
        Path copy = folder.resolve("killed");
        try (Stream<Path> files = Files.walk(home())) {
            files.sorted().forEach(file -> copy(file, copy.resolve(home().relativize(file).toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aWindowThatIsClosedGoesOnWhereItWas() {
        WindowBench first = open(home());
        Snapshot trained = train(first, 3);
        WindowBench second = open(home());
        second.awaitSnapshot("the training", s -> s.step() == trained.step());
        assertThat(second.latest().parameters()).isEqualTo(trained.parameters());
        assertThat(second.latest().history().size()).isEqualTo(trained.history().size());
        assertThat(second.latest().running()).isFalse();
        assertThat(second.line()).isEmpty();
        assertThat(train(second, 1).epoch()).isEqualTo(4);
    }

    private static List<String> pinned(WindowBench window) {
        return window.bench().pinned().runs().stream().map(CurveData.Ghost::name).toList();
    }

    private static List<String> shownPins(WindowBench window) {
        return ((CurvesView) Objects.requireNonNull(window.scene().lookup(".curves-view"))).ghostTitles();
    }

    @Test
    void theRunsPinnedForComparisonAreThereAgain() {
        WindowBench first = open(home());
        Snapshot trained = train(first, 3);
        first.clickButton(Texts.get("curves.pin"));
        assertThat(pinned(first)).hasSize(1);
        List<String> shown = shownPins(first);
        WindowBench second = open(home());
        second.awaitSnapshot("the training", s -> s.step() == trained.step());
        assertThat(pinned(second)).hasSize(1);
        assertThat(shownPins(second)).isEqualTo(shown).hasSize(1);
        assertThat(second.bench().pinned().runs().getFirst().epochs()).endsWith(3);
        second.bench().pinned().forget();
        assertThat(pinned(open(home()))).isEmpty();
    }

    @Test
    void aPinnedRunIsKeptSoonThoughNothingTrains() throws Exception {
        WindowBench window = open(home());
        awaitKept(window, train(window, 1));
        window.clickButton(Texts.get("curves.pin"));
        Autosave autosave = new Autosave(new UserFolder(home()).autosave(1));
        window.await("it is kept", () -> {
            try {
                return autosave.read().orElseThrow().pinned().size() == 1;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(pinned(open(killed()))).hasSize(1);
    }

    @Test
    void afterACrashTheTrainingIsThereAndTheUserIsTold() {
        WindowBench first = open(home());
        Snapshot trained = train(first, 3);
        awaitKept(first, trained);
        WindowBench second = open(killed());
        second.awaitSnapshot("the training", s -> s.step() == trained.step());
        assertThat(second.latest().parameters()).isEqualTo(trained.parameters());
        assertThat(second.line()).isEqualTo(Texts.get("window.crashedTrained", "3"));
    }

    @Test
    void aChangeIsKeptWithTheTrainingThatGoesOn() {
        WindowBench window = open(home());
        train(window, 2);
        Experiment faster = window.experiment().withTraining(window.experiment().training().withBatchSize(25));
        window.bench().change(faster, "batch", true);
        window.awaitSnapshot("the change", s -> s.experiment().equals(faster));
        awaitKept(window, window.latest());
        assertThat(kept().map(Progress::step)).contains(window.latest().step());
    }

    @Test
    void whileItTrainsItIsKeptNowAndThen() {
        WindowBench window = open(home());
        window.clickButton(Texts.get("top.run"));
        window.await("some training is kept", () -> kept().filter(p -> p.step() > 0).isPresent());
        long before = kept().map(Progress::step).orElse(0L);
        window.await("more training is kept", () -> kept().filter(p -> p.step() > before).isPresent());
        assertThat(window.latest().running()).isTrue();
    }

    @Test
    void theRoomIsTheOneThatWasLeft() {
        WindowBench first = open(home());
        first.click("rail.descent");
        WindowBench second = open(home());
        FxExtension.pulse(second.scene());
        assertThat(second.scene().getRoot().lookupAll(".descent-room")).as("the descent room")
                .hasSameSizeAs(first.scene().getRoot().lookupAll(".descent-room"));
        assertThat(((Node) second.find("rail.descent")).getPseudoClassStates()).anyMatch(s -> s.getPseudoClassName().equals("selected"));
    }

    @Test
    void twoWindowsKeepTheirOwnAndWhatOneLeftIsOffered() {
        WindowBench first = open(home());
        Snapshot trained;
        try (WindowBench second = new WindowBench(home())) {
            second.click("tile-xor");
            trained = train(second, 2);
        }
        Experiment xor = trained.experiment();
        assertThat(first.experiment()).isNotEqualTo(xor);
        WindowBench third = open(home());
        third.await("the offer", () -> third.offers().contains(Texts.get("window.openWork")));
        assertThat(third.experiment()).isNotEqualTo(xor);
        ButtonBase button = third.button(Texts.get("window.openWork"));
        FxEvents.click(button, 5, 5);
        third.awaitSnapshot("the work", s -> s.experiment().equals(xor) && s.step() == trained.step());
        assertThat(third.latest().parameters()).isEqualTo(trained.parameters());
        third.press("Ctrl+Z");
        third.await("what was there", () -> !third.experiment().equals(xor));
    }

    private List<Path> left() {
        return new UserFolder(home()).allLeft();
    }

    private void leave(String title) {
        WindowBench.keep(new UserFolder(home()).left(title), Document.recovered(Experiment.defaults().withTitle(title)));
    }

    private static WindowBench awaitOffer(WindowBench window, String sentence) {
        window.await("the offer", () -> window.banner("left").equals(sentence));
        return window;
    }

    @Test
    void whatWasLeftIsOfferedAtEachStartUntilItIsOpenAndKept() {
        WindowBench.keep(new UserFolder(home()).autosave(2), Document.recovered(Experiment.defaults().withTitle("Mine")));
        String sentence = Texts.get("window.leftWork", Texts.get("window.untitled"));
        awaitOffer(open(home()), sentence);
        assertThat(left()).as("nobody wanted it yet").hasSize(1);

        WindowBench next = awaitOffer(open(home()), sentence);
        FxEvents.click(next.button(Texts.get("window.openWork")), 5, 5);
        next.await("it is kept here", () -> left().isEmpty());
        assertThat(next.experiment().title()).isEqualTo("Mine");
        assertThat(open(home()).experiment().title()).as("at the next start").isEqualTo("Mine");
    }

    /// Who starts the program with a file, as by a double click, has not thrown away what was there.
    @Test
    void workThatAFileTookThePlaceOfIsOfferedUntilItIsBack() throws IOException {
        WindowBench.keep(new UserFolder(home()).autosave(1), Document.recovered(Experiment.defaults().withTitle("Mine")));
        Path file = WindowBench.write(home().resolve("other.crescent"), Experiment.defaults().withTitle("Other"));
        WindowBench first = open(home(), file.toString());
        assertThat(first.experiment().title()).isEqualTo("Other");
        assertThat(left()).hasSize(1);
        first.close();

        WindowBench second = awaitOffer(open(home()), Texts.get("window.leftWork", Texts.get("window.untitled")));
        assertThat(second.experiment().title()).isEqualTo("Other");
        FxEvents.click(second.button(Texts.get("window.openWork")), 5, 5);
        second.await("it is kept here", () -> left().isEmpty());
        second.close();

        WindowBench third = open(home(), file.toString());
        assertThat(left()).as("aside once more").hasSize(1);
        third.settle();
        assertThat(third.banner("left")).as("an undo away, it is not offered, too").isEmpty();
        third.press("Ctrl+Z");
        third.await("it is kept here again", () -> third.experiment().title().equals("Mine") && left().isEmpty());
    }

    @Test
    void whatIsThrownAwayIsGoneAndTheNextOneIsOffered() {
        leave("a");
        leave("b");
        String untitled = Texts.get("window.untitled");
        WindowBench window = awaitOffer(open(home()), Texts.get("window.leftWorks", untitled, 2));
        FxEvents.click(window.button(Texts.get("window.throwAway")), 5, 5);
        awaitOffer(window, Texts.get("window.leftWork", untitled));
        assertThat(left()).containsExactly(new UserFolder(home()).left("b"));
        FxEvents.click(window.button(Texts.get("window.throwAway")), 5, 5);
        window.await("nothing is left", () -> left().isEmpty());
        assertThat(window.experiment().title()).isEqualTo(Experiment.defaults().title());
    }

    @Test
    void aSecondWindowWithNothingToLoseLeavesNothing() {
        open(home());
        new WindowBench(home()).close();
        assertThat(new UserFolder(home()).autosave(2)).doesNotExist();
    }

    @Test
    void aStartWithAnotherDocumentLeavesTheTrainingOneUndoAway() {
        WindowBench first = open(home());
        Snapshot trained = train(first, 3);
        close();
        WindowBench second = new WindowBench(home(), "builtin:circle");
        app = second;
        assertThat(second.experiment()).isNotEqualTo(trained.experiment());
        assertThat(second.line()).isEqualTo(Texts.get("window.workKept"));
        second.press("Ctrl+Z");
        second.awaitSnapshot("the training", s -> s.step() == trained.step());
        assertThat(second.latest().parameters()).isEqualTo(trained.parameters());
    }

    @Test
    void theTrainingThatIsOneUndoAwayIsBroughtBackWhereItIsTold() {
        WindowBench first = open(home());
        Snapshot trained = train(first, 3);
        close();
        WindowBench second = new WindowBench(home(), "builtin:circle");
        app = second;
        FxEvents.click(second.button(Texts.get("window.bringBack")), 5, 5);
        second.awaitSnapshot("the training", s -> s.step() == trained.step());
        assertThat(second.latest().parameters()).isEqualTo(trained.parameters());
        second.await("it is not told any more", () -> !second.line().contains(Texts.get("window.workKept")));
    }

    @Test
    void whereWorkCannotBeKeptTheUserKnowsUntilItCan() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        WindowBench window = open(blocked.resolve("home"));
        window.await("the sentence", () -> window.line().contains("cannot be kept for the next start"));
        window.clickButton(Texts.get("top.run"));
        window.awaitSnapshot("training", Snapshot::running);
        window.await("the sentence again", () -> window.line().contains("cannot be kept for the next start"));
        Files.delete(blocked);
        window.await("it is kept again", () -> window.line().equals(Texts.get("window.keptAgain")));
        assertThat(new UserFolder(blocked.resolve("home")).autosave(1)).exists();
    }

    @Test
    void aFolderThatTakesNothingIsToldOnceAndTheWorkGoesOn() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("home");
        WindowBench window = open(blocked);
        window.await("the sentence", () -> window.line().contains("cannot be kept for the next start"));
        assertThat(train(window, 1).step()).isPositive();
    }
}
