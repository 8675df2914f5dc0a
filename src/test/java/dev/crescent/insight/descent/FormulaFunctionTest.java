package dev.crescent.insight.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.insight.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaFunctionTest {
    @Test
    void isAFunctionOfXAndYWithItsGradient() {
        FormulaFunction function = FormulaFunction.parse("x^2*y + sin(y)");
        double[] g = new double[2];
        assertThat(function.value(3, 0)).isZero();
        assertThat(function.gradient(3, 0, g)).isZero();
        assertThat(g).containsExactly(0, 10);
        assertThat(function.formula()).isEqualTo("x^2*y + sin(y)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x1^2|has an unknown name 'x1' at position 1; use x, y, sin, cos, tan, exp, log, sqrt, abs, tanh, pi",
        "2x|has no operator before 'x' at position 2; write one of + - * / ^ there",
        "(x + y|has a '(' at position 1 that is never closed; add a ')'",
        "x*|ends where a number, a variable or a function should follow; complete it",
        "''|is empty; write a formula such as x or sin(x)"})
    void saysWhatIsWrongWhereAndTheRemedy(String text, String problem) {
        assertThatThrownBy(() -> FormulaFunction.parse(text)).isInstanceOf(InvalidSettingException.class).hasMessage(problem);
    }

    @Test
    void isLookedAtWhereOneWants() {
        FormulaFunction function = FormulaFunction.parse("x");
        Region region = new Region(0, 10, 100, 200);
        FormulaFunction other = function.in(region);
        assertThat(other.region()).isEqualTo(region);
        assertThat(region.contains(other.start().x(), other.start().y())).isTrue();
        assertThat(other).isNotEqualTo(function).isEqualTo(FormulaFunction.parse("x").in(region))
                .hasSameHashCodeAs(FormulaFunction.parse("x").in(region));
        assertThat(function).isNotEqualTo(FormulaFunction.parse("y")).hasToString("x");
    }

    @Test
    void hasNoValueWhereMathematicsHasNone() {
        double[] g = new double[2];
        assertThat(FormulaFunction.parse("log(x)").value(-1, 0)).isNaN();
        assertThat(FormulaFunction.parse("sqrt(x + y)").gradient(-1, 0, g)).isNaN();
        assertThat(FormulaFunction.parse("1/x").value(0, 0)).isInfinite();
    }
}
