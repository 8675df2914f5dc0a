package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// The gradient by the filters and biases of a convolution:
/// `dW[f][channel][i][j] = sum over samples and places of delta[f][r][c] x[channel][stride r + i][stride c + j]`.
///
/// Four filters and up to three neighboring taps are summed at once, each sample in a lane of its own; the lanes are
/// added up at the end. The sums are written out one by one, for three taps and for one: vectors in an array, or handed
/// to a method too large to be inlined, would become objects.
final class FilterGradient {
    private static final int TAPS = 3;

    private final Patches patches;
    private final int filters;
    private final int pixels;
    // [filter of the block][tap][16]
    private final float[] sums = new float[BLOCK * TAPS * SAMPLES];

    FilterGradient(Patches patches, int filters) {
        this.patches = patches;
        this.filters = filters;
        this.pixels = patches.outRows * patches.outColumns;
    }

    /// Adds to the gradient.
    ///
    /// @param delta by the sums, `[panels][rows][16]`, zero for samples that are not there
    /// @param biasOffset negative without biases
    void add(float[] delta, int rows, int panels, float[] gradient, int weightOffset, int biasOffset) {
        int kernel = patches.kernel;
        int lines = patches.image.channels * kernel;
        for (int filter = 0; filter < filters; filter += BLOCK) {
            for (int line = 0; line < lines; line++) {
                for (int tap = 0; tap < kernel;) {
                    int taps = kernel - tap >= TAPS ? TAPS : 1;
                    correlate(delta, rows, panels, filter, line, tap, taps);
                    for (int f = 0; f < Math.min(BLOCK, filters - filter); f++) {
                        for (int t = 0; t < taps; t++) {
                            int to = weightOffset + ((filter + f) * lines + line) * kernel + tap + t;
                            gradient[to] += total((f * TAPS + t) * SAMPLES);
                        }
                    }
                    tap += taps;
                }
            }
        }
        for (int filter = 0; biasOffset >= 0 && filter < filters; filter++) {
            gradient[biasOffset + filter] += places(delta, rows, panels, filter);
        }
    }

    private void correlate(float[] delta, int rows, int panels, int filter, int line, int tap, int taps) {
        Arrays.fill(sums, 0);
        for (int panel = 0; panel < panels; panel++) {
            int from = (panel * rows + filter * pixels) * SAMPLES;
            int x = patches.line(panel, line / patches.kernel, line % patches.kernel, 0, 0) + tap * SAMPLES;
            for (int row = 0; row < patches.outRows; row++) {
                if (taps == TAPS) {
                    threeTaps(delta, from, patches.image.values, x);
                } else {
                    oneTap(delta, from, patches.image.values, x);
                }
                from += patches.outColumns * SAMPLES;
                x += patches.image.columns * patches.stride * SAMPLES;
            }
        }
    }

    /// Over one line of places.
    private void threeTaps(float[] d, int d0, float[] x, int x0) {
        int next = pixels * SAMPLES;
        int step = patches.stride * SAMPLES;
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector s00 = sum(0, lane);
            FloatVector s01 = sum(1, lane);
            FloatVector s02 = sum(2, lane);
            FloatVector s10 = sum(3, lane);
            FloatVector s11 = sum(4, lane);
            FloatVector s12 = sum(5, lane);
            FloatVector s20 = sum(6, lane);
            FloatVector s21 = sum(7, lane);
            FloatVector s22 = sum(8, lane);
            FloatVector s30 = sum(9, lane);
            FloatVector s31 = sum(10, lane);
            FloatVector s32 = sum(11, lane);
            int i = x0 + lane;
            int from = d0 + lane;
            for (int column = 0; column < patches.outColumns; column++) {
                FloatVector a = FloatVector.fromArray(SPECIES, x, i);
                FloatVector b = FloatVector.fromArray(SPECIES, x, i + SAMPLES);
                FloatVector c = FloatVector.fromArray(SPECIES, x, i + 2 * SAMPLES);
                FloatVector g = FloatVector.fromArray(SPECIES, d, from);
                s00 = g.fma(a, s00);
                s01 = g.fma(b, s01);
                s02 = g.fma(c, s02);
                g = FloatVector.fromArray(SPECIES, d, from + next);
                s10 = g.fma(a, s10);
                s11 = g.fma(b, s11);
                s12 = g.fma(c, s12);
                g = FloatVector.fromArray(SPECIES, d, from + 2 * next);
                s20 = g.fma(a, s20);
                s21 = g.fma(b, s21);
                s22 = g.fma(c, s22);
                g = FloatVector.fromArray(SPECIES, d, from + 3 * next);
                s30 = g.fma(a, s30);
                s31 = g.fma(b, s31);
                s32 = g.fma(c, s32);
                i += step;
                from += SAMPLES;
            }
            keep(s00, 0, lane);
            keep(s01, 1, lane);
            keep(s02, 2, lane);
            keep(s10, 3, lane);
            keep(s11, 4, lane);
            keep(s12, 5, lane);
            keep(s20, 6, lane);
            keep(s21, 7, lane);
            keep(s22, 8, lane);
            keep(s30, 9, lane);
            keep(s31, 10, lane);
            keep(s32, 11, lane);
        }
    }

    private void oneTap(float[] d, int d0, float[] x, int x0) {
        int next = pixels * SAMPLES;
        int step = patches.stride * SAMPLES;
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector s0 = sum(0, lane);
            FloatVector s1 = sum(3, lane);
            FloatVector s2 = sum(6, lane);
            FloatVector s3 = sum(9, lane);
            int i = x0 + lane;
            int from = d0 + lane;
            for (int column = 0; column < patches.outColumns; column++) {
                FloatVector a = FloatVector.fromArray(SPECIES, x, i);
                s0 = a.fma(FloatVector.fromArray(SPECIES, d, from), s0);
                s1 = a.fma(FloatVector.fromArray(SPECIES, d, from + next), s1);
                s2 = a.fma(FloatVector.fromArray(SPECIES, d, from + 2 * next), s2);
                s3 = a.fma(FloatVector.fromArray(SPECIES, d, from + 3 * next), s3);
                i += step;
                from += SAMPLES;
            }
            keep(s0, 0, lane);
            keep(s1, 3, lane);
            keep(s2, 6, lane);
            keep(s3, 9, lane);
        }
    }

    private FloatVector sum(int of, int lane) {
        return FloatVector.fromArray(SPECIES, sums, of * SAMPLES + lane);
    }

    private void keep(FloatVector sum, int of, int lane) {
        sum.intoArray(sums, of * SAMPLES + lane);
    }

    private float total(int from) {
        float total = 0;
        for (int s = from; s < from + SAMPLES; s++) {
            total += sums[s];
        }
        return total;
    }

    private float places(float[] delta, int rows, int panels, int filter) {
        double total = 0;
        for (int panel = 0; panel < panels; panel++) {
            int from = (panel * rows + filter * pixels) * SAMPLES;
            for (int i = from; i < from + pixels * SAMPLES; i++) {
                total += delta[i];
            }
        }
        return (float) total;
    }
}
