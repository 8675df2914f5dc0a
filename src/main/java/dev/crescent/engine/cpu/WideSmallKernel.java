package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import jdk.incubator.vector.FloatVector;

/// [SmallKernel] where a row of sixteen is a single vector, as with AVX-512.
final class WideSmallKernel {
    private WideSmallKernel() {}

    /// [SmallKernel#rows], two panels at a time.
    static void rows(float[] c, int c0, int cStride, float[] start, int start0, float[] a, int a0, int aStride,
            float[] b, int b0, int k, int panels, int cPanel, int bPanel) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int panel = 0;
        for (; panel + 1 < panels; panel += 2) {
            int b1 = b0 + panel * bPanel;
            int b2 = b1 + bPanel;
            FloatVector s00 = FloatVector.broadcast(SPECIES, start[start0]);
            FloatVector s10 = FloatVector.broadcast(SPECIES, start[start0 + 1]);
            FloatVector s20 = FloatVector.broadcast(SPECIES, start[start0 + 2]);
            FloatVector s30 = FloatVector.broadcast(SPECIES, start[start0 + 3]);
            FloatVector s01 = s00;
            FloatVector s11 = s10;
            FloatVector s21 = s20;
            FloatVector s31 = s30;
            for (int i = 0; i < k; i++) {
                FloatVector x0 = FloatVector.fromArray(SPECIES, b, b1 + i * SAMPLES);
                FloatVector x1 = FloatVector.fromArray(SPECIES, b, b2 + i * SAMPLES);
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
            int c00 = c0 + panel * cPanel;
            int c10 = c00 + cStride;
            int c20 = c10 + cStride;
            int c30 = c20 + cStride;
            s00.intoArray(c, c00);
            s01.intoArray(c, c00 + cPanel);
            s10.intoArray(c, c10);
            s11.intoArray(c, c10 + cPanel);
            s20.intoArray(c, c20);
            s21.intoArray(c, c20 + cPanel);
            s30.intoArray(c, c30);
            s31.intoArray(c, c30 + cPanel);
        }
        if (panel < panels) {
            row(c, c0 + panel * cPanel, cStride, start, start0, a, a0, aStride, b, b0 + panel * bPanel, k);
        }
    }

    /// Of one panel.
    static void row(float[] c, int c0, int cStride, float[] start, int start0, float[] a, int a0, int aStride,
            float[] b, int b0, int k) {
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        FloatVector s0 = FloatVector.broadcast(SPECIES, start[start0]);
        FloatVector s1 = FloatVector.broadcast(SPECIES, start[start0 + 1]);
        FloatVector s2 = FloatVector.broadcast(SPECIES, start[start0 + 2]);
        FloatVector s3 = FloatVector.broadcast(SPECIES, start[start0 + 3]);
        for (int i = 0; i < k; i++) {
            FloatVector x = FloatVector.fromArray(SPECIES, b, b0 + i * SAMPLES);
            s0 = x.fma(FloatVector.broadcast(SPECIES, a[a0 + i]), s0);
            s1 = x.fma(FloatVector.broadcast(SPECIES, a[a1 + i]), s1);
            s2 = x.fma(FloatVector.broadcast(SPECIES, a[a2 + i]), s2);
            s3 = x.fma(FloatVector.broadcast(SPECIES, a[a3 + i]), s3);
        }
        s0.intoArray(c, c0);
        s1.intoArray(c, c0 + cStride);
        s2.intoArray(c, c0 + 2 * cStride);
        s3.intoArray(c, c0 + 3 * cStride);
    }

    /// [SmallKernel#columns].
    static void columns(float[] c, int c0, float[] a, int a0, int aStride, float[] b, int b0, int k) {
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int i = 0; i < k; i++) {
            int at = a0 + i * aStride;
            FloatVector x = FloatVector.fromArray(SPECIES, b, b0 + i * SAMPLES);
            s0 = x.fma(FloatVector.broadcast(SPECIES, a[at]), s0);
            s1 = x.fma(FloatVector.broadcast(SPECIES, a[at + 1]), s1);
            s2 = x.fma(FloatVector.broadcast(SPECIES, a[at + 2]), s2);
            s3 = x.fma(FloatVector.broadcast(SPECIES, a[at + 3]), s3);
        }
        s0.intoArray(c, c0);
        s1.intoArray(c, c0 + SAMPLES);
        s2.intoArray(c, c0 + 2 * SAMPLES);
        s3.intoArray(c, c0 + 3 * SAMPLES);
    }
}
