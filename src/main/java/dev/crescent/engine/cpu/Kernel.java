package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import jdk.incubator.vector.FloatVector;

/// Matrix products on panels.
///
/// The tile is kept small on purpose: with more than some 56 vector operations in a method, C2 stops inlining the
/// last of them and allocates an object for every vector (openjdk/jdk#30874).
final class Kernel {
    /// Columns and rows of the block of weights that stays in the second-level cache while all panels pass by.
    private static final int BLOCK_COLUMNS = 256;
    private static final int BLOCK_ROWS = 128;

    private Kernel() {}

    /// `c[0..3][0..15] += a[0..3][0..k-1] b[0..k-1][0..15]`.
    ///
    /// @param cStride between the rows of `c`
    /// @param aStride between the rows of `a`; the rows of `b` lie 16 apart
    static void tile(float[] c, int c0, int cStride, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        for (int lane = 0; lane < SAMPLES; lane += 2 * LANES) {
            int c00 = c0 + lane;
            int c10 = c00 + cStride;
            int c20 = c10 + cStride;
            int c30 = c20 + cStride;
            FloatVector s00 = FloatVector.fromArray(SPECIES, c, c00);
            FloatVector s01 = FloatVector.fromArray(SPECIES, c, c00 + LANES);
            FloatVector s10 = FloatVector.fromArray(SPECIES, c, c10);
            FloatVector s11 = FloatVector.fromArray(SPECIES, c, c10 + LANES);
            FloatVector s20 = FloatVector.fromArray(SPECIES, c, c20);
            FloatVector s21 = FloatVector.fromArray(SPECIES, c, c20 + LANES);
            FloatVector s30 = FloatVector.fromArray(SPECIES, c, c30);
            FloatVector s31 = FloatVector.fromArray(SPECIES, c, c30 + LANES);
            for (int i = 0; i < k; i++) {
                int row = b0 + lane + i * SAMPLES;
                FloatVector x0 = FloatVector.fromArray(SPECIES, b, row);
                FloatVector x1 = FloatVector.fromArray(SPECIES, b, row + LANES);
                FloatVector w0 = FloatVector.broadcast(SPECIES, a[a0 + i]);
                s00 = x0.fma(w0, s00);
                s01 = x1.fma(w0, s01);
                FloatVector w1 = FloatVector.broadcast(SPECIES, a[a1 + i]);
                s10 = x0.fma(w1, s10);
                s11 = x1.fma(w1, s11);
                FloatVector w2 = FloatVector.broadcast(SPECIES, a[a2 + i]);
                s20 = x0.fma(w2, s20);
                s21 = x1.fma(w2, s21);
                FloatVector w3 = FloatVector.broadcast(SPECIES, a[a3 + i]);
                s30 = x0.fma(w3, s30);
                s31 = x1.fma(w3, s31);
            }
            s00.intoArray(c, c00);
            s01.intoArray(c, c00 + LANES);
            s10.intoArray(c, c10);
            s11.intoArray(c, c10 + LANES);
            s20.intoArray(c, c20);
            s21.intoArray(c, c20 + LANES);
            s30.intoArray(c, c30);
            s31.intoArray(c, c30 + LANES);
        }
    }

    /// `c[0..3][0..15] += sum over samples of a[0..3][sample] b[sample][0..15]`, the samples lying in panels.
    ///
    /// @param aRow between the rows of `a` in a panel
    /// @param aPanel between the panels of `a`; those of `b` follow each other
    static void sum(float[] c, int c0, int cStride, float[] a, int a0, int aRow, int aPanel, float[] b, int b0,
            int samples) {
        for (int lane = 0; lane < SAMPLES; lane += 2 * LANES) {
            int c00 = c0 + lane;
            int c10 = c00 + cStride;
            int c20 = c10 + cStride;
            int c30 = c20 + cStride;
            FloatVector s00 = FloatVector.fromArray(SPECIES, c, c00);
            FloatVector s01 = FloatVector.fromArray(SPECIES, c, c00 + LANES);
            FloatVector s10 = FloatVector.fromArray(SPECIES, c, c10);
            FloatVector s11 = FloatVector.fromArray(SPECIES, c, c10 + LANES);
            FloatVector s20 = FloatVector.fromArray(SPECIES, c, c20);
            FloatVector s21 = FloatVector.fromArray(SPECIES, c, c20 + LANES);
            FloatVector s30 = FloatVector.fromArray(SPECIES, c, c30);
            FloatVector s31 = FloatVector.fromArray(SPECIES, c, c30 + LANES);
            int from = a0;
            int row = b0 + lane;
            for (int left = samples; left > 0; left -= SAMPLES) {
                int live = Math.min(SAMPLES, left);
                int a1 = from + aRow;
                int a2 = a1 + aRow;
                int a3 = a2 + aRow;
                for (int i = 0; i < live; i++) {
                    FloatVector x0 = FloatVector.fromArray(SPECIES, b, row + i * SAMPLES);
                    FloatVector x1 = FloatVector.fromArray(SPECIES, b, row + i * SAMPLES + LANES);
                    FloatVector w0 = FloatVector.broadcast(SPECIES, a[from + i]);
                    s00 = x0.fma(w0, s00);
                    s01 = x1.fma(w0, s01);
                    FloatVector w1 = FloatVector.broadcast(SPECIES, a[a1 + i]);
                    s10 = x0.fma(w1, s10);
                    s11 = x1.fma(w1, s11);
                    FloatVector w2 = FloatVector.broadcast(SPECIES, a[a2 + i]);
                    s20 = x0.fma(w2, s20);
                    s21 = x1.fma(w2, s21);
                    FloatVector w3 = FloatVector.broadcast(SPECIES, a[a3 + i]);
                    s30 = x0.fma(w3, s30);
                    s31 = x1.fma(w3, s31);
                }
                from += aPanel;
                row += SAMPLES * SAMPLES;
            }
            s00.intoArray(c, c00);
            s01.intoArray(c, c00 + LANES);
            s10.intoArray(c, c10);
            s11.intoArray(c, c10 + LANES);
            s20.intoArray(c, c20);
            s21.intoArray(c, c20 + LANES);
            s30.intoArray(c, c30);
            s31.intoArray(c, c30 + LANES);
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
                int blockEnd = Math.min(block + BLOCK_ROWS, m);
                for (int panel = first; panel < end; panel++) {
                    int from = (panel * xRows + column) * SAMPLES;
                    for (int row = block; row < blockEnd; row += BLOCK) {
                        tile(z, (panel * zRows + row) * SAMPLES, SAMPLES, w, w0 + row * k + column, k, x, from,
                                columns);
                    }
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
