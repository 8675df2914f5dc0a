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

/// The largest value of each window. Of equal ones the first, line by line, takes the gradient, as in PyTorch.
final class PoolStage extends Stage {
    private final int size;
    private final int stride;
    private final int inRows;
    private final int inColumns;
    private final int outRows;
    private final int outColumns;
    /// Lines of windows in all channels.
    private final int lines;
    /// Whether each input lies in one window and no more.
    private final boolean covers;

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
        this.lines = input.getFirst() * outRows;
        this.covers = stride == size && outRows * stride >= inRows && outColumns * stride >= inColumns;
    }

    @Override
    void forward(float[] parameters, Share share, Moment moment) {
        for (int panel = share.first; panel < share.end; panel++) {
            for (int line = 0; line < lines; line++) {
                int pairs = pairs(line);
                int unit = line * outColumns;
                largestOfFours(source.values(), window(panel, unit), pairs, output, (panel * rows + unit) * SAMPLES);
                for (int column = pairs; column < outColumns; column++) {
                    largest(panel, unit + column);
                }
            }
        }
    }

    private void largestOfFours(float[] x, int from, int count, float[] y, int to) {
        int below = inColumns * SAMPLES;
        for (int i = 0; i < count; i++) {
            int at = from + i * 2 * SAMPLES;
            for (int lane = 0; lane < SAMPLES; lane += LANES) {
                FloatVector a = FloatVector.fromArray(SPECIES, x, at + lane);
                FloatVector b = FloatVector.fromArray(SPECIES, x, at + lane + SAMPLES);
                FloatVector c = FloatVector.fromArray(SPECIES, x, at + lane + below);
                FloatVector d = FloatVector.fromArray(SPECIES, x, at + lane + below + SAMPLES);
                a.max(b).max(c.max(d)).intoArray(y, to + i * SAMPLES + lane);
            }
        }
    }

    private void largest(int panel, int unit) {
        float[] x = source.values();
        int to = (panel * rows + unit) * SAMPLES;
        int from = window(panel, unit);
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector most = FloatVector.fromArray(SPECIES, x, from + lane);
            for (int line = 0; line < height(unit); line++) {
                int at = from + lane + line * inColumns * SAMPLES;
                for (int column = 0; column < width(unit); column++) {
                    most = most.max(FloatVector.fromArray(SPECIES, x, at + column * SAMPLES));
                }
            }
            most.intoArray(output, to + lane);
        }
    }

    @Override
    void backward(float[] parameters, Share share) {
        for (int panel = share.first; source.wantsDelta() && panel < share.end; panel++) {
            if (!covers) {
                int start = panel * source.rows() * SAMPLES;
                Arrays.fill(source.delta(), start, start + source.width() * SAMPLES, 0);
            }
            for (int line = 0; line < lines; line++) {
                int pairs = pairs(line);
                int unit = line * outColumns;
                giveToFours(source.values(), source.delta(), window(panel, unit), pairs, (panel * rows + unit) * SAMPLES);
                for (int column = pairs; column < outColumns; column++) {
                    giveToLargest(panel, unit + column);
                }
            }
        }
    }

    private void giveToFours(float[] x, float[] dx, int from, int count, int start) {
        int below = inColumns * SAMPLES;
        FloatVector none = FloatVector.zero(SPECIES);
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < SAMPLES; lane += LANES) {
                int at = from + i * 2 * SAMPLES + lane;
                FloatVector most = FloatVector.fromArray(SPECIES, output, start + i * SAMPLES + lane);
                FloatVector rest = FloatVector.fromArray(SPECIES, delta, start + i * SAMPLES + lane);
                VectorMask<Float> a = FloatVector.fromArray(SPECIES, x, at).eq(most);
                none.blend(rest, a).intoArray(dx, at);
                rest = rest.blend(none, a);
                VectorMask<Float> b = FloatVector.fromArray(SPECIES, x, at + SAMPLES).eq(most);
                none.blend(rest, b).intoArray(dx, at + SAMPLES);
                rest = rest.blend(none, b);
                VectorMask<Float> c = FloatVector.fromArray(SPECIES, x, at + below).eq(most);
                none.blend(rest, c).intoArray(dx, at + below);
                rest = rest.blend(none, c);
                VectorMask<Float> d = FloatVector.fromArray(SPECIES, x, at + below + SAMPLES).eq(most);
                none.blend(rest, d).intoArray(dx, at + below + SAMPLES);
            }
        }
    }

    private void giveToLargest(int panel, int unit) {
        int start = (panel * rows + unit) * SAMPLES;
        int from = window(panel, unit);
        for (int line = 0; covers && line < height(unit); line++) {
            int row = from + line * inColumns * SAMPLES;
            Arrays.fill(source.delta(), row, row + width(unit) * SAMPLES, 0);
        }
        for (int lane = 0; lane < SAMPLES; lane += LANES) {
            FloatVector most = FloatVector.fromArray(SPECIES, output, start + lane);
            FloatVector rest = FloatVector.fromArray(SPECIES, delta, start + lane);
            for (int line = 0; line < height(unit); line++) {
                int row = from + lane + line * inColumns * SAMPLES;
                for (int column = 0; column < width(unit); column++) {
                    int i = row + column * SAMPLES;
                    VectorMask<Float> found = FloatVector.fromArray(SPECIES, source.values(), i).eq(most);
                    FloatVector before = FloatVector.fromArray(SPECIES, source.delta(), i);
                    before.add(rest, found).intoArray(source.delta(), i);
                    rest = rest.blend(0, found);
                }
            }
        }
    }

    /// Windows from the left, whole and two by two, in a line of them.
    private int pairs(int line) {
        return size == 2 && stride == 2 && line % outRows * 2 + 1 < inRows ? Math.min(outColumns, inColumns / 2) : 0;
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
