package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The largest value of each window. Of equal ones the first, line by line, takes the gradient, as in PyTorch.
final class PoolStage extends Stage {
    private final int size;
    private final int stride;
    private final int inRows;
    private final int inColumns;
    private final int outRows;
    private final int outColumns;

    /// @param input `[channels, rows, columns]`
    PoolStage(Layer.MaxPool pool, List<Integer> input, Source source, int panels) {
        this(pool, input, Shapes.pooled(pool, input.get(1)), Shapes.pooled(pool, input.get(2)), source, panels);
    }

    private PoolStage(Layer.MaxPool pool, List<Integer> input, int outRows, int outColumns, Source source, int panels) {
        super(source, input.getFirst() * outRows * outColumns, Panels.rows(input.getFirst() * outRows * outColumns),
                Blocks.NONE, panels, source.wantsDelta());
        this.size = pool.size();
        this.stride = pool.stride();
        this.inRows = input.get(1);
        this.inColumns = input.get(2);
        this.outRows = outRows;
        this.outColumns = outColumns;
    }

    @Override
    void forward(float[] parameters, Share share, Moment moment) {
        for (int panel = share.first; panel < share.end; panel++) {
            for (int unit = 0; unit < units; unit++) {
                int to = (panel * rows + unit) * SAMPLES;
                int from = window(panel, unit);
                for (int lane = 0; lane < SAMPLES; lane += LANES) {
                    largest(source.values(), from + lane, height(unit), width(unit), output, to + lane);
                }
            }
        }
    }

    private void largest(float[] x, int from, int lines, int columns, float[] y, int to) {
        FloatVector most = FloatVector.fromArray(SPECIES, x, from);
        for (int line = 0; line < lines; line++) {
            int at = from + line * inColumns * SAMPLES;
            for (int column = 0; column < columns; column++) {
                most = most.max(FloatVector.fromArray(SPECIES, x, at + column * SAMPLES));
            }
        }
        most.intoArray(y, to);
    }

    @Override
    void backward(float[] parameters, Share share) {
        for (int panel = share.first; source.wantsDelta() && panel < share.end; panel++) {
            int start = panel * source.rows() * SAMPLES;
            Arrays.fill(source.delta(), start, start + source.width() * SAMPLES, 0);
            for (int unit = 0; unit < units; unit++) {
                int at = (panel * rows + unit) * SAMPLES;
                int from = window(panel, unit);
                for (int lane = 0; lane < SAMPLES; lane += LANES) {
                    giveToLargest(from + lane, height(unit), width(unit), at + lane);
                }
            }
        }
    }

    private void giveToLargest(int from, int lines, int columns, int at) {
        FloatVector most = FloatVector.fromArray(SPECIES, output, at);
        FloatVector rest = FloatVector.fromArray(SPECIES, delta, at);
        for (int line = 0; line < lines; line++) {
            int row = from + line * inColumns * SAMPLES;
            for (int column = 0; column < columns; column++) {
                int i = row + column * SAMPLES;
                VectorMask<Float> found = FloatVector.fromArray(SPECIES, source.values(), i)
                        .compare(VectorOperators.EQ, most);
                FloatVector before = FloatVector.fromArray(SPECIES, source.delta(), i);
                before.add(rest, found).intoArray(source.delta(), i);
                rest = rest.blend(0, found);
            }
        }
    }

    private int window(int panel, int unit) {
        int channel = unit / (outRows * outColumns);
        int row = unit / outColumns % outRows * stride;
        int column = unit % outColumns * stride;
        return (panel * source.rows() + (channel * inRows + row) * inColumns + column) * SAMPLES;
    }

    /// Lines of a window that lie in the image.
    private int height(int unit) {
        return Math.min(size, inRows - unit / outColumns % outRows * stride);
    }

    private int width(int unit) {
        return Math.min(size, inColumns - unit % outColumns * stride);
    }
}
