package dev.crescent.data.digits;

import static dev.crescent.data.digits.PadStrokes.drawing;
import static dev.crescent.data.digits.PadStrokes.eraser;
import static dev.crescent.data.digits.PadStrokes.pen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingTest {
    private static final int SIDE = 100;

    private static double covered(double radius, double distance) {
        return Math.clamp(radius * SIDE - distance + 0.5, 0, 1);
    }

    /// In pixels, from the middle of a pixel.
    private static double distance(int pixel, double x1, double y1, double x2, double y2) {
        double x = pixel % SIDE + 0.5;
        double y = pixel / SIDE + 0.5;
        double length = Math.hypot(x2 - x1, y2 - y1);
        double along = length == 0 ? 0
                : Math.clamp(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / (length * length), 0, 1);
        return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
    }

    @ParameterizedTest
    @CsvSource({"0.07", "0.004", "0.3"})
    void onePointIsADot(double radius) {
        float[] ink = drawing(pen(radius, 0.31, 0.72)).render(SIDE);
        for (int i = 0; i < ink.length; i++) {
            assertThat((double) ink[i]).as("pixel %d", i)
                    .isCloseTo(covered(radius, distance(i, 31, 72, 31, 72)), within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.2,0.3,0.8,0.75", "0.9,0.1,0.15,0.92", "0.5,0.1,0.5,0.9", "0.1,0.4,0.9,0.4", "-0.2,0.3,0.4,1.3"})
    void twoPointsAreALineWithRoundEnds(double x1, double y1, double x2, double y2) {
        float[] ink = drawing(pen(0.05, x1, y1, x2, y2)).render(SIDE);
        for (int i = 0; i < ink.length; i++) {
            double distance = distance(i, x1 * SIDE, y1 * SIDE, x2 * SIDE, y2 * SIDE);
            assertThat((double) ink[i]).as("pixel %d", i).isCloseTo(covered(0.05, distance), within(1e-6));
        }
    }

    @Test
    void anEraserTakesAwayWhatWasDrawnBeforeAndNotAfter() {
        PadStroke bar = pen(0.05, 0.1, 0.5, 0.9, 0.5);
        PadStroke wipe = eraser(0.1, 0.5, 0.1, 0.5, 0.9);
        float[] wiped = drawing(bar, wipe).render(SIDE);
        assertThat(wiped[50 * SIDE + 50]).isZero();
        assertThat(wiped[50 * SIDE + 20]).isOne();
        assertThat(drawing(wipe, bar).render(SIDE)[50 * SIDE + 50]).isOne();
    }

    @Test
    void invertedInkIsPaperEverywhere() {
        Drawing drawing = new Drawing(new InkImage(2, 2, new float[] {0, 0.25f, 0.5f, 1}), false, List.of())
                .with(pen(0.05, 0.1, 0.5, 0.9, 0.5)).with(eraser(0.08, 0.5, 0.1, 0.5, 0.9));
        float[] ink = drawing.render(SIDE);
        float[] inverted = drawing.invert().render(SIDE);
        for (int i = 0; i < ink.length; i++) {
            assertThat(inverted[i]).as("pixel %d", i).isCloseTo(1 - ink[i], within(1e-6f));
        }
        assertThat(drawing.invert().invert()).isEqualTo(drawing);
    }

    @Test
    void aBackgroundFillsThePadAsFarAsItsShapeAllows() {
        float[] ink = Drawing.of(new InkImage(2, 1, new float[] {1, 0.5f})).render(SIDE);
        assertThat(ink[10 * SIDE + 24]).isZero();
        assertThat(ink[10 * SIDE + 25]).isOne();
        assertThat(ink[90 * SIDE + 74]).isEqualTo(0.5f);
        assertThat(ink[90 * SIDE + 75]).isZero();
    }

    @Test
    void aBackgroundCanBeErasedAndDrawnOver() {
        float[] all = {1};
        float[] ink = Drawing.of(new InkImage(1, 1, all)).with(eraser(0.2, 0.5, 0.5)).with(pen(0.05, 0.5, 0.5)).render(SIDE);
        assertThat(ink[50 * SIDE + 50]).isOne();
        assertThat(ink[50 * SIDE + 62]).isZero();
        assertThat(ink[50 * SIDE + 80]).isOne();
    }

    @Test
    void onlyWhatNothingWasDoneToIsEmpty() {
        assertThat(Drawing.EMPTY.isEmpty()).isTrue();
        assertThat(Drawing.EMPTY.invert().isEmpty()).isFalse();
        assertThat(drawing(pen(0.05, 0.5, 0.5)).isEmpty()).isFalse();
        assertThat(Drawing.of(new InkImage(1, 1, new float[1])).isEmpty()).isFalse();
        assertThat(Drawing.EMPTY.render(3)).containsOnly(0f).hasSize(9);
    }

    @Test
    void whatIsNoImageIsRefused() {
        assertThatThrownBy(() -> new InkImage(2, 2, new float[3])).hasMessage("3 values are no image of 2 x 2");
        assertThatThrownBy(() -> new InkImage(1, 1, new float[] {1.5f})).hasMessageContaining("1.5");
        assertThatThrownBy(() -> new InkImage(1, 1, new float[] {Float.NaN})).hasMessageContaining("NaN");
    }
}
