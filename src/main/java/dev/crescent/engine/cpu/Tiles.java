package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import jdk.incubator.vector.FloatVector;

/// Products of some rows, `c[row][0..15] += a[row][0..k-1] b[0..k-1][0..15]`, whose sums stay in registers, where a row
/// of sixteen is two vectors or more. The rows of `b` lie 16 apart.
///
/// Tiles are kept small on purpose: with more than some 56 vector operations in a method, C2 stops inlining the
/// last of them and allocates an object for every vector (openjdk/jdk#30874); and with six rows of two, all sixteen
/// registers of AVX2 are in use.
final class Tiles {
    private Tiles() {}

    /// Four rows.
    static void four(float[] c, int c0, int cStride, float[] a, int a0, int aStride, float[] b, int b0, int k) {
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

    /// Six rows.
    static void six(float[] c, int c0, int cStride, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int a4 = a3 + aStride;
        int a5 = a4 + aStride;
        for (int lane = 0; lane < SAMPLES; lane += 2 * LANES) {
            int c00 = c0 + lane;
            int c10 = c00 + cStride;
            int c20 = c10 + cStride;
            int c30 = c20 + cStride;
            int c40 = c30 + cStride;
            int c50 = c40 + cStride;
            FloatVector s00 = FloatVector.fromArray(SPECIES, c, c00);
            FloatVector s01 = FloatVector.fromArray(SPECIES, c, c00 + LANES);
            FloatVector s10 = FloatVector.fromArray(SPECIES, c, c10);
            FloatVector s11 = FloatVector.fromArray(SPECIES, c, c10 + LANES);
            FloatVector s20 = FloatVector.fromArray(SPECIES, c, c20);
            FloatVector s21 = FloatVector.fromArray(SPECIES, c, c20 + LANES);
            FloatVector s30 = FloatVector.fromArray(SPECIES, c, c30);
            FloatVector s31 = FloatVector.fromArray(SPECIES, c, c30 + LANES);
            FloatVector s40 = FloatVector.fromArray(SPECIES, c, c40);
            FloatVector s41 = FloatVector.fromArray(SPECIES, c, c40 + LANES);
            FloatVector s50 = FloatVector.fromArray(SPECIES, c, c50);
            FloatVector s51 = FloatVector.fromArray(SPECIES, c, c50 + LANES);
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
                FloatVector w4 = FloatVector.broadcast(SPECIES, a[a4 + i]);
                s40 = x0.fma(w4, s40);
                s41 = x1.fma(w4, s41);
                FloatVector w5 = FloatVector.broadcast(SPECIES, a[a5 + i]);
                s50 = x0.fma(w5, s50);
                s51 = x1.fma(w5, s51);
            }
            s00.intoArray(c, c00);
            s01.intoArray(c, c00 + LANES);
            s10.intoArray(c, c10);
            s11.intoArray(c, c10 + LANES);
            s20.intoArray(c, c20);
            s21.intoArray(c, c20 + LANES);
            s30.intoArray(c, c30);
            s31.intoArray(c, c30 + LANES);
            s40.intoArray(c, c40);
            s41.intoArray(c, c40 + LANES);
            s50.intoArray(c, c50);
            s51.intoArray(c, c50 + LANES);
        }
    }
}
