package dev.crescent.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LossScaleTest {
    private static LossScale of(double... losses) {
        float[] values = new float[losses.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) losses[i];
        }
        return LossScale.of(values);
    }

    @Test
    void positiveLossesAreOnALogarithmicScale() {
        LossScale scale = of(0.01, 1, Double.NaN, 0.1, Double.POSITIVE_INFINITY);
        assertThat(scale.logarithmic()).isTrue();
        assertThat(scale.clipped()).isFalse();
        assertThat(scale.unit(0.01)).isCloseTo(0, within(1e-6));
        assertThat(scale.unit(0.1)).isCloseTo(0.5, within(1e-6));
        assertThat(scale.unit(1)).isCloseTo(1, within(1e-6));
        assertThat(scale.loss(0.5)).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void aLossOfZeroIsShownAsTheLowestAboveIt() {
        LossScale scale = of(0, 0.1, 10);
        assertThat(scale.logarithmic()).isTrue();
        assertThat(scale.clipped()).isTrue();
        assertThat(scale.low()).isCloseTo(0.1, within(1e-6));
        assertThat(scale.unit(0)).isZero();
        LossScale far = of(0, 1e-30, 1000);
        assertThat(far.low()).as("six powers of ten below the highest").isCloseTo(1e-3, within(1e-9));
        assertThat(far.unit(1e-30)).isZero();
    }

    @Test
    void negativeLossesAreOnALinearScale() {
        LossScale scale = of(-2, 0, 6);
        assertThat(scale.logarithmic()).isFalse();
        assertThat(scale.unit(-2)).isZero();
        assertThat(scale.unit(0)).isCloseTo(0.25, within(1e-9));
        assertThat(scale.loss(0.25)).isCloseTo(0, within(1e-9));
        assertThat(of(0, 0).logarithmic()).as("all zero").isFalse();
    }

    @Test
    void whatIsNotFiniteHasNoPlace() {
        LossScale scale = of(1, 2);
        assertThat(scale.unit(Double.NaN)).isNaN();
        assertThat(scale.unit(Double.POSITIVE_INFINITY)).isNaN();
        assertThat(scale.unit(Double.NEGATIVE_INFINITY)).isNaN();
        assertThat(scale.loss(Double.NaN)).isNaN();
    }

    @Test
    void theEndsHoldWhatLiesBeyond() {
        assertThat(of(1, 10).unit(0.5)).isZero();
        assertThat(of(1, 10).unit(20)).isEqualTo(1);
    }

    @Test
    void aLevelOrEmptyLandscapeLiesAtTheBottom() {
        assertThat(of(3, 3).unit(3)).isZero();
        assertThat(of(3, 3).contourStep()).isZero();
        assertThat(of(3, 3).contours()).isZero();
        assertThat(of(Double.NaN)).isEqualTo(LossScale.EMPTY);
    }

    @Test
    void contourLinesAreFewAndStayWhenTheEndsMove() {
        LossScale scale = of(0.07, 1.4);
        assertThat(scale.contourStep()).isCloseTo(0.1, within(1e-12));
        assertThat(scale.contours()).isBetween(7.0, 18.0);
        LossScale moved = of(0.06, 1.5);
        assertThat(level(scale, -9)).isCloseTo(Math.pow(10, -0.9), within(1e-6));
        assertThat(level(moved, -9)).isCloseTo(Math.pow(10, -0.9), within(1e-6));
    }

    /// The loss at a contour line's number.
    private static double level(LossScale scale, int number) {
        return scale.loss((number - scale.firstContour()) / scale.contours());
    }

    @Test
    void anImpossibleScaleIsRefused() {
        assertThatThrownBy(() -> new LossScale(true, 0, 1, false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("logarithmic");
        assertThatThrownBy(() -> new LossScale(false, 2, 1, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LossScale(false, 0, Double.NaN, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void heightsAboveANegativeBaseAreLogarithmic() {
        LossScale scale = LossScale.above(-5, 0.01, 100);
        assertThat(scale.logarithmic()).isTrue();
        assertThat(scale.unit(-4)).isCloseTo(0.5, within(1e-12));
        assertThat(scale.loss(0.75)).isCloseTo(5, within(1e-9));
        assertThat(scale.unit(-5)).isZero();
        assertThat(scale.low()).isCloseTo(-4.99, within(1e-12));
        assertThat(LossScale.above(3, 0, 0).unit(3)).as("a level function").isZero();
    }
}
