package dev.crescent.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StylesTest {
    static Stream<Style> all() {
        return IntStream.range(0, SyntheticDigits.CLASSES).boxed().flatMap(digit -> Styles.SHIPPED.of(digit).stream());
    }

    @Test
    void eachDigitHasItsStyles() {
        assertThat(IntStream.range(0, 10).map(digit -> Styles.SHIPPED.of(digit).size()))
                .containsExactly(7, 7, 19, 12, 10, 12, 15, 15, 12, 19);
        for (int digit = 0; digit < 10; digit++) {
            int wanted = digit;
            assertThat(Styles.SHIPPED.of(digit)).allMatch(style -> style.digit() == wanted);
        }
    }

    @Test
    void noTwoStylesAreTheSame() {
        assertThat(all().map(style -> style.digit() + style.description())).doesNotHaveDuplicates();
        assertThat(all().map(style -> style.strokes().getFirst()).map(stroke -> List.of(list(stroke.x), list(stroke.y))))
                .as("first strokes").hasSize(128).satisfies(strokes ->
                        assertThat(strokes.stream().distinct().count()).isGreaterThan(120));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSkeletonIsAboutAsHighAsADigit(Style style) {
        double top = style.strokes().stream().flatMap(stroke -> list(stroke.y).stream()).mapToDouble(y -> y).min().orElseThrow();
        double bottom = style.strokes().stream().flatMap(stroke -> list(stroke.y).stream()).mapToDouble(y -> y).max().orElseThrow();
        assertThat(top).isBetween(0.0, 0.1);
        assertThat(bottom).isBetween(0.9, 1.0);
    }

    /// However the dice fall: there is ink, in whole steps, where the reader looks for it.
    @ParameterizedTest
    @MethodSource("all")
    void everyStyleIsDrawn(Style style) {
        for (int seed = 0; seed < 50; seed++) {
            float[] image = new float[SyntheticDigits.PIXELS];
            SyntheticDigits.draw(style, new SplittableRandom(seed).split(), image, 0);
            Ink ink = Ink.of(image);
            assertThat(ink.least()).isZero();
            assertThat(ink.most()).as("darkest").isBetween(150f, 255f);
            assertThat(ink.longerSide()).as("longer side").isBetween(18, 22);
            assertThat(ink.row()).isBetween(13.4, 14.6);
            assertThat(ink.column()).isBetween(13.4, 14.6);
        }
    }

    @Test
    void aStyleIsReadAsItIsWritten() {
        Style crossed = StyleReader.read(List.of("# a comment", "7|1.5|crossed|0,8 -32,5! 60,100 / 14,54 38,50")).getFirst();
        assertThat(crossed.digit()).isEqualTo(7);
        assertThat(crossed.weight()).isEqualTo(1.5);
        assertThat(crossed.description()).isEqualTo("crossed");
        assertThat(crossed.strokes()).hasSize(2);
        Stroke bar = crossed.strokes().getFirst();
        assertThat(bar.x).containsExactly(0, -0.32, 0.6);
        assertThat(bar.y).containsExactly(0.08, 0.05, 1);
        assertThat(crossed.samples()).isEqualTo(13 + 7);
        double[] smooth = new double[13];
        double[] cornered = new double[13];
        bar.smooth.add(bar.x, 1, smooth, 0);
        bar.cornered.add(bar.x, 1, cornered, 0);
        assertThat(cornered).isNotEqualTo(smooth);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "7|1|crossed|0,8; has a stroke of one point: \"0,8\"",
        "7|1|crossed|0,8 1,1 / 3,3; has a stroke of one point: \"3,3\"",
        "7|1|crossed|0,8 1,1 3.5,3; has a point that is not x,y: \"3.5,3\"",
        "7|1|crossed|0,8 1,1 / ; has a stroke of one point: \"\"",
        "7|1|crossed|0,8  1,1; has a point that is not x,y: \"\"",
        "7|0|crossed|0,8 1,1; has the weight 0, so it would never be drawn",
        "7|x|crossed|0,8 1,1; is not digit|weight|description|points",
        "11|1|crossed|0,8 1,1; is not digit|weight|description|points",
        "7|1|0,8 1,1; is not digit|weight|description|points",
        "''; is not digit|weight|description|points"})
    void damageIsNamedWithItsLine(String line, String problem) {
        List<String> lines = List.of("# a comment", "1|1|plain|0,0 0,100", line.endsWith("/") ? line + " " : line);
        assertThatThrownBy(() -> StyleReader.read(lines)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("styles, line 3: " + problem);
    }

    @Test
    void aDigitWithoutAStyleIsRefused() {
        List<Style> ones = StyleReader.read(List.of("0|1|plain|0,0 0,100", "1|1|plain|0,0 0,100"));
        assertThatThrownBy(() -> new Styles(ones)).hasMessage("there is no style of the digit 2");
    }

    @Test
    void aStyleIsPickedAsOftenAsItsWeightSays() {
        List<String> lines = IntStream.range(0, 10).boxed().flatMap(digit -> Stream.of(digit + "|1|rare|0,0 0,100",
                digit + "|2.5|usual|0,0 0,100", digit + "|0.5|odd|0,0 0,100")).toList();
        Styles styles = new Styles(StyleReader.read(lines));
        int[] picked = new int[3];
        for (int i = 0; i < 4000; i++) {
            picked[styles.of(4).indexOf(styles.pick(4, i / 4000.0))]++;
        }
        assertThat(picked).containsExactly(1000, 2500, 500);
        assertThat(styles.pick(4, Math.nextDown(1.0)).description()).isEqualTo("odd");
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
