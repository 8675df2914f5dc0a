package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private static final Experiment OTHER = rate(Experiment.defaults(), 0.3).withTitle("other");
    private final Workbench bench = new Workbench(Document.begun(Experiment.defaults()),
            new Engines(List.of(new CpuEngine())), error -> {
                throw new AssertionError(error);
            });

    @AfterEach
    void end() {
        bench.close();
    }

    private Snapshot await(Predicate<Snapshot> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < end) {
            Snapshot latest = bench.trainer().latest();
            if (latest != null && condition.test(latest)) {
                return latest;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("Not reached in 30 s, last: " + bench.trainer().latest());
    }

    private static Experiment rate(Experiment experiment, double rate) {
        return experiment.withTraining(experiment.training()
                .withOptimizer(experiment.training().optimizer().withLearningRate(rate)));
    }

    @Test
    void aChangeReachesTheTrainerAndCanBeUndoneAndRedone() {
        Experiment before = bench.experiment();
        Experiment after = rate(before, 0.5);

        bench.change(after, "rate 0.5", true);
        await(s -> s.experiment().equals(after));
        bench.undo();
        await(s -> s.experiment().equals(before));
        assertThat(bench.experiment()).isEqualTo(before);
        assertThat(bench.canRedo()).isTrue();
        bench.redo();
        await(s -> s.experiment().equals(after));
    }

    @Test
    void changingToTheSameIsNoDeed() {
        bench.change(Experiment.defaults(), "", true);

        assertThat(bench.canUndo()).isFalse();
    }

    @Test
    void whatTrainsAsFastAsItCanIsAtFullSpeed() {
        bench.trainer().send(new Command.Go());
        Snapshot fast = await(s -> s.running() && s.samplesPerSecond() > 100);
        assertThat(bench.isAtFullSpeed(fast)).isTrue();
        bench.setSpeed(1);
        assertThat(bench.isAtFullSpeed(fast)).as("faster than it may").isFalse();
        bench.trainer().send(new Command.Pause());
        assertThat(bench.isAtFullSpeed(await(s -> !s.running()))).isFalse();
    }

    private Snapshot step(long number) {
        bench.trainer().send(new Command.Step());
        Snapshot there = await(s -> s.step() == number && !s.running());
        bench.playhead().see(there);
        return there;
    }

    /// The optimizer's memory and the order of the samples are those of then.
    @Test
    void aBranchWithNothingChangedGoesTheSameWayBitForBit() {
        bench.playhead().see(await(s -> true));
        float[] end = new float[0];
        for (long number = 1; number <= 40; number++) {
            end = step(number).parameters();
        }
        Snapshot then = bench.playhead().timeline().moment(bench.playhead().timeline().ofStep(20));
        assertThat(then.step()).isEqualTo(20);
        bench.branch(then);
        bench.playhead().see(await(s -> s.step() == 20));
        for (long number = 21; number <= 40; number++) {
            assertThat(step(number).parameters()).isNotSameAs(end);
        }
        assertThat(await(s -> s.step() == 40).parameters()).isEqualTo(end);
    }

    @Test
    void aWeightSetByHandCanBeUndone() {
        float before = await(s -> true).parameters()[5];

        bench.weigh(5, before, 2.5f);
        await(s -> s.parameters()[5] == 2.5f);
        bench.undo();
        await(s -> s.parameters()[5] == before);
    }

    @Test
    void anotherDocumentStartsFromItsOwnWeightsAndUndoBringsTheFirstBack() {
        float[] start = await(s -> true).parameters();
        bench.trainer().send(new Command.Step());
        await(s -> s.step() == 1);

        bench.open(Document.begun(OTHER));

        assertThat(await(s -> s.experiment().equals(OTHER) && s.step() == 0).parameters()).isEqualTo(start);
        bench.undo();
        assertThat(bench.experiment()).isEqualTo(Experiment.defaults());
        assertThat(await(s -> s.experiment().equals(Experiment.defaults())).step()).as("it goes on where it was").isEqualTo(1);
        bench.redo();
        assertThat(await(s -> s.experiment().equals(OTHER)).step()).isZero();
    }

    @Test
    void nobodyIsToldOfBeingBackInAnotherDocument() {
        AtomicInteger told = new AtomicInteger();
        bench.onBack(told::incrementAndGet);
        await(s -> true);
        bench.open(Document.begun(OTHER));
        see(s -> s.experiment().equals(OTHER));
        step(1);
        step(2);
        bench.playhead().hold(0);
        bench.undo();
        assertThat(told).hasValue(0);
        assertThat(bench.playhead().isLive()).isTrue();

        see(s -> s.experiment().equals(Experiment.defaults()));
        step(1);
        bench.change(rate(Experiment.defaults(), 0.3), "", true);
        see(s -> s.experiment().equals(rate(Experiment.defaults(), 0.3)));
        bench.playhead().hold(0);
        bench.undo();
        assertThat(told).hasValue(1);
    }

    private static Model seeded(Experiment experiment) {
        return ((Model.Network) experiment.model()).withSeed(77);
    }

    @Test
    void whatWasTrainedComesBackWhenTheChangeThatGaveItUpIsUndone() {
        await(s -> true);
        bench.trainer().send(new Command.Step());
        Snapshot trained = await(s -> s.step() == 1 && !s.running());
        Experiment seeded = Experiment.defaults().withModel(seeded(Experiment.defaults()));
        bench.change(seeded, "", true);
        await(s -> s.experiment().equals(seeded) && s.step() == 0);
        bench.change(rate(seeded, 0.3), "", true);
        await(s -> s.experiment().equals(rate(seeded, 0.3)));

        bench.undo();
        bench.undo();
        assertThat(bench.experiment()).isEqualTo(Experiment.defaults());
        Snapshot back = await(s -> s.experiment().equals(Experiment.defaults()) && s.step() == 1);
        assertThat(back.parameters()).isEqualTo(trained.parameters());
        assertThat(back.history().size()).isEqualTo(trained.history().size());
        bench.redo();
        assertThat(await(s -> s.experiment().equals(seeded)).step()).isZero();
    }

    private Snapshot see(Predicate<Snapshot> condition) {
        Snapshot seen = await(condition);
        bench.playhead().see(seen);
        return seen;
    }

    private List<Long> steps() {
        return bench.playhead().timeline().moments().stream().map(Snapshot::step).toList();
    }

    @Test
    void aRunThatWasGivenUpComesBackWithItsTimelineAndCurvesAndSoDoesTheOneThatTookItsPlace() {
        see(s -> true);
        for (long number = 1; number <= 5; number++) {
            step(number);
        }
        int rows = bench.trainer().latest().history().size();
        Experiment seeded = Experiment.defaults().withModel(seeded(Experiment.defaults()));
        bench.change(seeded, "", true);
        see(s -> s.experiment().equals(seeded) && s.step() == 0);
        float[] other = new float[0];
        for (long number = 1; number <= 3; number++) {
            other = step(number).parameters();
        }
        assertThat(steps()).containsExactly(0L, 1L, 2L, 3L);

        bench.undo();
        Snapshot back = see(s -> s.experiment().equals(Experiment.defaults()) && s.step() == 5);
        assertThat(steps()).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(back.history().size()).isEqualTo(rows);
        step(6);
        bench.redo();
        Snapshot again = see(s -> s.experiment().equals(seeded) && s.step() == 3);
        assertThat(again.parameters()).isEqualTo(other);
        assertThat(steps()).containsExactly(0L, 1L, 2L, 3L);
        bench.undo();
        see(s -> s.experiment().equals(Experiment.defaults()) && s.step() == 6);
        assertThat(steps()).as("what was trained since").containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    /// Changes what is on the bench, which then waits for its room.
    private Place leave() {
        await(s -> true);
        Experiment changed = rate(Experiment.defaults(), 0.5);
        bench.change(changed, "", true);
        await(s -> s.experiment().equals(changed));
        return bench.here();
    }

    @Test
    void whatIsVisitedHasDeedsOfItsOwn() {
        Place left = leave();
        UndoStack deeds = bench.deeds();
        bench.visit(Place.start(Document.begun(OTHER)), new UndoStack());
        assertThat(bench.canUndo()).isFalse();
        bench.visit(left, deeds);
        bench.undo();
        assertThat(bench.experiment()).isEqualTo(Experiment.defaults());
        assertThat(bench.canUndo()).isFalse();
    }

    @Test
    void whatWaitedIsOneUndoBeforeEverythingElseWhenItsRoomIsTaken() {
        Place left = leave();
        UndoStack deeds = bench.deeds();
        bench.visit(Place.start(Document.begun(OTHER)), new UndoStack());
        bench.change(rate(OTHER, 0.7), "", true);

        bench.follows(left, deeds);
        bench.undo();
        assertThat(bench.experiment()).isEqualTo(OTHER);
        bench.undo();
        assertThat(bench.experiment()).isEqualTo(rate(Experiment.defaults(), 0.5));
        bench.undo();
        assertThat(bench.experiment()).isEqualTo(Experiment.defaults());
        assertThat(bench.canUndo()).isFalse();
        bench.redo();
        bench.redo();
        bench.redo();
        assertThat(bench.experiment()).isEqualTo(rate(OTHER, 0.7));
    }

    @Test
    void aDocumentBeginsWithTheWeightsThatItComesWith() {
        float[] start = await(s -> true).parameters();
        float[] trained = start.clone();
        trained[3] = 7;

        bench.open(new Place(Document.begun(OTHER), null, trained));

        assertThat(await(s -> s.experiment().equals(OTHER) && s.parameters()[3] == 7).step()).isZero();
        bench.trainer().send(new Command.Step());
        await(s -> s.step() == 1);
        bench.reset();
        assertThat(await(s -> s.step() == 0).parameters()).as("a reset goes back to them").isEqualTo(trained);
        bench.change(OTHER.withModel(seeded(OTHER)), "", true);
        assertThat(await(s -> s.experiment().equals(bench.experiment())).parameters()[3]).as("of another network").isNotEqualTo(7);
        bench.undo();
        assertThat(await(s -> s.experiment().equals(OTHER) && s.parameters()[3] == 7).step()).isZero();
        assertThat(bench.beganTrained()).isTrue();
    }

    @Test
    void aRefusedChangeIsTakenBack() {
        await(s -> true);
        Experiment refused = Experiment.defaults().withFeatures(List.of("x1", "log(x1)"));
        bench.change(refused, "", true);
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (bench.trainer().notice() == null && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }

        bench.refused(bench.trainer().latest());

        assertThat(bench.experiment()).isEqualTo(Experiment.defaults());
        assertThat(bench.canUndo()).isFalse();
        assertThat(bench.canRedo()).isFalse();
    }

    @Test
    void whatWasDoneOnTopOfARefusedChangeGoesWithIt() {
        Snapshot start = await(s -> true);
        Experiment kept = rate(Experiment.defaults(), 0.5);
        bench.change(kept, "", true);
        Snapshot still = await(s -> s.experiment().equals(kept));
        Experiment refused = kept.withFeatures(List.of("x1", "log(x1)"));
        bench.change(refused, "", true);
        bench.change(rate(refused, 0.7), "", true);

        bench.refused(still);

        assertThat(bench.experiment()).isEqualTo(kept);
        bench.undo();
        assertThat(bench.experiment()).isEqualTo(start.experiment());
        assertThat(bench.canUndo()).isFalse();
    }

    @Test
    void undoAndRedoKeepTheFileAndKnowWhatItHas() {
        Path file = Path.of("a.crescent");
        Experiment after = rate(Experiment.defaults(), 0.5);
        bench.change(after, "", true);
        bench.saved(after, file, Document.NO_TRAINING, FileStamp.UNKNOWN);
        assertThat(bench.document().isSaved()).isTrue();

        bench.undo();
        assertThat(bench.document()).isEqualTo(new Document(Experiment.defaults(), file, after));
        bench.redo();
        assertThat(bench.document()).isEqualTo(new Document(after, file, after));
    }

    @Test
    void whatWasChangedWhileItWasWrittenIsNotSaved() {
        Experiment written = rate(Experiment.defaults(), 0.5);
        Experiment since = rate(Experiment.defaults(), 0.7);
        bench.change(written, "", true);
        bench.change(since, "", true);
        bench.saved(written, Path.of("a.crescent"), Document.NO_TRAINING, FileStamp.UNKNOWN);
        assertThat(bench.document()).isEqualTo(new Document(since, Path.of("a.crescent"), written));
    }

    @Test
    void aDocumentThatWasSavedSinceItWasOpenedComesBackSaved() {
        Path first = Path.of("first.crescent");
        Path second = Path.of("second.crescent");
        bench.open(Document.begun(OTHER));
        bench.saved(OTHER, second, Document.NO_TRAINING, FileStamp.UNKNOWN);
        bench.undo();
        assertThat(bench.document()).isEqualTo(Document.begun(Experiment.defaults()));
        bench.saved(Experiment.defaults(), first, Document.NO_TRAINING, FileStamp.UNKNOWN);
        bench.redo();
        assertThat(bench.document()).isEqualTo(new Document(OTHER, second, OTHER));
        bench.undo();
        assertThat(bench.document()).isEqualTo(new Document(Experiment.defaults(), first, Experiment.defaults()));
    }

    @Test
    void theLastMomentOfAGestureEndsItEvenIfNothingChangesAnyMore() {
        Experiment dragged = rate(Experiment.defaults(), 0.5);
        bench.change(dragged, "", false);
        bench.change(dragged, "", true);
        bench.change(rate(dragged, 0.7), "", true);
        bench.undo();
        assertThat(bench.experiment()).isEqualTo(dragged);
    }

    private List<String> marks(Snapshot snapshot) {
        return snapshot.history().marks().stream().map(dev.crescent.train.History.Mark::text).toList();
    }

    @Test
    void aGestureLeavesOneMarkAtItsEndHoweverItEnds() {
        bench.trainer().send(new Command.Step());
        await(s -> s.step() == 1 && !s.running());
        Experiment first = rate(Experiment.defaults(), 0.5);
        bench.change(first, "rate 0.5", false);
        assertThat(marks(await(s -> s.experiment().equals(first)))).isEmpty();
        Experiment second = rate(Experiment.defaults(), 0.6);
        bench.change(second, "rate 0.6", false);
        bench.change(second, "rate 0.6", true);
        assertThat(marks(await(s -> !s.history().marks().isEmpty()))).containsExactly("rate 0.6");

        bench.trainer().send(new Command.Step());
        await(s -> s.step() == 2 && !s.running());
        Experiment third = rate(Experiment.defaults(), 0.7);
        bench.change(third, "rate 0.7", false);
        bench.endGesture();
        bench.endGesture();
        assertThat(marks(await(s -> s.history().marks().size() > 1))).containsExactly("rate 0.6", "rate 0.7");
    }

    @Test
    void anUndoAndARedoWhileTrainingAreMarked() {
        bench.trainer().send(new Command.Step());
        await(s -> s.step() == 1 && !s.running());
        bench.change(rate(Experiment.defaults(), 0.5), "rate 0.5", true);
        bench.trainer().send(new Command.Step());
        await(s -> s.step() == 2 && !s.running());
        bench.undo();
        assertThat(marks(await(s -> s.history().marks().size() > 1))).containsExactly("rate 0.5", "undo rate 0.5");
        bench.trainer().send(new Command.Step());
        await(s -> s.step() == 3 && !s.running());
        bench.redo();
        assertThat(marks(await(s -> s.history().marks().size() > 2)))
                .containsExactly("rate 0.5", "undo rate 0.5", "rate 0.5");
    }

    @Test
    void aGestureThatIsTakenBackBeforeItsEndLeavesNoMark() {
        bench.trainer().send(new Command.Step());
        await(s -> s.step() == 1 && !s.running());
        bench.change(rate(Experiment.defaults(), 0.5), "rate 0.5", false);
        bench.undo();
        bench.endGesture();
        bench.trainer().send(new Command.Step());
        assertThat(marks(await(s -> s.step() == 2 && !s.running()))).isEmpty();
    }
}
