package dev.crescent.engine;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where each layer's weights and biases lie in the flat array of all parameters: layer by layer, weights then biases.
/// Behind them lie the running statistics of batch normalization, which no optimizer changes.
///
/// @param slices the layers that have parameters, in order
/// @param size how many parameters there are
/// @param statistics the layers that have running statistics, in order
/// @param total numbers in the array: parameters and statistics
public record ParameterLayout(List<Slice> slices, int size, List<Statistics> statistics, int total) {
    /// More would not fit into one array with the room that engines add.
    private static final long MOST = 1 << 30;

    /// One layer's parameters.
    ///
    /// @param layer its number in the network's layers, from 0
    /// @param weightShape PyTorch's: dense `[out, in]`, maxout `[units * pieces, in]` (row `unit * pieces + piece`),
    ///     conv `[out, in, kh, kw]`, batch-norm `[channels]` (its scale; the bias is its shift)
    /// @param biasOffset where the biases start; -1 without biases
    /// @param biasCount 0 without biases
    public record Slice(int layer, int weightOffset, List<Integer> weightShape, int biasOffset, int biasCount) {
        public Slice {
            weightShape = List.copyOf(weightShape);
        }

        public int weightCount() {
            return weightShape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /// The running statistics of one layer: a mean and a variance for each channel.
    ///
    /// @param layer its number in the network's layers, from 0
    /// @param meanOffset where the means start
    /// @param varianceOffset where the variances start
    public record Statistics(int layer, int meanOffset, int varianceOffset, int channels) {}

    public ParameterLayout {
        slices = List.copyOf(slices);
        statistics = List.copyOf(statistics);
    }

    /// The layout of a network's parameters.
    ///
    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @throws InvalidSettingException if a layer does not fit what comes into it
    public static ParameterLayout of(Model.Network network, List<Integer> inputShape) {
        List<List<Integer>> shapes = Shapes.of(network, inputShape);
        List<Slice> slices = new ArrayList<>();
        List<Integer> shape = inputShape;
        long size = 0;
        for (int i = 0; i < shapes.size(); i++) {
            Layer layer = network.layers().get(i);
            List<Integer> weights = weightShape(layer, shape);
            if (!weights.isEmpty()) {
                long count = weights.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
                int biases = biased(layer) ? weights.getFirst() : 0;
                if (size + count + biases > MOST) {
                    throw new InvalidSettingException("model.layers[" + i + "]", "has " + count
                            + " weights, the network may have 2^30; make it smaller");
                }
                slices.add(new Slice(i, (int) size, weights, biases == 0 ? -1 : (int) (size + count), biases));
                size += count + biases;
            }
            shape = shapes.get(i);
        }
        List<Statistics> statistics = new ArrayList<>();
        long total = size;
        for (Slice slice : slices) {
            if (network.layers().get(slice.layer()) instanceof Layer.BatchNorm) {
                int channels = slice.biasCount();
                statistics.add(new Statistics(slice.layer(), (int) total, (int) total + channels, channels));
                total += 2L * channels;
            }
        }
        return new ParameterLayout(slices, (int) size, statistics, (int) total);
    }

    /// The parameters of layer number `layer`, if it has any.
    public Optional<Slice> slice(int layer) {
        return slices.stream().filter(slice -> slice.layer() == layer).findFirst();
    }

    /// The running statistics of layer number `layer`, if it has any.
    public Optional<Statistics> statistics(int layer) {
        return statistics.stream().filter(s -> s.layer() == layer).findFirst();
    }

    /// Empty for a layer without parameters.
    private static List<Integer> weightShape(Layer layer, List<Integer> input) {
        return switch (layer) {
            case Layer.Dense dense -> List.of(dense.units(), Shapes.width(input));
            case Layer.Maxout maxout -> List.of(maxout.units() * maxout.pieces(), Shapes.width(input));
            case Layer.Conv conv -> List.of(conv.filters(), input.getFirst(), conv.kernel(), conv.kernel());
            case Layer.BatchNorm _ -> List.of(input.getFirst());
            case Layer.MaxPool _, Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> List.of();
        };
    }

    private static boolean biased(Layer layer) {
        return !(layer instanceof Layer.Weighted weighted) || weighted.bias();
    }
}
