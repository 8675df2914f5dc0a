package dev.crescent.ui.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InkTest {
    private static final int SIDE = 40;
    private static final int RED = 0xffff0000;

    private final int[] pixels = new int[SIDE * SIDE];
    private final Ink ink = new Ink();

    @BeforeEach
    void begin() {
        Arrays.fill(pixels, 0xff123456);
        ink.begin(pixels, SIDE, SIDE, SIDE);
    }

    private double covered() {
        double sum = 0;
        for (int pixel : pixels) {
            sum += (pixel >>> 24) / 255.0;
        }
        return sum;
    }

    @Test
    void anythingBeginsTransparent() {
        assertThat(pixels).containsOnly(0);
    }

    @Test
    void aLineCoversItsLengthTimesItsThickness() {
        ink.line(5, 10, 35, 10, 2, RED, 1);
        assertThat(covered()).isCloseTo(60, within(3.0));
        assertThat(pixels[10 * SIDE + 20]).isEqualTo(RED);
        begin();
        ink.line(4, 4, 30, 17, 1.5, RED, 1);
        assertThat(covered()).isCloseTo(1.5 * Math.hypot(26, 13), within(3.0));
        begin();
        ink.line(20, -100, 21, 200, 1, RED, 0.5);
        assertThat(covered()).isCloseTo(SIDE / 2.0, within(2.0));
    }

    /// Where two lines meet, nothing is painted twice.
    @Test
    void linesThatFollowEachOtherDoNotOverlap() {
        ink.line(3, 20, 17.3, 20, 1, RED, 0.5);
        ink.line(17.3, 20, 36, 20, 1, RED, 0.5);
        for (int x = 4; x < 35; x++) {
            assertThat((pixels[20 * SIDE + x] >>> 24) + (pixels[19 * SIDE + x] >>> 24)).isBetween(120, 136);
        }
    }

    @Test
    void discsAndRingsHaveTheirArea() {
        ink.disc(20.3, 19.6, 8, RED, 1);
        assertThat(covered()).isCloseTo(Math.PI * 64, within(4.0));
        begin();
        ink.ring(20, 20, 10, 2, RED, 1);
        assertThat(covered()).isCloseTo(Math.PI * (100 - 64), within(6.0));
        begin();
        ink.disc(Double.NaN, 4, 3, RED, 1);
        ink.disc(-50, 4, 3, RED, 1);
        assertThat(covered()).isZero();
    }

    @Test
    void facesThatTouchShareNoPixelAndLeaveNoneOut() {
        ink.face(new double[] {3.2, 30.7, 10}, new double[] {2.1, 8.4, 36}, 3, RED, 0.5);
        ink.face(new double[] {30.7, 36.1, 10}, new double[] {8.4, 35.5, 36}, 3, RED, 0.5);
        for (int row = 10; row < 34; row++) {
            for (int x = 11; x < 30; x++) {
                assertThat(pixels[row * SIDE + x] >>> 24).as(x + ", " + row).isBetween(126, 129);
            }
        }
    }

    @Test
    void aTrianglesColorGoesFromCornerToCorner() {
        ink.triangle(new double[] {0, 40, 0}, new double[] {0, 0, 40}, new int[] {0xff000000, RED, 0xff0000ff}, 1);
        assertThat(pixels[SIDE + 1] & 0xffffff).isLessThan(0x200000);
        assertThat(pixels[SIDE + 36] >> 16 & 0xff).isBetween(220, 245);
        assertThat(pixels[36 * SIDE + 1] & 0xff).isBetween(220, 245);
        assertThat(pixels[10 * SIDE + 20] >> 16 & 0xff).isBetween(120, 140);
    }

    @Test
    void colorsAreLaidOverEachOther() {
        assertThat(Ink.mixed(0xff0000ff, RED, 256)).isEqualTo(RED);
        assertThat(Ink.mixed(0xff0000ff, RED, 0)).isEqualTo(0xff0000ff);
        assertThat(Ink.mixed(0xff0000ff, RED, 128)).isEqualTo(0xff7f007f);
        assertThat(Ink.mixed(0, RED, 128)).isEqualTo(0x7f7f0000);
    }
}
