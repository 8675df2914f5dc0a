package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import org.junit.jupiter.api.Test;

class UndoStackTest {
    private static final Place NOW = Place.start(Document.shipped(Experiment.defaults()));

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
}
