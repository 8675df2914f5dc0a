package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.insight.Region;
import dev.crescent.ui.FormulaRuns;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the panel knows and computes, without the toolkit.
class PanelLogicTest {
    private static final Palette LIGHT = Palette.of(Theme.LIGHT);
    private static final NumberRange SAMPLES = new NumberRange(2, 1_000_000, 25, 10_000, true, 0, "");

    @Test
    void aUsualNoiseBecomesTheNextSetsUsualOneAndAnotherKeepsItsPlace() {
        assertThat(chosen(PointSet.MOONS, 0.1, PointSet.BLOBS)).isEqualTo(new Source.Points(PointSet.BLOBS, 300, 0.4));
        assertThat(chosen(PointSet.MOONS, 0.25, PointSet.BLOBS)).isEqualTo(new Source.Points(PointSet.BLOBS, 300, 0.5));
        assertThat(chosen(PointSet.MOONS, 0.2, PointSet.CRESCENTS))
                .isEqualTo(new Source.Points(PointSet.CRESCENTS, 300, 0.004));
        assertThat(chosen(PointSet.MOONS, 0.3, PointSet.MOONS)).isEqualTo(new Source.Points(PointSet.MOONS, 300, 0.3));
    }

    @Test
    void theSamplesSliderIsLogarithmicAndRoundsToTwoDigits() {
        assertThat(SAMPLES.position(500)).isCloseTo(0.5, within(1e-9));
        assertThat(SAMPLES.value(0.5)).isEqualTo(500);
        assertThat(SAMPLES.value(0.6)).isEqualTo(910);
        assertThat(SAMPLES.value(1)).isEqualTo(10_000);
        assertThat(SAMPLES.position(1_000_000)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"500|500", "1,000|1000", " 12,345 |12345", "2.0|2"})
    void numbersMayBeTypedAsPeopleWriteThem(String typed, double value) {
        assertThat(SAMPLES.parse(typed)).isEqualTo(value);
        NumberRange percent = new NumberRange(5, 100, 5, 100, false, 0, "%");
        assertThat(percent.parse("60 %")).isEqualTo(60);
        assertThat(percent.text(60)).isEqualTo("60\u00a0%");
        NumberRange noise = new NumberRange(0, 10, 0, 0.5, false, 2, "");
        assertThat(noise.parse("0,125")).isEqualTo(0.125);
        assertThat(noise.text(0.125)).isEqualTo("0.125");
        assertThat(noise.text(0.1)).isEqualTo("0.10");
        NumberRange fine = new NumberRange(0, 10, 0, 0.01, false, 4, "");
        assertThat(fine.text(0)).isEqualTo("0.00");
        assertThat(fine.text(fine.value(0.35))).isEqualTo("0.0035");
    }

    @ParameterizedTest
    @CsvSource({"1", "2000000", "2.5", "many", "''", "NaN", "1e999"})
    void whatIsNoNumberOfSamplesIsRefusedWithASentence(String typed) {
        assertThatThrownBy(() -> SAMPLES.parse(typed)).isInstanceOf(InvalidSettingException.class)
                .message().matches(".*(2 to 1,000,000|is not a number).*\\.");
    }

    @Test
    void anAddedFeatureTakesItsPlaceInTheOffer() {
        List<String> offered = FeatureList.offered(List.of("x1", "cos(x2)"), List.of("x1^3"));
        assertThat(offered).hasSize(10).endsWith("cos(x2)", "x1^3");
        assertThat(FeatureList.with(List.of("x1", "sin(x1)"), "x2", offered)).containsExactly("x1", "x2", "sin(x1)");
        assertThat(FeatureList.with(List.of("x1"), "x1^3", offered)).containsExactly("x1", "x1^3");
        assertThat(FeatureList.without(List.of("x1", "x1^2+x2^2"), "x1^2 + x2^2")).containsExactly("x1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"x1|x_1", "x1^2|x_1^2", "x1*x2|x_1x_2", "sin(x1)|sin x_1", "x1^2 + x2^2|r^2",
        "2*3*x1^-2|2·3x_1^−2", "sin(3*x1)|sin(3x_1)", "x1 - x2|x_1 − x_2", "exp(-(x1^2))^0.5|exp(−(x_1^2))^0.5",
        "x1^(x2+1)|x_1^x2+1", "x1*cos(pi)|x_1 cos π"})
    void formulasAreSetAsMathematics(String formula, String expected) {
        StringBuilder text = new StringBuilder();
        for (FormulaRuns.Run run : FormulaRuns.of(formula)) {
            text.append(switch (run.level()) {
                case LINE, HAT -> "";
                case UP -> "^";
                case DOWN -> "_";
            }).append(run.text().replace('\u2009', ' '));
        }
        assertThat(text.toString().replaceAll("\\^(.)\\^", "^$1")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(value = PointSet.class, names = {"PLANE", "GAUSS_REGRESSION"}, mode = EnumSource.Mode.EXCLUDE)
    void everySetsThumbnailHasPointsOfEveryClass(PointSet set) {
        int[] pixels = picture(set, 1);
        int classes = set == PointSet.BLOBS || set == PointSet.RINGS ? 3 : 2;
        for (int k = 0; k < 8; k++) {
            assertThat(count(pixels, LIGHT.classArgb(k))).as("pixels of class %d", k)
                    .matches(k < classes ? n -> n > 100 : n -> n == 0);
        }
    }

    @Test
    void thumbnailsShowTheirSetsShape() {
        int[] moons = picture(PointSet.MOONS, 1);
        assertThat(place(moons, LIGHT.classArgb(0))[1]).isLessThan(place(moons, LIGHT.classArgb(1))[1] - 5);
        assertThat(place(moons, LIGHT.classArgb(0))[0]).isLessThan(place(moons, LIGHT.classArgb(1))[0] - 5);
        int[] plane = picture(PointSet.PLANE, 1);
        assertThat(plane[68 * 64 + 3]).as("lowest at the lower left").matches(argb -> near(argb, LIGHT.fieldArgb(-1)));
        assertThat(plane[68 * 3 + 64]).as("highest at the upper right").matches(argb -> near(argb, LIGHT.fieldArgb(1)));
        int[] gauss = picture(PointSet.GAUSS, 1);
        assertThat(place(gauss, LIGHT.classArgb(1))[0]).isGreaterThan(place(gauss, LIGHT.classArgb(0))[0] + 15);
        assertThat(place(gauss, LIGHT.classArgb(1))[1]).isLessThan(place(gauss, LIGHT.classArgb(0))[1] - 15);
    }

    @Test
    void thumbnailsFollowTheSeed() {
        assertThat(picture(PointSet.XOR, 1)).isEqualTo(picture(PointSet.XOR, 1)).isNotEqualTo(picture(PointSet.XOR, 2));
    }

    @Test
    void aFormulasPictureIsNeutralWhereItHasNoValue() {
        int[] pixels = Thumbnails.of(FeatureList.parsed("log(x1)"), Region.square(1, 0), LIGHT, 20);
        assertThat(pixels[0]).isEqualTo(LIGHT.fieldArgb(0));
        int[] slope = Thumbnails.of(FeatureList.parsed("x2"), Region.square(1, 0), LIGHT, 20);
        assertThat(slope[10]).as("top").matches(argb -> near(argb, LIGHT.fieldArgb(1)));
        assertThat(slope[390]).as("bottom").matches(argb -> near(argb, LIGHT.fieldArgb(-1)));
    }

    private static int[] picture(PointSet set, long seed) {
        SetFacts facts = SetFacts.of(set);
        return Thumbnails.of(new Data(new Source.Points(set, 500, facts.noise()), seed, 0, Scaling.NONE), LIGHT, 68);
    }

    private static long count(int[] pixels, int argb) {
        return Arrays.stream(pixels).filter(p -> p == argb).count();
    }

    /// The mean column and row of a color.
    private static double[] place(int[] pixels, int argb) {
        double[] sum = new double[3];
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] == argb) {
                int column = i % 68;
                int row = i / 68;
                sum[0] += column;
                sum[1] += row;
                sum[2]++;
            }
        }
        return new double[] {sum[0] / sum[2], sum[1] / sum[2]};
    }

    private static boolean near(int a, int b) {
        return Math.abs((a >> 16 & 255) - (b >> 16 & 255)) < 24 && Math.abs((a >> 8 & 255) - (b >> 8 & 255)) < 24
                && Math.abs((a & 255) - (b & 255)) < 24;
    }

    private static Source chosen(PointSet from, double noise, PointSet to) {
        return SetFacts.of(to).chosen(new Data(new Source.Points(from, 300, noise), 1, 0.5, Scaling.NONE)).source();
    }
}
