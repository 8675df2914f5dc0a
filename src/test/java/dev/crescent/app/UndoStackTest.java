package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import dev.crescent.train.History;
import dev.crescent.train.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoStackTest {
    private static final Place NOW = Place.start(Document.begun(Experiment.defaults()));

    private static final Dataset.Samples NONE = new Dataset.Samples(0, new float[0], new float[0], 2, new int[0], new float[0]);
    private static final Dataset NO_DATA = new Dataset(Task.CLASSIFICATION, List.of("0", "1"), List.of("x1", "x2"), List.of(2),
            NONE, NONE, null);

    private final UndoStack stack = new UndoStack();

    private static Experiment experiment(int number) {
        return Experiment.defaults().withTitle("" + number);
    }

    private static Deed.Changed change(int from, int to) {
        return new Deed.Changed(experiment(from), experiment(to), "");
    }

    @Test
    void undoneDeedsCanBeDoneAgainInOrder() {
        stack.add(change(0, 1), true);
        stack.add(change(1, 2), true);

        assertThat(stack.undo(NOW)).contains(change(1, 2));
        assertThat(stack.undo(NOW)).contains(change(0, 1));
        assertThat(stack.undo(NOW)).isEmpty();
        assertThat(stack.redo(NOW)).contains(change(0, 1));
        assertThat(stack.redo(NOW)).contains(change(1, 2));
        assertThat(stack.redo(NOW)).isEmpty();
    }

    @Test
    void aNewDeedForgetsWhatWasUndone() {
        stack.add(change(0, 1), true);
        stack.undo(NOW);
        stack.add(change(0, 2), true);

        assertThat(stack.canRedo()).isFalse();
        assertThat(stack.undo(NOW)).contains(change(0, 2));
    }

    @Test
    void aGestureIsOneDeed() {
        stack.add(change(0, 1), false);
        stack.add(change(1, 2), false);
        stack.add(change(2, 3), true);
        stack.add(change(3, 4), true);

        assertThat(stack.undo(NOW)).contains(change(3, 4));
        assertThat(stack.undo(NOW)).contains(change(0, 3));
        assertThat(stack.canUndo()).isFalse();
    }

    @Test
    void turnsOfTheWheelOverOneWeightAreOneDeed() {
        stack.add(new Deed.Weighed(3, 1f, 1.1f), false);
        stack.add(new Deed.Weighed(3, 1.1f, 1.2f), false);
        stack.add(new Deed.Weighed(4, 0f, 0.1f), false);

        assertThat(stack.undo(NOW)).contains(new Deed.Weighed(4, 0f, 0.1f));
        assertThat(stack.undo(NOW)).contains(new Deed.Weighed(3, 1f, 1.2f));
        assertThat(stack.canUndo()).isFalse();
    }

    @Test
    void afterAnUndoTheNextDeedStandsAlone() {
        stack.add(change(0, 1), true);
        stack.add(change(1, 2), false);
        stack.undo(NOW);
        stack.add(change(1, 3), true);

        assertThat(stack.undo(NOW)).contains(change(1, 3));
        assertThat(stack.undo(NOW)).contains(change(0, 1));
    }

    @Test
    void theOldestDeedsAreForgottenBeforeMemoryIs() {
        for (int i = 0; i < 2000; i++) {
            stack.add(change(i, i + 1), true);
        }
        int undone = 0;
        while (stack.undo(NOW).isPresent()) {
            undone++;
        }

        assertThat(undone).isEqualTo(500);
    }

    @Test
    void aDroppedDeedCannotBeDoneAgain() {
        stack.add(change(0, 1), true);
        stack.add(change(1, 2), true);

        assertThat(stack.dropLast()).contains(change(1, 2));
        assertThat(stack.canRedo()).isFalse();
        assertThat(stack.undo(NOW)).contains(change(0, 1));
    }

    private static Snapshot moment(long step, int size) {
        return new Snapshot(experiment(0), NO_DATA, 1, step, step, new float[size], OptimizerState.newAt(step), Metrics.NONE,
                Metrics.NONE, 0, false, History.EMPTY);
    }

    /// A run that was left at a step, with moments that take so many megabytes.
    private static Deed.Branched branch(long step, int megabytes) {
        Snapshot end = moment(step, megabytes << 18);
        return new Deed.Branched(new Place(NOW.document(), end, null, List.of(end)),
                new Place(NOW.document(), moment(0, 1), null, List.of()));
    }

    /// A network of so many units in its first layer; another number starts another run.
    private static Experiment units(int count) {
        Model.Network network = (Model.Network) Experiment.defaults().model();
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.set(0, new Layer.Dense(count, Activation.TANH));
        return Experiment.defaults().withModel(new Model.Network(network.seed(), layers));
    }

    /// A run of so many megabytes was given up for one more unit.
    private static Deed.Changed givenUp(int units, int megabytes) {
        Snapshot end = moment(5, megabytes << 18);
        return new Deed.Changed(units(units), units(units + 1), "", new Place(NOW.document(), end, null, List.of(end)), null);
    }

    private boolean comesBack(boolean back) {
        Deed.Changed changed = (Deed.Changed) (back ? stack.undo(NOW) : stack.redo(NOW)).orElseThrow();
        return (back ? changed.stood() : changed.went()) != null;
    }

    @Test
    void runsThatWereGivenUpForAChangeAreKeptAsFarAsThereIsRoom() {
        stack.add(givenUp(1, 30), true);
        stack.add(givenUp(2, 30), true);
        stack.add(givenUp(3, 30), true);

        assertThat(comesBack(true)).isTrue();
        assertThat(comesBack(true)).isTrue();
        assertThat(comesBack(true)).as("it took too much").isFalse();
    }

    @Test
    void theRunThatIsMetNextIsKeptHoweverLargeItIs() {
        stack.add(givenUp(1, 80), true);
        stack.add(givenUp(2, 80), true);
        Snapshot end = moment(9, 80 << 18);
        Place now = new Place(NOW.document(), end, null, List.of(end));

        assertThat(stack.undo(now).orElseThrow()).isInstanceOfSatisfying(Deed.Changed.class, changed -> {
            assertThat(changed.stood()).isNotNull();
            assertThat(changed.went()).isEqualTo(now);
        });
        assertThat(comesBack(false)).isTrue();
        assertThat(comesBack(true)).isTrue();
        assertThat(comesBack(true)).isFalse();
    }

    @Test
    void aBranchIsDoneAgainWhereItWasLeft() {
        Deed.Branched branch = branch(5, 0);
        Place left = new Place(NOW.document(), moment(9, 1), null, List.of());
        stack.add(branch, true);

        assertThat(stack.undo(left)).contains(new Deed.Branched(branch.before(), left));
        assertThat(stack.redo(branch.before())).contains(new Deed.Branched(branch.before(), left));
        assertThat(stack.undo(NOW)).as("while the trainer catches up, nobody knows where it stands")
                .contains(new Deed.Branched(branch.before(), left));
    }

    @Test
    void runsThatWereLeftForABranchAreKeptAsFarAsThereIsRoom() {
        Deed.Branched first = branch(1, 40);
        Deed.Branched second = branch(2, 40);
        Deed.Branched third = branch(3, 40);
        stack.add(first, true);
        stack.add(change(0, 1), true);
        stack.add(second, true);
        stack.add(third, true);

        assertThat(stack.undo(NOW).orElseThrow()).isInstanceOfSatisfying(Deed.Branched.class, b -> assertThat(b.before()).isSameAs(third.before()));
        assertThat(stack.undo(NOW).orElseThrow()).isInstanceOfSatisfying(Deed.Branched.class, b -> assertThat(b.before()).isSameAs(second.before()));
        assertThat(stack.undo(NOW)).as("the run before takes too much").contains(change(0, 1));
        assertThat(stack.canUndo()).isFalse();
    }
}
