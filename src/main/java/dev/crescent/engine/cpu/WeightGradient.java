package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;
import static dev.crescent.engine.cpu.Panels.WIDE;

import dev.crescent.engine.ParameterLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/// The gradient by the weights and biases of one layer: `dW[o][i] = sum over samples of delta[o] x[i]`.
///
/// The inputs are turned to `[tile][sample][16 features]`, so that the delta's rows are the weights and samples the
/// columns that a matrix kernel runs over. The feature after the last one is always 1: its gradient is the bias'.
/// Only live samples are run over, so that the padding of the last panel contributes nothing.
final class WeightGradient {
    private static final float[] ZEROS = new float[BLOCK];

    private final int inputs;
    private final int outputs;
    private final int weightOffset;
    private final int biasOffset;
    private final int capacity;
    // [tiles][capacity][16 features]
    private final float[] columns;
    // [workers][rows of a block][capacity]: the delta of the rows in work
    private final float[][] lined;
    // [workers][4][16]
    private final float[][] corners;
    // [rows][16]: the gradient by the last tile's features; empty where the layer is large or has many panels
    private final float[] edge;

    /// @param panels 0 where nothing is trained
    WeightGradient(ParameterLayout.Slice slice, int inputs, int panels, int workers) {
        this.inputs = inputs;
        this.outputs = slice.weightShape().getFirst();
        this.weightOffset = slice.weightOffset();
        this.biasOffset = slice.biasOffset();
        this.capacity = panels * SAMPLES;
        this.columns = Panels.allocate(inputs / SAMPLES + 1, capacity);
        this.lined = new float[workers][panels > 1 ? Blocks.of(slice).rowsOfBlock * capacity : 0];
        this.corners = new float[workers][BLOCK * SAMPLES];
        boolean small = panels == 1 && slice.weightCount() < Blocks.SMALL;
        this.edge = Panels.allocate(small ? 1 : 0, Panels.rows(outputs));
        int ones = inputs / SAMPLES * capacity * SAMPLES + inputs % SAMPLES;
        for (int i = ones; i < columns.length; i += SAMPLES) {
            columns[i] = 1;
        }
    }

    /// Takes what came into the layer.
    void read(Stage.Source source, Share share) {
        float[] values = source.values();
        for (int panel = share.first; panel < share.end; panel++) {
            int live = share.live(panel);
            int turned = WIDE && live == SAMPLES ? inputs / SAMPLES : 0;
            for (int tile = 0; tile < turned; tile++) {
                Turn.square(values, (panel * source.rows() + tile * SAMPLES) * SAMPLES, columns,
                        at(tile) + panel * SAMPLES * SAMPLES);
            }
            for (int feature = turned * SAMPLES; feature < inputs; feature++) {
                int from = (panel * source.rows() + feature) * SAMPLES;
                int to = at(feature / SAMPLES) + panel * SAMPLES * SAMPLES + feature % SAMPLES;
                for (int s = 0; s < live; s++) {
                    columns[to + s * SAMPLES] = values[from + s];
                }
            }
        }
    }

    /// Sets the gradient by some rows of the weights and their biases, or adds to it.
    ///
    /// @param delta the gradient by the layer's sums, `[panels][deltaRows][16]`
    /// @param firstRow a multiple of four
    void sum(float[] delta, int deltaRows, Share share, float[] gradient, int firstRow, int endRow, boolean anew) {
        if (anew && share.workers == 1 && edge.length > 0) {
            setAll(delta, gradient, share.count);
            return;
        }
        if (anew) {
            Arrays.fill(gradient, weightOffset + firstRow * inputs, weightOffset + endRow * inputs, 0);
            if (biasOffset >= 0) {
                Arrays.fill(gradient, biasOffset + firstRow, biasOffset + endRow, 0);
            }
        }
        int whole = inputs / SAMPLES;
        int tiles = inputs % SAMPLES == 0 && biasOffset < 0 ? whole : whole + 1;
        int fullRows = (endRow - firstRow) / BLOCK * BLOCK;
        // The rows of a single panel already lie behind each other.
        boolean panels = capacity > SAMPLES;
        float[] row = panels ? lined[share.worker] : delta;
        int first = panels ? 0 : firstRow * SAMPLES;
        if (panels) {
            lineUp(delta, deltaRows, firstRow, endRow, share.count, row);
        }
        int paired = WIDE ? whole / 2 * 2 : 0;
        for (int tile = 0; tile < paired; tile += 2) {
            Kernel.pairs(fullRows, gradient, weightOffset + firstRow * inputs + tile * SAMPLES, inputs, SAMPLES, row, first,
                    capacity, columns, at(tile), at(1), share.count);
        }
        for (int tile = 0; tile < tiles; tile++) {
            int done = tile < whole ? fullRows : 0;
            if (tile >= paired) {
                Kernel.tiles(done, gradient, weightOffset + firstRow * inputs + tile * SAMPLES, inputs, row, first, capacity,
                        columns, at(tile), share.count);
            }
            for (; firstRow + done < endRow; done += BLOCK) {
                float[] corner = corners[share.worker];
                Arrays.fill(corner, 0);
                Kernel.tile(corner, 0, SAMPLES, row, first + done * capacity, capacity, columns, at(tile), share.count);
                addCorner(corner, gradient, firstRow + done, tile);
            }
        }
    }

    /// Sets the gradient of a small layer at once. Rows are written in whole vectors, whose ends the rows behind them,
    /// the biases and the layers behind this one write over.
    private void setAll(float[] delta, float[] gradient, int count) {
        int whole = inputs / SAMPLES;
        int width = inputs % SAMPLES;
        setEdge(delta, whole, width, count);
        for (int row = 0; row < outputs; row++) {
            int to = weightOffset + row * inputs + whole * SAMPLES;
            for (int lane = 0; lane < width; lane += LANES) {
                FloatVector.fromArray(SPECIES, edge, row * SAMPLES + lane).intoArray(gradient, to + lane);
            }
        }
        for (int tile = 0; tile < whole; tile++) {
            for (int row = 0; row < outputs; row += BLOCK) {
                SmallKernel.rows(gradient, weightOffset + row * inputs + tile * SAMPLES, inputs, ZEROS, 0, delta,
                        row * SAMPLES, SAMPLES, columns, at(tile), count, 1, 0, 0);
            }
        }
        for (int row = 0; biasOffset >= 0 && row < outputs; row++) {
            gradient[biasOffset + row] = edge[row * SAMPLES + width];
        }
    }

    /// By the `width` features of the last tile, and the one that is always 1.
    private void setEdge(float[] delta, int tile, int width, int count) {
        for (int row = 0; row < outputs; row += BLOCK) {
            int at = row * SAMPLES;
            if (width < LANES) {
                SmallKernel.narrowRows(edge, at, delta, at, SAMPLES, columns, at(tile), count, width + 1);
            } else {
                SmallKernel.rows(edge, at, SAMPLES, ZEROS, 0, delta, at, SAMPLES, columns, at(tile), count, 1, 0, 0);
            }
        }
    }

    /// Puts the panels of each row behind each other: `[row][sample]`.
    private void lineUp(float[] delta, int deltaRows, int firstRow, int endRow, int count, float[] to) {
        int rows = Panels.rows(endRow - firstRow);
        for (int panel = 0; panel < Panels.count(count); panel++) {
            for (int row = 0; row < rows; row++) {
                Panels.copy(delta, (panel * deltaRows + firstRow + row) * SAMPLES, to, row * capacity + panel * SAMPLES,
                        SAMPLES);
            }
        }
    }

    private void addCorner(float[] corner, float[] gradient, int output, int tile) {
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

    private int at(int tile) {
        return tile * capacity * SAMPLES;
    }
}
