package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// On small whole numbers, whose sums are exact in any order.
class KernelTest {
    private static final int K = 7;

    private static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = i * 31 % 17 - 8;
        }
        return numbers;
    }

    /// Four, eight and what six and four make up; rows behind them stay as they were.
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 16, 20, 24, 28})
    void tilesAddAProductOfAnyNumberOfRows(int m) {
        int cStride = 2 * SAMPLES;
        int aStride = K + 2;
        float[] a = numbers(3 + m * aStride);
        float[] b = numbers(5 + K * SAMPLES);
        float[] c = numbers((m + 1) * cStride);
        float[] expected = c.clone();
        for (int row = 0; row < m; row++) {
            for (int s = 0; s < SAMPLES; s++) {
                for (int i = 0; i < K; i++) {
                    expected[1 + row * cStride + s] += a[3 + row * aStride + i] * b[5 + i * SAMPLES + s];
                }
            }
        }
        Kernel.tiles(m, c, 1, cStride, a, 3, aStride, b, 5, K);
        assertThat(c).isEqualTo(expected);
    }

    /// 300 columns are two blocks of weights, 130 rows too; the last two rows are nonsense.
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 120, 130})
    void productsTakeInWholeBlocksAndRests(int m) {
        int k = 300;
        int rows = Panels.rows(m);
        float[] w = numbers((m + 3) * k);
        float[] x = numbers(2 * k * SAMPLES);
        float[] z = new float[2 * rows * SAMPLES];
        Kernel.multiply(w, 0, m, k, x, k, z, rows, 1, 2);
        for (int row = 0; row < m; row++) {
            for (int s = 0; s < SAMPLES; s++) {
                float sum = 0;
                for (int i = 0; i < k; i++) {
                    sum += w[row * k + i] * x[(k + i) * SAMPLES + s];
                }
                assertThat(z[(rows + row) * SAMPLES + s]).isEqualTo(sum);
                assertThat(z[row * SAMPLES + s]).as("the other panel").isZero();
            }
        }
    }
}
