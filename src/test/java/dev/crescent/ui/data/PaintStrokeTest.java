package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaintStrokeTest {
    private static final Brush BRUSH = new Brush(Brush.Tool.PAINT, 3, 24, 50);
    private static final Data EMPTY = data(new Source.Painted(List.of()));

    private final PaintStroke stroke = new PaintStroke();

    @Test
    void sprayedPointsAreOfTheClassAndEvenlyOverTheDisc() {
        Data data = EMPTY;
        for (int i = 0; i < 40; i++) {
            data = painted(stroke.touch(data, null, BRUSH, disc(5, -2, 2), false, false));
        }
        List<PaintedPoint> points = points(data);
        assertThat(points).hasSize(2000).allMatch(p -> p.label() == 3 && away(p) <= 2);
        // Even over the area: half of the points lie within 1 / sqrt 2 of the radius, a quarter within half of it.
        assertThat(share(points, 2 / Math.sqrt(2))).isCloseTo(0.5, within(0.04));
        assertThat(share(points, 1)).isCloseTo(0.25, within(0.04));
        assertThat(points.stream().mapToDouble(PaintedPoint::x1).average().orElse(0)).isCloseTo(5, within(0.1));
    }

    @Test
    void theSameTouchGivesTheSamePoints() {
        assertThat(stroke.touch(EMPTY, null, BRUSH, disc(1, 1, 1), false, false))
                .isEqualTo(new PaintStroke().touch(EMPTY, null, BRUSH, disc(1, 1, 1), false, false));
    }

    @Test
    void aBrushOfOnePointPaintsInItsMiddle() {
        Brush one = new Brush(Brush.Tool.PAINT, 0, 24, 1);
        assertThat(points(painted(stroke.touch(EMPTY, null, one, disc(0.25, -0.5, 3), false, false))))
                .containsExactly(new PaintedPoint(0.25, -0.5, 0));
    }

    @Test
    void aDragSpraysAgainOnlyHalfABrushFurther() {
        Data first = painted(stroke.touch(EMPTY, null, BRUSH, disc(0, 0, 1), false, false));
        assertThat(stroke.touch(first, null, BRUSH, disc(0.4, 0, 1), false, true)).isInstanceOf(PaintStroke.Unchanged.class);
        assertThat(points(painted(stroke.touch(first, null, BRUSH, disc(0.6, 0, 1), false, true)))).hasSize(100);
        assertThat(points(painted(stroke.touch(first, null, BRUSH, disc(0.6, 0, 1), false, false)))).hasSize(100);
    }

    @Test
    void pointsOfAllEightClassesArePainted() {
        for (int k = 0; k < PaintedPoint.MAX_CLASSES; k++) {
            Brush brush = new Brush(Brush.Tool.PAINT, k, 24, 3);
            int label = k;
            assertThat(points(painted(stroke.touch(EMPTY, null, brush, disc(0, 0, 1), false, false))))
                    .hasSize(3).allMatch(p -> p.label() == label);
        }
        assertThatThrownBy(() -> new Brush(Brush.Tool.PAINT, PaintedPoint.MAX_CLASSES, 24, 3))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("class 8");
    }

    @Test
    void nothingIsPaintedBeforeAGeneratedSetIsThereSoThatNoPointIsLost() {
        assertThat(refusal(data(new Source.Points(PointSet.MOONS, 100, 0.1)), null)).contains("not there yet");
    }

    @Test
    void beyondTheFarthestCoordinateNothingIsPainted() {
        List<PaintedPoint> points = points(painted(stroke.touch(EMPTY, null, BRUSH, disc(1e6, 0, 10), false, false)));
        assertThat(points).hasSizeBetween(5, 45).allMatch(p -> p.x1() <= 1e6);
        assertThat(stroke.touch(EMPTY, null, BRUSH, disc(2e6, 0, 10), false, false))
                .isInstanceOf(PaintStroke.Unchanged.class);
    }

    @Test
    void theEdgeOfTheEraserIsTheEdgeOfItsDisc() {
        Data data = data(new Source.Painted(List.of(new PaintedPoint(0.99, 0, 0), new PaintedPoint(1.01, 0, 1),
                new PaintedPoint(0, -0.99, 2), new PaintedPoint(0.8, 0.8, 3))));
        assertThat(points(painted(stroke.touch(data, null, BRUSH, disc(0, 0, 1), true, true))))
                .containsExactly(new PaintedPoint(1.01, 0, 1), new PaintedPoint(0.8, 0.8, 3));
    }

    @Test
    void tablesThatCannotBePaintedAreRefusedWithAReason(@TempDir Path folder) throws Exception {
        StringBuilder nine = new StringBuilder("a,b,y\n");
        for (int k = 0; k < 9; k++) {
            nine.append(k).append(",1,class").append(k).append('\n');
        }
        assertThat(tableRefusal(folder, nine.toString(), Task.CLASSIFICATION)).contains("9 classes", "only 8");
        assertThat(tableRefusal(folder, "a,b,y\n1,2,3.5\n2,3,4.5\n", Task.REGRESSION)).contains("a set with classes");
        assertThat(tableRefusal(folder, "a,b,c,y\n1,2,3,p\n2,3,4,q\n", Task.CLASSIFICATION)).contains("two coordinates");
    }

    private String tableRefusal(Path folder, String table, Task task) throws Exception {
        Files.writeString(folder.resolve("table.csv"), table);
        Data data = data(new Source.Csv("table.csv", "", task, List.of(), List.of(), null));
        return refusal(data, Datasets.load(data, List.of("x1", "x2"), folder));
    }

    @Test
    void theEraserTakesAwayExactlyThePointsOfItsDisc() {
        Data data = data(new Source.Painted(List.of(new PaintedPoint(0, 0, 0), new PaintedPoint(1, 0, 1),
                new PaintedPoint(0, 2, 2))));
        assertThat(points(painted(stroke.touch(data, null, BRUSH, disc(0.5, 0, 0.6), true, false))))
                .containsExactly(new PaintedPoint(0, 2, 2));
        assertThat(stroke.touch(data, null, BRUSH, disc(9, 9, 1), true, false)).isInstanceOf(PaintStroke.Unchanged.class);
    }

    @Test
    void aGeneratedSetBecomesPaintedWithAllItsPointsInTheirPlaces() throws DataException {
        Data moons = data(new Source.Points(PointSet.MOONS, 100, 0.1)).withScaling(Scaling.STANDARDIZE);
        Dataset loaded = load(moons);
        Data next = painted(stroke.touch(moons, loaded, BRUSH, disc(0, 0, 0.5), false, false));
        assertThat(points(next)).hasSize(150);
        assertThat(points(next).subList(0, 100)).contains(new PaintedPoint(loaded.test().raw()[0],
                loaded.test().raw()[1], loaded.test().labels()[0]));
        assertThat(next.withSource(moons.source())).isEqualTo(moons);
        assertThat(points(PaintStroke.cleared(next))).isEmpty();
    }

    @Test
    void dataThatCannotBePaintedAreRefusedWithASentence() throws DataException {
        Data values = data(new Source.Points(PointSet.PLANE, 100, 0));
        assertThat(refusal(values, load(values))).contains("classes");
        assertThat(refusal(data(new Source.Points(PointSet.XOR, 20_001, 0)), null)).contains("20,000", "20,001");
        assertThat(refusal(data(new Source.Csv("a.csv", "", Task.CLASSIFICATION, List.of(),
                List.of(), null)), null)).contains("not there yet");
    }

    @Test
    void whereTheAxesHaveScalesOfTheirOwnADiscIsAnEllipseOfThePlane() {
        PaintStroke.Disc disc = new PaintStroke.Disc(100, 0, 10, 0.1);
        List<PaintedPoint> points = points(painted(stroke.touch(EMPTY, null, BRUSH, disc, false, false)));
        assertThat(points).allMatch(p -> Math.abs(p.x1() - 100) <= 10 && Math.abs(p.x2()) <= 0.1)
                .anyMatch(p -> Math.abs(p.x1() - 100) > 4).anyMatch(p -> Math.abs(p.x2()) > 0.04);
        Data two = data(new Source.Painted(List.of(new PaintedPoint(108, 0, 0), new PaintedPoint(100, 0.2, 1))));
        assertThat(points(painted(stroke.touch(two, null, BRUSH, disc, true, false))))
                .containsExactly(new PaintedPoint(100, 0.2, 1));
    }

    @Test
    void pointsTooFarOutForPaintingAreRefused(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("far.csv"), "a,b,y\n0,0,0\n1e9,2,1\n");
        Data far = data(new Source.Csv("far.csv", "", Task.CLASSIFICATION, List.of(), List.of(), null));
        assertThat(refusal(far, Datasets.load(far, List.of("x1", "x2"), folder))).contains("1,000,000").endsWith(".");
    }

    @Test
    void strokesAreKnownByTheirWords() {
        Data moons = data(new Source.Painted(List.of(new PaintedPoint(0, 0, 0))));
        assertThat(PaintStroke.isStroke(((PaintStroke.Changed) stroke.touch(EMPTY, null, BRUSH, disc(0, 0, 1), false, false)).what()))
                .isTrue();
        assertThat(PaintStroke.isStroke(((PaintStroke.Changed) stroke.touch(moons, null, BRUSH, disc(0, 0, 1), true, false)).what()))
                .isTrue();
        assertThat(PaintStroke.isStroke("with x1*x2")).isFalse();
        assertThat(PaintStroke.isStroke("")).isFalse();
    }

    @Test
    void theMostPointsAreNeverExceeded() {
        PaintedPoint point = new PaintedPoint(0, 0, 0);
        Data nearly = data(new Source.Painted(Collections.nCopies(PaintStroke.MAX_POINTS - 3, point)));
        Data full = painted(stroke.touch(nearly, null, BRUSH, disc(0, 0, 1), false, false));
        assertThat(points(full)).hasSize(PaintStroke.MAX_POINTS);
        assertThat(refusal(full, null)).contains("20,000").contains("erase");
    }

    private String refusal(Data data, @Nullable Dataset dataset) {
        return ((PaintStroke.Refused) stroke.touch(data, dataset, BRUSH, disc(0, 0, 1), false, false)).sentence();
    }

    private static Data painted(PaintStroke.Outcome outcome) {
        return ((PaintStroke.Changed) outcome).data();
    }

    private static List<PaintedPoint> points(Data data) {
        return ((Source.Painted) data.source()).points();
    }

    private static double away(PaintedPoint p) {
        return Math.hypot(p.x1() - 5, p.x2() + 2);
    }

    private static double share(List<PaintedPoint> points, double radius) {
        return points.stream().filter(p -> away(p) <= radius).count() / (double) points.size();
    }

    private static PaintStroke.Disc disc(double x1, double x2, double radius) {
        return new PaintStroke.Disc(x1, x2, radius, radius);
    }

    private static Data data(Source source) {
        return new Data(source, 1, 0.5, Scaling.NONE);
    }

    private static Dataset load(Data data) throws DataException {
        return Datasets.load(data, List.of("x1", "x2"), Path.of(""));
    }
}
