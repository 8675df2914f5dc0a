package dev.crescent.engine;

import dev.crescent.experiment.Model;
import java.util.List;

/// Where each layer's weights and biases lie in the flat array of all parameters: layer by layer, weights then biases.
///
/// @param slices the layers that have parameters, in order
/// @param size how many parameters there are
public record ParameterLayout(List<Slice> slices, int size) {
    /// One layer's parameters.
    ///
    /// @param layer its number in the network's layers, from 0
    /// @param weightShape PyTorch's: dense `[out, in]`, maxout `[units * pieces, in]`, conv `[out, in, kh, kw]`
    /// @param biasOffset where the biases start; -1 without biases
    /// @param biasCount 0 without biases
    public record Slice(int layer, int weightOffset, List<Integer> weightShape, int biasOffset, int biasCount) {
        public int weightCount() {
            return weightShape.stream().reduce(1, Math::multiplyExact);
        }
    }

    public ParameterLayout {
        slices = List.copyOf(slices);
    }

    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @throws dev.crescent.experiment.InvalidSettingException if a layer does not fit what comes into it
    public static ParameterLayout of(Model.Network network, List<Integer> inputShape) {
        throw new UnsupportedOperationException();
    }
}
