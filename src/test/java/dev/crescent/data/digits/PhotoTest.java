package dev.crescent.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoTest {
    private static final int ROWS = 300;
    private static final int COLUMNS = 260;
    private static final int DIGITS = 20;
    private static final int SCALE = 8;

    private static float[] digit(int place) {
        float[] image = new float[784];
        new SyntheticDigits(11, SyntheticDigits.Part.TEST).draw(place, image, 0);
        return image;
    }

    /// A digit drawn large on paper of some shade.
    ///
    /// @param paper its grey value in the middle
    /// @param contrast what full ink adds to it
    /// @param down how much lighter the paper is at the lower edge than in the middle, likewise `right`
    /// @param dim how much darker the middles of the edges are
    private static float[] photo(float[] digit, double paper, double contrast, double down, double right, double dim,
            double noise, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] grey = new float[ROWS * COLUMNS];
        for (int i = 0; i < grey.length; i++) {
            double y = 2.0 * (i / COLUMNS) / ROWS - 1;
            double x = 2.0 * (i % COLUMNS) / COLUMNS - 1;
            double shade = paper + down * y + right * x - dim * (x * x + y * y);
            double ink = between(digit, (i / COLUMNS - 35) / (double) SCALE, (i % COLUMNS - 15) / (double) SCALE) / 255;
            grey[i] = (float) Math.clamp(shade + contrast * ink + noise * random.nextGaussian(), 0, 255);
        }
        return grey;
    }

    /// Bilinear.
    private static double between(float[] digit, double row, double column) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double low = row - top;
        double far = column - left;
        return (1 - low) * ((1 - far) * at(digit, top, left) + far * at(digit, top, left + 1))
                + low * ((1 - far) * at(digit, top + 1, left) + far * at(digit, top + 1, left + 1));
    }

    private static double at(float[] digit, int row, int column) {
        return row < 0 || column < 0 || row > 27 || column > 27 ? 0 : digit[row * 28 + column];
    }

    /// Pearson's, of all pixels.
    private static double correlation(float[] a, float[] b) {
        double n = a.length;
        double meanA = sum(a) / n;
        double meanB = sum(b) / n;
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return squaresA == 0 ? 0 : product / Math.sqrt(squaresA * squaresB);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /// Different digits correlate by 0.3, the same one shifted by two pixels by 0.6.
    @ParameterizedTest
    @CsvSource({"200,-150,0,0,0,3", "190,-140,40,-30,0,3", "190,-140,-35,45,0,3", "210,-150,0,0,30,3", "200,-150,10,0,0,25",
        "60,160,0,20,0,3", "70,140,-30,30,0,8", "150,-45,0,25,0,3", "200,-90,20,40,15,8", "210,-110,20,30,30,3"})
    void aDigitIsFoundInUnevenLightGrainAndEitherContrast(double paper, double contrast, double down, double right,
            double dim, double noise) {
        double[] correlations = new double[DIGITS];
        for (int place = 0; place < DIGITS; place++) {
            float[] digit = digit(place);
            float[] found = Photo.digit(photo(digit, paper, contrast, down, right, dim, noise, place), ROWS, COLUMNS);
            correlations[place] = correlation(found, Centering.center(digit, 28, 28));
        }
        assertThat(Arrays.stream(correlations).min().orElse(0)).isGreaterThan(0.75);
        assertThat(Arrays.stream(correlations).average().orElse(0)).isGreaterThan(0.88);
    }

    @Test
    void inkIsWhereTheDigitIsAndPaperIsEmpty() {
        float[] digit = digit(3);
        float[] ink = Photo.ink(photo(digit, 190, -140, 40, -30, 0, 3, 1), ROWS, COLUMNS);
        for (int i = 0; i < ink.length; i++) {
            double drawn = between(digit, (i / COLUMNS - 35) / (double) SCALE, (i % COLUMNS - 15) / (double) SCALE);
            if (drawn > 230) {
                assertThat(ink[i]).as("pixel %d", i).isGreaterThan(200);
            } else if (drawn == 0) {
                assertThat(ink[i]).as("pixel %d", i).isLessThan(30);
            }
        }
    }

    @Test
    void whatIsReadyAlreadyStaysNearlyAsItIs() {
        for (int place = 0; place < DIGITS; place++) {
            float[] digit = digit(place);
            assertThat(correlation(Photo.digit(digit, 28, 28), Centering.center(digit, 28, 28))).isGreaterThan(0.8);
        }
    }

    @Test
    void specksAndTheEdgeOfATableAreNoInk() {
        float[] digit = digit(5);
        float[] grey = photo(digit, 200, -150, 0, 0, 0, 2, 5);
        SplittableRandom random = new SplittableRandom(8);
        for (int speck = 0; speck < 30; speck++) {
            int at = random.nextInt(ROWS - 4) * COLUMNS + random.nextInt(COLUMNS - 4);
            for (int i = 0; i < 16; i++) {
                grey[at + i / 4 * COLUMNS + i % 4] = 50;
            }
        }
        float[] expected = Centering.center(digit, 28, 28);
        assertThat(correlation(Photo.digit(grey, ROWS, COLUMNS), expected)).isGreaterThan(0.8);
        for (int i = 0; i < 8 * COLUMNS; i++) {
            grey[grey.length - 1 - i] = 30;
        }
        assertThat(correlation(Photo.digit(grey, ROWS, COLUMNS), expected)).isGreaterThan(0.8);
    }

    /// As it is, the line would hold the ink of a dozen pixels.
    @Test
    void aThinPensLineIsMadeBroadEnoughToBeRead() {
        float[] grey = new float[400 * 400];
        Arrays.fill(grey, 230);
        for (int row = 50; row < 350; row++) {
            for (int column = 198; column < 202; column++) {
                grey[row * 400 + column] = 40;
            }
        }
        float[] found = Photo.digit(grey, 400, 400);
        Ink ink = Ink.of(found);
        assertThat(ink.most()).isGreaterThan(150);
        assertThat(ink.sum()).isBetween(20.0, 40.0);
    }

    @Test
    void paperAloneHasNoInk() {
        float[] grey = photo(new float[784], 180, -150, 30, 20, 10, 0, 1);
        assertThat(Photo.digit(grey, ROWS, COLUMNS)).containsOnly(0);
        assertThat(Photo.ink(photo(new float[784], 180, -150, 30, 20, 0, 12, 1), ROWS, COLUMNS)).containsOnly(0);
        float[] white = new float[50 * 40];
        Arrays.fill(white, 255);
        assertThat(Photo.ink(white, 50, 40)).containsOnly(0);
        assertThat(Photo.ink(new float[] {90}, 1, 1)).containsOnly(0);
    }

    @Test
    void aLargePhotoIsReadLikeASmallOne() {
        float[] digit = digit(7);
        float[] small = photo(digit, 200, -150, 20, 20, 0, 0, 1);
        float[] large = new float[small.length * 16];
        for (int i = 0; i < large.length; i++) {
            large[i] = small[i / (4 * COLUMNS) / 4 * COLUMNS + i % (4 * COLUMNS) / 4];
        }
        assertThat(correlation(Photo.digit(large, 4 * ROWS, 4 * COLUMNS), Photo.digit(small, ROWS, COLUMNS))).isGreaterThan(0.97);
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> Photo.ink(new float[5], 2, 3)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("5 values are no image of 2 x 3");
        assertThatThrownBy(() -> Photo.digit(new float[0], 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
