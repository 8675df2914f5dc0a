package dev.crescent.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import org.junit.jupiter.api.Test;

class SpreadTileTest {
    private static final Palette PALETTE = Palette.of(Theme.LIGHT);
    private static final int GROUND = Palette.argb(PALETTE.bgInset());
    private static final int SIDE = 40;

    private static int[] paint(boolean classes, int[][] counts) {
        int[] pixels = new int[SIDE * SIDE];
        SpreadTile.paint(pixels, SIDE, SIDE, counts, PALETTE, classes);
        return pixels;
    }

    private static int at(int[] pixels, int x, int fromBottom) {
        return pixels[(SIDE - 1 - fromBottom) * SIDE + x];
    }

    private static int fill(int k) {
        return Palette.argb(PALETTE.bgInset().interpolate(PALETTE.classColor(k), 0.82));
    }

    @Test
    void classesAreStackedAndTheHighestBarLeavesSomeRoom() {
        int[] pixels = paint(true, new int[][] {{3, 1}, {0, 2}});
        assertThat(at(pixels, 10, 0)).isEqualTo(fill(0));
        assertThat(at(pixels, 10, 26)).isEqualTo(fill(0));
        assertThat(at(pixels, 10, 27)).isEqualTo(fill(1));
        assertThat(at(pixels, 10, 35)).isEqualTo(fill(1));
        assertThat(at(pixels, 10, 36)).isEqualTo(GROUND);
        assertThat(at(pixels, 30, 17)).isEqualTo(fill(1));
        assertThat(at(pixels, 30, 18)).isEqualTo(GROUND);
        assertThat(at(pixels, 0, 0)).as("clear of the edge").isEqualTo(GROUND);
    }

    @Test
    void aSingleSampleIsSeen() {
        int[] pixels = paint(true, new int[][] {{1, 0}, {0, 1000}});
        assertThat(at(pixels, 10, 0)).isEqualTo(fill(0));
    }

    @Test
    void aRegressionHasNoColorsOfClasses() {
        assertThat(at(paint(false, new int[][] {{1}, {1}}), 10, 3)).isEqualTo(Palette.argb(PALETTE.color("ghost")));
        assertThat(paint(true, new int[][] {{0}, {0}})).as("nothing").containsOnly(GROUND);
    }
}
