package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import jdk.incubator.vector.FloatVector;

/// [Tiles] where a row of sixteen is a single vector, as with AVX-512: of two matrices side by side, of which the second's
/// vectors take the place of the rows' second ones, and of one.
///
/// Written out, since an array of vectors would be one of objects. As many rows as there are, or two steps a turn, because
/// what limits these loops is the instructions around the multiplying, and C2 does not unroll loops that long.
final class WideTiles {
    private WideTiles() {}

    /// Four rows and two vectors.
    ///
    /// @param cNext from the first vector's column of `c` to the second's; `bNext` of `b`
    static void fourByTwo(float[] c, int c0, int cStride, int cNext, float[] a, int a0, int aStride, float[] b,
            int b0, int bNext, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int b1 = b0 + bNext;
        int c00 = c0;
        int c10 = c00 + cStride;
        int c20 = c10 + cStride;
        int c30 = c20 + cStride;
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, c00);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c, c00 + cNext);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, c10);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, c10 + cNext);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, c20);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c, c20 + cNext);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, c30);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c, c30 + cNext);
        int even = k & -2;
        for (int i = 0; i < even; i += 2) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, b0 + i * SAMPLES);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, b1 + i * SAMPLES);
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
            FloatVector y0 = FloatVector.fromArray(SPECIES, b, b0 + i * SAMPLES + SAMPLES);
            FloatVector y1 = FloatVector.fromArray(SPECIES, b, b1 + i * SAMPLES + SAMPLES);
            FloatVector v0 = FloatVector.broadcast(SPECIES, a[a0 + i + 1]);
            s00 = y0.fma(v0, s00);
            s01 = y1.fma(v0, s01);
            FloatVector v1 = FloatVector.broadcast(SPECIES, a[a1 + i + 1]);
            s10 = y0.fma(v1, s10);
            s11 = y1.fma(v1, s11);
            FloatVector v2 = FloatVector.broadcast(SPECIES, a[a2 + i + 1]);
            s20 = y0.fma(v2, s20);
            s21 = y1.fma(v2, s21);
            FloatVector v3 = FloatVector.broadcast(SPECIES, a[a3 + i + 1]);
            s30 = y0.fma(v3, s30);
            s31 = y1.fma(v3, s31);
        }
        s00.intoArray(c, c00);
        s01.intoArray(c, c00 + cNext);
        s10.intoArray(c, c10);
        s11.intoArray(c, c10 + cNext);
        s20.intoArray(c, c20);
        s21.intoArray(c, c20 + cNext);
        s30.intoArray(c, c30);
        s31.intoArray(c, c30 + cNext);
        if (even < k) {
            last(4, c, c0, cStride, cNext, a, a0 + even, aStride, b, b0 + even * SAMPLES, bNext);
        }
    }

    /// Six rows and two vectors.
    ///
    /// @param cNext from the first vector's column of `c` to the second's; `bNext` of `b`
    static void sixByTwo(float[] c, int c0, int cStride, int cNext, float[] a, int a0, int aStride, float[] b,
            int b0, int bNext, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int a4 = a3 + aStride;
        int a5 = a4 + aStride;
        int b1 = b0 + bNext;
        int c00 = c0;
        int c10 = c00 + cStride;
        int c20 = c10 + cStride;
        int c30 = c20 + cStride;
        int c40 = c30 + cStride;
        int c50 = c40 + cStride;
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, c00);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c, c00 + cNext);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, c10);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, c10 + cNext);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, c20);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c, c20 + cNext);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, c30);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c, c30 + cNext);
        FloatVector s40 = FloatVector.fromArray(SPECIES, c, c40);
        FloatVector s41 = FloatVector.fromArray(SPECIES, c, c40 + cNext);
        FloatVector s50 = FloatVector.fromArray(SPECIES, c, c50);
        FloatVector s51 = FloatVector.fromArray(SPECIES, c, c50 + cNext);
        int even = k & -2;
        for (int i = 0; i < even; i += 2) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, b0 + i * SAMPLES);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, b1 + i * SAMPLES);
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
            FloatVector y0 = FloatVector.fromArray(SPECIES, b, b0 + i * SAMPLES + SAMPLES);
            FloatVector y1 = FloatVector.fromArray(SPECIES, b, b1 + i * SAMPLES + SAMPLES);
            FloatVector v0 = FloatVector.broadcast(SPECIES, a[a0 + i + 1]);
            s00 = y0.fma(v0, s00);
            s01 = y1.fma(v0, s01);
            FloatVector v1 = FloatVector.broadcast(SPECIES, a[a1 + i + 1]);
            s10 = y0.fma(v1, s10);
            s11 = y1.fma(v1, s11);
            FloatVector v2 = FloatVector.broadcast(SPECIES, a[a2 + i + 1]);
            s20 = y0.fma(v2, s20);
            s21 = y1.fma(v2, s21);
            FloatVector v3 = FloatVector.broadcast(SPECIES, a[a3 + i + 1]);
            s30 = y0.fma(v3, s30);
            s31 = y1.fma(v3, s31);
            FloatVector v4 = FloatVector.broadcast(SPECIES, a[a4 + i + 1]);
            s40 = y0.fma(v4, s40);
            s41 = y1.fma(v4, s41);
            FloatVector v5 = FloatVector.broadcast(SPECIES, a[a5 + i + 1]);
            s50 = y0.fma(v5, s50);
            s51 = y1.fma(v5, s51);
        }
        s00.intoArray(c, c00);
        s01.intoArray(c, c00 + cNext);
        s10.intoArray(c, c10);
        s11.intoArray(c, c10 + cNext);
        s20.intoArray(c, c20);
        s21.intoArray(c, c20 + cNext);
        s30.intoArray(c, c30);
        s31.intoArray(c, c30 + cNext);
        s40.intoArray(c, c40);
        s41.intoArray(c, c40 + cNext);
        s50.intoArray(c, c50);
        s51.intoArray(c, c50 + cNext);
        if (even < k) {
            last(6, c, c0, cStride, cNext, a, a0 + even, aStride, b, b0 + even * SAMPLES, bNext);
        }
    }

    /// Eight rows and two vectors.
    ///
    /// @param cNext from the first vector's column of `c` to the second's; `bNext` of `b`
    static void eightByTwo(float[] c, int c0, int cStride, int cNext, float[] a, int a0, int aStride, float[] b,
            int b0, int bNext, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int a4 = a3 + aStride;
        int a5 = a4 + aStride;
        int a6 = a5 + aStride;
        int a7 = a6 + aStride;
        int b1 = b0 + bNext;
        int c00 = c0;
        int c10 = c00 + cStride;
        int c20 = c10 + cStride;
        int c30 = c20 + cStride;
        int c40 = c30 + cStride;
        int c50 = c40 + cStride;
        int c60 = c50 + cStride;
        int c70 = c60 + cStride;
        FloatVector s00 = FloatVector.fromArray(SPECIES, c, c00);
        FloatVector s01 = FloatVector.fromArray(SPECIES, c, c00 + cNext);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, c10);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, c10 + cNext);
        FloatVector s20 = FloatVector.fromArray(SPECIES, c, c20);
        FloatVector s21 = FloatVector.fromArray(SPECIES, c, c20 + cNext);
        FloatVector s30 = FloatVector.fromArray(SPECIES, c, c30);
        FloatVector s31 = FloatVector.fromArray(SPECIES, c, c30 + cNext);
        FloatVector s40 = FloatVector.fromArray(SPECIES, c, c40);
        FloatVector s41 = FloatVector.fromArray(SPECIES, c, c40 + cNext);
        FloatVector s50 = FloatVector.fromArray(SPECIES, c, c50);
        FloatVector s51 = FloatVector.fromArray(SPECIES, c, c50 + cNext);
        FloatVector s60 = FloatVector.fromArray(SPECIES, c, c60);
        FloatVector s61 = FloatVector.fromArray(SPECIES, c, c60 + cNext);
        FloatVector s70 = FloatVector.fromArray(SPECIES, c, c70);
        FloatVector s71 = FloatVector.fromArray(SPECIES, c, c70 + cNext);
        for (int i = 0; i < k; i++) {
            FloatVector x0 = FloatVector.fromArray(SPECIES, b, b0 + i * SAMPLES);
            FloatVector x1 = FloatVector.fromArray(SPECIES, b, b1 + i * SAMPLES);
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
        s00.intoArray(c, c00);
        s01.intoArray(c, c00 + cNext);
        s10.intoArray(c, c10);
        s11.intoArray(c, c10 + cNext);
        s20.intoArray(c, c20);
        s21.intoArray(c, c20 + cNext);
        s30.intoArray(c, c30);
        s31.intoArray(c, c30 + cNext);
        s40.intoArray(c, c40);
        s41.intoArray(c, c40 + cNext);
        s50.intoArray(c, c50);
        s51.intoArray(c, c50 + cNext);
        s60.intoArray(c, c60);
        s61.intoArray(c, c60 + cNext);
        s70.intoArray(c, c70);
        s71.intoArray(c, c70 + cNext);
    }

    /// One step more of any number of rows.
    private static void last(int rows, float[] c, int c0, int cStride, int cNext, float[] a, int a0, int aStride, float[] b,
            int b0, int bNext) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, b, b0);
        FloatVector x1 = FloatVector.fromArray(SPECIES, b, b0 + bNext);
        for (int row = 0; row < rows; row++) {
            int at = c0 + row * cStride;
            FloatVector w = FloatVector.broadcast(SPECIES, a[a0 + row * aStride]);
            x0.fma(w, FloatVector.fromArray(SPECIES, c, at)).intoArray(c, at);
            x1.fma(w, FloatVector.fromArray(SPECIES, c, at + cNext)).intoArray(c, at + cNext);
        }
    }

    /// Four rows and one vector.
    static void four(float[] c, int c0, int cStride, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int c1 = c0 + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c, c3);
        for (int i = 0; i < k; i++) {
            FloatVector x = FloatVector.fromArray(SPECIES, b, b0 + i * SAMPLES);
            s0 = x.fma(FloatVector.broadcast(SPECIES, a[a0 + i]), s0);
            s1 = x.fma(FloatVector.broadcast(SPECIES, a[a1 + i]), s1);
            s2 = x.fma(FloatVector.broadcast(SPECIES, a[a2 + i]), s2);
            s3 = x.fma(FloatVector.broadcast(SPECIES, a[a3 + i]), s3);
        }
        s0.intoArray(c, c0);
        s1.intoArray(c, c1);
        s2.intoArray(c, c2);
        s3.intoArray(c, c3);
    }

    /// Eight rows and one vector.
    static void eight(float[] c, int c0, int cStride, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int a4 = a3 + aStride;
        int a5 = a4 + aStride;
        int a6 = a5 + aStride;
        int a7 = a6 + aStride;
        int c1 = c0 + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        int c4 = c3 + cStride;
        int c5 = c4 + cStride;
        int c6 = c5 + cStride;
        int c7 = c6 + cStride;
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector s4 = FloatVector.fromArray(SPECIES, c, c4);
        FloatVector s5 = FloatVector.fromArray(SPECIES, c, c5);
        FloatVector s6 = FloatVector.fromArray(SPECIES, c, c6);
        FloatVector s7 = FloatVector.fromArray(SPECIES, c, c7);
        for (int i = 0; i < k; i++) {
            FloatVector x = FloatVector.fromArray(SPECIES, b, b0 + i * SAMPLES);
            s0 = x.fma(FloatVector.broadcast(SPECIES, a[a0 + i]), s0);
            s1 = x.fma(FloatVector.broadcast(SPECIES, a[a1 + i]), s1);
            s2 = x.fma(FloatVector.broadcast(SPECIES, a[a2 + i]), s2);
            s3 = x.fma(FloatVector.broadcast(SPECIES, a[a3 + i]), s3);
            s4 = x.fma(FloatVector.broadcast(SPECIES, a[a4 + i]), s4);
            s5 = x.fma(FloatVector.broadcast(SPECIES, a[a5 + i]), s5);
            s6 = x.fma(FloatVector.broadcast(SPECIES, a[a6 + i]), s6);
            s7 = x.fma(FloatVector.broadcast(SPECIES, a[a7 + i]), s7);
        }
        s0.intoArray(c, c0);
        s1.intoArray(c, c1);
        s2.intoArray(c, c2);
        s3.intoArray(c, c3);
        s4.intoArray(c, c4);
        s5.intoArray(c, c5);
        s6.intoArray(c, c6);
        s7.intoArray(c, c7);
    }

    /// Twelve rows and one vector.
    static void twelve(float[] c, int c0, int cStride, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int a4 = a3 + aStride;
        int a5 = a4 + aStride;
        int a6 = a5 + aStride;
        int a7 = a6 + aStride;
        int a8 = a7 + aStride;
        int a9 = a8 + aStride;
        int a10 = a9 + aStride;
        int a11 = a10 + aStride;
        int c1 = c0 + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        int c4 = c3 + cStride;
        int c5 = c4 + cStride;
        int c6 = c5 + cStride;
        int c7 = c6 + cStride;
        int c8 = c7 + cStride;
        int c9 = c8 + cStride;
        int c10 = c9 + cStride;
        int c11 = c10 + cStride;
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector s4 = FloatVector.fromArray(SPECIES, c, c4);
        FloatVector s5 = FloatVector.fromArray(SPECIES, c, c5);
        FloatVector s6 = FloatVector.fromArray(SPECIES, c, c6);
        FloatVector s7 = FloatVector.fromArray(SPECIES, c, c7);
        FloatVector s8 = FloatVector.fromArray(SPECIES, c, c8);
        FloatVector s9 = FloatVector.fromArray(SPECIES, c, c9);
        FloatVector s10 = FloatVector.fromArray(SPECIES, c, c10);
        FloatVector s11 = FloatVector.fromArray(SPECIES, c, c11);
        for (int i = 0; i < k; i++) {
            FloatVector x = FloatVector.fromArray(SPECIES, b, b0 + i * SAMPLES);
            s0 = x.fma(FloatVector.broadcast(SPECIES, a[a0 + i]), s0);
            s1 = x.fma(FloatVector.broadcast(SPECIES, a[a1 + i]), s1);
            s2 = x.fma(FloatVector.broadcast(SPECIES, a[a2 + i]), s2);
            s3 = x.fma(FloatVector.broadcast(SPECIES, a[a3 + i]), s3);
            s4 = x.fma(FloatVector.broadcast(SPECIES, a[a4 + i]), s4);
            s5 = x.fma(FloatVector.broadcast(SPECIES, a[a5 + i]), s5);
            s6 = x.fma(FloatVector.broadcast(SPECIES, a[a6 + i]), s6);
            s7 = x.fma(FloatVector.broadcast(SPECIES, a[a7 + i]), s7);
            s8 = x.fma(FloatVector.broadcast(SPECIES, a[a8 + i]), s8);
            s9 = x.fma(FloatVector.broadcast(SPECIES, a[a9 + i]), s9);
            s10 = x.fma(FloatVector.broadcast(SPECIES, a[a10 + i]), s10);
            s11 = x.fma(FloatVector.broadcast(SPECIES, a[a11 + i]), s11);
        }
        s0.intoArray(c, c0);
        s1.intoArray(c, c1);
        s2.intoArray(c, c2);
        s3.intoArray(c, c3);
        s4.intoArray(c, c4);
        s5.intoArray(c, c5);
        s6.intoArray(c, c6);
        s7.intoArray(c, c7);
        s8.intoArray(c, c8);
        s9.intoArray(c, c9);
        s10.intoArray(c, c10);
        s11.intoArray(c, c11);
    }
}
