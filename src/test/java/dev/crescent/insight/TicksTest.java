package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void areRoundNumbersInsideTheRange() {
        assertThat(Ticks.linear(-1.7, 2.66, 5)).containsExactly(-1.0, 0.0, 1.0, 2.0);
        assertThat(Ticks.linear(0, 160, 4)).containsExactly(0.0, 50.0, 100.0, 150.0);
        assertThat(Ticks.linear(0.1, 0.5, 4)).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
    }

    @Test
    void ofALogarithmicAxisFillShortRangesOnly() {
        assertThat(Ticks.logarithmic(0.03, 1, 4)).containsExactly(0.03, 0.1, 0.3, 1.0);
        assertThat(Ticks.logarithmic(0.01, 100, 4)).containsExactly(0.01, 0.1, 1.0, 10.0, 100.0);
        assertThat(Ticks.logarithmic(0.9, 1.1, 4)).isEqualTo(Ticks.linear(0.9, 1.1, 4));
    }

    @Test
    void areMissingWhereThereIsNoRange() {
        assertThat(Ticks.linear(1, 1, 4)).isEmpty();
        assertThat(Ticks.linear(Double.NaN, 1, 4)).isEmpty();
        assertThat(Ticks.linear(0, Double.POSITIVE_INFINITY, 4)).isEmpty();
        assertThat(Ticks.logarithmic(0, 1, 4)).isEmpty();
    }
}
