package dev.crescent.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SplineTest {
    private static final boolean[] NO_CORNER = new boolean[5];

    private static double[] curve(boolean[] corner, double... points) {
        Spline spline = Spline.through(corner);
        double[] curve = new double[spline.samples()];
        spline.add(points, 1, curve, 0);
        return curve;
    }

    @Test
    void aCurveGoesThroughItsPoints() {
        double[] points = {3, -1, 4, 1, -5};
        boolean[] corner = {false, false, true, false, false};
        for (double[] curve : new double[][] {curve(NO_CORNER, points), curve(corner, points)}) {
            assertThat(curve).hasSize(4 * Spline.PER_SPAN + 1);
            for (int p = 0; p < points.length; p++) {
                assertThat(curve[p * Spline.PER_SPAN]).isCloseTo(points[p], within(1e-12));
            }
        }
    }

    /// Catmull and Rom's formula as it is usually written, with the missing neighbors put in.
    @Test
    void betweenPointsItIsCatmullAndRoms() {
        SplittableRandom random = new SplittableRandom(1);
        double[] p = random.doubles(5).toArray();
        double[] all = {2 * p[0] - p[1], p[0], p[1], p[2], p[3], p[4], 2 * p[4] - p[3]};
        double[] curve = curve(NO_CORNER, p);
        for (int i = 0; i < curve.length - 1; i++) {
            int k = i / Spline.PER_SPAN;
            double t = i % Spline.PER_SPAN / (double) Spline.PER_SPAN;
            double expected = 0.5 * (2 * all[k + 1] + (all[k + 2] - all[k]) * t
                    + (2 * all[k] - 5 * all[k + 1] + 4 * all[k + 2] - all[k + 3]) * t * t
                    + (-all[k] + 3 * all[k + 1] - 3 * all[k + 2] + all[k + 3]) * t * t * t);
            assertThat(curve[i]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void aCornerPartsACurveIntoTwo() {
        double[] whole = curve(new boolean[] {false, false, true, false, false}, 3, -1, 4, 1, -5);
        double[] first = curve(new boolean[3], 3, -1, 4);
        double[] second = curve(new boolean[3], 4, 1, -5);
        for (int i = 0; i < first.length; i++) {
            assertThat(whole[i]).isCloseTo(first[i], within(1e-12));
            assertThat(whole[first.length - 1 + i]).isCloseTo(second[i], within(1e-12));
        }
        assertThat(whole).isNotEqualTo(curve(NO_CORNER, 3, -1, 4, 1, -5));
    }

    @Test
    void cornersAtTheEndsChangeNothing() {
        assertThat(curve(new boolean[] {true, false, true}, 3, -1, 4)).isEqualTo(curve(new boolean[3], 3, -1, 4));
    }

    @Test
    void evenPointsOnALineGiveEvenPointsOnIt() {
        double[] curve = curve(new boolean[2], 10, 16);
        double[] longer = curve(new boolean[3], 10, 16, 22);
        for (int i = 0; i < longer.length; i++) {
            assertThat(longer[i]).isCloseTo(10 + i, within(1e-12));
            assertThat(curve[Math.min(i, 6)]).isCloseTo(10 + Math.min(i, 6), within(1e-12));
        }
    }

    @Test
    void sharesAddUp() {
        double[] into = new double[8];
        into[0] = 5;
        Spline.through(new boolean[2]).add(new double[] {1, 7}, 0.25, into, 1);
        Spline.through(new boolean[2]).add(new double[] {2, 8}, 0.75, into, 1);
        assertThat(into).containsExactly(new double[] {5, 1.75, 2.75, 3.75, 4.75, 5.75, 6.75, 7.75}, within(1e-12));
    }
}
