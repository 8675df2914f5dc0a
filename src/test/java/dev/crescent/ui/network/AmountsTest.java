package dev.crescent.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void weightsHaveASignAndFourDigits() {
        assertThat(Amounts.signed(1.14242)).isEqualTo("+1.1424");
        assertThat(Amounts.signed(-0.03)).isEqualTo("\u22120.0300");
        assertThat(Amounts.signed(-0.00001)).isEqualTo("+0.0000");
    }

    @Test
    void whatIsShownCanBeTyped() {
        assertThat(Amounts.parse("+1.1424")).hasValue(1.1424);
        assertThat(Amounts.parse(" \u22120,5 ")).hasValue(-0.5);
        assertThat(Amounts.parse(".5e1")).hasValue(5);
        assertThat(Amounts.parse("2.")).hasValue(2);
    }

    @Test
    void nonsenseIsNoNumber() {
        for (String text : new String[] {"", "x", "1.2.3", "NaN", "Infinity", "1e400", "0x10", "1d", "--1", "2000000"}) {
            assertThat(Amounts.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void featuresAreWrittenAsMathematics() {
        assertThat(MathNames.pretty("x1")).isEqualTo("x\u2081");
        assertThat(MathNames.pretty("x1*x2")).isEqualTo("x\u2081x\u2082");
        assertThat(MathNames.pretty("x2^2")).isEqualTo("x\u2082\u00b2");
        assertThat(MathNames.pretty("sin(x1)")).isEqualTo("sin\u2009x\u2081");
        assertThat(MathNames.pretty("x1^2 + x2^2")).isEqualTo("x\u2081\u00b2+x\u2082\u00b2");
        assertThat(MathNames.pretty("sin(x1-x2)")).isEqualTo("sin(x\u2081\u2212x\u2082)");
        assertThat(MathNames.pretty("petal length")).isEqualTo("petal length");
        assertThat(MathNames.isFormula("age")).isFalse();
    }

    @Test
    void aFullHistoryForgetsEverySecondValue() {
        WeightHistory history = new WeightHistory();
        for (int i = 0; i < 1000; i++) {
            history.add(i);
        }
        assertThat(history.count()).isBetween(128, 256);
        assertThat(history.value(history.count() - 1)).isGreaterThan(990);
        assertThat(history.value(0)).isLessThan(10);
        for (int i = 1; i < history.count(); i++) {
            assertThat(history.value(i)).isGreaterThan(history.value(i - 1));
        }
        history.clear();
        assertThat(history.range()[0]).isLessThan(history.range()[1]);
    }
}
