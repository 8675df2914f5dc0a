package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersInFilesReadBackAsTheSame() {
        assertThat(Numbers.csv(3.0f)).isEqualTo("3");
        assertThat(Numbers.csv(0.1f)).isEqualTo("0.1");
        assertThat(Numbers.csv(0.1)).isEqualTo("0.1");
        assertThat(Numbers.csv(1e-5)).isEqualTo("1.0E-5");
        assertThat(Numbers.csv(Double.NaN)).isEmpty();
        assertThat(Numbers.csv(Float.NaN)).isEmpty();
    }

    @Test
    void lossesHaveFourDigitsAfterThePointUnlessTheyAreVerySmallOrLarge() {
        assertThat(Numbers.loss(0)).isEqualTo("0.0000");
        assertThat(Numbers.loss(1e-4)).isEqualTo("0.0001");
        assertThat(Numbers.loss(9.99e-5)).isEqualTo("9.990e-05");
        assertThat(Numbers.loss(99_999)).isEqualTo("99999.0000");
        assertThat(Numbers.loss(1e5)).isEqualTo("1.000e+05");
        assertThat(Numbers.loss(Double.POSITIVE_INFINITY)).isEqualTo("not finite");
    }

    @Test
    void aProgressBarShowsTheShareTheLossAndTheTimeLeft() {
        assertThat(ProgressBar.text(0, 100, 0.7, Double.NaN))
                .isEqualTo("[>                             ] 0/100 epochs, loss 0.7000");
        assertThat(ProgressBar.text(50.5, 101, 1e-6, 90))
                .isEqualTo("[===============>              ] 50/101 epochs, loss 1.000e-06, 1:30 min left");
        assertThat(ProgressBar.text(100, 100, Double.NaN, 0))
                .isEqualTo("[==============================] 100/100 epochs, loss not finite, 0 s left");
    }

    @Test
    void theTimeLeftGoesByTheSpeedOfWarmJava() {
        ProgressBar bar = new ProgressBar(System.err, false);
        assertThat(bar.left(0.1, 100, 1.9)).as("too early to tell").isNaN();
        assertThat(bar.left(1, 100, 2.5)).as("begins to measure").isNaN();
        assertThat(bar.left(21, 100, 4.5)).isCloseTo(7.9, within(1e-9));
        assertThat(bar.left(100, 100, 12.4)).isZero();
    }
}
