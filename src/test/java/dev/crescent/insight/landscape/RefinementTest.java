package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefinementTest {
    private static final Area AREA = new Area(0, 1, 0, 1);

    @Test
    void everyPointComesOnceTheCoarsestFirst() {
        for (int side : new int[] {3, 8, 33, 51}) {
            List<int[]> levels = Refinement.levels(LossGrid.empty(AREA, side), Place.ORIGIN);
            assertThat(levels.stream().flatMapToInt(Arrays::stream).sorted().toArray())
                    .containsExactly(IntStream.range(0, side * side).toArray());
        }
        List<int[]> levels = Refinement.levels(LossGrid.empty(AREA, 51), Place.ORIGIN);
        assertThat(levels.stream().map(level -> level.length))
                .containsExactly(64, 14 * 14 - 64, 26 * 26 - 196, 51 * 51 - 676);
        assertThat(levels.getFirst()).contains(0, 8, 50, 50 * 51 + 50).doesNotContain(1, 4);
    }

    @Test
    void eachLevelGoesOutward() {
        Place ball = new Place(0.25, 0.7, 0);
        LossGrid grid = LossGrid.empty(AREA, 51);
        for (int[] level : Refinement.levels(grid, ball)) {
            double before = 0;
            for (int at : level) {
                double distance = Math.hypot(grid.a(at % 51) - ball.a(), grid.b(at / 51) - ball.b());
                assertThat(distance).isGreaterThanOrEqualTo(before - 1e-12);
                before = distance;
            }
        }
    }

    @Test
    void fromNowhereItGoesOutwardFromTheMiddle() {
        Place nowhere = new Place(Double.NaN, Double.NaN, Double.NaN);
        assertThat(Refinement.levels(LossGrid.empty(AREA, 33), nowhere).getFirst()[0]).isEqualTo(16 * 33 + 16);
    }

    @Test
    void whatIsComputedIsLeftOut() {
        double[] losses = LossGrid.empty(AREA, 9).losses();
        losses[0] = 1;
        losses[10] = Double.POSITIVE_INFINITY;
        List<int[]> levels = Refinement.levels(new LossGrid(AREA, 9, losses), Place.ORIGIN);
        assertThat(levels.stream().flatMapToInt(Arrays::stream).toArray()).hasSize(79).doesNotContain(0, 10);
    }
}
