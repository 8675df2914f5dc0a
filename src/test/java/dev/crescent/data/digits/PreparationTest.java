package dev.crescent.data.digits;

import static dev.crescent.data.digits.PadStrokes.drawing;
import static dev.crescent.data.digits.PadStrokes.eraser;
import static dev.crescent.data.digits.PadStrokes.pen;
import static dev.crescent.data.digits.PadStrokes.seven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PreparationTest {
    private static final int SIDE = 280;

    @Test
    void theNetworkReadsTheSameAsFromAnyOtherImage() {
        Drawing drawing = seven(0.04);
        assertThat(Preparation.of(drawing).centered())
                .containsExactly(Centering.center(drawing.render(SIDE), SIDE, SIDE));
    }

    @Test
    void theBoxHoldsTheInkAndNoMore() {
        Preparation.Box box = Preparation.of(drawing(pen(0.05, 0.3, 0.4, 0.7, 0.6))).box();
        assertThat(box.left()).isCloseTo(0.25, within(0.004));
        assertThat(box.top()).isCloseTo(0.35, within(0.004));
        assertThat(box.width()).isCloseTo(0.5, within(0.008));
        assertThat(box.height()).isCloseTo(0.3, within(0.008));
    }

    @Test
    void theCenterOfMassIsTheInksAndNotTheBoxs() {
        // A bar with a heavy left half.
        Preparation bar = Preparation.of(drawing(pen(0.02, 0.2, 0.3, 0.8, 0.3), pen(0.1, 0.3, 0.3)));
        float[] ink = drawing(pen(0.02, 0.2, 0.3, 0.8, 0.3), pen(0.1, 0.3, 0.3)).render(SIDE);
        double mass = 0;
        double sum = 0;
        for (int i = 0; i < ink.length; i++) {
            mass += ink[i];
            sum += ink[i] * (i % SIDE + 0.5) / SIDE;
        }
        assertThat(bar.massX()).isCloseTo(sum / mass, within(1e-6)).isLessThan(0.45);
        assertThat(bar.massY()).isCloseTo(0.3, within(1e-3));
    }

    @Test
    void theLongerSideIsFittedToTwentyPixels() {
        Preparation wide = Preparation.of(drawing(pen(0.05, 0.2, 0.5, 0.8, 0.5)));
        assertThat(wide.fittedColumns()).isEqualTo(20);
        assertThat(wide.fittedRows()).isEqualTo(3);
        assertThat(wide.fitted()).hasSize(60);
        assertThat(wide.fitted()[30]).isCloseTo(1, within(1e-3f));
        assertThat(Ink.of(scaled(wide.centered())).longerSide()).isEqualTo(20);
    }

    @Test
    void asDrawnIsTheWholePadOnlySmaller() {
        Drawing drawing = seven(0.04);
        float[] ink = drawing.render(SIDE);
        float[] small = Preparation.of(drawing).asDrawn();
        for (int i = 0; i < small.length; i++) {
            double sum = 0;
            for (int k = 0; k < 100; k++) {
                sum += ink[(i / 28 * 10 + k / 10) * SIDE + i % 28 * 10 + k % 10];
            }
            assertThat((double) small[i]).as("pixel %d", i).isCloseTo(sum / 100, within(1e-5));
        }
    }

    @Test
    void withoutInkThereIsNothingButPaper() {
        for (Drawing drawing : new Drawing[] {Drawing.EMPTY, drawing(pen(0.05, 3, 3)),
                drawing(pen(0.05, 0.5, 0.5), eraser(0.2, 0.5, 0.5))}) {
            Preparation empty = Preparation.of(drawing);
            assertThat(empty.isEmpty()).isTrue();
            assertThat(empty.box()).isEqualTo(new Preparation.Box(0, 0, 0, 0));
            assertThat(empty.centered()).hasSize(784).containsOnly(0f);
            assertThat(empty.asDrawn()).containsOnly(0f);
            assertThat(empty.fitted()).isEmpty();
            assertThat(empty.massX()).isEqualTo(0.5);
        }
        assertThat(Preparation.of(Drawing.EMPTY).redrawn()).containsOnly(0f);
    }

    @Test
    void redrawnStrokesDoNotShowWhichPenWasUsed() {
        float[] thin = Preparation.of(seven(0.01)).redrawn();
        assertThat(Preparation.of(seven(0.09)).redrawn()).containsExactly(thin);
        assertThat(Preparation.of(seven(0.09)).centered()).isNotEqualTo(Preparation.of(seven(0.01)).centered());
    }

    @Test
    void redrawnStrokesAreAsWideAsTheSyntheticDigitsPen() {
        float[] bar = Preparation.of(drawing(pen(0.08, 0.5, 0.1, 0.5, 0.5, 0.5, 0.9))).redrawn();
        double across = 0;
        for (int column = 0; column < 28; column++) {
            across += bar[14 * 28 + column];
        }
        assertThat(across).isCloseTo(2.6, within(0.1));
        assertThat(Ink.of(scaled(bar)).longerSide()).isEqualTo(20);
        assertThat(Ink.of(scaled(bar)).row()).isCloseTo(14, within(0.5));
    }

    @Test
    void whatWasErasedIsNotRedrawn() {
        // The bar that an eraser cuts in the middle, and the bar's two halves.
        float[] cut = Preparation.of(drawing(pen(0.03, 0.1, 0.5, 0.9, 0.5), eraser(0.15, 0.5, 0.3, 0.5, 0.7))).redrawn();
        assertThat(cut[14 * 28 + 14]).isZero();
        assertThat(cut[14 * 28 + 6]).isGreaterThan(0.9f);
        assertThat(cut[14 * 28 + 22]).isGreaterThan(0.9f);
        float[] after = Preparation.of(drawing(eraser(0.15, 0.5, 0.3, 0.5, 0.7), pen(0.03, 0.1, 0.5, 0.9, 0.5))).redrawn();
        assertThat(after[14 * 28 + 14]).isGreaterThan(0.9f);
    }

    @Test
    void aRedrawnDotStaysADot() {
        float[] dot = Preparation.of(drawing(pen(0.05, 0.2, 0.3))).redrawn();
        assertThat(Ink.of(scaled(dot)).sum()).as("a disc of 2.6 pixels").isBetween(5.0, 6.5);
        float[] trembled = Preparation.of(drawing(pen(0.05, 0.2, 0.3, 0.203, 0.301))).redrawn();
        assertThat(Ink.of(scaled(trembled)).longerSide()).isLessThan(6);
    }

    @Test
    void moreThanStrokesCannotBeRedrawn() {
        Drawing photo = Drawing.of(new InkImage(2, 1, new float[] {1, 0.2f}));
        assertThat(Preparation.of(photo).redrawn()).containsExactly(Preparation.of(photo).centered());
        Drawing inverted = seven(0.04).invert();
        assertThat(Preparation.of(inverted).redrawn()).containsExactly(Preparation.of(inverted).centered());
    }

    @Test
    void preparingOnTheWayIsPreparingAtTheEnd() {
        Preparer preparer = new Preparer();
        Drawing drawing = Drawing.EMPTY;
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 4; i++) {
            drawing = drawing.with(PadStrokes.walk(i == 2 ? PadStroke.Tool.ERASER : PadStroke.Tool.PEN, 0.05, 30, random));
            Preparation live = preparer.prepare(drawing);
            assertThat(live.centered()).containsExactly(Preparation.of(drawing).centered());
            assertThat(live.asDrawn()).containsExactly(Preparation.of(drawing).asDrawn());
        }
    }

    /// As the synthetic digits are, 0 to 255.
    private static float[] scaled(float[] image) {
        float[] scaled = new float[image.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = 255 * image[i];
        }
        return scaled;
    }
}
