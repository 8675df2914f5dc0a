package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    /// Four samples whose covariance is known: variance 9 along (3, 4) / 5 and 1 along (-4, 3) / 5, around (100, -7).
    @Test
    void aKnownCovarianceGivesItsAxesAndShares() {
        float[] rows = new float[8];
        double[][] along = {{3, 1}, {3, -1}, {-3, 1}, {-3, -1}};
        for (int s = 0; s < 4; s++) {
            rows[s] = (float) (100 + 0.6 * along[s][0] - 0.8 * along[s][1]);
            rows[4 + s] = (float) (-7 + 0.8 * along[s][0] + 0.6 * along[s][1]);
        }
        PrincipalComponents components = solved(rows, 2, 4);
        assertThat(components.shares()).containsExactly(new double[] {0.9, 0.1}, within(1e-6));
        float[] xy = projected(components, rows, 4);
        for (int s = 0; s < 4; s++) {
            assertThat((double) xy[2 * s]).isCloseTo(along[s][0], within(1e-4));
            // The largest entry of (-4, 3) / 5 is negative, so the axis is (4, -3) / 5.
            assertThat((double) xy[2 * s + 1]).isCloseTo(-along[s][1], within(1e-4));
        }
    }

    @Test
    void ofThreeVariablesTheTwoMostVariedAreKept() {
        float[] rows = {1, -1, 0, 0, 0, 0, /**/ 0, 0, 5, -5, 0, 0, /**/ 0, 0, 0, 0, 3, -3};
        PrincipalComponents components = solved(rows, 3, 6);
        assertThat(components.shares()).containsExactly(new double[] {25.0 / 35, 9.0 / 35}, within(1e-9));
        assertThat(projected(components, rows, 6)).containsExactly(
                new float[] {0, 0, 0, 0, 5, 0, -5, 0, 0, 3, 0, -3}, within(1e-6f));
    }

    @Test
    void oneVariableHasNoSecondComponent() {
        float[] rows = {2, 4, 9};
        PrincipalComponents components = solved(rows, 1, 3);
        assertThat(components.shares()).containsExactly(1, 0);
        assertThat(projected(components, rows, 3)).containsExactly(new float[] {-3, 0, -1, 0, 4, 0}, within(1e-6f));
    }

    @Test
    void whereNothingVariesAllLieInTheMiddle() {
        float[] rows = {2, 2, 2, -1, -1, -1};
        PrincipalComponents components = solved(rows, 2, 3);
        assertThat(components.shares()).containsExactly(0, 0);
        assertThat(projected(components, rows, 3)).containsOnly(0f);
        assertThat(solved(new float[0], 2, 0).shares()).containsExactly(0, 0);
    }

    @Test
    void samplesThatAreNotFiniteAreLeftOut() {
        float[] rows = {1, Float.NaN, -1, Float.POSITIVE_INFINITY, /**/ 0, 1, 0, 1};
        PrincipalComponents components = solved(rows, 2, 4);
        assertThat(components.shares()).containsExactly(1, 0);
        assertThat(projected(components, rows, 4)).containsExactly(1, 0, Float.NaN, Float.NaN, -1, 0, Float.NaN, Float.NaN);
    }

    private static PrincipalComponents solved(float[] rows, int units, int samples) {
        PrincipalComponents components = new PrincipalComponents(units);
        components.add(rows, samples);
        components.solve();
        return components;
    }

    private static float[] projected(PrincipalComponents components, float[] rows, int samples) {
        float[] xy = new float[2 * samples];
        components.project(rows, samples, xy, 0);
        return xy;
    }
}
