package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.ui.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
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
        assertThat(Ticks.logarithmic(0.03, 1, 4)).containsExactly(0.05, 0.1, 0.2, 0.5, 1.0);
        assertThat(Ticks.logarithmic(0.01, 100, 4)).containsExactly(0.01, 0.1, 1.0, 10.0, 100.0);
        assertThat(Ticks.logarithmic(0.33, 0.68, 6)).containsExactly(0.4, 0.5, 0.6);
    }

    /// Anything else as a label would name a place where the grid line is not.
    @Test
    void ofALogarithmicAxisAreRoundInsideAndNotCrowdedWhateverTheRange() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            double min = Math.pow(10, random.nextDouble(-12, 6));
            double max = min * Math.pow(10, random.nextDouble(0.18, random.nextBoolean() ? 1 : 12));
            int count = random.nextInt(2, 12);
            List<Double> ticks = Ticks.logarithmic(min, max, count);
            String range = min + " to " + max + ", " + count;
            assertThat(ticks).as(range).isSorted().doesNotHaveDuplicates();
            assertThat(ticks.size()).as(range).isBetween(1, 2 * count + 2);
            for (double tick : ticks) {
                assertThat(tick).as(range).isBetween(min * (1 - 1e-8), max * (1 + 1e-8));
                BigDecimal digits = new BigDecimal(Double.toString(tick)).stripTrailingZeros();
                assertThat(digits.precision()).as(range + ": " + tick).isLessThanOrEqualTo(3);
                double said = Double.parseDouble(Numbers.tick(tick).replace('\u2212', '-').replace(",", ""));
                assertThat(said).as(range).isEqualTo(tick);
            }
        }
    }

    @Test
    void areAsManyAsAskedForByRatioOfTheSteps() {
        assertThat(Ticks.linear(0, 15, 5)).as("a step of 2 for 3").containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0);
        assertThat(Ticks.linear(0, 16.5, 5)).as("a step of 5 for 3.3").containsExactly(0.0, 5.0, 10.0, 15.0);
        assertThat(Ticks.linear(0, 0.3, 3)).as("0.3 is more than 3 times 0.1").containsExactly(0.0, 0.1, 0.2, 0.3);
        assertThat(Ticks.linear(-0.3, 0, 3)).containsExactly(-0.3, -0.2, -0.1, 0.0);
    }

    @Test
    void aStepIsTheNextRoundNumber() {
        assertThat(Ticks.step(1)).isEqualTo(1);
        assertThat(Ticks.step(1.2)).isEqualTo(2);
        assertThat(Ticks.step(2)).isEqualTo(2);
        assertThat(Ticks.step(2.1)).isEqualTo(5);
        assertThat(Ticks.step(5.1)).isEqualTo(10);
        assertThat(Ticks.step(0.03)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void areMissingWhereThereIsNoRange() {
        assertThat(Ticks.linear(1, 1, 4)).isEmpty();
        assertThat(Ticks.linear(Double.NaN, 1, 4)).isEmpty();
        assertThat(Ticks.linear(0, Double.POSITIVE_INFINITY, 4)).isEmpty();
        assertThat(Ticks.linear(-Double.MAX_VALUE, Double.MAX_VALUE, 4)).isEmpty();
        assertThat(Ticks.linear(0, Double.MIN_VALUE, 4)).isEmpty();
        assertThat(Ticks.logarithmic(0, 1, 4)).isEmpty();
    }
}
