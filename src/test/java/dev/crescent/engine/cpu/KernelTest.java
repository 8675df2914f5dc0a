package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /// Side by side, and an odd number of steps; what lies between and behind stays as it was.
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 16, 20, 24, 28})
    void pairsAddTwoProducts(int m) {
        int aStride = K + 2;
        int cNext = (m + 1) * SAMPLES;
        int bNext = (K + 1) * SAMPLES;
        float[] a = numbers(3 + m * aStride);
        float[] b = numbers(5 + 2 * bNext);
        float[] c = numbers(2 * cNext + SAMPLES);
        float[] expected = c.clone();
        for (int which = 0; which < 2; which++) {
            for (int row = 0; row < m; row++) {
                for (int s = 0; s < SAMPLES; s++) {
                    expected[1 + which * cNext + row * SAMPLES + s] +=
                            product(a, 3 + row * aStride, 1, b, 5 + which * bNext + s);
                }
            }
        }
        Kernel.pairs(m, c, 1, SAMPLES, cNext, a, 3, aStride, b, 5, bNext, K);
        assertThat(c).isEqualTo(expected);
    }

    /// 300 columns are two blocks of weights, 130 rows too; the last two rows are nonsense.
    @ParameterizedTest
    @CsvSource({"1, 1", "10, 1", "120, 2", "130, 3", "250, 2"})
    void productsTakeInWholeBlocksAndRests(int m, int panels) {
        int k = 300;
        int rows = Panels.rows(m);
        float[] w = numbers((m + 3) * k);
        float[] x = numbers((panels + 1) * k * SAMPLES);
        float[] z = new float[(panels + 1) * rows * SAMPLES];
        Kernel.multiply(w, 0, m, k, x, k, z, rows, 1, panels + 1);
        for (int row = 0; row < m; row++) {
            for (int s = 0; s < SAMPLES; s++) {
                for (int panel = 1; panel <= panels; panel++) {
                    float sum = 0;
                    for (int i = 0; i < k; i++) {
                        sum += w[row * k + i] * x[(panel * k + i) * SAMPLES + s];
                    }
                    assertThat(z[(panel * rows + row) * SAMPLES + s]).isEqualTo(sum);
                }
                assertThat(z[row * SAMPLES + s]).as("the other panel").isZero();
            }
        }
    }

    /// From their starts, into any array; what was there before does not count.
    @Test
    void fourRowsBeginWithTheirStarts() {
        int cStride = SAMPLES + 3;
        int aStride = K + 2;
        float[] start = {100, 0, -3, 7, 50, 9};
        int cPanel = 5 * cStride;
        int bPanel = (K + 2) * SAMPLES;
        float[] a = numbers(3 + 4 * aStride);
        float[] b = numbers(5 + 2 * bPanel);
        float[] c = numbers(2 * cPanel);
        float[] expected = c.clone();
        for (int row = 0; row < 4; row++) {
            for (int s = 0; s < SAMPLES; s++) {
                int to = 1 + row * cStride + s;
                expected[to] = start[2 + row] + product(a, 3 + row * aStride, 1, b, 5 + s);
                expected[cPanel + to] = start[2 + row] + product(a, 3 + row * aStride, 1, b, 5 + bPanel + s);
            }
        }
        SmallKernel.rows(c, 1, cStride, start, 2, a, 3, aStride, b, 5, K, 2, cPanel, bPanel);
        assertThat(c).isEqualTo(expected);
    }

    /// Vectors of 4 or 8 numbers: beyond the width there may be nonsense.
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 8})
    void fourNarrowRowsAreAProduct(int width) {
        int aStride = K + 2;
        float[] a = numbers(3 + 4 * aStride);
        float[] b = numbers(5 + K * SAMPLES);
        float[] c = numbers(4 * SAMPLES);
        SmallKernel.narrowRows(c, 0, a, 3, aStride, b, 5, K, width);
        for (int row = 0; row < 4; row++) {
            for (int s = 0; s < width; s++) {
                assertThat(c[row * SAMPLES + s]).isEqualTo(product(a, 3 + row * aStride, 1, b, 5 + s));
            }
        }
    }

    @Test
    void fourColumnsAreAProductWithTheTransposedMatrix() {
        int aStride = 6;
        float[] a = numbers(2 + K * aStride);
        float[] b = numbers(5 + K * SAMPLES);
        float[] c = numbers(1 + 5 * SAMPLES);
        float[] expected = c.clone();
        for (int column = 0; column < 4; column++) {
            for (int s = 0; s < SAMPLES; s++) {
                expected[1 + column * SAMPLES + s] = product(a, 2 + column, aStride, b, 5 + s);
            }
        }
        SmallKernel.columns(c, 1, a, 2, aStride, b, 5, K);
        assertThat(c).isEqualTo(expected);
    }

    /// Of K numbers of `a` and a column of `b`.
    private static float product(float[] a, int a0, int stride, float[] b, int b0) {
        float sum = 0;
        for (int i = 0; i < K; i++) {
            sum += a[a0 + i * stride] * b[b0 + i * SAMPLES];
        }
        return sum;
    }
}
