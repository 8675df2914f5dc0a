package dev.crescent.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class SyntheticDigitsTest {
    private static final SyntheticDigits DIGITS = new SyntheticDigits(1, SyntheticDigits.Part.TRAINING);

    private static float[] image(SyntheticDigits digits, long place) {
        float[] image = new float[SyntheticDigits.PIXELS];
        digits.draw(place, image, 0);
        return image;
    }

    @Test
    void aDigitIsTheSameInAnyOrderAndAtOnce() {
        float[] forward = new float[100 * 784];
        float[] backward = new float[100 * 784];
        float[] together = new float[100 * 784];
        for (int i = 0; i < 100; i++) {
            DIGITS.draw(i, forward, 784 * i);
        }
        SyntheticDigits again = new SyntheticDigits(1, SyntheticDigits.Part.TRAINING);
        for (int i = 99; i >= 0; i--) {
            again.draw(i, backward, 784 * i);
        }
        IntStream.range(0, 100).parallel().forEach(i -> DIGITS.draw(i, together, 784 * i));
        assertThat(backward).isEqualTo(forward);
        assertThat(together).isEqualTo(forward);
        assertThat(image(DIGITS, 57)).isEqualTo(Arrays.copyOfRange(forward, 57 * 784, 58 * 784));
    }

    /// Pinned, because saved experiments rely on it.
    @Test
    void digitsAreTheSameInEveryVersion() {
        assertThat(IntStream.range(0, 10).map(DIGITS::label)).containsExactly(8, 2, 9, 0, 4, 7, 6, 5, 3, 1);
        long[] sums = IntStream.range(0, 8).mapToLong(place -> sum(image(DIGITS, place))).toArray();
        assertThat(sums).containsExactly(1536788454L, 3113443897L, 3411525905L, 1107179665L, 4270730262L,
                2612797385L, 3018619526L, 4120359657L);
    }

    private static long sum(float[] image) {
        CRC32 sum = new CRC32();
        for (float pixel : image) {
            sum.update((int) pixel);
        }
        return sum.getValue();
    }

    @Test
    void seedsPartsAndPlacesHaveNothingInCommon() {
        SyntheticDigits test = new SyntheticDigits(1, SyntheticDigits.Part.TEST);
        SyntheticDigits second = new SyntheticDigits(2, SyntheticDigits.Part.TRAINING);
        long distinct = IntStream.range(0, 1000).boxed()
                .flatMap(i -> Stream.of(image(DIGITS, i), image(test, i), image(second, i),
                        image(DIGITS, 1_000_000_000_000L + i)))
                .map(SyntheticDigitsTest::sum).distinct().count();
        assertThat(distinct).isEqualTo(4000);
    }

    @Test
    void ofEachTenInARowEveryClassHasOne() {
        for (int ten = 0; ten < 200; ten++) {
            int first = 10 * ten;
            assertThat(IntStream.range(first, first + 10).map(DIGITS::label)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }
        assertThat(IntStream.range(0, 200).map(ten -> DIGITS.label(10 * ten)).filter(label -> label == 3).count())
                .as("in another order every time").isBetween(8L, 35L);
    }

    @Test
    void pixelsAreWholeNumbersUpTo255() {
        for (int place = 0; place < 100; place++) {
            for (float pixel : image(DIGITS, place)) {
                assertThat(pixel).isBetween(0f, 255f).isEqualTo(Math.round(pixel));
            }
        }
    }

    @Test
    void nothingBesideTheImageIsWritten() {
        float[] into = new float[784 + 20];
        DIGITS.draw(5, into, 10);
        assertThat(Arrays.copyOfRange(into, 10, 794)).isEqualTo(image(DIGITS, 5));
        assertThat(Ink.of(Arrays.copyOfRange(into, 10, 794)).sum()).isGreaterThan(20);
        assertThat(into).startsWith(new float[10]).endsWith(new float[10]);
    }

    /// MNIST's have 54, 100 and 157 pixels' worth of ink, 5 of 100 less and 5 more, and their middles 0.28 off the center.
    @Test
    void theyHaveAsMuchInkAsRealDigitsAndWhereThoseHaveIt() {
        Ink[] inks = IntStream.range(0, 4000).mapToObj(place -> Ink.of(image(DIGITS, place))).toArray(Ink[]::new);
        double[] sums = Arrays.stream(inks).mapToDouble(Ink::sum).sorted().toArray();
        assertThat(sums[200]).isCloseTo(49, within(4.0));
        assertThat(sums[2000]).isCloseTo(100, within(5.0));
        assertThat(sums[3800]).isCloseTo(170, within(8.0));
        assertThat(Arrays.stream(inks).mapToDouble(Ink::row).average().orElseThrow()).isCloseTo(14, within(0.03));
        assertThat(Arrays.stream(inks).mapToDouble(Ink::column).average().orElseThrow()).isCloseTo(14, within(0.03));
        assertThat(Math.sqrt(Arrays.stream(inks).mapToDouble(ink -> Math.pow(ink.row() - 14, 2)).average().orElseThrow()))
                .isCloseTo(0.28, within(0.03));
        assertThat(Arrays.stream(inks).mapToInt(Ink::longerSide).average().orElseThrow()).isCloseTo(20, within(0.5));
        assertThat(inks).allMatch(ink -> ink.longerSide() <= 22);
    }
}
