package dev.crescent.experiment;

import java.util.ArrayList;
import java.util.List;

/// What learns.
public sealed interface Model {
    /// The name under `model.type` in files.
    String id();

    /// A feed-forward network.
    ///
    /// @param seed of the starting weights
    /// @param layers 1 to 64, the last one dense and the only one that may be softmax
    record Network(long seed, List<Layer> layers) implements Model {
        public Network {
            layers = List.copyOf(layers);
            Check.require(!layers.isEmpty() && layers.size() <= 64, "layers",
                    "must be 1 to 64 layers, are " + layers.size());
            int last = layers.size() - 1;
            Check.require(layers.get(last) instanceof Layer.Dense, "layers[" + last + "].type",
                    "must be dense in the last layer, is " + layers.get(last).id());
            for (int i = 0; i < last; i++) {
                Check.require(!(layers.get(i) instanceof Layer.Weighted w && w.activation() == Activation.SOFTMAX),
                        "layers[" + i + "].activation", "must not be softmax except in the last layer");
            }
        }

        @Override
        public String id() {
            return "network";
        }

        /// The last layer.
        public Layer.Dense output() {
            return (Layer.Dense) layers.getLast();
        }

        public Network withSeed(long value) {
            return new Network(value, layers);
        }

        public Network withLayers(List<Layer> value) {
            return new Network(seed, value);
        }

        /// With layer number `index` replaced.
        public Network withLayer(int index, Layer value) {
            List<Layer> changed = new ArrayList<>(layers);
            changed.set(index, value);
            return new Network(seed, changed);
        }
    }

    /// Rosenblatt's perceptron: one step unit and its mistake-driven rule.
    record Perceptron() implements Model {
        @Override
        public String id() {
            return "perceptron";
        }
    }

    /// The vote of the `k` nearest training samples.
    record NearestNeighbors(int k) implements Model {
        public NearestNeighbors {
            Check.within("k", k, 1, 1000);
        }

        @Override
        public String id() {
            return "nearest-neighbors";
        }
    }

    /// `k` centers, each the mean of the samples nearest to it.
    record KMeans(int k) implements Model {
        public KMeans {
            Check.within("k", k, 1, 1000);
        }

        @Override
        public String id() {
            return "k-means";
        }
    }

    /// A rule written by hand: class 1 between two circles.
    record CircleRule(double centerX1, double centerX2, double inner, double outer) implements Model {
        public CircleRule {
            Check.within("center[0]", centerX1, -1e6, 1e6);
            Check.within("center[1]", centerX2, -1e6, 1e6);
            Check.atLeast("inner", inner, 0);
            Check.atLeast("outer", outer, 0);
            Check.require(inner <= outer, "inner",
                    "must be at most outer (" + Check.text(outer) + "), is " + Check.text(inner));
        }

        @Override
        public String id() {
            return "circle-rule";
        }
    }

    /// A straight line by least squares.
    record LinearRegression() implements Model {
        @Override
        public String id() {
            return "linear-regression";
        }
    }
}
