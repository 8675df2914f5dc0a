package dev.crescent.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CenteringTest {
    private static float[] noise(int count, long seed) {
        float[] values = new float[count];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            values[i] = 100 + 155 * (float) random.nextDouble();
        }
        return values;
    }

    /// Every old pixel as so many small ones that new borders fall between them: then a mean is a mean.
    private static double brute(float[] image, int columns, AreaAverage.Box part, int newRows, int newColumns, int row, int column) {
        double sum = 0;
        for (int y = row * part.rows(); y < (row + 1) * part.rows(); y++) {
            for (int x = column * part.columns(); x < (column + 1) * part.columns(); x++) {
                sum += image[(part.top() + y / newRows) * columns + part.left() + x / newColumns];
            }
        }
        return sum / (part.rows() * part.columns());
    }

    @ParameterizedTest
    @CsvSource({"0,0,30,20,20,13", "3,5,7,11,20,20", "1,2,40,37,20,19", "0,0,20,20,20,20", "2,2,1,1,20,20", "4,0,46,3,20,1", "0,0,50,40,1,20"})
    void eachNewPixelIsTheMeanOfItsArea(int top, int left, int rows, int columns, int newRows, int newColumns) {
        float[] image = noise(50 * 40, rows);
        var part = new AreaAverage.Box(top, left, rows, columns);
        float[] scaled = AreaAverage.scale(image, 40, part, newRows, newColumns);
        assertThat(scaled).hasSize(newRows * newColumns);
        for (int i = 0; i < scaled.length; i++) {
            assertThat((double) scaled[i]).as("pixel %d", i).isCloseTo(
                    brute(image, 40, part, newRows, newColumns, i / newColumns, i % newColumns), within(1e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({"280,280,40,60,180,80", "28,28,0,0,28,28", "600,100,550,10,30,80", "9,9,4,4,1,1", "300,17,0,8,300,1"})
    void aBlockFillsTheInnerSquareInTheMiddle(int rows, int columns, int top, int left, int height, int width) {
        float[] ink = new float[rows * columns];
        for (int y = top; y < top + height; y++) {
            for (int x = left; x < left + width; x++) {
                ink[y * columns + x] = 200;
            }
        }
        float[] centered = Centering.center(ink, rows, columns);
        int newRows = Math.max(1, Math.round(20f * height / Math.max(height, width)));
        int newColumns = Math.max(1, Math.round(20f * width / Math.max(height, width)));
        Ink found = Ink.of(centered);
        assertThat(found.longerSide()).isEqualTo(20);
        assertThat(found.sum() * 255).isCloseTo(200.0 * newRows * newColumns, within(1e-2));
        assertThat(found.row()).isCloseTo(14, within(0.5));
        assertThat(found.column()).isCloseTo(14, within(0.5));
        assertThat(found.most()).isCloseTo(200, within(1e-3f));
    }

    /// A drawn digit, pasted large into a corner, comes out nearly as it was.
    @Test
    void aDigitIsFoundAgainWhereverItIsDrawn() {
        SyntheticDigits digits = new SyntheticDigits(3, SyntheticDigits.Part.TEST);
        for (int place = 0; place < 50; place++) {
            float[] image = new float[784];
            digits.draw(place, image, 0);
            float[] large = new float[300 * 200];
            for (int i = 0; i < 140 * 140; i++) {
                large[(150 + i / 140) * 200 + 7 + i % 140] = image[i / 140 / 5 * 28 + i % 140 / 5];
            }
            float[] centered = Centering.center(large, 300, 200);
            assertThat(Ink.of(centered).longerSide()).isBetween(20, 21);
            assertThat(Ink.of(centered).sum()).isCloseTo(Ink.of(image).sum(), within(0.25 * Ink.of(image).sum()));
            assertThat(centered).containsExactly(Centering.center(image, 28, 28), within(1e-3f));
        }
    }

    @Test
    void theCenterOfMassDecidesNotTheBox() {
        float[] ink = new float[60 * 60];
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 60; x++) {
                ink[y * 60 + x] = y < 12 || x < 6 ? 255 : 0;
            }
        }
        Ink found = Ink.of(Centering.center(ink, 60, 60));
        assertThat(found.row()).isCloseTo(14, within(0.5));
        assertThat(found.column()).isCloseTo(14, within(0.5));
        float[] centered = Centering.center(ink, 60, 60);
        assertThat(centered[27 * 28 + 8] + centered[8 * 28 + 27]).as("shifted down and right").isGreaterThan(0);
    }

    @Test
    void paperAndDustAreNoInk() {
        float[] ink = new float[50 * 50];
        ink[0] = 20;
        ink[25 * 50 + 25] = 255;
        assertThat(Ink.of(Centering.center(ink, 50, 50)).longerSide()).isEqualTo(20);
        assertThat(Centering.center(ink, 50, 50)).containsOnly(0f, 255f);
        float[] faint = new float[50 * 50];
        faint[25 * 50 + 25] = 3;
        assertThat(Centering.center(faint, 50, 50)).containsOnly(0f, 3f);
        assertThat(Centering.center(new float[50 * 50], 50, 50)).hasSize(784).containsOnly(0f);
    }

    @Test
    void inkThatWouldLieOutsideIsLostAndNothingElse() {
        float[] row = new float[28];
        row[0] = 255;
        row[1] = 255;
        row[27] = 100;
        float[] into = new float[784];
        CenterOfMass.center(row, 1, 28, into, 0);
        // The center of mass is at 4.85.
        float[] expected = new float[784];
        expected[14 * 28 + 9] = 255;
        expected[14 * 28 + 10] = 255;
        assertThat(into).isEqualTo(expected);
    }

    @Test
    void anArrayThatIsNoImageIsRefused() {
        assertThatThrownBy(() -> Centering.center(new float[10], 3, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10 values are no image of 3 x 3");
        assertThatThrownBy(() -> Centering.center(new float[0], 0, 3)).isInstanceOf(IllegalArgumentException.class);
    }
}
