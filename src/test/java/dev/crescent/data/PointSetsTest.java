package dev.crescent.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PointSetsTest {
    private static RawSamples points(PointSet set, int samples, double noise) {
        return PointSets.generate(new Source.Points(set, samples, noise), 1);
    }

    private static double x1(RawSamples points, int i) {
        return points.columns()[2 * i];
    }

    private static double x2(RawSamples points, int i) {
        return points.columns()[2 * i + 1];
    }

    private static double radius(RawSamples points, int i) {
        return Math.hypot(x1(points, i), x2(points, i));
    }

    private static long count(RawSamples points, int label) {
        return Arrays.stream(points.labels()).filter(l -> l == label).count();
    }

    @ParameterizedTest
    @EnumSource(PointSet.class)
    void theSeedDecides(PointSet set) {
        Source.Points source = new Source.Points(set, 101, 0.1);
        RawSamples once = PointSets.generate(source, 5);
        RawSamples again = PointSets.generate(source, 5);
        assertThat(once.count()).isEqualTo(101);
        assertThat(again.columns()).isEqualTo(once.columns());
        assertThat(again.labels()).isEqualTo(once.labels());
        assertThat(again.values()).isEqualTo(once.values());
        assertThat(PointSets.generate(source, 6).columns()).isNotEqualTo(once.columns());
    }

    @ParameterizedTest
    @EnumSource(value = PointSet.class, mode = EnumSource.Mode.EXCLUDE, names = {"PLANE", "GAUSS_REGRESSION", "XOR"})
    void eachClassHasItsShare(PointSet set) {
        RawSamples points = points(set, 1001, 0);
        int classes = points.classNames().size();
        assertThat(points.task()).isEqualTo(Task.CLASSIFICATION);
        for (int label = 0; label < classes; label++) {
            assertThat(count(points, label)).as("class " + label).isBetween(1001L / classes, 1001L / classes + 1);
        }
        for (int i = 0; i < points.count(); i++) {
            assertThat(points.values()[i]).isEqualTo(points.labels()[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(PointSet.class)
    void twoSamplesAreEnough(PointSet set) {
        RawSamples points = points(set, 2, 0);
        assertThat(points.count()).isEqualTo(2);
        for (float x : points.columns()) {
            assertThat(x).isFinite();
        }
    }

    @Test
    void moonsLieOnTheirHalfCirclesEvenlySpread() {
        RawSamples points = points(PointSet.MOONS, 200, 0);
        for (int i = 0; i < 200; i++) {
            int inClass = i / 2;
            double t = Math.PI * inClass / 99;
            double expected1 = points.labels()[i] == 0 ? Math.cos(t) : 1 - Math.cos(t);
            double expected2 = points.labels()[i] == 0 ? Math.sin(t) : 0.5 - Math.sin(t);
            assertThat(x1(points, i)).isCloseTo(expected1, within(1e-6));
            assertThat(x2(points, i)).isCloseTo(expected2, within(1e-6));
        }
        assertThat(x1(points, 198)).isCloseTo(-1, within(1e-6)); // t reaches pi
    }

    @Test
    void noiseIsNormalWithItsStandardDeviation() {
        for (PointSet set : List.of(PointSet.MOONS, PointSet.BLOBS, PointSet.CHECKERBOARD, PointSet.ANNULUS,
                PointSet.TWO_CURVES, PointSet.CRESCENTS)) {
            RawSamples still = points(set, 20_000, 0);
            RawSamples moved = points(set, 20_000, 0.2);
            double sum = 0;
            double squares = 0;
            int beyond = 0;
            for (int i = 0; i < still.columns().length; i++) {
                double d = moved.columns()[i] - still.columns()[i];
                sum += d;
                squares += d * d;
                beyond += Math.abs(d) > 0.4 ? 1 : 0;
            }
            double n = still.columns().length;
            assertThat(moved.labels()).isEqualTo(still.labels());
            assertThat(sum / n).as(set.id()).isCloseTo(0, within(0.005));
            assertThat(Math.sqrt(squares / n)).as(set.id()).isCloseTo(0.2, within(0.003));
            assertThat(beyond / n).as(set.id()).isCloseTo(0.0455, within(0.005)); // beyond two standard deviations
        }
    }

    @Test
    void crescentsAreInsideExactlyOneDisc() {
        RawSamples points = points(PointSet.CRESCENTS, 2000, 0);
        double squared = Math.pow(0.3, 3);
        for (int i = 0; i < 2000; i++) {
            boolean first = square(x1(points, i) - 0.5) + square(x2(points, i) - 0.5) < squared;
            boolean second = square(x1(points, i) - 0.51) + square(x2(points, i) - 0.51) < squared;
            assertThat(first != second).isEqualTo(points.labels()[i] == 1);
            assertThat(x1(points, i)).isBetween(points.labels()[i] == 1 ? 0.33 : 0.0, points.labels()[i] == 1 ? 0.68 : 1.0);
        }
    }

    @Test
    void crescentsCoverTheirShareOfTheSquare() {
        int inside = 0;
        for (int i = 0; i < 1000; i++) {
            for (int j = 0; j < 1000; j++) {
                inside += ShapeSets.inCrescent(i / 1000.0, j / 1000.0) ? 1 : 0;
            }
        }
        assertThat(inside).isBetween(9_290, 9_310);
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void circleHasAnEmptyBandAndNoiseFlipsLabelsOnly() {
        RawSamples still = points(PointSet.CIRCLE, 4000, 0);
        double innerMean = 0;
        for (int i = 0; i < 4000; i++) {
            double radius = radius(still, i);
            if (still.labels()[i] == 1) {
                assertThat(radius).isLessThan(2.5);
                innerMean += radius / 2000;
            } else {
                assertThat(radius).isBetween(3.4999, 5.0);
            }
        }
        assertThat(innerMean).isCloseTo(1.25, within(0.05)); // even in the radius, not over the area
        RawSamples noisy = points(PointSet.CIRCLE, 4000, 0.5);
        assertThat(noisy.columns()).isEqualTo(still.columns());
        assertThat(flipped(still, noisy)).isBetween(200, 2000);
        double alongX1 = 0;
        double alongX2 = 0;
        for (int i = 0; i < 4000; i++) {
            if (still.labels()[i] == 0 && noisy.labels()[i] == 1) {
                alongX1 = Math.max(alongX1, Math.abs(x2(still, i)) < 1 ? radius(still, i) : 0);
                alongX2 = Math.max(alongX2, Math.abs(x1(still, i)) < 1 ? radius(still, i) : 0);
            }
        }
        assertThat(alongX1).isBetween(4.0, 5.0); // each coordinate is judged up to 2.5 away
        assertThat(alongX2).isBetween(4.0, 5.0);
    }

    private static int flipped(RawSamples still, RawSamples noisy) {
        int flipped = 0;
        for (int i = 0; i < still.count(); i++) {
            flipped += still.labels()[i] != noisy.labels()[i] ? 1 : 0;
        }
        return flipped;
    }

    @Test
    void xorFollowsTheSignOfTheProductAndKeepsOffTheAxes() {
        RawSamples still = points(PointSet.XOR, 4000, 0);
        for (int i = 0; i < 4000; i++) {
            assertThat(Math.abs(x1(still, i))).isBetween(0.3, 5.3);
            assertThat(Math.abs(x2(still, i))).isBetween(0.3, 5.3);
            assertThat(still.labels()[i]).isEqualTo(x1(still, i) * x2(still, i) >= 0 ? 1 : 0);
        }
        assertThat(count(still, 1)).isBetween(1850L, 2150L);
        RawSamples noisy = points(PointSet.XOR, 4000, 0.5);
        assertThat(noisy.columns()).isEqualTo(still.columns());
        assertThat(flipped(still, noisy)).isBetween(200, 2000);
    }

    @Test
    void gaussVarianceGrowsFromHalfToFour() {
        for (double noise : new double[] {0, 0.25, 0.5}) {
            RawSamples points = points(PointSet.GAUSS, 40_000, noise);
            double variance = 0;
            for (int i = 0; i < points.count(); i++) {
                double center = points.labels()[i] == 1 ? 2 : -2;
                variance += (square(x1(points, i) - center) + square(x2(points, i) - center)) / (2 * points.count());
            }
            assertThat(variance).isCloseTo(0.5 + 3.5 * noise / 0.5, within(0.1));
        }
    }

    @Test
    void spiralArmsTurnAsTheyGrow() {
        RawSamples points = points(PointSet.SPIRAL, 500, 0);
        for (int i = 0; i < 500; i++) {
            int inArm = i / 2;
            double along = inArm / 250.0;
            double t = 1.75 * along * 2 * Math.PI + (points.labels()[i] == 1 ? 0 : Math.PI);
            assertThat(x1(points, i)).isCloseTo(5 * along * Math.sin(t), within(1e-5));
            assertThat(x2(points, i)).isCloseTo(5 * along * Math.cos(t), within(1e-5));
        }
        RawSamples noisy = points(PointSet.SPIRAL, 500, 0.3);
        double largest = 0;
        for (int i = 0; i < 1000; i++) {
            largest = Math.max(largest, Math.abs(noisy.columns()[i] - points.columns()[i]));
        }
        assertThat(largest).isBetween(0.29, 0.3001);
    }

    @Test
    void planeIsATenthOfTheSum() {
        RawSamples still = points(PointSet.PLANE, 1000, 0);
        RawSamples noisy = points(PointSet.PLANE, 1000, 0.1);
        assertThat(still.task()).isEqualTo(Task.REGRESSION);
        assertThat(still.classNames()).isEmpty();
        assertThat(noisy.columns()).isEqualTo(still.columns());
        double largest = 0;
        for (int i = 0; i < 1000; i++) {
            assertThat(x1(still, i)).isBetween(-6.0, 6.0);
            assertThat(still.values()[i]).isCloseTo((float) ((x1(still, i) + x2(still, i)) / 10), within(1e-6f));
            assertThat(still.labels()[i]).isZero();
            largest = Math.max(largest, Math.abs(noisy.values()[i] - still.values()[i]));
        }
        assertThat(largest).isBetween(0.08, 0.12001); // two jitters of up to 0.6, divided by 10
    }

    @Test
    void gaussRegressionHasSixConesOfAlternatingSign() {
        RawSamples points = points(PointSet.GAUSS_REGRESSION, 5000, 0);
        double[][] centers = {{-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}};
        for (int i = 0; i < points.count(); i++) {
            double expected = 0;
            for (double[] center : centers) { // no point is within 2 of two centers: they are at least 4 apart
                double distance = Math.hypot(x1(points, i) - center[0], x2(points, i) - center[1]);
                expected += distance < 2 ? center[2] * (1 - distance / 2) : 0;
            }
            assertThat(points.values()[i]).isCloseTo((float) expected, within(1e-5f));
        }
        RawSamples noisy = points(PointSet.GAUSS_REGRESSION, 5000, 0.05);
        assertThat(noisy.columns()).isEqualTo(points.columns());
        double largest = 0;
        for (int i = 0; i < points.count(); i++) {
            largest = Math.max(largest, Math.abs(noisy.values()[i] - points.values()[i]));
        }
        assertThat(largest).isBetween(0.17, 0.3 * Math.sqrt(2) / 2 + 1e-6); // the cones' slope is 1/2
    }

    @Test
    void blobsAreTheirCentersWithoutNoise() {
        RawSamples points = points(PointSet.BLOBS, 30, 0);
        float[][] centers = {{-1, -1}, {0, 1}, {1, -1}};
        for (int i = 0; i < 30; i++) {
            assertThat(Arrays.copyOfRange(points.columns(), 2 * i, 2 * i + 2)).isEqualTo(centers[points.labels()[i]]);
        }
        assertThat(points.classNames()).containsExactly("0", "1", "2");
    }

    @Test
    void ringsKeepTheirRadiusAndNoiseMovesAlongIt() {
        RawSamples still = points(PointSet.RINGS, 6000, 0);
        RawSamples noisy = points(PointSet.RINGS, 6000, 0.1);
        double squares = 0;
        for (int i = 0; i < 6000; i++) {
            double radius = 0.5 * (still.labels()[i] + 1);
            assertThat(radius(still, i)).isCloseTo(radius, within(1e-6));
            assertThat(x1(still, i) * x2(noisy, i) - x2(still, i) * x1(noisy, i)).isCloseTo(0, within(1e-5)); // same direction
            squares += square(x1(noisy, i) - x1(still, i)) + square(x2(noisy, i) - x2(still, i));
        }
        assertThat(Math.sqrt(squares / 6000)).isCloseTo(0.1, within(0.003));
    }

    @Test
    void checkerboardFieldsTakeTurns() {
        RawSamples points = points(PointSet.CHECKERBOARD, 4000, 0);
        Set<Integer> fields = new HashSet<>();
        for (int i = 0; i < points.count(); i++) {
            int column = (int) Math.floor((x1(points, i) + 1) * 2);
            int row = (int) Math.floor((x2(points, i) + 1) * 2);
            assertThat(points.labels()[i]).isEqualTo((column + row) % 2);
            fields.add(4 * row + column);
        }
        assertThat(fields).hasSize(16).allMatch(field -> field >= 0 && field < 16);
    }

    @Test
    void annulusIsADiscWithinARing() {
        RawSamples points = points(PointSet.ANNULUS, 4000, 0);
        double inner = 0;
        for (int i = 0; i < points.count(); i++) {
            double radius = radius(points, i);
            if (points.labels()[i] == 0) {
                assertThat(radius).isLessThanOrEqualTo(1 / 3.0 + 1e-6);
                inner += radius / 2000;
            } else {
                assertThat(radius).isBetween(2 / 3.0 - 1e-6, 1 + 1e-6);
            }
        }
        assertThat(inner).isCloseTo(2 / 9.0, within(0.01)); // the mean radius of a disc of radius 1/3, evenly filled
    }

    @Test
    void twoCurvesCannotBeSeparatedByALine() {
        RawSamples points = points(PointSet.TWO_CURVES, 1000, 0);
        for (int i = 0; i < points.count(); i++) {
            double offset = points.labels()[i] == 0 ? -0.7 : -0.3;
            assertThat(x2(points, i)).isCloseTo(square(x1(points, i)) + offset, within(1e-6));
        }
        // For every direction the two classes' projections overlap, which is what not separable means in the plane.
        for (int step = 0; step < 360; step++) {
            double[] low = {9, 9};
            double[] high = {-9, -9};
            for (int i = 0; i < points.count(); i++) {
                double angle = Math.PI * step / 360;
                double projected = Math.cos(angle) * x1(points, i) + Math.sin(angle) * x2(points, i);
                low[points.labels()[i]] = Math.min(low[points.labels()[i]], projected);
                high[points.labels()[i]] = Math.max(high[points.labels()[i]], projected);
            }
            assertThat(Math.max(low[0], low[1])).isLessThan(Math.min(high[0], high[1]));
        }
    }

    @Test
    void paintedPointsKeepTheirOrderAndHaveAtLeastTwoClasses() {
        RawSamples points = PointSets.painted(List.of(new PaintedPoint(1, 2, 0), new PaintedPoint(-1, 0.5, 3)));
        assertThat(points.columns()).containsExactly(1, 2, -1, 0.5f);
        assertThat(points.labels()).containsExactly(0, 3);
        assertThat(points.classNames()).containsExactly("0", "1", "2", "3");
        assertThat(PointSets.painted(List.of(new PaintedPoint(1, 2, 0))).classNames()).hasSize(2);
        assertThat(PointSets.painted(List.of()).classNames()).hasSize(2);
    }
}
