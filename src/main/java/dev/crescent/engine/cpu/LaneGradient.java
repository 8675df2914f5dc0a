package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import dev.crescent.engine.ParameterLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// The gradient by few filters, or those of few channels or with a stride: four filters and up to three neighboring taps
/// are summed at once, each sample in a lane of its own; the lanes are added up at the end.
///
/// With a stride it is one tap at a time, since C2 checks every place that lies in other steps than a constant's. The
/// sums are written out one by one, for three taps, two and one: vectors in an array, or handed to a method too large
/// to be inlined, would become objects.
final class LaneGradient extends FilterGradient {
    private static final int TAPS = 3;
    /// Whose delta, of four filters, stays in the first-level cache while all taps pass by.
    private static final int PLACES = 48;
    /// Numbers that a tap has in the lanes.
    private static final int TAP = BLOCK * SAMPLES;

    private final int channels;
    private final int kernel;
    /// Lines of places that are taken at once.
    private final int lines;
    // [workers][kernel][kernel][filter of the block][16]: of one channel
    private final float[][] lanes;
    // [panels][filters][channels][kernel][kernel]
    private final float[] sums;

    /// @param panels 0 where nothing is trained
    LaneGradient(Patches patches, ParameterLayout.Slice slice, int panels, int workers) {
        super(patches, slice, panels);
        this.channels = patches.image.channels;
        this.kernel = patches.kernel;
        this.lines = Math.max(1, PLACES / patches.outColumns);
        this.lanes = new float[workers][panels > 0 ? kernel * kernel * TAP : 0];
        this.sums = new float[Math.multiplyExact(panels, slice.weightCount())];
    }

    @Override
    void sumWeights(float[] delta, int rows, int panel, int worker) {
        float[] own = lanes[worker];
        for (int filter = 0; filter < filters; filter += BLOCK) {
            for (int channel = 0; channel < channels; channel++) {
                Arrays.fill(own, 0);
                correlate(delta, (panel * rows + filter * pixels) * SAMPLES, panel, channel, own);
                for (int f = 0; f < Math.min(BLOCK, filters - filter); f++) {
                    keep(own, f, (panel * filters + filter + f) * weightsOfFilter + channel * kernel * kernel);
                }
            }
        }
    }

    @Override
    void addWeights(int filter, int panels, float[] gradient, int to, boolean anew) {
        for (int weight = 0; weight < weightsOfFilter; weight++) {
            add(sums, filter * weightsOfFilter + weight, filters * weightsOfFilter, panels, gradient, to + weight, anew);
        }
    }

    private void keep(float[] own, int filter, int to) {
        for (int tap = 0; tap < kernel * kernel; tap++) {
            int from = tap * TAP + filter * SAMPLES;
            FloatVector total = FloatVector.fromArray(SPECIES, own, from);
            for (int lane = LANES; lane < SAMPLES; lane += LANES) {
                total = total.add(FloatVector.fromArray(SPECIES, own, from + lane));
            }
            sums[to + tap] = LaneSum.of(total);
        }
    }

    /// How many taps are taken next: three, but four are two and two.
    private static int taps(int left) {
        return left == 4 ? 2 : Math.min(left, TAPS);
    }

    private void correlate(float[] delta, int from, int panel, int channel, float[] own) {
        float[] values = patches.image.values;
        for (int line = 0; line < patches.outRows; line += lines) {
            int count = Math.min(lines, patches.outRows - line);
            int d = from + line * patches.outColumns * SAMPLES;
            for (int row = 0; row < kernel; row++) {
                int x = patches.line(panel, channel, row, line, 0);
                for (int tap = 0; tap < kernel;) {
                    int taps = patches.stride == 1 ? taps(kernel - tap) : 1;
                    int to = (row * kernel + tap) * TAP;
                    switch (taps) {
                        case 3 -> threeTaps(delta, d, values, x + tap * SAMPLES, count, own, to);
                        case 2 -> twoTaps(delta, d, values, x + tap * SAMPLES, count, own, to);
                        default -> oneTap(delta, d, values, x + tap * SAMPLES, count, own, to);
                    }
                    tap += taps;
                }
            }
        }
    }

    private void threeTaps(float[] d, int d0, float[] x, int x0, int count, float[] sums, int to) {
        int next = pixels * SAMPLES;
        int line = patches.image.columns * patches.stride * SAMPLES;
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector s00 = FloatVector.fromArray(SPECIES, sums, to + lane);
            FloatVector s01 = FloatVector.fromArray(SPECIES, sums, to + lane + 4 * SAMPLES);
            FloatVector s02 = FloatVector.fromArray(SPECIES, sums, to + lane + 8 * SAMPLES);
            FloatVector s10 = FloatVector.fromArray(SPECIES, sums, to + lane + SAMPLES);
            FloatVector s11 = FloatVector.fromArray(SPECIES, sums, to + lane + 5 * SAMPLES);
            FloatVector s12 = FloatVector.fromArray(SPECIES, sums, to + lane + 9 * SAMPLES);
            FloatVector s20 = FloatVector.fromArray(SPECIES, sums, to + lane + 2 * SAMPLES);
            FloatVector s21 = FloatVector.fromArray(SPECIES, sums, to + lane + 6 * SAMPLES);
            FloatVector s22 = FloatVector.fromArray(SPECIES, sums, to + lane + 10 * SAMPLES);
            FloatVector s30 = FloatVector.fromArray(SPECIES, sums, to + lane + 3 * SAMPLES);
            FloatVector s31 = FloatVector.fromArray(SPECIES, sums, to + lane + 7 * SAMPLES);
            FloatVector s32 = FloatVector.fromArray(SPECIES, sums, to + lane + 11 * SAMPLES);
            for (int row = 0; row < count; row++) {
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
            s00.intoArray(sums, to + lane);
            s01.intoArray(sums, to + lane + 4 * SAMPLES);
            s02.intoArray(sums, to + lane + 8 * SAMPLES);
            s10.intoArray(sums, to + lane + SAMPLES);
            s11.intoArray(sums, to + lane + 5 * SAMPLES);
            s12.intoArray(sums, to + lane + 9 * SAMPLES);
            s20.intoArray(sums, to + lane + 2 * SAMPLES);
            s21.intoArray(sums, to + lane + 6 * SAMPLES);
            s22.intoArray(sums, to + lane + 10 * SAMPLES);
            s30.intoArray(sums, to + lane + 3 * SAMPLES);
            s31.intoArray(sums, to + lane + 7 * SAMPLES);
            s32.intoArray(sums, to + lane + 11 * SAMPLES);
        }
    }

    private void twoTaps(float[] d, int d0, float[] x, int x0, int count, float[] sums, int to) {
        int next = pixels * SAMPLES;
        int line = patches.image.columns * patches.stride * SAMPLES;
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector s00 = FloatVector.fromArray(SPECIES, sums, to + lane);
            FloatVector s01 = FloatVector.fromArray(SPECIES, sums, to + lane + 4 * SAMPLES);
            FloatVector s10 = FloatVector.fromArray(SPECIES, sums, to + lane + SAMPLES);
            FloatVector s11 = FloatVector.fromArray(SPECIES, sums, to + lane + 5 * SAMPLES);
            FloatVector s20 = FloatVector.fromArray(SPECIES, sums, to + lane + 2 * SAMPLES);
            FloatVector s21 = FloatVector.fromArray(SPECIES, sums, to + lane + 6 * SAMPLES);
            FloatVector s30 = FloatVector.fromArray(SPECIES, sums, to + lane + 3 * SAMPLES);
            FloatVector s31 = FloatVector.fromArray(SPECIES, sums, to + lane + 7 * SAMPLES);
            for (int row = 0; row < count; row++) {
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
            s00.intoArray(sums, to + lane);
            s01.intoArray(sums, to + lane + 4 * SAMPLES);
            s10.intoArray(sums, to + lane + SAMPLES);
            s11.intoArray(sums, to + lane + 5 * SAMPLES);
            s20.intoArray(sums, to + lane + 2 * SAMPLES);
            s21.intoArray(sums, to + lane + 6 * SAMPLES);
            s30.intoArray(sums, to + lane + 3 * SAMPLES);
            s31.intoArray(sums, to + lane + 7 * SAMPLES);
        }
    }

    private void oneTap(float[] d, int d0, float[] x, int x0, int count, float[] sums, int to) {
        int next = pixels * SAMPLES;
        int step = patches.stride * SAMPLES;
        int line = patches.image.columns * patches.stride * SAMPLES;
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector s00 = FloatVector.fromArray(SPECIES, sums, to + lane);
            FloatVector s10 = FloatVector.fromArray(SPECIES, sums, to + lane + SAMPLES);
            FloatVector s20 = FloatVector.fromArray(SPECIES, sums, to + lane + 2 * SAMPLES);
            FloatVector s30 = FloatVector.fromArray(SPECIES, sums, to + lane + 3 * SAMPLES);
            for (int row = 0; row < count; row++) {
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
            s00.intoArray(sums, to + lane);
            s10.intoArray(sums, to + lane + SAMPLES);
            s20.intoArray(sums, to + lane + 2 * SAMPLES);
            s30.intoArray(sums, to + lane + 3 * SAMPLES);
        }
    }
}
