package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.WIDE;
import static org.assertj.core.api.Assertions.assertThat;

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
            float[] products = new float[SAMPLES];
            for (int s = 0; s < live; s++) {
                products[s] = values[valueRows[i] + s] * deltas[deltaRows[i] + s];
            }
            assertThat(inTwo[i]).as("parameter %s", i).isEqualTo(folded(products));
        }
        if (WIDE) {
            float[] atOnce = new float[parameters + SAMPLES];
            new TinyGradient(valueRows, deltaRows, true).sum(values, deltas, live, atOnce);
            assertThat(Arrays.copyOf(atOnce, parameters)).isEqualTo(Arrays.copyOf(inTwo, parameters));
        }
    }

    /// The upper half added to the lower one until one is left: with vectors of any length the same bits.
    private static float folded(float[] numbers) {
        for (int half = numbers.length / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                numbers[i] += numbers[i + half];
            }
        }
        return numbers[0];
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
