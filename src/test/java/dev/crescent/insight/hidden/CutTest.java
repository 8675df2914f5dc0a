package dev.crescent.insight.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CutTest {
    private static final Extent UNIT = new Extent(0, 0, 0, 1);

    private static Cut cut(double a, double b, double c, double d, Cut.Side... within) {
        return new Cut(new Cut.Side(a, b, c, d), List.of(within));
    }

    @Test
    void aLineGoesFromEdgeToEdge() {
        double[] ends = cut(1, -1, 0, 0).segment(UNIT, 2, 1);
        assertThat(ends).hasSize(4);
        assertThat(Math.abs(ends[0])).isCloseTo(1, within(1e-12));
        assertThat(ends[0]).isCloseTo(ends[1], within(1e-12));
        assertThat(ends[2]).isCloseTo(-ends[0], within(1e-12));
    }

    @Test
    void outsideOfThePictureAndWithoutWeightsThereIsNone() {
        assertThat(cut(1, 0, 0, -3).segment(UNIT, 2, 1)).isEmpty();
        assertThat(cut(0, 0, 0, 1).segment(UNIT, 2, 1)).isEmpty();
        assertThat(cut(Double.NaN, 0, 0, 1).segment(UNIT, 2, 1)).isEmpty();
        assertThat(cut(0, 0, 1, -3).polygon(UNIT, 1)).isEmpty();
    }

    @Test
    void itEndsWhereAnotherSideDoes() {
        double[] ends = cut(0, 1, 0, 0, new Cut.Side(1, 0, 0, -0.25)).segment(UNIT, 1, 1);
        assertThat(Math.min(ends[0], ends[2])).isCloseTo(0.25, within(1e-12));
        assertThat(Math.max(ends[0], ends[2])).isCloseTo(1, within(1e-12));
        assertThat(cut(0, 1, 0, 0, new Cut.Side(0, 0, 0, -1)).segment(UNIT, 1, 1)).isEmpty();
    }

    @Test
    void aPlaneThroughACubeIsAPolygonOnBothSidesOfNothing() {
        double[] hexagon = cut(1, 1, 1, 0).polygon(UNIT, 1);
        assertThat(hexagon).hasSize(18);
        for (int i = 0; i < hexagon.length; i += 3) {
            assertThat(hexagon[i] + hexagon[i + 1] + hexagon[i + 2]).isCloseTo(0, within(1e-9));
            assertThat(Math.max(Math.abs(hexagon[i]), Math.max(Math.abs(hexagon[i + 1]), Math.abs(hexagon[i + 2]))))
                    .isCloseTo(1, within(1e-9));
        }
        double[] half = cut(0, 0, 1, -0.5, new Cut.Side(1, 0, 0, 0)).polygon(UNIT, 1);
        assertThat(half).hasSize(12);
        for (int i = 0; i < half.length; i += 3) {
            assertThat(half[i]).isGreaterThanOrEqualTo(-1e-9);
            assertThat(half[i + 2]).isCloseTo(0.5, within(1e-9));
        }
    }
}
