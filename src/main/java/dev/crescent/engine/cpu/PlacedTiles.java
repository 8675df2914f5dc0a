package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import jdk.incubator.vector.FloatVector;

/// [WideTiles#eightByTwo] for rows that lie anywhere, such as what a filter sees of an image: nothing need be copied side by
/// side first. Looking up where they lie is dearer than copying once many filters read the same.
final class PlacedTiles {
    private static final int TALL = 2 * BLOCK;

    private PlacedTiles() {}

    /// `c[cAt[0..m-1]] += a[0..m-1][0..k-1] b[bAt[0..k-1]]` for two matrices `c` and `b`, each row of which is a vector.
    ///
    /// @param m a multiple of four
    /// @param cAt where the rows of `c` lie, seen from `c0`
    /// @param cNext from the first matrix in `c` to the second; 0 where both are the same
    /// @param aStride between the rows of `a`
    /// @param bAt where the rows of `b` lie, seen from `b0`, from `column` on
    /// @param bNext from the first matrix in `b` to the second; 0 where both are the same
    static void pairs(int m, float[] c, int c0, int[] cAt, int cNext, float[] a, int a0, int aStride, float[] b, int b0,
            int[] bAt, int column, int bNext, int k) {
        int row = 0;
        for (; m - row >= TALL; row += TALL) {
            eight(c, c0, cAt, row, cNext, a, a0 + row * aStride, aStride, b, b0, bAt, column, bNext, k);
        }
        if (row < m) {
            four(c, c0, cAt, row, cNext, a, a0 + row * aStride, aStride, b, b0, bAt, column, bNext, k);
        }
    }

    /// Rows from `row` on.
    private static void eight(float[] c, int c0, int[] cAt, int row, int cNext, float[] a, int a0, int aStride, float[] b,
            int b0, int[] bAt, int column, int bNext, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int a4 = a3 + aStride;
        int a5 = a4 + aStride;
        int a6 = a5 + aStride;
        int a7 = a6 + aStride;
        int to0 = c0 + cAt[row];
        int to1 = c0 + cAt[row + 1];
        int to2 = c0 + cAt[row + 2];
        int to3 = c0 + cAt[row + 3];
        int to4 = c0 + cAt[row + 4];
        int to5 = c0 + cAt[row + 5];
        int to6 = c0 + cAt[row + 6];
        int to7 = c0 + cAt[row + 7];
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, to0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c, to0 + cNext);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, to1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, to1 + cNext);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, to2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c, to2 + cNext);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, to3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c, to3 + cNext);
        FloatVector s40 = FloatVector.fromArray(SPECIES, c, to4);
        FloatVector s41 = FloatVector.fromArray(SPECIES, c, to4 + cNext);
        FloatVector s50 = FloatVector.fromArray(SPECIES, c, to5);
        FloatVector s51 = FloatVector.fromArray(SPECIES, c, to5 + cNext);
        FloatVector s60 = FloatVector.fromArray(SPECIES, c, to6);
        FloatVector s61 = FloatVector.fromArray(SPECIES, c, to6 + cNext);
        FloatVector s70 = FloatVector.fromArray(SPECIES, c, to7);
        FloatVector s71 = FloatVector.fromArray(SPECIES, c, to7 + cNext);
        for (int i = 0; i < k; i++) {
            int at = b0 + bAt[column + i];
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, at + bNext);
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
            FloatVector w4 = FloatVector.broadcast(SPECIES, a[a4 + i]);
            s40 = x0.fma(w4, s40);
            s41 = x1.fma(w4, s41);
            FloatVector w5 = FloatVector.broadcast(SPECIES, a[a5 + i]);
            s50 = x0.fma(w5, s50);
            s51 = x1.fma(w5, s51);
            FloatVector w6 = FloatVector.broadcast(SPECIES, a[a6 + i]);
            s60 = x0.fma(w6, s60);
            s61 = x1.fma(w6, s61);
            FloatVector w7 = FloatVector.broadcast(SPECIES, a[a7 + i]);
            s70 = x0.fma(w7, s70);
            s71 = x1.fma(w7, s71);
        }
        s00.intoArray(c, to0);
        s01.intoArray(c, to0 + cNext);
        s10.intoArray(c, to1);
        s11.intoArray(c, to1 + cNext);
        s20.intoArray(c, to2);
        s21.intoArray(c, to2 + cNext);
        s30.intoArray(c, to3);
        s31.intoArray(c, to3 + cNext);
        s40.intoArray(c, to4);
        s41.intoArray(c, to4 + cNext);
        s50.intoArray(c, to5);
        s51.intoArray(c, to5 + cNext);
        s60.intoArray(c, to6);
        s61.intoArray(c, to6 + cNext);
        s70.intoArray(c, to7);
        s71.intoArray(c, to7 + cNext);
    }

    /// Likewise.
    private static void four(float[] c, int c0, int[] cAt, int row, int cNext, float[] a, int a0, int aStride, float[] b,
            int b0, int[] bAt, int column, int bNext, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int to0 = c0 + cAt[row];
        int to1 = c0 + cAt[row + 1];
        int to2 = c0 + cAt[row + 2];
        int to3 = c0 + cAt[row + 3];
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, to0);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c, to0 + cNext);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, to1);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, to1 + cNext);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, to2);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c, to2 + cNext);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, to3);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c, to3 + cNext);
        for (int i = 0; i < k; i++) {
            int at = b0 + bAt[column + i];
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, at + bNext);
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
        s00.intoArray(c, to0);
        s01.intoArray(c, to0 + cNext);
        s10.intoArray(c, to1);
        s11.intoArray(c, to1 + cNext);
        s20.intoArray(c, to2);
        s21.intoArray(c, to2 + cNext);
        s30.intoArray(c, to3);
        s31.intoArray(c, to3 + cNext);
    }
}
