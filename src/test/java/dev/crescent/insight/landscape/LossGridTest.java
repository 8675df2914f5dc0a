package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class LossGridTest {
    private static final Area AREA = new Area(-1, 3, 2, 5);

    static LossGrid grid(int side, DoubleBinaryOperator loss) {
        LossGrid empty = LossGrid.empty(AREA, side);
        double[] losses = new double[side * side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                losses[row * side + column] = loss.applyAsDouble(empty.a(column), empty.b(row));
            }
        }
        return new LossGrid(AREA, side, losses);
    }

    @Test
    void theOuterPointsLieOnTheEdge() {
        LossGrid grid = LossGrid.empty(AREA, 51);
        assertThat(grid.a(0)).isEqualTo(-1);
        assertThat(grid.a(50)).isEqualTo(3);
        assertThat(grid.b(0)).isEqualTo(2);
        assertThat(grid.b(50)).isEqualTo(5);
        assertThat(grid.known()).isZero();
    }

    @Test
    void aBowlIsDrawnExactlyUpToTheEdge() {
        DoubleBinaryOperator bowl = (a, b) -> 3 + 2 * a * a - 0.5 * a * b + 1.5 * b * b - a;
        for (int side : new int[] {3, 4, 51}) {
            LossGrid grid = grid(side, bowl);
            for (double a = -1; a <= 3; a += 0.137) {
                for (double b = 2; b <= 5; b += 0.119) {
                    assertThat(grid.at(a, b)).isCloseTo(bowl.applyAsDouble(a, b), within(1e-10));
                }
            }
            assertThat(grid.at(3, 5)).isCloseTo(bowl.applyAsDouble(3, 5), within(1e-10));
        }
    }

    @Test
    void outsideNothingIsDrawn() {
        LossGrid grid = grid(5, (a, b) -> 1);
        assertThat(grid.at(-1.01, 3)).isNaN();
        assertThat(grid.at(0, 5.01)).isNaN();
        assertThat(grid.at(Double.NaN, 3)).isNaN();
    }

    @Test
    void nothingIsDrawnBelowZero() {
        LossGrid grid = grid(5, (a, b) -> a > 1 ? 0 : 100);
        for (double a = -1; a <= 3; a += 0.01) {
            assertThat(grid.at(a, 3)).isNotNegative();
        }
    }

    @Test
    void besideWhatIsMissingOrInfiniteItIsLinear() {
        double[] losses = grid(5, (a, b) -> a * a).losses();
        losses[0] = Double.NaN;
        losses[4] = Double.POSITIVE_INFINITY;
        LossGrid grid = new LossGrid(AREA, 5, losses);
        assertThat(grid.at(0.5, 3)).isCloseTo(0.5, within(1e-12));
        assertThat(grid.at(-0.9, 2.1)).isNaN();
        assertThat(grid.at(2.9, 2.1)).isInfinite();
        assertThat(grid.at(0, 2)).isZero();
        assertThat(grid.at(2, 2)).as("on a point beside an infinite one").isEqualTo(4);
    }

    @Test
    void gapsAreFilledFromTheFinestSquareThatIsThere() {
        DoubleBinaryOperator slope = (a, b) -> 2 * a - b + 10;
        LossGrid whole = grid(51, slope);
        double[] losses = new double[51 * 51];
        Arrays.fill(losses, Double.NaN);
        for (int row = 0; row < 51; row++) {
            for (int column = 0; column < 51; column++) {
                boolean coarse = (row % 8 == 0 || row == 50) && (column % 8 == 0 || column == 50);
                if (coarse) {
                    losses[row * 51 + column] = whole.loss(row, column);
                }
            }
        }
        LossGrid filled = new LossGrid(AREA, 51, losses).filled();
        assertThat(filled.losses()).containsExactly(whole.losses(), within(1e-9));
        losses[0] = Double.NaN;
        losses[16] = 1000;
        filled = new LossGrid(AREA, 51, losses).filled();
        assertThat(filled.loss(3, 3)).isNaN();
        assertThat(filled.loss(3, 12)).isGreaterThan(100);
        losses[12] = 1;
        losses[4 * 51 + 12] = losses[4 * 51 + 16] = 1;
        filled = new LossGrid(AREA, 51, losses).filled();
        assertThat(filled.loss(2, 14)).isCloseTo((1000 + 3) / 4.0, within(1e-9));
    }

    @Test
    void whatIsKnownIsNotChangedByFilling() {
        LossGrid whole = grid(9, (a, b) -> a * b);
        assertThat(whole.filled().losses()).containsExactly(whole.losses());
        assertThat(whole.isComplete()).isTrue();
    }

    @Test
    void aGridWithoutEnoughLossesIsRefused() {
        assertThatThrownBy(() -> new LossGrid(AREA, 5, new double[24])).hasMessageContaining("24");
        assertThatThrownBy(() -> new LossGrid(AREA, 2, new double[4])).hasMessageContaining("3 x 3");
    }
}
