package dev.crescent.ui.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class EndLabelsTest {
    @Test
    void farLabelsStayWhereTheirCurvesEnd() {
        assertThat(placed(0, 200, 30, 90)).containsExactly(30.0, 90.0);
    }

    @Test
    void nearLabelsArePushedApartInOrder() {
        List<Double> y = placed(0, 200, 100, 101, 99);
        assertThat(y).isSorted();
        for (int i = 1; i < y.size(); i++) {
            assertThat(y.get(i) - y.get(i - 1)).isGreaterThanOrEqualTo(EndLabels.PITCH - 1e-9);
        }
        assertThat(y.get(1)).isCloseTo(100, within(8.0));
    }

    @Test
    void labelsAtTheEdgesStayInside() {
        assertThat(placed(10, 200, 8, 9)).containsExactly(10.0, 25.0);
        List<Double> low = placed(10, 200, 199, 200, 200);
        assertThat(low.getLast()).isLessThanOrEqualTo(200);
        assertThat(low.get(1) - low.get(0)).isGreaterThanOrEqualTo(EndLabels.PITCH - 1e-9);
    }

    @Test
    void ghostsGiveWayToTheRunsOwnLabelsAndGoWhereThereIsNoRoom() {
        EndLabels labels = new EndLabels();
        labels.addGhost(label("A", 50));
        labels.addGhost(label("B", 50));
        labels.addLive(label("train", 50));
        assertThat(labels.place(0, 100)).extracting(p -> p.label().text() + " " + p.y())
                .containsExactly("train 50.0", "B 35.0", "A 65.0");
        assertThat(labels.place(45, 66)).extracting(p -> p.label().text()).containsExactly("train", "B");
        assertThat(labels.place(45, 55)).extracting(p -> p.label().text()).containsExactly("train");
    }

    @Test
    void amongTheCurvesAGhostsLabelStaysNearItsEndOrGoes() {
        EndLabels labels = new EndLabels();
        labels.addLive(label("train", 50));
        labels.addLive(label("test", 65));
        labels.addLive(label("other", 35));
        EndLabels.Label inside = new EndLabels.Label("A", Color.BLACK, 0, 50, 20, true, true);
        labels.addGhost(inside);
        assertThat(labels.place(0, 200)).extracting(p -> p.label().text()).doesNotContain("A");
        EndLabels beside = new EndLabels();
        beside.addLive(label("train", 50));
        beside.addGhost(new EndLabels.Label("A", Color.BLACK, 20, 50, 20, true, true));
        assertThat(beside.place(0, 200)).as("beside each other").extracting(EndLabels.Placed::y).containsExactly(50.0, 50.0);
    }

    private static EndLabels.Label label(String text, double y) {
        return new EndLabels.Label(text, Color.BLACK, 0, y, 20, false, false);
    }

    private static List<Double> placed(double top, double bottom, double... wishes) {
        EndLabels labels = new EndLabels();
        for (double y : wishes) {
            labels.addLive(label("label", y));
        }
        return labels.place(top, bottom).stream().map(EndLabels.Placed::y).toList();
    }
}
