package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LossRangeTest {
    private static LossGrid of(double... some) {
        double[] losses = new double[25];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = some[i % some.length];
        }
        return new LossGrid(Area.square(0, 0, 1), 5, losses);
    }

    @Test
    void itRunsFromTheLeastToTheGreatestLoss() {
        assertThat(LossRange.of(of(0.5, 2, 4, Double.NaN, 1))).isEqualTo(new LossRange(0.5, 4));
    }

    @Test
    void singlePeaksAreCut() {
        double[] losses = new double[100];
        Arrays.fill(losses, 2);
        losses[0] = 0.1;
        losses[99] = 1e30;
        losses[98] = Double.POSITIVE_INFINITY;
        LossRange scale = LossRange.of(new LossGrid(Area.square(0, 0, 1), 10, losses));
        assertThat(scale).isEqualTo(new LossRange(0.1, 20));
    }

    @Test
    void aLossOfZeroHasALowEnd() {
        LossRange scale = LossRange.of(of(0, 3));
        assertThat(scale.low()).isCloseTo(3e-6, within(1e-12));
    }

    @Test
    void whatIsFlatOrEmptyOrWithoutLossHasAScale() {
        assertThat(LossRange.of(of(2)).high()).isGreaterThan(2);
        assertThat(LossRange.of(of(0))).isEqualTo(new LossRange(0.1, 1));
        assertThat(LossRange.of(of(Double.NaN, Double.POSITIVE_INFINITY))).isEqualTo(new LossRange(0.1, 1));
    }

    @Test
    void anEmptyScaleIsRefused() {
        assertThatThrownBy(() -> new LossRange(0, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new LossRange(1, 1)).hasMessageContaining("larger");
    }
}
