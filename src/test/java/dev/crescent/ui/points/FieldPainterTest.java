package dev.crescent.ui.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Task;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import org.junit.jupiter.api.Test;

class FieldPainterTest {
    private static final float NAN = Float.NaN;

    private final Palette palette = Palette.of(Theme.DARK);

    private int[] painted(boolean discretize, Task task, int classes, float[]... grids) {
        int[] pixels = new int[4];
        FieldPainter.paint(new OutputField(Region.square(1, 0), 2, 2, task, classes, grids), palette, discretize, -2, 2, pixels);
        return pixels;
    }

    @Test
    void probabilitiesAndValuesGoOverTheRamp() {
        assertThat(painted(false, Task.CLASSIFICATION, 2, new float[] {0, 0.5f, 1, 0.25f})).containsExactly(
                palette.fieldArgb(-1), palette.fieldArgb(0), palette.fieldArgb(1), palette.fieldArgb(-0.5));
        assertThat(painted(false, Task.REGRESSION, 0, new float[] {-2, 0, 2, 9})).containsExactly(
                palette.fieldArgb(-1), palette.fieldArgb(0), palette.fieldArgb(1), palette.fieldArgb(1));
    }

    @Test
    void discretizedTheWinnerTakesAll() {
        assertThat(painted(true, Task.CLASSIFICATION, 2, new float[] {0.49f, 0.5f, 1, 0})).containsExactly(
                palette.fieldArgb(-1), palette.fieldArgb(1), palette.fieldArgb(1), palette.fieldArgb(-1));
        float[][] sure = {{0}, {1}, {0}};
        int[] pixels = painted(true, Task.CLASSIFICATION, 3, new float[] {0.3f, 0, 0, 0}, new float[] {0.4f, 1, 1, 1},
                new float[] {0.3f, 0, 0, 0});
        assertThat(pixels).containsOnly(palette.mixedClassArgb(sure, 0, 3));
    }

    @Test
    void whatIsNotANumberIsNeutral() {
        float[][] nothing = {{0}, {0}, {0}};
        for (boolean discretize : new boolean[] {false, true}) {
            assertThat(painted(discretize, Task.CLASSIFICATION, 2, new float[] {NAN, NAN, NAN, NAN}))
                    .containsOnly(palette.fieldArgb(0));
            float[] sure = {1, 1, 1, 1};
            assertThat(painted(discretize, Task.CLASSIFICATION, 3, sure, sure, new float[] {NAN, NAN, NAN, NAN}))
                    .containsOnly(palette.mixedClassArgb(nothing, 0, 3));
        }
    }
}
