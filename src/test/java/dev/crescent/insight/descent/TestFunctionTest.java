package dev.crescent.insight.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestFunctionTest {
    @ParameterizedTest
    @EnumSource
    void theGradientIsThatOfCentralDifferences(TestFunction function) {
        SplittableRandom random = new SplittableRandom(3);
        double[] g = new double[2];
        for (int i = 0; i < 200; i++) {
            PlaneVector at = anywhere(function, random);
            assertThat(function.gradient(at.x(), at.y(), g)).isEqualTo(function.value(at.x(), at.y()));
            double h = 1e-5;
            double byX = (function.value(at.x() + h, at.y()) - function.value(at.x() - h, at.y())) / (2 * h);
            double byY = (function.value(at.x(), at.y() + h) - function.value(at.x(), at.y() - h)) / (2 * h);
            double room = 1e-6 * (1 + Math.abs(byX) + Math.abs(byY));
            assertThat(g[0]).as("%s", at).isCloseTo(byX, within(room));
            assertThat(g[1]).as("%s", at).isCloseTo(byY, within(room));
        }
    }

    /// Two ways to the same numbers: code written by hand, and the formula's text with automatic differentiation.
    @ParameterizedTest
    @EnumSource
    void theFormulaIsTheFunction(TestFunction function) {
        FormulaFunction formula = FormulaFunction.parse(function.formula());
        SplittableRandom random = new SplittableRandom(4);
        double[] g = new double[2];
        double[] f = new double[2];
        for (int i = 0; i < 200; i++) {
            PlaneVector at = anywhere(function, random);
            double value = function.gradient(at.x(), at.y(), g);
            assertThat(formula.gradient(at.x(), at.y(), f)).isCloseTo(value, within(1e-12 * (30 + Math.abs(value))));
            assertThat(f[0]).isCloseTo(g[0], within(1e-11 * (30 + Math.abs(g[0]) + Math.abs(g[1]))));
            assertThat(f[1]).isCloseTo(g[1], within(1e-11 * (30 + Math.abs(g[0]) + Math.abs(g[1]))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void minimaHaveNoGradientAndTheirValue(TestFunction function) {
        double[] g = new double[2];
        assertThat(function.minima()).isNotEmpty();
        for (Minimum minimum : function.minima()) {
            PlaneVector at = minimum.at();
            assertThat(function.gradient(at.x(), at.y(), g)).isCloseTo(minimum.value(), within(1e-13));
            assertThat(Math.hypot(g[0], g[1])).isLessThan(1e-12);
            assertThat(function.region().contains(at.x(), at.y())).isTrue();
            for (int i = 0; i < 8; i++) {
                double x = at.x() + 0.02 * Math.cos(i * Math.PI / 4);
                double y = at.y() + 0.02 * Math.sin(i * Math.PI / 4);
                assertThat(function.value(x, y)).isGreaterThan(minimum.value());
            }
        }
    }

    /// Nobody tells the search where they are.
    @ParameterizedTest
    @EnumSource
    void noMinimumIsMissing(TestFunction function) {
        FormulaFunction formula = FormulaFunction.parse(function.formula()).in(function.region());
        List<Minimum> found = MinimumFinder.of(formula, formula.region(), () -> false).stream()
                .filter(m -> function.region().contains(m.at().x(), m.at().y())).toList();
        assertThat(found).hasSameSizeAs(function.minima());
        for (Minimum minimum : function.minima()) {
            assertThat(found).anyMatch(m -> m.at().distance(minimum.at()) < 1e-5
                    && Math.abs(m.value() - minimum.value()) < 1e-9);
        }
        assertThat(found.getFirst().value()).isCloseTo(function.minima().getFirst().value(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void theStartIsInTheRegionAndNotInAMinimum(TestFunction function) {
        assertThat(function.region().contains(function.start().x(), function.start().y())).isTrue();
        assertThat(function.minima()).allMatch(m -> m.at().distance(function.start()) > 0.3);
    }

    @Test
    void namesAreThoseOfFiles() {
        assertThat(TestFunction.TWO_WELLS.id()).isEqualTo("two-wells");
        assertThat(TestFunction.values()).extracting(TestFunction::id).doesNotHaveDuplicates().hasSize(8);
    }

    @Test
    void rastriginHasAHollowForEveryPointOfWholeNumbers() {
        assertThat(TestFunction.RASTRIGIN.minima()).hasSize(121);
        assertThat(TestFunction.RASTRIGIN.minima().getFirst()).isEqualTo(new Minimum(0, 0, 0));
        assertThat(TestFunction.RASTRIGIN.minima().get(1).value()).isCloseTo(0.99496, within(1e-5));
    }

    @Test
    void oneWellIsDeeper() {
        assertThat(TestFunction.TWO_WELLS.minima()).extracting(Minimum::value).containsExactly(-5.0, -1.0);
    }

    private static PlaneVector anywhere(TestFunction function, SplittableRandom random) {
        return new PlaneVector(random.nextDouble(function.region().x1Min(), function.region().x1Max()),
                random.nextDouble(function.region().x2Min(), function.region().x2Max()));
    }
}
