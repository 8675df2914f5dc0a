package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.WIDE;

/// Matrix products on panels.
final class Kernel {
    /// Columns and rows of the block of weights that stays in the second-level cache while all panels pass by; the rows
    /// are a multiple of four and of six.
    private static final int BLOCK_COLUMNS = WIDE ? 160 : 256;
    private static final int BLOCK_ROWS = WIDE ? 240 : 120;
    /// Rows of a tall tile: of two vectors, and of one.
    private static final int TALL = 6;
    private static final int TALLEST = 12;

    private Kernel() {}

    /// `c[0..3][0..15] += a[0..3][0..k-1] b[0..k-1][0..15]`.
    ///
    /// @param cStride between the rows of `c`
    /// @param aStride between the rows of `a`; the rows of `b` lie 16 apart
    static void tile(float[] c, int c0, int cStride, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        if (WIDE) {
            WideTiles.four(c, c0, cStride, a, a0, aStride, b, b0, k);
            return;
        }
        Tiles.four(c, c0, cStride, a, a0, aStride, b, b0, k);
    }

    /// `c[0..m-1][0..15] += a[0..m-1][0..k-1] b[0..k-1][0..15]`: the more rows at once, the busier the processor, since
    /// each sum waits for the one before it.
    ///
    /// @param m a multiple of four
    /// @param cStride between the rows of `c`
    /// @param aStride between the rows of `a`; the rows of `b` lie 16 apart
    static void tiles(int m, float[] c, int c0, int cStride, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        int row = 0;
        if (WIDE) {
            for (; m - row >= TALLEST; row += TALLEST) {
                WideTiles.twelve(c, c0 + row * cStride, cStride, a, a0 + row * aStride, aStride, b, b0, k);
            }
            if (m - row == 2 * BLOCK) {
                WideTiles.eight(c, c0 + row * cStride, cStride, a, a0 + row * aStride, aStride, b, b0, k);
                return;
            }
        } else {
            for (; m - row >= TALL && m - row != 2 * BLOCK; row += TALL) {
                Tiles.six(c, c0 + row * cStride, cStride, a, a0 + row * aStride, aStride, b, b0, k);
            }
        }
        for (; row < m; row += BLOCK) {
            tile(c, c0 + row * cStride, cStride, a, a0 + row * aStride, aStride, b, b0, k);
        }
    }

    /// [#tiles] for two matrices `b` side by side, which is faster where one of their rows is a single vector.
    ///
    /// @param cNext from the first product in `c` to the second
    /// @param bNext from the first matrix in `b` to the second
    static void pairs(int m, float[] c, int c0, int cStride, int cNext, float[] a, int a0, int aStride, float[] b, int b0,
            int bNext, int k) {
        if (!WIDE) {
            tiles(m, c, c0, cStride, a, a0, aStride, b, b0, k);
            tiles(m, c, c0 + cNext, cStride, a, a0, aStride, b, b0 + bNext, k);
            return;
        }
        int row = 0;
        for (; m % (2 * BLOCK) == 0 && row < m; row += 2 * BLOCK) {
            WideTiles.eightByTwo(c, c0 + row * cStride, cStride, cNext, a, a0 + row * aStride, aStride, b, b0, bNext, k);
        }
        for (; m - row >= TALL && m - row != 2 * BLOCK; row += TALL) {
            WideTiles.sixByTwo(c, c0 + row * cStride, cStride, cNext, a, a0 + row * aStride, aStride, b, b0, bNext, k);
        }
        for (; row < m; row += BLOCK) {
            WideTiles.fourByTwo(c, c0 + row * cStride, cStride, cNext, a, a0 + row * aStride, aStride, b, b0, bNext, k);
        }
    }

    /// `z[panel] += w x[panel]` for the panels `first <= panel < end`.
    ///
    /// @param w `[m][k]` from `w0` on, with room for reading up to three rows more
    /// @param x `[panels][xRows][16]`
    /// @param z `[panels][zRows][16]`; `zRows` is a multiple of four, the rows from `m` on receive nonsense
    static void multiply(float[] w, int w0, int m, int k, float[] x, int xRows, float[] z, int zRows, int first,
            int end) {
        for (int column = 0; column < k; column += BLOCK_COLUMNS) {
            int columns = Math.min(BLOCK_COLUMNS, k - column);
            for (int block = 0; block < m; block += BLOCK_ROWS) {
                int rows = Math.min(BLOCK_ROWS, Panels.rows(m) - block);
                int from = w0 + block * k + column;
                int panel = first;
                for (; WIDE && panel + 1 < end; panel += 2) {
                    pairs(rows, z, (panel * zRows + block) * SAMPLES, SAMPLES, zRows * SAMPLES, w, from, k, x,
                            (panel * xRows + column) * SAMPLES, xRows * SAMPLES, columns);
                }
                for (; panel < end; panel++) {
                    tiles(rows, z, (panel * zRows + block) * SAMPLES, SAMPLES, w, from, k, x,
                            (panel * xRows + column) * SAMPLES, columns);
                }
            }
        }
    }

    /// `to[column][row] = from[row][column]` for the rows `firstRow <= row < endRow`, in blocks that stay in the
    /// first-level cache.
    ///
    /// @param from `[rows][columns]` from `offset` on
    /// @param to `[columns][rows]`
    static void transpose(float[] from, int offset, int rows, int columns, float[] to, int firstRow, int endRow) {
        for (int row = firstRow; row < endRow; row += 16) {
            int rowEnd = Math.min(row + 16, endRow);
            for (int column = 0; column < columns; column += 16) {
                int columnEnd = Math.min(column + 16, columns);
                for (int j = column; j < columnEnd; j++) {
                    for (int i = row; i < rowEnd; i++) {
                        to[j * rows + i] = from[offset + i * columns + j];
                    }
                }
            }
        }
    }
}
