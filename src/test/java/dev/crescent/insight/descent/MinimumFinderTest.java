package dev.crescent.insight.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.insight.Region;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// That it finds those of all test functions is shown in [TestFunctionTest].
class MinimumFinderTest {
    private static List<Minimum> found(String formula) {
        FormulaFunction function = FormulaFunction.parse(formula);
        return MinimumFinder.of(function, function.region(), () -> false);
    }

    @ParameterizedTest
    @CsvSource({"x^4 + y^4, 0, 0, 0", "abs(x - 1) + abs(y + 2), 1, -2, 0", "x*log(x) + y^2, 0.36787944117144233, 0, -0.36787944117144233",
        "sqrt((x - 1)^2 + y^2), 1, 0, 0", "1e9*(x^2 + y^2) - 1e12, 0, 0, -1e12", "1e-9*((x + 2)^2 + y^2), -2, 0, 0"})
    void findsTheOneThereIs(String formula, double x, double y, double value) {
        List<Minimum> minima = found(formula);
        assertThat(minima).hasSize(1);
        assertThat(minima.getFirst().at().distance(new PlaneVector(x, y))).isLessThan(1e-2);
        assertThat(minima.getFirst().value()).isCloseTo(value, within(1e-6 * (1 + Math.abs(value))));
    }

    /// A slope for ever, a saddle, a plain, a hill, no value anywhere, a minimum far outside.
    @ParameterizedTest
    @ValueSource(strings = {"x + y", "x*y", "3", "1 - x^2 - y^2", "log(-1 - x^2)", "(x - 50)^2 + y^2"})
    void findsNoneWhereThereIsNone(String formula) {
        assertThat(found(formula)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(x^2 + y^2 - 4)^2", "(x - y)^2", "x^2"})
    void aFloorIsOneMinimum(String formula) {
        List<Minimum> minima = found(formula);
        assertThat(minima).hasSize(1);
        assertThat(minima.getFirst().value()).isCloseTo(0, within(1e-9));
        assertThat(minima.getFirst().floor()).hasSizeGreaterThan(20).contains(minima.getFirst().at());
        assertThat(minima.getFirst().floor()).extracting(p -> FormulaFunction.parse(formula).value(p.x(), p.y()))
                .allMatch(value -> value < 1e-6);
    }

    @Test
    void twoFloorsAreTwo() {
        List<Minimum> minima = found("(x^2 - 1)^2 + x/100");
        assertThat(minima).hasSize(2);
        assertThat(minima.getFirst().at().x()).isCloseTo(-1, within(0.01));
        assertThat(minima.getLast().at().x()).isCloseTo(1, within(0.01));
    }

    @Test
    void minimaOfOneDepthAreInAnOrderThatRoundingDoesNotChange() {
        assertThat(found("(x^2 - 1)^2 + (y^2 - 1)^2")).extracting(m -> Math.rint(m.at().x()) + "," + Math.rint(m.at().y()))
                .containsExactly("-1.0,-1.0", "-1.0,1.0", "1.0,-1.0", "1.0,1.0");
    }

    @Test
    void looksWhereItIsTold() {
        FormulaFunction wave = FormulaFunction.parse("cos(x) + y^2/9");
        Region region = new Region(0, 4 * Math.PI, -3, 3);
        assertThat(MinimumFinder.of(wave, region, () -> false)).extracting(m -> m.at().x() / Math.PI)
                .anyMatch(x -> Math.abs(x - 1) < 1e-4).anyMatch(x -> Math.abs(x - 3) < 1e-4).allMatch(x -> x > -2 && x < 6);
    }

    @Test
    void stopsWhenItIsTold() {
        AtomicInteger asked = new AtomicInteger();
        FormulaFunction function = FormulaFunction.parse("x^2 + y^2");
        assertThat(MinimumFinder.of(function, function.region(), () -> asked.incrementAndGet() > 3)).hasSize(1);
        assertThat(asked).hasValue(4);
    }
}
