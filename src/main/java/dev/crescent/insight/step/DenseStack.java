package dev.crescent.insight.step;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The dense layers of a network, one behind the other, with what dropout and noise do between them.
///
/// @param inputs features
/// @param size parameters in all
public record DenseStack(List<Dense> layers, int inputs, int size) {
    public DenseStack {
        layers = List.copyOf(layers);
    }

    /// A dense layer.
    ///
    /// @param number its number in the network's layers
    /// @param inputs units before it
    /// @param weights where its weights start among the parameters, `[units][inputs]`
    /// @param biases where its biases start; -1 without biases
    /// @param before dropout and noise that its inputs go through first
    public record Dense(int number, Layer.Dense layer, int inputs, int weights, int biases, List<Gap> before) {
        public Dense {
            before = List.copyOf(before);
        }

        public int units() {
            return layer.units();
        }

        /// Where the weight of a link lies among the parameters.
        public int weight(int unit, int input) {
            return weights + unit * inputs + input;
        }
    }

    /// A layer of dropout or noise.
    ///
    /// @param number its number in the network's layers, from which its random numbers follow
    public record Gap(int number, Layer layer) {}

    /// Why a network is not such a stack, as a sentence; empty if it is one.
    ///
    /// @param inputShape `[features]` or `[channels, rows, columns]`
    public static Optional<String> refusal(Model model, List<Integer> inputShape) {
        if (!(model instanceof Model.Network network)) {
            return Optional.of("The lens follows a step of a network, and this model is none.");
        }
        if (inputShape.size() > 1) {
            return Optional.of("The lens follows a step link by link, and a network for images has too many of them;"
                    + " choose a set of points to use it.");
        }
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            if (!(layer instanceof Layer.Dense || layer instanceof Layer.Dropout || layer instanceof Layer.Noise)) {
                return Optional.of("The lens follows dense layers, dropout and noise, and layer " + (i + 1) + " is "
                        + layer.id() + "; take it out to look at a step.");
            }
        }
        return Optional.empty();
    }

    /// @param inputs features that come in
    /// @throws IllegalArgumentException if there are layers that are neither dense nor dropout nor noise
    public static DenseStack of(Model.Network network, int inputs) {
        ParameterLayout layout = ParameterLayout.of(network, List.of(inputs));
        List<Dense> layers = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        int width = inputs;
        for (int i = 0; i < network.layers().size(); i++) {
            switch (network.layers().get(i)) {
                case Layer.Dense dense -> {
                    ParameterLayout.Slice slice = layout.slice(i).orElseThrow();
                    layers.add(new Dense(i, dense, width, slice.weightOffset(), slice.biasOffset(), gaps));
                    gaps.clear();
                    width = dense.units();
                }
                case Layer.Dropout dropout -> gaps.add(new Gap(i, dropout));
                case Layer.Noise noise -> gaps.add(new Gap(i, noise));
                case Layer other -> throw new IllegalArgumentException(other.id() + " is no layer of a stack of dense layers.");
            }
        }
        return new DenseStack(layers, inputs, layout.size());
    }
}
