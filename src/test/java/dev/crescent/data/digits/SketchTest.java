package dev.crescent.data.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.digits.PadStroke.Tool;
import org.junit.jupiter.api.Test;

class SketchTest {
    private final Sketch sketch = new Sketch();

    private void stroke(Tool tool) {
        sketch.begin(tool, 0.04, 0.2, 0.2);
        sketch.extend(0.5, 0.4);
        sketch.extend(0.6, 0.8);
        sketch.end();
    }

    @Test
    void aWholeStrokeIsOneStep() {
        stroke(Tool.PEN);
        Drawing one = sketch.drawing();
        assertThat(one.strokes()).hasSize(1);
        assertThat(one.strokes().getFirst().points()).isEqualTo(3);
        stroke(Tool.PEN);
        Drawing two = sketch.drawing();
        assertThat(sketch.undo()).isTrue();
        assertThat(sketch.drawing()).isEqualTo(one);
        assertThat(sketch.undo()).isTrue();
        assertThat(sketch.drawing()).isEqualTo(Drawing.EMPTY);
        assertThat(sketch.undo()).isFalse();
        assertThat(sketch.redo()).isTrue();
        assertThat(sketch.redo()).isTrue();
        assertThat(sketch.drawing()).isEqualTo(two);
        assertThat(sketch.redo()).isFalse();
    }

    @Test
    void clearingAndInvertingAndAnImageAreTakenBackToo() {
        stroke(Tool.PEN);
        Drawing drawn = sketch.drawing();
        sketch.replace(drawn.invert());
        sketch.replace(Drawing.EMPTY);
        sketch.replace(Drawing.of(new InkImage(1, 1, new float[] {1})));
        sketch.undo();
        assertThat(sketch.drawing()).isEqualTo(Drawing.EMPTY);
        sketch.undo();
        assertThat(sketch.drawing()).isEqualTo(drawn.invert());
        sketch.undo();
        assertThat(sketch.drawing()).isEqualTo(drawn);
    }

    @Test
    void whatChangesNothingIsNoStep() {
        sketch.replace(Drawing.EMPTY);
        stroke(Tool.ERASER);
        assertThat(sketch.canUndo()).isFalse();
        assertThat(sketch.drawing()).isEqualTo(Drawing.EMPTY);
    }

    @Test
    void aNewStrokeEndsWhatCouldBeRedone() {
        stroke(Tool.PEN);
        sketch.undo();
        assertThat(sketch.canRedo()).isTrue();
        stroke(Tool.PEN);
        assertThat(sketch.canRedo()).isFalse();
    }

    @Test
    void aLiftedPenDrawsNoMore() {
        stroke(Tool.PEN);
        Drawing drawn = sketch.drawing();
        sketch.extend(0.9, 0.9);
        assertThat(sketch.drawing()).isSameAs(drawn);
        sketch.begin(Tool.PEN, 0.04, 0.5, 0.5);
        assertThat(sketch.isDrawing()).isTrue();
        sketch.undo();
        assertThat(sketch.isDrawing()).isFalse();
        sketch.extend(0.9, 0.9);
        assertThat(sketch.drawing()).isEqualTo(drawn);
    }
}
