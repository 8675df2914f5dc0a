package dev.crescent.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void useTheMinusSignAndNoNegativeZero() {
        assertThat(Numbers.fixed(-2.054, 2)).isEqualTo("\u22122.05");
        assertThat(Numbers.fixed(-0.001, 2)).isEqualTo("0.00");
        assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("\u2013");
        assertThat(Numbers.fixed(Double.NEGATIVE_INFINITY, 2)).isEqualTo("\u2212\u221e");
        assertThat(Numbers.fixed(12_345, 0)).isEqualTo("12,345");
    }

    @Test
    void percentHasASpaceThatDoesNotBreak() {
        assertThat(Numbers.percent(0.972, 1)).isEqualTo("97.2\u00a0%");
        assertThat(Numbers.percent(Double.NaN, 1)).isEqualTo("\u2013");
    }

    @Test
    void lossesKeepAboutTheSameWidth() {
        assertThat(Numbers.loss(0.03929)).isEqualTo("0.0393");
        assertThat(Numbers.loss(0)).isEqualTo("0");
        assertThat(Numbers.loss(12.414)).isEqualTo("12.41");
        assertThat(Numbers.loss(4321.9)).isEqualTo("4,322");
        assertThat(Numbers.loss(3_100_000)).isEqualTo("3.1e6");
        assertThat(Numbers.loss(0.00001)).isEqualTo("1e\u22125");
        assertThat(Numbers.loss(3.21e-7)).isEqualTo("3.2e\u22127");
    }

    @Test
    void unevenTicksHaveAllTheirDigits() {
        assertThat(Numbers.tick(0.65)).isEqualTo("0.65");
        assertThat(Numbers.tick(1)).isEqualTo("1");
        assertThat(Numbers.tick(500)).isEqualTo("500");
        assertThat(Numbers.tick(2e-4)).isEqualTo("2e\u22124");
        assertThat(Numbers.tick(1.2e7)).isEqualTo("1.2e7");
        assertThat(Numbers.tick(0)).isEqualTo("0");
    }

    @Test
    void ticksHaveTheDecimalsOfTheirStep() {
        assertThat(Numbers.tick(0.4, 0.2)).isEqualTo("0.4");
        assertThat(Numbers.tick(-1, 1)).isEqualTo("\u22121");
        assertThat(Numbers.tick(0, 0.1)).isEqualTo("0");
        assertThat(Numbers.tick(0.05, 0.01)).isEqualTo("0.05");
        assertThat(Numbers.tick(2_000_000, 1_000_000)).isEqualTo("2e6");
    }

    @Test
    void settingsHaveAllTheirDigits() {
        assertThat(Numbers.exact(0.00001)).isEqualTo("0.00001");
        assertThat(Numbers.exact(0.00123456)).isEqualTo("0.00123456");
        assertThat(Numbers.exact(69_970)).isEqualTo("69,970");
        assertThat(Numbers.exact(-1.5)).isEqualTo("\u22121.5");
        assertThat(Numbers.exact(0)).isEqualTo("0");
        assertThat(Numbers.exact(Double.NaN)).isEqualTo("\u2013");
    }

    @Test
    void whatIsWrittenReadsBack() {
        for (double value : new double[] {0, 1, -1.5, 1000, 69_970, 1_234_567.25, 0.025, 1e-9, -1_000_000}) {
            assertThat(Numbers.parse(Numbers.exact(value))).hasValue(value);
        }
    }

    @Test
    void aCommaPartsThousandsWhereItCanAndIsADecimalPointElse() {
        assertThat(Numbers.parse("1,000")).hasValue(1000);
        assertThat(Numbers.parse("12,345,678.5")).hasValue(12_345_678.5);
        assertThat(Numbers.parse(" 0,025 ")).hasValue(0.025);
        assertThat(Numbers.parse("1,5")).hasValue(1.5);
        assertThat(Numbers.parse("1,0000")).hasValue(1);
        assertThat(Numbers.parse("\u22121,000")).hasValue(-1000);
        for (String text : new String[] {"1,00,000", "1,5,", "", "1d", "0x1p3", "NaN", "1e999"}) {
            assertThat(Numbers.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void inGermanPointAndCommaChangePlaces() {
        Texts.use(Language.GERMAN);
        try {
            assertThat(Numbers.fixed(-2.054, 2)).isEqualTo("\u22122,05");
            assertThat(Numbers.fixed(12_345, 0)).isEqualTo("12.345");
            assertThat(Numbers.percent(0.972, 1)).isEqualTo("97,2\u00a0%");
            assertThat(Numbers.loss(3_100_000)).isEqualTo("3,1e6");
            assertThat(Numbers.tick(0.4, 0.2)).isEqualTo("0,4");
            assertThat(Numbers.tick(2.5e-4)).isEqualTo("2,5e\u22124");
            assertThat(Numbers.inText("x = 1.5, y = \u22120.25")).isEqualTo("x = 1,5, y = \u22120,25");
            assertThat(Numbers.parseWhole("1.234.567")).isEqualTo(1_234_567);
            for (double value : new double[] {0, 1, -1.5, 1000, 69_970, 1_234_567.25, 0.025, 1e-9, -1_000_000}) {
                assertThat(Numbers.parse(Numbers.exact(value))).hasValue(value);
            }
            assertThat(Numbers.parse("0,1")).hasValue(0.1);
            assertThat(Numbers.parse("0.1")).hasValue(0.1);
            assertThat(Numbers.parse("0.025")).hasValue(0.025);
            assertThat(Numbers.parse("1.5")).hasValue(1.5);
            assertThat(Numbers.parse("1.000")).hasValue(1000);
        } finally {
            Texts.use(Language.ENGLISH);
        }
    }
}
