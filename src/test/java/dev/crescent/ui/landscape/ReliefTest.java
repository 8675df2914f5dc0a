package dev.crescent.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliefTest {
    private static Relief relief(Surface surface) {
        return Relief.of(surface, LossScale.of(surface.losses()));
    }

    private static Surface of(int side, float... losses) {
        return new Surface(side, losses, 0, 1, 0, 1);
    }

    @Test
    void theNodesKeepTheirHeights() {
        Surface surface = Shapes.surface((x, y) -> Math.exp(Math.sin(5 * x) + y));
        LossScale scale = LossScale.of(surface.losses());
        Relief relief = Relief.of(surface, scale);
        int each = (relief.side() - 1) / (Shapes.GRID - 1);
        assertThat(each).isGreaterThan(1);
        for (int i = 0; i < surface.losses().length; i++) {
            int node = (i / Shapes.GRID) * each * relief.side() + (i % Shapes.GRID) * each;
            assertThat(relief.heights()[node]).isCloseTo((float) scale.unit(surface.losses()[i]), within(1e-6f));
        }
    }

    @Test
    void betweenThemItIsSmooth() {
        Surface surface = Shapes.surface((x, y) -> Math.exp(Math.sin(4 * x + 2 * y)));
        Relief relief = relief(surface);
        LossScale scale = LossScale.of(surface.losses());
        for (double across = 0.01; across < 1; across += 0.073) {
            double exact = scale.unit(Math.exp(Math.sin(4 * across + 2 * 0.337)));
            assertThat(relief.at(across, 0.337)).isCloseTo(exact, within(1e-3));
        }
    }

    @Test
    void slopesAreThoseOfTheSurface() {
        Relief relief = relief(Shapes.surface((x, y) -> Math.exp(2 * x + y)));
        int middle = relief.side() * relief.side() / 2;
        for (int node : new int[] {0, middle, relief.side() * relief.side() - 1}) {
            assertThat(relief.slopes()[2 * node]).isCloseTo(2f / 3, within(1e-3f));
            assertThat(relief.slopes()[2 * node + 1]).isCloseTo(1f / 3, within(1e-3f));
        }
    }

    @Test
    void aNodeWithoutALossTakesItsFourCellsAndNoOther() {
        Relief relief = relief(of(5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, Float.NaN, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5));
        assertThat(relief.at(0.5, 0.5)).isNaN();
        assertThat(relief.at(0.3, 0.3)).isNaN();
        assertThat(relief.at(0.7, 0.3)).isNaN();
        assertThat(relief.at(0.2, 0.5)).isFinite();
        assertThat(relief.at(0.5, 0.8)).isFinite();
        int each = (relief.side() - 1) / 4;
        assertThat(relief.isWhole(0, 0)).isTrue();
        assertThat(relief.isWhole(each - 1, each - 1)).isTrue();
        assertThat(relief.isWhole(each, each)).isFalse();
        assertThat(relief.isWhole(-1, 0)).isFalse();
        assertThat(relief.isWhole(0, relief.side() - 1)).isFalse();
    }

    @Test
    void whatIsNotFiniteIsAHoleAndLeavesTheScaleAlone() {
        Relief relief = relief(of(3, 1, 10, 1, 1, 1, 10, Float.POSITIVE_INFINITY, 1, 1));
        assertThat(relief.at(0.1, 0.9)).isNaN();
        assertThat(relief.at(0.5, 0)).isCloseTo(1, within(1e-6));
    }

    @Test
    void outsideThereIsNothing() {
        Relief relief = relief(of(2, 1, 2, 3, 4));
        assertThat(relief.at(-0.01, 0.5)).isNaN();
        assertThat(relief.at(0.5, 1.01)).isNaN();
        assertThat(relief.at(Double.NaN, 0.5)).isNaN();
        assertThat(relief.at(1, 1)).isCloseTo(1, within(1e-6));
    }

    @Test
    void heightsStayOnTheScale() {
        Relief relief = relief(of(4, 1, 1, 100, 100, 1, 1, 100, 100, 1, 1, 100, 100, 1, 1, 100, 100));
        for (float height : relief.heights()) {
            assertThat(height).isBetween(0f, 1f);
        }
    }
}
