package dev.crescent.engine.nd4j;

import dev.crescent.engine.ParameterLayout;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/// A network's numbers in two flat arrays, parameters with statistics and the gradient, of which every layer has views.
final class Parameters implements AutoCloseable {
    private final ParameterLayout layout;
    // [total]
    private final INDArray all;
    // [size]
    private final INDArray gradient;

    Parameters(ParameterLayout layout) {
        this.layout = layout;
        this.all = Nd4j.zeros(DataType.FLOAT, layout.total());
        this.gradient = Nd4j.zeros(DataType.FLOAT, layout.size());
    }

    /// A layer's weights and biases, in the shapes of [ParameterLayout.Slice], and the gradients by them.
    record Pair(INDArray weight, Optional<INDArray> bias, INDArray weightGradient, Optional<INDArray> biasGradient) {}

    /// A layer's running statistics, `[channels]` each.
    record Running(INDArray mean, INDArray variance) {}

    Pair of(ParameterLayout.Slice slice) {
        long[] shape = slice.weightShape().stream().mapToLong(Integer::longValue).toArray();
        return new Pair(part(all, slice.weightOffset(), slice.weightCount()).reshape('c', shape), biases(all, slice),
                part(gradient, slice.weightOffset(), slice.weightCount()).reshape('c', shape), biases(gradient, slice));
    }

    private static Optional<INDArray> biases(INDArray flat, ParameterLayout.Slice slice) {
        return slice.biasCount() == 0 ? Optional.empty()
                : Optional.of(part(flat, slice.biasOffset(), slice.biasCount()));
    }

    Running of(ParameterLayout.Statistics statistics) {
        return new Running(part(all, statistics.meanOffset(), statistics.channels()),
                part(all, statistics.varianceOffset(), statistics.channels()));
    }

    /// Those of all layers that have any, in order.
    List<Pair> pairs() {
        return layout.slices().stream().map(this::of).toList();
    }

    /// What the optimizer changes, `[size]`.
    INDArray learned() {
        return part(all, 0, layout.size());
    }

    /// `[size]`.
    INDArray gradient() {
        return gradient;
    }

    /// @throws IllegalArgumentException if these are not as many numbers as the network has
    void check(float[] values) {
        if (values.length != layout.total()) {
            throw new IllegalArgumentException("The network has " + layout.total() + " parameters and statistics, not "
                    + values.length + ".");
        }
    }

    /// @throws IllegalArgumentException if these are not as many numbers as the network has
    void load(float[] values) {
        check(values);
        set(all, values);
    }

    float[] values() {
        return values(all);
    }

    /// A view of some numbers of a flat array.
    static INDArray part(INDArray flat, long from, long count) {
        return flat.get(NDArrayIndex.interval(from, from + count));
    }

    /// A copy of a flat array's values.
    static float[] values(INDArray flat) {
        float[] values = new float[Math.toIntExact(flat.length())];
        Tape.pointer(flat).get(values);
        return values;
    }

    /// Copies values into a flat array.
    static void set(INDArray flat, float[] values) {
        FloatPointer pointer = Tape.pointer(flat);
        pointer.put(values, 0, values.length);
    }

    @Override
    public void close() {
        all.close();
        gradient.close();
    }
}
