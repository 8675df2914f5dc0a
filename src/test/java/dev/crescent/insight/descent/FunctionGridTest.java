package dev.crescent.insight.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.insight.Contours;
import dev.crescent.insight.Region;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionGridTest {
    private static FunctionGrid grid(TestFunction function, int columns, int rows) {
        return FunctionGrid.of(function, function.region(), columns, rows, function.minima());
    }

    @Test
    void valuesAreThoseOfTheMiddlesOfTheCellsAboveTheFloor() {
        FormulaFunction function = FormulaFunction.parse("x + 10*y");
        FunctionGrid grid = FunctionGrid.of(function, new Region(0, 4, 0, 2), 4, 2, List.of());
        assertThat(grid.floor()).isEqualTo(5.5);
        assertThat(grid.above()).containsExactly(10, 11, 12, 13, 0, 1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void levelsGrowByAFactorAndLieAmongTheValues(TestFunction function) {
        FunctionGrid grid = grid(function, 61, 61);
        double[] levels = grid.levels(12);
        assertThat(levels).hasSize(12).isSorted();
        for (int i = 2; i < 12; i++) {
            assertThat(levels[i] / levels[i - 1]).isCloseTo(levels[1] / levels[0], within(1e-6 * levels[1] / levels[0]));
        }
        Contours contours = new Contours(61, 61);
        for (double level : levels) {
            assertThat(contours.lines(grid.above(), level)).as("level %s", level).isNotEmpty();
        }
        assertThat(grid.floor()).isEqualTo(function.minima().getFirst().value());
    }

    @Test
    void theFloorIsTheMinimumEvenWhereNoCellMeetsIt() {
        FunctionGrid grid = grid(TestFunction.TWO_WELLS, 20, 20);
        assertThat(grid.floor()).isEqualTo(-5);
        for (float height : grid.above()) {
            assertThat(height).isPositive();
        }
        FunctionGrid right = FunctionGrid.of(TestFunction.TWO_WELLS, new Region(0.5, 1.5, -1, 1), 20, 20,
                TestFunction.TWO_WELLS.minima());
        assertThat(right.floor()).isEqualTo(-1);
    }

    @Test
    void aShareIsAPlaceOnTheScale() {
        FunctionGrid grid = grid(TestFunction.TWO_WELLS, 40, 40);
        double[] levels = grid.levels(5);
        for (int i = 0; i < 5; i++) {
            assertThat(grid.share(levels[i] - 5)).isCloseTo(i / 4.0, within(1e-9));
        }
        assertThat(grid.share(-5)).isZero();
        assertThat(grid.share(-7)).isZero();
        assertThat(grid.share(1e9)).isEqualTo(1);
        assertThat(grid.share(Double.NaN)).isNaN();
    }

    /// A float has no room for 1e12 + 0.01.
    @Test
    void tellsSmallDifferencesOfLargeValuesApart() {
        FunctionGrid grid = FunctionGrid.of(FormulaFunction.parse("1e12 + x/100"), new Region(0, 4, 0, 4), 4, 4, List.of());
        assertThat(grid.above()[0]).isZero();
        assertThat((double) grid.above()[1]).isCloseTo(0.01, within(1e-3));
    }

    @Test
    void placesWithoutAValueHaveNone() {
        FunctionGrid grid = FunctionGrid.of(FormulaFunction.parse("log(x) + y^2"), new Region(-2, 2, -1, 1), 8, 4, List.of());
        assertThat(grid.above()[0]).isNaN();
        assertThat(grid.above()[7]).isGreaterThan(0);
        assertThat(grid.levels(3)).hasSize(3).doesNotContain(Double.NaN);
        assertThat(grid.share(Double.NEGATIVE_INFINITY)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "log(-1)", "0*x - 3"})
    void whatIsFlatOrNowhereHasNoLevels(String formula) {
        FunctionGrid grid = FunctionGrid.of(FormulaFunction.parse(formula), Region.square(1, 0), 5, 5, List.of());
        assertThat(grid.levels(8)).isEmpty();
        assertThat(grid.share(1)).isZero();
    }

    @Test
    void aPoleDoesNotEatTheScale() {
        FunctionGrid grid = FunctionGrid.of(FormulaFunction.parse("1/(x^2 + y^2)^4"), Region.square(1, 0), 101, 101, List.of());
        float highest = 0;
        for (float height : grid.above()) {
            highest = Math.max(highest, Float.isFinite(height) ? height : 0);
        }
        assertThat(grid.high()).isLessThan(highest / 100);
        assertThat(grid.high() / grid.low()).isLessThanOrEqualTo(1.01e8);
    }

    @Test
    void refusesGridsAndLevelsThatAreTooFew() {
        assertThatThrownBy(() -> grid(TestFunction.SADDLE, 1, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grid(TestFunction.SADDLE, 5, 5).levels(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
