package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldVarianceTest {
    private static final int SIZE = 12;
    private static final ParameterLayout LAYOUT = Worlds.Nets.flat(SIZE);

    private static List<float[]> points() {
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            points.add(Worlds.randomFloats(SIZE, i));
        }
        return points;
    }

    @Test
    void thePathsOwnPlaneHoldsWhatItsComponentsSay() {
        PathPlane plane = PathPlane.of(LAYOUT, points());
        HeldVariance held = HeldVariance.of(plane.plane(), points());
        assertThat(held.across()).isCloseTo(plane.first(), within(1e-6));
        assertThat(held.up()).isCloseTo(plane.second(), within(1e-6));
        assertThat(held.whole()).isCloseTo(plane.held(), within(1e-6)).isLessThan(0.9);
    }

    @Test
    void twoParametersHoldTheirOwnVariance() {
        Plane plane = Plane.ofParameters(LAYOUT, new float[SIZE], 3, 5);
        double[] variances = new double[SIZE];
        double all = 0;
        for (int k = 0; k < SIZE; k++) {
            int parameter = k;
            double mean = points().stream().mapToDouble(p -> p[parameter]).average().orElseThrow();
            variances[k] = points().stream().mapToDouble(p -> (p[parameter] - mean) * (p[parameter] - mean)).average().orElseThrow();
            all += variances[k];
        }
        HeldVariance held = HeldVariance.of(plane, points());
        assertThat(held.across()).isCloseTo(variances[3] / all, within(1e-6));
        assertThat(held.up()).isCloseTo(variances[5] / all, within(1e-6));
    }

    @Test
    void pointsThatAreAllTheSameOrNotFiniteHaveNone() {
        Plane plane = Plane.ofParameters(LAYOUT, new float[SIZE], 0, 1);
        float[] broken = new float[SIZE];
        broken[2] = Float.NaN;
        float[] one = Worlds.randomFloats(SIZE, 1);
        assertThat(HeldVariance.of(plane, List.of(one, broken, one)).whole()).isCloseTo(0, within(1e-9));
        assertThat(HeldVariance.of(plane, List.of(broken))).isEqualTo(HeldVariance.NONE);
        assertThat(HeldVariance.of(plane, List.of())).isEqualTo(HeldVariance.NONE);
    }
}
