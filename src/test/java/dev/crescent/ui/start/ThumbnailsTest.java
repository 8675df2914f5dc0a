package dev.crescent.ui.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.insight.descent.TestFunction;
import dev.crescent.ui.landscape.Camera;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.Surface;
import dev.crescent.ui.landscape.Track;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {
    private static final Palette LIGHT = Palette.of(Theme.LIGHT);
    private static final int WIDTH = 124;
    private static final int HEIGHT = 80;

    /// A point of class 0 at the left and one of class 1 at the right.
    private static Dataset two() throws Exception {
        return Datasets.load(new Data(new Source.Painted(List.of(new PaintedPoint(-1, 0, 0), new PaintedPoint(1, 0, 1))), 1, 0,
                Scaling.NONE), List.of("x1", "x2"), Path.of(""));
    }

    private static Experiment experiment() {
        return Experiment.defaults();
    }

    /// Zeros but for the last biases, which decide everything.
    private static float[] parameters(Dataset data, float class0, float class1) {
        int total = ParameterLayout.of((Model.Network) experiment().model(), data.inputShape()).total();
        float[] parameters = new float[total];
        parameters[total - 2] = class0;
        parameters[total - 1] = class1;
        return parameters;
    }

    private static Set<Integer> colors(int[] pixels) {
        Set<Integer> colors = new HashSet<>();
        Arrays.stream(pixels).forEach(colors::add);
        return colors;
    }

    @Test
    void pointsLieWhereTheyAreOnNeutralGround() throws Exception {
        int[] pixels = PlaneThumbnail.points(two()).paint(0, LIGHT, WIDTH, HEIGHT, 1);
        int middle = HEIGHT / 2 * WIDTH;
        assertThat(pixels[0]).isEqualTo(LIGHT.fieldArgb(0));
        assertThat(pixels[middle + WIDTH / 2]).isEqualTo(LIGHT.fieldArgb(0));
        int[] row = Arrays.copyOfRange(pixels, middle, middle + WIDTH);
        int left = indexOf(row, LIGHT.classArgb(0));
        int right = indexOf(row, LIGHT.classArgb(1));
        assertThat(left).isBetween(1, WIDTH / 2 - 10);
        assertThat(right).isBetween(WIDTH / 2 + 10, WIDTH - 2);
        assertThat(left + right).as("as far from the middle as each other").isBetween(WIDTH - 3, WIDTH + 1);
    }

    private static int indexOf(int[] row, int color) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] == color) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void theFieldIsThatOfEachMoment() throws Exception {
        Dataset data = two();
        Thumbnail picture = PlaneThumbnail.fields(experiment(), data,
                new CpuEngine(1).evaluator((Model.Network) experiment().model(), data.inputShape()),
                List.of(parameters(data, 20, -20), parameters(data, -20, 20)));
        assertThat(picture.moments()).isEqualTo(2);
        assertThat(picture.paint(0, LIGHT, WIDTH, HEIGHT, 1)[5]).isEqualTo(LIGHT.fieldArgb(-1));
        assertThat(picture.paint(1, LIGHT, WIDTH, HEIGHT, 1)[5]).isEqualTo(LIGHT.fieldArgb(1));
        assertThat(picture.paint(1, Palette.of(Theme.DARK), WIDTH, HEIGHT, 1)[5]).isEqualTo(Palette.of(Theme.DARK).fieldArgb(1));
        assertThat(colors(picture.paint(1, LIGHT, WIDTH, HEIGHT, 1))).contains(LIGHT.classArgb(0));
        assertThat(colors(picture.paint(1, LIGHT, 38, 38, 1))).as("too small for points").containsExactly(LIGHT.fieldArgb(1));
    }

    @Test
    void withoutWeightsThereIsNoField() throws Exception {
        Dataset data = two();
        assertThatThrownBy(() -> PlaneThumbnail.fields(experiment(), data,
                new CpuEngine(1).evaluator((Model.Network) experiment().model(), data.inputShape()), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSheetShowsInkOnPaperAndOtherDigitsEachTime() {
        Thumbnail sheet = new DigitsThumbnail(8, 5, 1);
        int last = sheet.moments() - 1;
        int[] stays = sheet.paint(last, LIGHT, WIDTH, HEIGHT, 1);
        assertThat(colors(stays)).contains(LIGHT.inkArgb(0)).hasSizeGreaterThan(50);
        assertThat(stays).isEqualTo(new DigitsThumbnail(8, 5, 1).paint(last, LIGHT, WIDTH, HEIGHT, 1));
        assertThat(stays).isNotEqualTo(new DigitsThumbnail(8, 5, 2).paint(last, LIGHT, WIDTH, HEIGHT, 1));
        assertThat(stays).isNotEqualTo(sheet.paint(0, LIGHT, WIDTH, HEIGHT, 1));
        assertThat(sheet.paint(0, LIGHT, WIDTH, HEIGHT, 1)).isNotEqualTo(sheet.paint(1, LIGHT, WIDTH, HEIGHT, 1));
    }

    @Test
    void aSurfaceShowsThePathsThatAreThere() {
        float[] heights = new float[21 * 21];
        for (int i = 0; i < heights.length; i++) {
            heights[i] = (float) TestFunction.HIMMELBLAU.value(i % 21 / 2.0 - 5, i / 21 / 2.0 - 5);
        }
        Track track = new Track("SGD", "S", 0, new float[] {-1, 0, 1}, new float[] {-1, 0, 1}, new float[3]);
        Track start = new Track("SGD", "S", 0, new float[] {-1}, new float[] {-1}, new float[1]);
        Thumbnail picture = new SurfaceThumbnail(Landscape.of(new Surface(21, heights, -5, 5, -5, 5), List.of(), Double.NaN),
                Camera.HOME,
                List.of(List.of(), List.of(start), List.of(track)));
        int[] bare = picture.paint(0, LIGHT, WIDTH, HEIGHT, 1);
        int[] begun = picture.paint(1, LIGHT, WIDTH, HEIGHT, 1);
        int[] gone = picture.paint(2, LIGHT, WIDTH, HEIGHT, 1);
        assertThat(bare[0]).as("clear around it").isZero();
        assertThat(colors(bare)).hasSizeGreaterThan(100);
        assertThat(begun).isNotEqualTo(bare);
        assertThat(gone).isNotEqualTo(begun);
        assertThat(picture.paint(2, Palette.of(Theme.DARK), WIDTH, HEIGHT, 1)).isNotEqualTo(gone);
        assertThat(picture.paint(2, LIGHT, WIDTH, HEIGHT, 1)).as("the theme before again").isEqualTo(gone);
    }
}
