package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static History rows(double... epochs) {
        History history = History.EMPTY;
        for (double epoch : epochs) {
            history = history.with(epoch, 10 + epoch, 20 + epoch, 30 + epoch, 40 + epoch);
        }
        return history;
    }

    @Test
    void aMillionRowsStayBoundedAndTheNewestIsAlwaysThere() {
        SplittableRandom random = new SplittableRandom(1);
        History history = History.EMPTY;
        double epoch = 0;
        for (int i = 0; i < 1_000_000; i++) {
            history = history.with(epoch, epoch + 1, 0, 0, 0);
            assertThat(history.size()).isLessThanOrEqualTo(History.MAX_ROWS);
            assertThat(history.epoch(history.size() - 1)).isEqualTo(epoch);
            assertThat(history.trainLoss(history.size() - 1)).isEqualTo(epoch + 1);
            epoch += 0.5 + random.nextDouble();
        }
        assertThat(history.size()).isGreaterThan(History.MAX_ROWS / 2);
        double[] epochs = history.column(0);
        assertThat(epochs[0]).isZero();
        double widest = 0;
        for (int i = 1; i < epochs.length; i++) {
            assertThat(epochs[i]).isGreaterThan(epochs[i - 1]);
            widest = Math.max(widest, epochs[i] - epochs[i - 1]);
        }
        assertThat(widest).as("evenly spread").isLessThan(4 * epoch / epochs.length);
    }

    @Test
    void anOlderHistoryStaysAsItWas() {
        List<History> histories = new ArrayList<>();
        List<double[]> epochs = new ArrayList<>();
        History history = History.EMPTY;
        for (int i = 0; i < 30_000; i++) {
            history = history.with(i, i, i, i, i);
            if (i % 997 == 0) {
                histories.add(history);
                epochs.add(history.column(0));
            }
        }
        for (int i = 0; i < histories.size(); i++) {
            assertThat(histories.get(i).column(0)).isEqualTo(epochs.get(i));
        }
        assertThat(History.EMPTY.size()).isZero();
    }

    @Test
    void twoHistoriesFromTheStartDoNotShareTheirRows() {
        History first = rows(0, 1, 2);
        History second = rows(5, 6, 7);
        assertThat(first.column(0)).containsExactly(0, 1, 2);
        assertThat(second.column(0)).containsExactly(5, 6, 7);
    }

    @Test
    void aMarkAtTheSameEpochReplacesTheOneBefore() {
        assertThat(rows(0).marked(1, "rate").marked(1, "loss").marked(2, "noise").marks())
                .containsExactly(new History.Mark(1, "loss"), new History.Mark(2, "noise"));
    }

    @Test
    void aRowOfTheSameEpochReplacesTheLast() {
        History history = rows(0, 1).with(1, 5, 6, 7, 8);
        assertThat(history.column(0)).containsExactly(0, 1);
        assertThat(history.column(1)).containsExactly(10, 5);
        assertThat(history.testLoss(1)).isEqualTo(6);
        assertThat(history.trainAccuracy(1)).isEqualTo(7);
        assertThat(history.testAccuracy(1)).isEqualTo(8);
        assertThatThrownBy(() -> history.epoch(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void marksAreBoundedAndTheNewestStay() {
        History history = rows(0);
        for (int i = 0; i < 200; i++) {
            history = history.marked(i, "change " + i);
        }
        assertThat(history.marks()).hasSize(64);
        assertThat(history.marks().getLast()).isEqualTo(new History.Mark(199, "change 199"));
        assertThat(history.marked(199, "other").marks()).hasSize(64).last().isEqualTo(new History.Mark(199, "other"));
    }

    @Test
    void untilForgetsWhatCameLater() {
        History history = rows(0, 1, 2, 3).marked(1, "early").marked(3, "late");
        History before = history.until(2);
        assertThat(before.column(0)).containsExactly(0, 1, 2);
        assertThat(before.marks()).containsExactly(new History.Mark(1, "early"));
        assertThat(before.with(2.5, 1, 1, 1, 1).with(4, 1, 1, 1, 1).column(0)).containsExactly(0, 1, 2, 2.5, 4);
        assertThat(history.column(0)).containsExactly(0, 1, 2, 3);
        assertThat(history.until(-1).size()).isZero();
    }

    @Test
    void aReturnIntoAThinnedHistoryGoesOnFromThere() {
        History history = History.EMPTY;
        for (int i = 0; i < 50_000; i++) {
            history = history.with(i, i, i, i, i);
        }
        History back = history.until(20_000);
        assertThat(back.epoch(back.size() - 1)).isBetween(19_900.0, 20_000.0);
        for (int i = 20_001; i < 50_000; i++) {
            back = back.with(i, -1, -1, -1, -1);
        }
        assertThat(back.size()).isLessThanOrEqualTo(History.MAX_ROWS);
        assertThat(back.epoch(back.size() - 1)).isEqualTo(49_999);
        assertThat(history.column(1)).doesNotContain(-1);
    }
}
