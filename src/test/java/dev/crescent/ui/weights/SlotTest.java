package dev.crescent.ui.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTest {
    @ParameterizedTest
    @CsvSource({"1152, 760", "752, 660", "1552, 460", "552, 1460"})
    void smallNetworksHaveCellsOfOneSizeWithNumbersInTheMiddleOfTheRoom(double width, double height) {
        List<Slot> slots = Slot.of(network(4, 8, 8, 2), width, height);
        assertThat(slots).hasSize(3).allMatch(s -> s.cellWidth() == slots.getFirst().cellWidth()
                && s.cellHeight() == slots.getFirst().cellHeight());
        double left = slots.stream().mapToDouble(Slot::x).min().orElseThrow();
        double right = slots.stream().mapToDouble(s -> s.x() + s.width()).max().orElseThrow();
        assertThat(left).isNotNegative();
        assertThat(right).isLessThanOrEqualTo(width);
        assertThat(Math.abs(left - (width - right))).isLessThanOrEqualTo(2);
        assertThat(slots).allMatch(s -> s.bottom() <= height && s.y() >= 0);
        assertThat(slots).allMatch(HeatMap::hasNumbers);
    }

    @Test
    void aSmallLayerBesideAHugeOneIsStillSeen() {
        List<Slot> slots = Slot.of(network(784, 64, 10), 1152, 760);
        assertThat(slots.getLast().cellWidth()).isGreaterThan(4 * slots.getFirst().cellWidth());
        assertThat(slots.getLast().cellHeight()).isGreaterThan(12);
    }

    private static List<WeightMatrix> network(int... units) {
        List<WeightMatrix> layers = new ArrayList<>();
        for (int i = 1; i < units.length; i++) {
            layers.add(new WeightMatrix("Layer " + i, units[i], units[i - 1], List.of(), new float[units[i] * units[i - 1]],
                    new float[units[i]]));
        }
        return layers;
    }
}
