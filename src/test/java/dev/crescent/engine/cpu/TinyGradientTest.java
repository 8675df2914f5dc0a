package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.CounterRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each parameter's gradient is the sum of its rows' products, over the live samples alone.
final class TinyGradientTest {
    private static final int ROWS = 9;

    @ParameterizedTest
    @CsvSource({"1, 16", "3, 10", "16, 1", "17, 7", "25, 10", "64, 16", "67, 15"})
    void sumsTheProductsOfLiveSamples(int parameters, int live) {
        float[] values = rows(1, live);
        float[] deltas = rows(2, live);
        int[] valueRows = IntStream.range(0, parameters).map(i -> i * 5 % ROWS * SAMPLES).toArray();
        int[] deltaRows = IntStream.range(0, parameters).map(i -> i * 7 % ROWS * SAMPLES).toArray();
        float[] inTwo = new float[parameters + SAMPLES];
        new TinyGradient(valueRows, deltaRows, false).sum(values, deltas, live, inTwo);
        for (int i = 0; i < parameters; i++) {
            double sum = 0;
            for (int s = 0; s < live; s++) {
                sum += (double) values[valueRows[i] + s] * deltas[deltaRows[i] + s];
            }
            assertThat((double) inTwo[i]).as("parameter %s", i).isCloseTo(sum, within(2e-6));
        }
        if (WIDE) {
            float[] atOnce = new float[parameters + SAMPLES];
            new TinyGradient(valueRows, deltaRows, true).sum(values, deltas, live, atOnce);
            assertThat(Arrays.copyOf(atOnce, parameters)).isEqualTo(Arrays.copyOf(inTwo, parameters));
        }
    }

    /// Random numbers, and none where no sample is.
    private static float[] rows(long seed, int live) {
        float[] rows = new float[ROWS * SAMPLES];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = i % SAMPLES < live ? 2 * CounterRandom.uniform(seed, i) - 1 : Float.NaN;
        }
        return rows;
    }
}
