package dev.crescent.insight.landscape;

import static dev.crescent.insight.landscape.PlaneTest.assertOrthonormal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.insight.landscape.Worlds.Nets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PathPlaneTest {
    private static final int SIZE = 1000;
    private static final ParameterLayout LAYOUT = Nets.flat(SIZE);

    /// Points of a known plane, with deviation 3 along its first direction, 1 along its second, and something aside.
    private static List<float[]> planted(Plane plane, int count, double aside) {
        SplittableRandom random = new SplittableRandom(5);
        List<float[]> points = new ArrayList<>();
        for (int p = 0; p < count; p++) {
            float[] point = plane.at(3 * random.nextGaussian(), random.nextGaussian());
            for (int i = 0; i < point.length; i++) {
                point[i] += (float) (aside * random.nextGaussian());
            }
            points.add(point);
        }
        return points;
    }

    private static Plane random(ParameterLayout layout) {
        return Plane.of(layout, Worlds.randomFloats(layout.total(), 1), Worlds.random(layout.size(), 2),
                Worlds.random(layout.size(), 3));
    }

    @Test
    void aPlaneThatIsPlantedInAThousandDimensionsIsFound() {
        Plane truth = random(LAYOUT);
        List<float[]> points = planted(truth, 60, 0);
        PathPlane found = PathPlane.of(LAYOUT, points);
        assertOrthonormal(found.plane());
        for (float[] point : points) {
            assertThat(found.plane().project(point).distance()).isLessThan(1e-5);
        }
        assertThat(found.held()).isCloseTo(1, within(1e-9));
        assertThat(found.first()).isBetween(0.8, 0.97);
        assertThat(found.across()).isEqualTo(found.first());
        assertThat(Math.abs(PlaneTest.dot(found.plane().u(), truth.u()))).isGreaterThan(0.99);
        assertThat(Math.abs(PlaneTest.dot(found.plane().v(), truth.v()))).isGreaterThan(0.99);
    }

    @Test
    void theSharesAreThoseOfTheVariance() {
        List<float[]> points = planted(random(LAYOUT), 40, 0.05);
        PathPlane found = PathPlane.of(LAYOUT, points);
        double[] mean = new double[SIZE];
        for (float[] point : points) {
            for (int i = 0; i < SIZE; i++) {
                mean[i] += point[i] / points.size();
            }
        }
        double[] variance = new double[3];
        for (float[] point : points) {
            double[] apart = new double[SIZE];
            for (int i = 0; i < SIZE; i++) {
                apart[i] = point[i] - mean[i];
            }
            variance[0] += Math.pow(PlaneTest.dot(apart, found.plane().u()), 2);
            variance[1] += Math.pow(PlaneTest.dot(apart, found.plane().v()), 2);
            variance[2] += PlaneTest.dot(apart, apart);
        }
        assertThat(found.first()).isCloseTo(variance[0] / variance[2], within(1e-9));
        assertThat(found.second()).isCloseTo(variance[1] / variance[2], within(1e-9));
        assertThat(found.held()).isBetween(0.7, 0.95);
    }

    @Test
    void thePlaneOfOnePathGoesThroughItsEnd() {
        List<float[]> points = planted(random(LAYOUT), 20, 0.1);
        Plane plane = PathPlane.of(LAYOUT, points).plane();
        assertThat(plane.project(points.getLast())).isEqualTo(Place.ORIGIN);
        assertThat(plane.at(0, 0)).containsExactly(points.getLast());
        assertThat(plane.project(points.getFirst()).distance()).isGreaterThan(1);
    }

    @Test
    void thePlaneOfSeveralPathsGoesThroughTheirMean() {
        List<float[]> points = planted(random(LAYOUT), 30, 0.1);
        PathPlane united = PathPlane.ofAll(LAYOUT, List.of(points.subList(0, 10), points.subList(10, 30), List.of()));
        PathPlane one = PathPlane.of(LAYOUT, points);
        assertThat(united.first()).isEqualTo(one.first());
        assertThat(united.plane().u()).containsExactly(one.plane().u());
        double a = 0;
        double b = 0;
        for (float[] point : points) {
            a += united.plane().project(point).a() / points.size();
            b += united.plane().project(point).b() / points.size();
        }
        assertThat(a).isCloseTo(0, within(1e-6));
        assertThat(b).isCloseTo(0, within(1e-6));
    }

    @Test
    void severalPathsHaveTheStatisticsOfTheFirstOnesEnd() {
        Problem problem = Worlds.images();
        ParameterLayout layout = Worlds.layout(problem);
        List<float[]> path = Worlds.path(problem, 4);
        float[] astray = path.getLast().clone();
        astray[layout.total() - 1] = Float.NaN;
        List<List<float[]>> paths = List.of(List.of(), Stream.concat(path.stream(), Stream.of(astray)).toList(),
                List.of(Worlds.start(problem)));
        float[] there = PathPlane.ofAll(layout, paths).plane().at(1, 2);
        assertThat(there[layout.total() - 1]).isEqualTo(path.getLast()[layout.total() - 1])
                .isNotEqualTo(Worlds.start(problem)[layout.total() - 1]);
    }

    @Test
    void theSamePointsGiveTheSamePlaneAndItsDirectionsPointToTheirLargestEntry() {
        List<float[]> points = planted(random(LAYOUT), 20, 0.1);
        Plane plane = PathPlane.of(LAYOUT, points).plane();
        assertThat(PathPlane.of(LAYOUT, points).plane().v()).containsExactly(plane.v());
        List<float[]> mirrored = points.stream().map(point -> {
            float[] other = new float[point.length];
            for (int i = 0; i < other.length; i++) {
                other[i] = -point[i];
            }
            return other;
        }).toList();
        assertThat(PathPlane.of(LAYOUT, mirrored).plane().u()).containsExactly(plane.u(), within(1e-9));
        assertThat(PlaneTest.dot(new double[] {largest(plane.u()), largest(plane.v())}, new double[] {1, 0})).isPositive();
        assertThat(largest(plane.v())).isPositive();
    }

    private static double largest(double[] axis) {
        double largest = 0;
        for (double value : axis) {
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        return largest;
    }

    @Test
    void aStraightPathHasNoShareInTheSecondDirection() {
        Plane truth = random(LAYOUT);
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            float[] point = new float[SIZE];
            point[4] = i;
            points.add(point);
        }
        PathPlane found = PathPlane.of(LAYOUT, points);
        assertThat(found.first()).isCloseTo(1, within(1e-12));
        assertThat(found.second()).isZero();
        assertOrthonormal(found.plane());
        assertThat(found.plane().u()[4]).isCloseTo(1, within(1e-12));
        PathPlane point = PathPlane.of(LAYOUT, Collections.nCopies(5, truth.at(1, 1)));
        assertThat(point.held()).isZero();
        assertOrthonormal(point.plane());
        assertThat(PathPlane.of(LAYOUT, points.subList(0, 1)).held()).isZero();
    }

    @Test
    void pointsThatAreNotFiniteArePassedOver() {
        List<float[]> points = planted(random(LAYOUT), 10, 0);
        float[] broken = points.getLast().clone();
        broken[0] = Float.POSITIVE_INFINITY;
        List<float[]> astray = new ArrayList<>(points);
        astray.add(broken);
        assertThat(PathPlane.of(LAYOUT, astray).plane().u()).containsExactly(PathPlane.of(LAYOUT, points).plane().u());
        assertThatThrownBy(() -> PathPlane.of(LAYOUT, List.of(broken))).hasMessageContaining("finite");
        assertThatThrownBy(() -> PathPlane.of(LAYOUT, List.of(new float[3]))).hasMessageContaining("1000");
    }

    /// More points than dimensions are solved in another way than fewer.
    @Test
    void dimensionsInWhichNothingHappensChangeNothing() {
        List<float[]> points = planted(random(Nets.flat(30)), 50, 0.2);
        List<float[]> padded = points.stream().map(point -> Arrays.copyOf(point, 90)).toList();
        PathPlane few = PathPlane.of(Nets.flat(30), points);
        PathPlane many = PathPlane.of(Nets.flat(90), padded);
        assertThat(few.first()).isCloseTo(many.first(), within(1e-12));
        assertThat(few.second()).isCloseTo(many.second(), within(1e-12));
        assertThat(Arrays.copyOf(few.plane().u(), 90)).containsExactly(many.plane().u(), within(1e-9));
        assertThat(Arrays.copyOf(few.plane().v(), 90)).containsExactly(many.plane().v(), within(1e-9));
    }

    @Test
    void ofVeryManyPointsSomeFromAllOfThemCountAndTheLastOne() {
        List<float[]> points = planted(random(LAYOUT), 399, 0.1);
        List<float[]> everySecond = new ArrayList<>();
        for (int i = 0; i < points.size(); i += 2) {
            everySecond.add(points.get(i));
        }
        PathPlane found = PathPlane.of(LAYOUT, points);
        assertThat(found.first()).isEqualTo(PathPlane.of(LAYOUT, everySecond).first());
        assertThat(found.plane().at(0, 0)).containsExactly(points.getLast());
    }

    @Test
    void moreDimensionsThanFitInTheCacheAreNoMatter() {
        ParameterLayout large = Nets.flat(100_003);
        Plane truth = random(large);
        List<float[]> points = planted(truth, 12, 0);
        PathPlane found = PathPlane.of(large, points);
        assertThat(found.held()).isCloseTo(1, within(1e-9));
        for (float[] point : points) {
            assertThat(found.plane().project(point).distance()).isLessThan(1e-4);
        }
    }

    /// A network trains, and every few steps the plane is made anew: nothing on the screen may jump, though principal
    /// components turn over when their variances cross, and the whole path lies where it lay.
    @Test
    void whileAPathGrowsTheCoordinatesOfWhatWasThereMoveLittle() {
        Problem problem = Worlds.playground();
        ParameterLayout layout = Worlds.layout(problem);
        List<float[]> path = Worlds.path(problem, 400);
        Plane shown = PathPlane.of(layout, path.subList(0, 40)).plane();
        for (int end = 50; end <= path.size(); end += 10) {
            List<float[]> lately = path.subList(0, end);
            PathPlane fresh = PathPlane.of(layout, lately);
            PathPlane aligned = fresh.aligned(shown);
            assertOrthonormal(aligned.plane());
            assertThat(aligned.held()).isEqualTo(fresh.held());
            assertThat(aligned.across() + aligned.up()).isCloseTo(fresh.held(), within(1e-9));
            double length = 0;
            double moved = 0;
            for (float[] point : lately) {
                Place was = shown.project(point);
                Place is = aligned.plane().project(point);
                moved = Math.max(moved, Math.hypot(is.a() - was.a(), is.b() - was.b()));
                length = Math.max(length, Math.hypot(was.a(), was.b()));
            }
            assertThat(moved).as("moved at step %d", end).isLessThan(0.2 * length);
            shown = aligned.plane();
        }
    }

    @Test
    void turnedAxesHaveTheVarianceAlongThem() {
        List<float[]> points = planted(random(LAYOUT), 40, 0.02);
        PathPlane found = PathPlane.of(LAYOUT, points);
        double[] u = new double[SIZE];
        double[] v = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            u[i] = found.plane().u()[i] + found.plane().v()[i];
            v[i] = found.plane().u()[i] - found.plane().v()[i];
        }
        PathPlane turned = found.aligned(Plane.of(LAYOUT, points.getFirst(), u, v));
        assertThat(turned.across()).isCloseTo(found.held() / 2, within(1e-9));
        assertThat(turned.up()).isCloseTo(found.held() / 2, within(1e-9));
        PathPlane swapped = found.aligned(Plane.of(LAYOUT, points.getFirst(), found.plane().v(), found.plane().u()));
        assertThat(swapped.across()).isCloseTo(found.second(), within(1e-9));
    }
}
