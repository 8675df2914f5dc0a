package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;
import static dev.crescent.engine.cpu.Panels.WIDE;

import jdk.incubator.vector.FloatVector;

/// Matrix products of few panels with a layer so small that what surrounds the multiplying counts: sums begin in
/// registers, not in memory, and weights are read by columns as they lie, not from a transposed copy. The order of
/// additions is [Kernel]'s, so that the bits are.
final class SmallKernel {
    private SmallKernel() {}

    /// `c[r][0..15] = start[r] + a[r][0..k-1] b[0..k-1][0..15]` for four rows, in some panels.
    ///
    /// @param cStride between the rows of `c`, which are written one after the other
    /// @param aStride between the rows of `a`; the rows of `b` lie 16 apart
    /// @param cPanel between the panels of `c`
    /// @param bPanel between the panels of `b`
    static void rows(float[] c, int c0, int cStride, float[] start, int start0, float[] a, int a0, int aStride,
            float[] b, int b0, int k, int panels, int cPanel, int bPanel) {
        if (!WIDE) {
            rowsOfPairs(c, c0, cStride, start, start0, a, a0, aStride, b, b0, k, panels, cPanel, bPanel);
        } else if (panels == 1) {
            WideSmallKernel.row(c, c0, cStride, start, start0, a, a0, aStride, b, b0, k);
        } else {
            WideSmallKernel.rows(c, c0, cStride, start, start0, a, a0, aStride, b, b0, k, panels, cPanel, bPanel);
        }
    }

    /// [#rows] in one panel. Where a row is a single vector, and it is always one panel, C2 need not compile what several
    /// take.
    static void rows(float[] c, int c0, float[] start, int start0, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        if (WIDE) {
            WideSmallKernel.row(c, c0, SAMPLES, start, start0, a, a0, aStride, b, b0, k);
        } else {
            rowsOfPairs(c, c0, SAMPLES, start, start0, a, a0, aStride, b, b0, k, 1, 0, 0);
        }
    }

    /// Of two vectors each, or two and two.
    private static void rowsOfPairs(float[] c, int c0, int cStride, float[] start, int start0, float[] a, int a0, int aStride,
            float[] b, int b0, int k, int panels, int cPanel, int bPanel) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        for (int panel = 0; panel < panels; panel++) {
            for (int lane = 0; lane < SAMPLES; lane += 2 * LANES) {
                int at = b0 + panel * bPanel + lane;
                FloatVector s00 = FloatVector.broadcast(SPECIES, start[start0]);
                FloatVector s10 = FloatVector.broadcast(SPECIES, start[start0 + 1]);
                FloatVector s20 = FloatVector.broadcast(SPECIES, start[start0 + 2]);
                FloatVector s30 = FloatVector.broadcast(SPECIES, start[start0 + 3]);
                FloatVector s01 = s00;
                FloatVector s11 = s10;
                FloatVector s21 = s20;
                FloatVector s31 = s30;
                for (int i = 0; i < k; i++) {
                    int row = at + i * SAMPLES;
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
                int c00 = c0 + panel * cPanel + lane;
                int c10 = c00 + cStride;
                int c20 = c10 + cStride;
                int c30 = c20 + cStride;
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
    }

    /// `c[r][0..width-1] = a[r][0..k-1] b[0..k-1][0..width-1]` for four rows, and nonsense up to `c[r][15]`.
    ///
    /// @param aStride between the rows of `a`; the rows of `b` and of `c` lie 16 apart
    static void narrowRows(float[] c, int c0, float[] a, int a0, int aStride, float[] b, int b0, int k, int width) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        for (int lane = 0; lane < width; lane += LANES) {
            FloatVector s0 = FloatVector.zero(SPECIES);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            for (int i = 0; i < k; i++) {
                FloatVector x = FloatVector.fromArray(SPECIES, b, b0 + lane + i * SAMPLES);
                s0 = x.fma(FloatVector.broadcast(SPECIES, a[a0 + i]), s0);
                s1 = x.fma(FloatVector.broadcast(SPECIES, a[a1 + i]), s1);
                s2 = x.fma(FloatVector.broadcast(SPECIES, a[a2 + i]), s2);
                s3 = x.fma(FloatVector.broadcast(SPECIES, a[a3 + i]), s3);
            }
            int to = c0 + lane;
            s0.intoArray(c, to);
            s1.intoArray(c, to + SAMPLES);
            s2.intoArray(c, to + 2 * SAMPLES);
            s3.intoArray(c, to + 3 * SAMPLES);
        }
    }

    /// `c[r][0..15] = a[0..k-1][r] b[0..k-1][0..15]` for four columns of `a`.
    ///
    /// @param aStride between the rows of `a`; the rows of `b` and of `c` lie 16 apart
    static void columns(float[] c, int c0, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        if (WIDE) {
            WideSmallKernel.columns(c, c0, a, a0, aStride, b, b0, k);
        } else {
            columnsOfPairs(c, c0, a, a0, aStride, b, b0, k);
        }
    }

    private static void columnsOfPairs(float[] c, int c0, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        for (int lane = 0; lane < SAMPLES; lane += 2 * LANES) {
            FloatVector s00 = FloatVector.zero(SPECIES);
            FloatVector s01 = s00;
            FloatVector s10 = s00;
            FloatVector s11 = s00;
            FloatVector s20 = s00;
            FloatVector s21 = s00;
            FloatVector s30 = s00;
            FloatVector s31 = s00;
            for (int i = 0; i < k; i++) {
                int row = b0 + lane + i * SAMPLES;
                int at = a0 + i * aStride;
                FloatVector x0 = FloatVector.fromArray(SPECIES, b, row);
                FloatVector x1 = FloatVector.fromArray(SPECIES, b, row + LANES);
                FloatVector w0 = FloatVector.broadcast(SPECIES, a[at]);
                s00 = x0.fma(w0, s00);
                s01 = x1.fma(w0, s01);
                FloatVector w1 = FloatVector.broadcast(SPECIES, a[at + 1]);
                s10 = x0.fma(w1, s10);
                s11 = x1.fma(w1, s11);
                FloatVector w2 = FloatVector.broadcast(SPECIES, a[at + 2]);
                s20 = x0.fma(w2, s20);
                s21 = x1.fma(w2, s21);
                FloatVector w3 = FloatVector.broadcast(SPECIES, a[at + 3]);
                s30 = x0.fma(w3, s30);
                s31 = x1.fma(w3, s31);
            }
            int to = c0 + lane;
            s00.intoArray(c, to);
            s01.intoArray(c, to + LANES);
            s10.intoArray(c, to + SAMPLES);
            s11.intoArray(c, to + SAMPLES + LANES);
            s20.intoArray(c, to + 2 * SAMPLES);
            s21.intoArray(c, to + 2 * SAMPLES + LANES);
            s30.intoArray(c, to + 3 * SAMPLES);
            s31.intoArray(c, to + 3 * SAMPLES + LANES);
        }
    }
}
