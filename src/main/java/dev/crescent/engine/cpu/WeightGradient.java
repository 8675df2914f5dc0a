package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.SAMPLES;

import java.util.Arrays;

/// The gradient by the weights and biases of one layer: `dW[o][i] = sum over samples of delta[o] x[i]`.
///
/// The inputs are turned to `[tile][sample][16 features]`, so that the forward kernel does it: the delta's rows are the
/// weights, samples the columns they run over. The feature after the last one is always 1: its gradient is the bias'.
/// Only live samples are run over, so that the padding of the last panel contributes nothing.
final class WeightGradient {
    private final int inputs;
    private final int outputs;
    private final int capacity;
    // [tiles][capacity][16 features]
    private final float[] columns;
    // [4][16]
    private final float[] corner = new float[BLOCK * SAMPLES];

    /// @param panels 0 where nothing is trained
    WeightGradient(int inputs, int outputs, int panels) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.capacity = panels * SAMPLES;
        this.columns = Panels.allocate(inputs / SAMPLES + 1, capacity);
        int ones = inputs / SAMPLES * capacity * SAMPLES + inputs % SAMPLES;
        for (int i = ones; i < columns.length; i += SAMPLES) {
            columns[i] = 1;
        }
    }

    /// Takes what came into the layer.
    void read(Stage.Source source, int count) {
        float[] values = source.values();
        for (int panel = 0; panel < Panels.count(count); panel++) {
            int live = Panels.live(panel, count);
            for (int feature = 0; feature < inputs; feature++) {
                int from = (panel * source.rows() + feature) * SAMPLES;
                int to = at(feature / SAMPLES, panel) + feature % SAMPLES;
                for (int s = 0; s < live; s++) {
                    columns[to + s * SAMPLES] = values[from + s];
                }
            }
        }
    }

    /// Adds to the gradient.
    ///
    /// @param delta the gradient by the layer's sums, `[panels][rows][16]`
    /// @param biasOffset negative without biases
    void add(float[] delta, int rows, int count, float[] gradient, int weightOffset, int biasOffset) {
        int whole = inputs / SAMPLES;
        int tiles = inputs % SAMPLES == 0 && biasOffset < 0 ? whole : whole + 1;
        for (int tile = 0; tile < tiles; tile++) {
            for (int output = 0; output < outputs; output += BLOCK) {
                if (tile < whole && output + BLOCK <= outputs) {
                    int to = weightOffset + output * inputs + tile * SAMPLES;
                    sum(gradient, to, inputs, delta, rows, output, tile, count);
                } else {
                    Arrays.fill(corner, 0);
                    sum(corner, 0, SAMPLES, delta, rows, output, tile, count);
                    addCorner(gradient, weightOffset, biasOffset, output, tile);
                }
            }
        }
    }

    private void sum(float[] to, int offset, int stride, float[] delta, int rows, int output, int tile, int count) {
        for (int panel = 0; panel < Panels.count(count); panel++) {
            Kernel.tile(to, offset, stride, delta, (panel * rows + output) * SAMPLES, SAMPLES, columns, at(tile, panel),
                    Panels.live(panel, count));
        }
    }

    private void addCorner(float[] gradient, int weightOffset, int biasOffset, int output, int tile) {
        int width = Math.min(SAMPLES, inputs - tile * SAMPLES);
        for (int row = 0; row < Math.min(BLOCK, outputs - output); row++) {
            int to = weightOffset + (output + row) * inputs + tile * SAMPLES;
            for (int i = 0; i < width; i++) {
                gradient[to + i] += corner[row * SAMPLES + i];
            }
            if (width < SAMPLES && biasOffset >= 0) {
                gradient[biasOffset + output + row] += corner[row * SAMPLES + width];
            }
        }
    }

    private int at(int tile, int panel) {
        return (tile * capacity + panel * SAMPLES) * SAMPLES;
    }
}
