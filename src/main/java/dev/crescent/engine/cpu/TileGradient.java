package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.WIDE;

import dev.crescent.engine.ParameterLayout;
import java.util.Arrays;
import java.util.List;

/// The gradient by many filters of many channels, with the matrix kernel: what comes into a channel along a line of the
/// image, sample by sample, is a row of one matrix; the delta, turned to `[place][sample][16 filters]`, is the other.
final class TileGradient extends FilterGradient {
    /// Fewer leave too many lanes unused.
    private static final int LEAST_FILTERS = 12;
    /// With fewer weights, turning the delta takes longer than the sums.
    private static final int LEAST_PATCH = 64;

    private final int channels;
    private final int taps;
    /// Of channels that the kernel takes from the first on; the last few are taken in a tile that ends with them.
    private final int whole;
    /// Sums of a tap: those of the whole tiles, then those of the last.
    private final int rowsOfTap;
    private final int groups;
    /// That are taken at once.
    private final int together;
    // [workers][together][places * 16][16]: the groups' delta
    private final float[][] turned;
    // [panels][groups][taps][rowsOfTap][16 filters]
    private final float[] sums;

    /// @param panels 0 where nothing is trained
    TileGradient(Patches patches, ParameterLayout.Slice slice, int panels, int workers) {
        super(patches, slice, panels);
        this.channels = patches.image.channels;
        this.taps = patches.kernel * patches.kernel;
        this.whole = channels / BLOCK * BLOCK;
        this.rowsOfTap = Panels.rows(channels);
        this.groups = Math.ceilDiv(filters, SAMPLES);
        this.together = WIDE && groups > 1 ? 2 : 1;
        this.turned = new float[workers][panels > 0 ? together * pixels * SAMPLES * SAMPLES : 0];
        this.sums = Panels.allocate(panels, rows(slice.weightShape()));
    }

    /// Whether it is faster than [LaneGradient], and can be.
    ///
    /// @param weightShape `[filters, channels, kernel, kernel]`
    static boolean suits(List<Integer> weightShape, int stride) {
        int patch = weightShape.get(1) * weightShape.get(2) * weightShape.get(3);
        return stride == 1 && weightShape.get(0) >= LEAST_FILTERS && weightShape.get(1) >= BLOCK
                && patch >= LEAST_PATCH;
    }

    /// Rows of 16 numbers that are kept of a panel.
    static int rows(List<Integer> weightShape) {
        return Math.ceilDiv(weightShape.get(0), SAMPLES) * weightShape.get(2) * weightShape.get(3)
                * Panels.rows(weightShape.get(1));
    }

    @Override
    void sumWeights(float[] delta, int rows, int panel, int worker) {
        for (int group = 0; group < groups; group += together) {
            int now = Math.min(together, groups - group);
            for (int i = 0; i < now; i++) {
                turn(delta, panel * rows, group + i, turned[worker], i * pixels * SAMPLES * SAMPLES);
            }
            int to = group(panel, group);
            Arrays.fill(sums, to, to + now * taps * rowsOfTap * SAMPLES, 0);
            for (int line = 0; line < patches.outRows; line++) {
                for (int tap = 0; tap < taps; tap++) {
                    addLine(panel, line, tap, turned[worker], to + tap * rowsOfTap * SAMPLES, now);
                }
            }
        }
    }

    private void turn(float[] delta, int firstRow, int group, float[] to, int start) {
        int end = Math.min(SAMPLES, filters - group * SAMPLES);
        for (int filter = 0; filter < end; filter++) {
            int from = (firstRow + (group * SAMPLES + filter) * pixels) * SAMPLES;
            for (int i = 0; i < pixels * SAMPLES; i++) {
                to[start + i * SAMPLES + filter] = delta[from + i];
            }
        }
    }

    /// What one line of places adds to the sums of a tap.
    ///
    /// @param now groups, one or two
    private void addLine(int panel, int line, int tap, float[] delta, int to, int now) {
        int places = patches.outColumns * SAMPLES;
        int from = line * places * SAMPLES;
        float[] values = patches.image.values;
        int channel = patches.image.rows * patches.image.columns * SAMPLES;
        int first = patches.line(panel, 0, tap / patches.kernel, line, 0) + tap % patches.kernel * SAMPLES;
        int next = group(0, 1);
        int nextDelta = pixels * SAMPLES * SAMPLES;
        if (now == 2) {
            Kernel.pairs(whole, sums, to, SAMPLES, next, values, first, channel, delta, from, nextDelta, places);
        } else {
            Kernel.tiles(whole, sums, to, SAMPLES, values, first, channel, delta, from, places);
        }
        for (int i = 0; whole < channels && i < now; i++) {
            Kernel.tile(sums, to + i * next + whole * SAMPLES, SAMPLES, values, first + (channels - BLOCK) * channel, channel,
                    delta, from + i * nextDelta, places);
        }
    }

    @Override
    void addWeights(int filter, int panels, float[] gradient, int to, boolean anew) {
        int next = group(1, 0);
        for (int channel = 0; channel < channels; channel++) {
            int row = channel < whole ? channel : whole + BLOCK - channels + channel;
            for (int tap = 0; tap < taps; tap++) {
                int from = group(0, filter / SAMPLES) + (tap * rowsOfTap + row) * SAMPLES + filter % SAMPLES;
                add(sums, from, next, panels, gradient, to + channel * taps + tap, anew);
            }
        }
    }

    private int group(int panel, int group) {
        return (panel * groups + group) * taps * rowsOfTap * SAMPLES;
    }
}
