package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import dev.crescent.engine.ParameterLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// The gradient by the filters and biases of a convolution:
/// `dW[f][channel][i][j] = sum over samples and places of delta[f][r][c] x[channel][stride r + i][stride c + j]`.
///
/// Four filters and up to three neighboring taps are summed at once, each sample in a lane of its own; the lanes are
/// added up at the end. With a stride it is one tap at a time, since C2 checks every place that lies in other steps
/// than a constant's. The sums are written out one by one, for three taps, two and one: vectors in an array, or
/// handed to a method too large to be inlined, would become objects.
final class FilterGradient {
    private static final int TAPS = 3;

    private final Patches patches;
    private final int filters;
    private final int pixels;
    private final int weightOffset;
    private final int biasOffset;
    // [workers][filter of the block][tap][16]
    private final float[][] allSums;

    FilterGradient(Patches patches, ParameterLayout.Slice slice, int workers) {
        this.patches = patches;
        this.filters = slice.weightShape().getFirst();
        this.pixels = patches.outRows * patches.outColumns;
        this.weightOffset = slice.weightOffset();
        this.biasOffset = slice.biasOffset();
        this.allSums = new float[workers][BLOCK * TAPS * SAMPLES];
    }

    /// Sets the gradient by some filters and their biases, or adds to it.
    ///
    /// @param delta by the sums, `[panels][rows][16]`, zero for samples that are not there
    /// @param first a multiple of four
    void sum(float[] delta, int rows, Share share, float[] gradient, int first, int end, boolean anew) {
        int kernel = patches.kernel;
        int lines = patches.image.channels * kernel;
        int panels = Panels.count(share.count);
        float[] sums = allSums[share.worker];
        for (int filter = first; filter < end; filter += BLOCK) {
            for (int line = 0; line < lines; line++) {
                for (int tap = 0; tap < kernel;) {
                    int taps = patches.stride == 1 ? taps(kernel - tap) : 1;
                    correlate(delta, rows, panels, filter, line, tap, taps, sums);
                    for (int f = 0; f < Math.min(BLOCK, filters - filter); f++) {
                        int to = weightOffset + ((filter + f) * lines + line) * kernel + tap;
                        keep(sums, f, taps, gradient, to, anew);
                    }
                    tap += taps;
                }
            }
        }
        for (int filter = first; biasOffset >= 0 && filter < end; filter++) {
            float before = anew ? 0 : gradient[biasOffset + filter];
            gradient[biasOffset + filter] = before + places(delta, rows, panels, filter);
        }
    }

    /// How many taps are taken next: three, but four are two and two.
    private static int taps(int left) {
        return left == 4 ? 2 : Math.min(left, TAPS);
    }

    private static void keep(float[] sums, int filter, int taps, float[] gradient, int to, boolean anew) {
        for (int t = 0; t < taps; t++) {
            int from = (filter * TAPS + t) * SAMPLES;
            float total = 0;
            for (int s = from; s < from + SAMPLES; s++) {
                total += sums[s];
            }
            gradient[to + t] = (anew ? 0 : gradient[to + t]) + total;
        }
    }

    private void correlate(float[] delta, int rows, int panels, int filter, int line, int tap, int taps, float[] sums) {
        Arrays.fill(sums, 0);
        for (int panel = 0; panel < panels; panel++) {
            int from = (panel * rows + filter * pixels) * SAMPLES;
            int x = patches.line(panel, line / patches.kernel, line % patches.kernel, 0, 0) + tap * SAMPLES;
            switch (taps) {
                case 3 -> threeTaps(delta, from, patches.image.values, x, sums);
                case 2 -> twoTaps(delta, from, patches.image.values, x, sums);
                default -> oneTap(delta, from, patches.image.values, x, sums);
            }
        }
    }

    private void threeTaps(float[] d, int d0, float[] x, int x0, float[] sums) {
        int next = pixels * SAMPLES;
        int line = patches.image.columns * patches.stride * SAMPLES;
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector s00 = FloatVector.fromArray(SPECIES, sums, lane);
            FloatVector s01 = FloatVector.fromArray(SPECIES, sums, lane + SAMPLES);
            FloatVector s02 = FloatVector.fromArray(SPECIES, sums, lane + 2 * SAMPLES);
            FloatVector s10 = FloatVector.fromArray(SPECIES, sums, lane + 3 * SAMPLES);
            FloatVector s11 = FloatVector.fromArray(SPECIES, sums, lane + 4 * SAMPLES);
            FloatVector s12 = FloatVector.fromArray(SPECIES, sums, lane + 5 * SAMPLES);
            FloatVector s20 = FloatVector.fromArray(SPECIES, sums, lane + 6 * SAMPLES);
            FloatVector s21 = FloatVector.fromArray(SPECIES, sums, lane + 7 * SAMPLES);
            FloatVector s22 = FloatVector.fromArray(SPECIES, sums, lane + 8 * SAMPLES);
            FloatVector s30 = FloatVector.fromArray(SPECIES, sums, lane + 9 * SAMPLES);
            FloatVector s31 = FloatVector.fromArray(SPECIES, sums, lane + 10 * SAMPLES);
            FloatVector s32 = FloatVector.fromArray(SPECIES, sums, lane + 11 * SAMPLES);
            for (int row = 0; row < patches.outRows; row++) {
                int x1 = x0 + lane + row * line;
                int d1 = d0 + lane + row * patches.outColumns * SAMPLES;
                for (int column = 0; column < patches.outColumns; column++) {
                    int at = x1 + column * SAMPLES;
                    int from = d1 + column * SAMPLES;
                    FloatVector a = FloatVector.fromArray(SPECIES, x, at);
                    FloatVector b = FloatVector.fromArray(SPECIES, x, at + SAMPLES);
                    FloatVector c = FloatVector.fromArray(SPECIES, x, at + 2 * SAMPLES);
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
                }
            }
            s00.intoArray(sums, lane);
            s01.intoArray(sums, lane + SAMPLES);
            s02.intoArray(sums, lane + 2 * SAMPLES);
            s10.intoArray(sums, lane + 3 * SAMPLES);
            s11.intoArray(sums, lane + 4 * SAMPLES);
            s12.intoArray(sums, lane + 5 * SAMPLES);
            s20.intoArray(sums, lane + 6 * SAMPLES);
            s21.intoArray(sums, lane + 7 * SAMPLES);
            s22.intoArray(sums, lane + 8 * SAMPLES);
            s30.intoArray(sums, lane + 9 * SAMPLES);
            s31.intoArray(sums, lane + 10 * SAMPLES);
            s32.intoArray(sums, lane + 11 * SAMPLES);
        }
    }

    private void twoTaps(float[] d, int d0, float[] x, int x0, float[] sums) {
        int next = pixels * SAMPLES;
        int line = patches.image.columns * patches.stride * SAMPLES;
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector s00 = FloatVector.fromArray(SPECIES, sums, lane);
            FloatVector s01 = FloatVector.fromArray(SPECIES, sums, lane + SAMPLES);
            FloatVector s10 = FloatVector.fromArray(SPECIES, sums, lane + 3 * SAMPLES);
            FloatVector s11 = FloatVector.fromArray(SPECIES, sums, lane + 4 * SAMPLES);
            FloatVector s20 = FloatVector.fromArray(SPECIES, sums, lane + 6 * SAMPLES);
            FloatVector s21 = FloatVector.fromArray(SPECIES, sums, lane + 7 * SAMPLES);
            FloatVector s30 = FloatVector.fromArray(SPECIES, sums, lane + 9 * SAMPLES);
            FloatVector s31 = FloatVector.fromArray(SPECIES, sums, lane + 10 * SAMPLES);
            for (int row = 0; row < patches.outRows; row++) {
                int x1 = x0 + lane + row * line;
                int d1 = d0 + lane + row * patches.outColumns * SAMPLES;
                for (int column = 0; column < patches.outColumns; column++) {
                    int at = x1 + column * SAMPLES;
                    int from = d1 + column * SAMPLES;
                    FloatVector a = FloatVector.fromArray(SPECIES, x, at);
                    FloatVector b = FloatVector.fromArray(SPECIES, x, at + SAMPLES);
                    FloatVector g = FloatVector.fromArray(SPECIES, d, from);
                    s00 = g.fma(a, s00);
                    s01 = g.fma(b, s01);
                    g = FloatVector.fromArray(SPECIES, d, from + next);
                    s10 = g.fma(a, s10);
                    s11 = g.fma(b, s11);
                    g = FloatVector.fromArray(SPECIES, d, from + 2 * next);
                    s20 = g.fma(a, s20);
                    s21 = g.fma(b, s21);
                    g = FloatVector.fromArray(SPECIES, d, from + 3 * next);
                    s30 = g.fma(a, s30);
                    s31 = g.fma(b, s31);
                }
            }
            s00.intoArray(sums, lane);
            s01.intoArray(sums, lane + SAMPLES);
            s10.intoArray(sums, lane + 3 * SAMPLES);
            s11.intoArray(sums, lane + 4 * SAMPLES);
            s20.intoArray(sums, lane + 6 * SAMPLES);
            s21.intoArray(sums, lane + 7 * SAMPLES);
            s30.intoArray(sums, lane + 9 * SAMPLES);
            s31.intoArray(sums, lane + 10 * SAMPLES);
        }
    }

    private void oneTap(float[] d, int d0, float[] x, int x0, float[] sums) {
        int next = pixels * SAMPLES;
        int step = patches.stride * SAMPLES;
        int line = patches.image.columns * patches.stride * SAMPLES;
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector s00 = FloatVector.fromArray(SPECIES, sums, lane);
            FloatVector s10 = FloatVector.fromArray(SPECIES, sums, lane + 3 * SAMPLES);
            FloatVector s20 = FloatVector.fromArray(SPECIES, sums, lane + 6 * SAMPLES);
            FloatVector s30 = FloatVector.fromArray(SPECIES, sums, lane + 9 * SAMPLES);
            for (int row = 0; row < patches.outRows; row++) {
                int x1 = x0 + lane + row * line;
                int d1 = d0 + lane + row * patches.outColumns * SAMPLES;
                for (int column = 0; column < patches.outColumns; column++) {
                    int at = x1 + column * step;
                    int from = d1 + column * SAMPLES;
                    FloatVector a = FloatVector.fromArray(SPECIES, x, at);
                    FloatVector g = FloatVector.fromArray(SPECIES, d, from);
                    s00 = g.fma(a, s00);
                    g = FloatVector.fromArray(SPECIES, d, from + next);
                    s10 = g.fma(a, s10);
                    g = FloatVector.fromArray(SPECIES, d, from + 2 * next);
                    s20 = g.fma(a, s20);
                    g = FloatVector.fromArray(SPECIES, d, from + 3 * next);
                    s30 = g.fma(a, s30);
                }
            }
            s00.intoArray(sums, lane);
            s10.intoArray(sums, lane + 3 * SAMPLES);
            s20.intoArray(sums, lane + 6 * SAMPLES);
            s30.intoArray(sums, lane + 9 * SAMPLES);
        }
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
