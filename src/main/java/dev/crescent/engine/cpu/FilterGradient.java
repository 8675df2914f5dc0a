package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.ParameterLayout;

/// The gradient by the filters and biases of a convolution:
/// `dW[f][channel][i][j] = sum over samples and places of delta[f][r][c] x[channel][stride r + i][stride c + j]`,
/// `db[f] = sum over samples and places of delta[f][r][c]`.
abstract sealed class FilterGradient permits LaneGradient, TileGradient {
    final Patches patches;
    final int filters;
    /// Places of a filter in an image.
    final int pixels;
    final int weightOffset;
    private final int biasOffset;

    FilterGradient(Patches patches, ParameterLayout.Slice slice) {
        this.patches = patches;
        this.filters = slice.weightShape().getFirst();
        this.pixels = patches.outRows * patches.outColumns;
        this.weightOffset = slice.weightOffset();
        this.biasOffset = slice.biasOffset();
    }

    /// @param panels 0 where nothing is trained
    static FilterGradient of(Patches patches, ParameterLayout.Slice slice, int panels, int workers) {
        return TileGradient.suits(slice.weightShape(), patches.stride)
                ? new TileGradient(patches, slice, panels, workers)
                : new LaneGradient(patches, slice, workers);
    }

    /// Takes what is wanted of a panel when its delta is known.
    ///
    /// @param delta by the sums, `[panels][rows][16]`, zero for samples that are not there
    abstract void read(float[] delta, int rows, int panel, int worker);

    /// Sets the gradient by some filters and their biases, or adds to it, after all panels were read.
    ///
    /// @param delta as it was read
    /// @param first a multiple of four
    final void sum(float[] delta, int rows, Share share, float[] gradient, int first, int end, boolean anew) {
        sumWeights(delta, rows, share, gradient, first, end, anew);
        for (int filter = first; biasOffset >= 0 && filter < end; filter++) {
            float before = anew ? 0 : gradient[biasOffset + filter];
            gradient[biasOffset + filter] = before + places(delta, rows, Panels.count(share.count), filter);
        }
    }

    abstract void sumWeights(float[] delta, int rows, Share share, float[] gradient, int first, int end, boolean anew);

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
