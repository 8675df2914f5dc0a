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
        assertThat(MathNames.pretty("x1^2 + x2^2")).isEqualTo("r\u00b2");
        assertThat(MathNames.pretty("sin(x1-x2)")).isEqualTo("sin(x\u2081\u2009\u2212\u2009x\u2082)");
        assertThat(MathNames.pretty("sin(3*x1)*x2")).isEqualTo("sin(3x\u2081)x\u2082");
        assertThat(MathNames.pretty("x1^-2")).isEqualTo("x\u2081\u207b\u00b2");
        assertThat(MathNames.pretty("x1^(x2+1)")).isEqualTo("x\u2081^(x2+1)");
    }

    @Test
    void aFullHistoryForgetsEverySecondMoment() {
        ParameterHistory history = new ParameterHistory();
        for (int i = 0; i < 1000; i++) {
            history.add(new float[] {i, -i});
        }
        float[] values = history.of(0);
        assertThat(values).hasSizeBetween(128, 257).startsWith(0).endsWith(999);
        for (int i = 1; i < values.length; i++) {
            assertThat(values[i]).isGreaterThan(values[i - 1]);
        }
        assertThat(history.of(1)).endsWith(-999);
        assertThat(history.of(2)).isEmpty();
    }

    @Test
    void aLargeNetworksHistoryIsShorter() {
        ParameterHistory history = new ParameterHistory();
        for (int i = 0; i < 100; i++) {
            float[] moment = new float[100_000];
            moment[7] = i;
            history.add(moment);
        }
        assertThat(history.of(7)).hasSizeBetween(10, 21).startsWith(0).endsWith(99);
    }

    @Test
    void anotherNetworkStartsTheHistoryAnew() {
        ParameterHistory history = new ParameterHistory();
        float[] same = {1};
        history.add(same);
        history.add(same);
        assertThat(history.of(0)).containsExactly(1);
        history.add(new float[] {2});
        history.add(new float[] {4, 5});
        assertThat(history.of(1)).containsExactly(5);
        history.add(new float[0]);
        assertThat(history.size()).isZero();
    }

    @Test
    void aConstantHistoryHasARangeToo() {
        double[] range = HistoryCurve.range(new float[] {0, 0, Float.NaN});
        assertThat(range[0]).isLessThan(range[1]);
    }

    @Test
    void whatCannotBeAWeightIsAnsweredWithWhatIsWrong() {
        assertThat(Amounts.problem("lots")).isEqualTo("\"lots\" is not a number; write one such as 0.01.");
        assertThat(Amounts.problem("2000000")).isEqualTo("Use a number from \u22121,000,000 to 1,000,000.");
    }
}
