package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SPECIES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

/// Sums of lanes have the same bits before and after they are compiled.
class LaneSumTest {
    /// As often as a method is called until it is compiled, and again.
    private static final int TIMES = 200_000;

    @Test
    void theOrderIsTheSameWhetherCompiledOrNot() {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[LANES];
        for (int time = 0; time < TIMES; time++) {
            for (int i = 0; i < LANES; i++) {
                values[i] = (float) random.nextDouble(-1, 1);
            }
            float sum = LaneSum.of(FloatVector.fromArray(SPECIES, values, 0));
            if (sum != byHalves(values)) {
                assertThat(sum).as("sum %d of %s", time, Arrays.toString(values)).isEqualTo(byHalves(values));
            }
        }
    }

    private static float byHalves(float[] values) {
        float[] sums = values.clone();
        for (int half = LANES / 2; half >= 1; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[i + half];
            }
        }
        return sums[0];
    }
}
