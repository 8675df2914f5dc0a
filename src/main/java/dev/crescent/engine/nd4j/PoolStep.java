package dev.crescent.engine.nd4j;

import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Layer;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/// The largest value of each window, by ND4J's `maxpool2d` and `maxpool2d_bp`; the first of equal ones takes the gradient.
/// Windows that reach beyond the image see the smallest number there. Keeps what the windows see,
/// `[samples][channels * rows * columns]`.
final class PoolStep extends Step {
    private final List<Integer> in;
    /// With the border that the windows see.
    private final List<Integer> seen;
    private final List<Integer> out;
    private final long[] settings;

    /// @param input `[channels, rows, columns]`
    PoolStep(Layer.MaxPool pool, List<Integer> input) {
        int rows = Shapes.pooled(pool, input.get(1));
        int columns = Shapes.pooled(pool, input.get(2));
        this.in = input;
        this.seen = List.of(input.get(0), Math.max(input.get(1), (rows - 1) * pool.stride() + pool.size()),
                Math.max(input.get(2), (columns - 1) * pool.stride() + pool.size()));
        this.out = List.of(input.get(0), rows, columns);
        // Window, stride, border, dilation; no border by ND4J; images as [channel, row, column].
        this.settings = new long[] {pool.size(), pool.size(), pool.stride(), pool.stride(), 0, 0, 1, 1, 0, 0, 0};
    }

    @Override
    Trace forward(Tape tape, INDArray input) {
        INDArray bordered = seen.equals(in) ? input : withBorder(tape, input);
        INDArray largest = tape.array(input.size(0), Shapes.width(out));
        tape.write("maxpool2d", new INDArray[] {Tape.images(bordered, seen)}, new INDArray[] {Tape.images(largest, out)},
                settings);
        return new Trace(input, bordered, largest);
    }

    private INDArray withBorder(Tape tape, INDArray input) {
        INDArray bordered = tape.array(input.size(0), Shapes.width(seen));
        tape.set(bordered, -Float.MAX_VALUE);
        tape.set(inside(bordered), Tape.images(input, in));
        return bordered;
    }

    @Override
    INDArray backward(Tape tape, Trace trace, INDArray delta) {
        INDArray given = tape.array(trace.kept().shape());
        tape.write("maxpool2d_bp", new INDArray[] {Tape.images(trace.kept(), seen), Tape.images(delta, out)},
                new INDArray[] {Tape.images(given, seen)}, settings);
        if (seen.equals(in)) {
            return given;
        }
        INDArray inner = tape.array(trace.input().shape());
        tape.set(Tape.images(inner, in), inside(given));
        return inner;
    }

    /// The image within its border.
    private INDArray inside(INDArray bordered) {
        return Tape.images(bordered, seen).get(NDArrayIndex.all(), NDArrayIndex.all(),
                NDArrayIndex.interval(0, in.get(1)), NDArrayIndex.interval(0, in.get(2)));
    }
}
