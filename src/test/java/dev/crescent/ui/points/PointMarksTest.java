package dev.crescent.ui.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.Region;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which points there are, and how each is drawn.
@ExtendWith(FxExtension.class)
class PointMarksTest {
    private static final Palette LIGHT = Palette.of(Theme.LIGHT);
    private static final Region PLANE = Region.square(1, 0);

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void aTrainingPointIsADotOfItsClassWithAnOutlineAndATestPointARing(Theme theme) {
        Palette palette = Palette.of(theme);
        PixelReader pixels = painted(palette, 200, true, new float[] {-0.5f, 0, 0.5f, 0}, 5, 3);
        assertThat(pixels.getColor(50, 100)).isEqualTo(palette.classColor(5));
        assertThat(near(pixels.getColor(53, 100), palette.pointOutline())).as("outline of the dot").isTrue();
        assertThat(near(pixels.getColor(150, 100), palette.classColor(3))).as("inside of the ring").isFalse();
        assertThat(near(pixels.getColor(152, 100), palette.classColor(3))).as("the ring").isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"HIGH_CONTRAST_LIGHT", "HIGH_CONTRAST_DARK"})
    void withHighContrastEachClassHasItsShape(Theme theme) {
        Palette palette = Palette.of(theme);
        PixelReader square = painted(palette, 200, true, new float[] {-0.5f, 0, 0.5f, 0}, 1, 1);
        assertThat(near(square.getColor(53, 97), palette.classColor(1))).as("a square reaches into its corners").isTrue();
        assertThat(near(square.getColor(50, 104), palette.pointOutline())).as("the edge").isTrue();
        assertThat(near(square.getColor(150, 100), palette.classColor(1))).as("a test sample is empty").isFalse();
        assertThat(square.getColor(150, 104)).as("its edge has the color, all of it").isEqualTo(palette.classColor(1));
        PixelReader triangle = painted(palette, 200, true, new float[] {-0.5f, 0, 0.5f, 0}, 2, 2);
        assertThat(triangle.getColor(53, 96).getOpacity()).as("beside a triangle's top").isLessThan(0.5);
    }

    @Test
    void withHighContrastManyMarksAreSmallerThanFew() {
        Palette palette = Palette.of(Theme.HIGH_CONTRAST_LIGHT);
        float[] few = new float[2 * 10];
        float[] many = new float[2 * (PointMarks.CROWD + 1)];
        int[] classes = new int[PointMarks.CROWD + 1];
        Arrays.fill(classes, 1);
        assertThat(painted(palette, 200, true, few, Arrays.copyOf(classes, 10)).getColor(95, 100).getOpacity()).isPositive();
        PixelReader pixels = painted(palette, 200, true, many, classes);
        assertThat(pixels.getColor(95, 100).getOpacity()).isZero();
        assertThat(near(pixels.getColor(100, 100), palette.classColor(1))).isTrue();
    }

    @Test
    void trainingPointsLieAboveTestPointsWhichMayBeLeftOut() {
        float[] twice = {0, 0, 0, 0};
        assertThat(painted(LIGHT, 200, true, twice, 1, 0).getColor(100, 100)).isEqualTo(LIGHT.classColor(1));
        float[] apart = {-0.5f, 0, 0.5f, 0};
        assertThat(painted(LIGHT, 200, false, apart, 1, 0).getColor(152, 100).getOpacity()).isZero();
        assertThat(painted(LIGHT, 200, false, apart, 1, 0).getColor(50, 100)).isEqualTo(LIGHT.classColor(1));
    }

    @Test
    void pointsAreLargerInALargePicture() {
        assertThat(PointMarks.large(419)).isFalse();
        assertThat(PointMarks.large(420)).isTrue();
        assertThat(near(painted(LIGHT, 400, true, new float[] {0, 0}, 1).getColor(203, 200), LIGHT.classColor(1))).isFalse();
        assertThat(near(painted(LIGHT, 420, true, new float[] {0, 0}, 1).getColor(213, 210), LIGHT.classColor(1))).isTrue();
    }

    @Test
    void bothPartsAreShownTheTrainingPartFirst() throws Exception {
        Dataset data = load(PointSet.BLOBS);
        PointsModel points = PointsModel.of(data);
        assertThat(points.count()).isEqualTo(40);
        assertThat(points.trainCount()).isEqualTo(30);
        assertThat(points.classNames()).hasSize(3);
        assertThat(points.xy()[0]).isEqualTo(data.train().raw()[0]);
        assertThat(points.xy()[61]).isEqualTo(data.test().raw()[1]);
        assertThat(points.labels()[29]).isEqualTo(data.train().labels()[29]);
        assertThat(points.labels()[39]).isEqualTo(data.test().labels()[9]);
    }

    @Test
    void theEndsOfTheRampAreTheLeastAndTheGreatestTargetOfBothParts() throws Exception {
        Dataset data = load(PointSet.PLANE);
        PointsModel points = PointsModel.of(data);
        assertThat(points.trainCount()).isEqualTo(30);
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (Dataset.Samples part : List.of(data.train(), data.test())) {
            for (int i = 0; i < part.count(); i++) {
                least = Math.min(least, part.values()[i]);
                greatest = Math.max(greatest, part.values()[i]);
            }
        }
        assertThat(points.valueMin()).isEqualTo(least);
        assertThat(points.valueMax()).isEqualTo(greatest);
        assertThat(points.values()[39]).isEqualTo(data.test().values()[9]);
    }

    @Test
    void targetsThatAreAllTheSameHaveTheNeutralColor() {
        for (float value : new float[] {0, 5, -3e30f}) {
            Dataset.Samples train = new Dataset.Samples(2, new float[4], new float[4], 2, new int[0],
                    new float[] {value, value});
            Dataset.Samples test = new Dataset.Samples(0, new float[0], new float[0], 2, new int[0], new float[0]);
            PointsModel points = PointsModel.of(new Dataset(Task.REGRESSION, List.of(), List.of("x1", "x2"), List.of(2),
                    train, test, null));
            assertThat(points.color(0, LIGHT)).isEqualTo(LIGHT.weightColor(0));
        }
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void manyPointsLookAsFewDo(Task task) {
        float[] xy = {-0.5f, 0.1f, -0.47f, 0.1f, 0.3f, -0.2f, 0.31f, -0.16f, 0.995f, 0.99f, 1.5f, 0, -0.2f, -0.713f};
        int[] labels = {0, 1, 2, 3, 4, 5, 6};
        float[] values = {-1, 1, 0.5f, 0, -0.3f, 0.2f, 0.9f};
        PointsModel points = task == Task.CLASSIFICATION ? PointsModel.classes(xy, labels, 3, List.of())
                : PointsModel.values(xy, values, 3, -1, 1);
        SharpCanvas few = new SharpCanvas(200, 200);
        new PointsPainter(few.pen(), new Plane(PLANE, 200), LIGHT, points).paint(true);
        SharpCanvas many = new SharpCanvas(200, 200);
        PointsRaster raster = new PointsRaster(200, 1);
        raster.paint(new Plane(PLANE, 200), LIGHT, points, true);
        raster.show(many.pen());
        PixelReader expected = snapshot(few);
        PixelReader found = snapshot(many);
        for (int x = 0; x < 200; x++) {
            for (int y = 0; y < 200; y++) {
                Color a = expected.getColor(x, y);
                Color b = found.getColor(x, y);
                assertThat(Math.abs(a.getOpacity() - b.getOpacity())).as("%d, %d", x, y).isLessThan(0.25);
                assertThat(a.getOpacity() < 0.9 || near(a, b)).as("%d, %d: %s %s", x, y, a, b).isTrue();
            }
        }
    }

    @Test
    void ofAMillionPointsAllPlacesAreDrawn() {
        int count = 1_000_000;
        float[] xy = new float[2 * count];
        for (int i = 0; i < count; i++) {
            xy[2 * i] = -1 + 2f * (i % 1000) / 1000;
            int row = i / 1000;
            xy[2 * i + 1] = -1 + 2f * row / 1000;
        }
        PixelReader pixels = painted(LIGHT, 100, true, xy, new int[count]);
        assertThat(pixels.getColor(50, 50)).isEqualTo(pixels.getColor(20, 80)).isNotEqualTo(Color.TRANSPARENT);
    }

    private static PixelReader snapshot(SharpCanvas canvas) {
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null).getPixelReader();
    }

    private static Dataset load(PointSet set) throws Exception {
        return Datasets.load(new Data(new Source.Points(set, 40, 0.1), 1, 0.25, Scaling.NONE), List.of("x1", "x2"),
                Path.of(""));
    }

    /// The first point belongs to the training part, the others to the test part.
    private static PixelReader painted(Palette palette, double size, boolean showTest, float[] xy, int... labels) {
        SharpCanvas canvas = new SharpCanvas(size, size);
        PointsModel points = PointsModel.classes(xy, labels, 1, List.of());
        new PointsPainter(canvas.pen(), new Plane(PLANE, size), palette, points).paint(showTest);
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null).getPixelReader();
    }

    private static boolean near(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 0.2 && Math.abs(a.getGreen() - b.getGreen()) < 0.2
                && Math.abs(a.getBlue() - b.getBlue()) < 0.2;
    }
}
