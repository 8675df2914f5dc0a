package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import dev.crescent.engine.ParameterLayout;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/// The gradient by the filters and biases of a convolution:
/// `dW[f][channel][i][j] = sum over samples and places of delta[f][r][c] x[channel][stride r + i][stride c + j]`,
/// `db[f] = sum over samples and places of delta[f][r][c]`.
///
/// Each panel's sums are taken while its delta is in the cache, kept apart, and added in the panels' order, so that the
/// gradient does not depend on how panels are shared.
abstract sealed class FilterGradient permits LaneGradient, TileGradient {
    final Patches patches;
    final int filters;
    /// Places of a filter in an image.
    final int pixels;
    private final int weightOffset;
    final int weightsOfFilter;
    private final int biasOffset;
    // [panels][filters]
    private final float[] biasSums;

    /// @param panels 0 where nothing is trained
    FilterGradient(Patches patches, ParameterLayout.Slice slice, int panels) {
        this.patches = patches;
        this.filters = slice.weightShape().getFirst();
        this.pixels = patches.outRows * patches.outColumns;
        this.weightOffset = slice.weightOffset();
        this.weightsOfFilter = slice.weightCount() / filters;
        this.biasOffset = slice.biasOffset();
        this.biasSums = new float[biasOffset < 0 ? 0 : panels * filters];
    }

    /// @param panels 0 where nothing is trained
    static FilterGradient of(Patches patches, ParameterLayout.Slice slice, int panels, int workers) {
        return TileGradient.suits(slice.weightShape(), patches.stride)
                ? new TileGradient(patches, slice, panels, workers)
                : new LaneGradient(patches, slice, panels, workers);
    }

    /// Numbers that are kept of a panel.
    ///
    /// @param weightShape `[filters, channels, kernel, kernel]`
    static long kept(List<Integer> weightShape, int stride, boolean bias) {
        long weights = TileGradient.suits(weightShape, stride) ? (long) TileGradient.rows(weightShape) * SAMPLES
                : weightShape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        return weights + (bias ? weightShape.getFirst() : 0);
    }

    /// Takes a panel's sums when its delta is known.
    ///
    /// @param delta by the convolution's sums, `[panels][rows][16]`, zero for samples that are not there
    final void read(float[] delta, int rows, int panel, int worker) {
        sumWeights(delta, rows, panel, worker);
        for (int filter = 0; biasOffset >= 0 && filter < filters; filter++) {
            biasSums[panel * filters + filter] = places(delta, (panel * rows + filter * pixels) * SAMPLES, pixels);
        }
    }

    abstract void sumWeights(float[] delta, int rows, int panel, int worker);

    /// Sets the gradient by some filters and their biases, or adds to it, after all panels were read.
    final void sum(Share share, float[] gradient, int first, int end, boolean anew) {
        int panels = Panels.count(share.count);
        for (int filter = first; filter < end; filter++) {
            addWeights(filter, panels, gradient, weightOffset + filter * weightsOfFilter, anew);
            if (biasOffset >= 0) {
                add(biasSums, filter, filters, panels, gradient, biasOffset + filter, anew);
            }
        }
    }

    /// Sets the gradient by a filter's weights, or adds to it.
    ///
    /// @param to where in the gradient they begin
    abstract void addWeights(int filter, int panels, float[] gradient, int to, boolean anew);

    /// Sets one number of the gradient to the sum over panels, or adds to it.
    ///
    /// @param from of the first panel
    /// @param next from a panel to the next
    static void add(float[] sums, int from, int next, int panels, float[] gradient, int to, boolean anew) {
        float total = anew ? 0 : gradient[to];
        for (int panel = 0; panel < panels; panel++) {
            total += sums[from + panel * next];
        }
        gradient[to] = total;
    }

    private static float places(float[] delta, int from, int places) {
        FloatVector total = FloatVector.zero(SPECIES);
        for (int i = 0; i < places * SAMPLES; i += LANES) {
            total = total.add(FloatVector.fromArray(SPECIES, delta, from + i));
        }
        return LaneSum.of(total);
    }
}
