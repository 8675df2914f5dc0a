package dev.crescent.insight.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    private static PrincipalComponents of(float[] rows, int units, int samples, int most) {
        return PrincipalComponents.of(new Cloud(rows, units, samples, samples).finite(), most, null);
    }

    /// Four samples whose covariance is known: variance 9 along (3, 4) / 5 and 1 along (-4, 3) / 5, around (100, -7).
    @Test
    void aKnownCovarianceGivesItsAxesAndShares() {
        float[] rows = new float[8];
        double[][] along = {{3, 1}, {3, -1}, {-3, 1}, {-3, -1}};
        for (int s = 0; s < 4; s++) {
            rows[s] = (float) (100 + 0.6 * along[s][0] - 0.8 * along[s][1]);
            rows[4 + s] = (float) (-7 + 0.8 * along[s][0] + 0.6 * along[s][1]);
        }
        PrincipalComponents components = of(rows, 2, 4, 2);
        assertThat(components.shares()).containsExactly(new double[] {0.9, 0.1}, within(1e-6));
        assertThat(components.mean()).containsExactly(new double[] {100, -7}, within(1e-4));
        assertThat(components.axes()[0]).containsExactly(new double[] {0.6, 0.8}, within(1e-6));
        // The largest entry of (-4, 3) / 5 is negative, so the axis is (4, -3) / 5.
        assertThat(components.axes()[1]).containsExactly(new double[] {0.8, -0.6}, within(1e-6));
    }

    @Test
    void ofThreeVariablesTheTwoMostVariedAreKept() {
        float[] rows = {1, -1, 0, 0, 0, 0, /**/ 0, 0, 5, -5, 0, 0, /**/ 0, 0, 0, 0, 3, -3};
        PrincipalComponents components = of(rows, 3, 6, 2);
        assertThat(components.shares()).containsExactly(new double[] {25.0 / 35, 9.0 / 35}, within(1e-9));
        assertThat(of(rows, 3, 6, 3).shares()[2]).isCloseTo(1.0 / 35, within(1e-9));
    }

    @Test
    void whereNothingVariesNothingPointsAnywhere() {
        float[] rows = {2, 2, 2, -1, -1, -1};
        assertThat(of(rows, 2, 3, 2).shares()).containsExactly(0, 0);
        assertThat(of(new float[0], 2, 0, 2).shares()).containsExactly(0, 0);
        assertThat(of(new float[] {2, 4, 9}, 1, 3, 2).shares()).containsExactly(new double[] {1}, within(1e-9));
    }

    @Test
    void samplesThatAreNotFiniteAreLeftOut() {
        float[] rows = {1, Float.NaN, -1, Float.POSITIVE_INFINITY, /**/ 0, 1, 0, 1};
        PrincipalComponents components = of(rows, 2, 4, 2);
        assertThat(components.shares()).containsExactly(1, 0);
        assertThat(components.axes()[0]).containsExactly(1, 0);
    }

    /// Many units are taken apart in another way, which must give the same.
    @Test
    void manyUnitsHaveTheComponentsThatTheirVariancesSay() {
        int units = 150;
        int samples = 400;
        Random random = new Random(3);
        double[][] axes = new double[3][units];
        float[] rows = new float[units * samples];
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < units; i++) {
                // Cosines of different wave numbers are at right angles to each other.
                axes[k][i] = Math.sqrt(2.0 / units) * Math.cos(Math.PI * (k + 1) * (i + 0.5) / units);
            }
        }
        for (int s = 0; s < samples; s++) {
            double[] along = {9 * random.nextGaussian(), 5 * random.nextGaussian(), 3 * random.nextGaussian()};
            for (int i = 0; i < units; i++) {
                double value = 4 + 0.02 * random.nextGaussian();
                for (int k = 0; k < 3; k++) {
                    value += along[k] * axes[k][i];
                }
                rows[i * samples + s] = (float) value;
            }
        }
        PrincipalComponents components = of(rows, units, samples, 3);
        double[][] known = axes;
        for (int k = 0; k < 3; k++) {
            assertThat(Math.abs(Axes.dot(components.axes()[k], known[k]))).isGreaterThan(0.98);
            for (int j = 0; j <= k; j++) {
                assertThat(Axes.dot(components.axes()[k], components.axes()[j])).isCloseTo(j == k ? 1 : 0, within(1e-9));
            }
        }
        assertThat(components.shares()[0] + components.shares()[1] + components.shares()[2]).isBetween(0.99, 1.0);
        PrincipalComponents again = PrincipalComponents.of(new Cloud(rows, units, samples, samples), 3, components.axes());
        assertThat(again.shares()[2]).isCloseTo(components.shares()[2], within(1e-5));
    }
}
