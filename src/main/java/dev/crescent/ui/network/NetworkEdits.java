package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What the user can do to a network's layers. Pure: each returns the changed network, or the same one where the change
/// is not possible.
///
/// A layer's block is the layer and what follows it up to the next layer with units, such as its dropout; blocks move,
/// double and go as a whole.
final class NetworkEdits {
    /// The most units that a slider offers; more can be typed.
    static final int OFFERED_UNITS = 32;
    /// The most hidden layers that are offered; files may have more.
    static final int MOST_HIDDEN = 10;
    private static final int MOST_LAYERS = 64;

    private NetworkEdits() {}

    /// The kinds of layer; the popover offers those that fit.
    enum Kind {
        DENSE, MAXOUT, DROPOUT, NOISE, CONV, MAX_POOL, BATCH_NORM, FLATTEN
    }

    static Model.Network withUnits(Model.Network network, int layer, int units) {
        if (layer < 0 || layer >= network.layers().size() - 1) {
            return network;
        }
        return orSame(network, () -> switch (network.layers().get(layer)) {
            case Layer.Dense dense -> network.withLayer(layer, dense.withUnits(units));
            case Layer.Maxout maxout -> network.withLayer(layer, maxout.withUnits(units));
            case Layer.Conv c -> network.withLayer(layer, new Layer.Conv(units, c.kernel(), c.stride(), c.padding(),
                    c.activation(), c.initializer(), c.bias(), c.biasInitializer()));
            case Layer.MaxPool _, Layer.Dropout _, Layer.Noise _, Layer.BatchNorm _, Layer.Flatten _ ->
                network;
        });
    }

    /// The most units or filters that a layer can have.
    static int mostUnits(Layer layer) {
        return layer instanceof Layer.Conv ? Layer.MOST_FILTERS : Layer.MOST_UNITS;
    }

    static Model.Network withActivation(Model.Network network, int layer, Activation value) {
        return withWeighted(network, layer, w -> rebuilt(w, value, w.initializer(), w.bias()));
    }

    static Model.Network withInitializer(Model.Network network, int layer, Initializer value) {
        return withWeighted(network, layer, w -> rebuilt(w, w.activation(), value, w.bias()));
    }

    static Model.Network withBias(Model.Network network, int layer, boolean value) {
        return withWeighted(network, layer, w -> rebuilt(w, w.activation(), w.initializer(), value));
    }

    /// @param size the pieces of a maxout layer, the side of a filter or of a pooling window
    static Model.Network withSize(Model.Network network, int layer, int size) {
        return orSame(network, () -> switch (network.layers().get(layer)) {
            case Layer.Maxout m -> network.withLayer(layer, new Layer.Maxout(m.units(), size, m.activation(),
                    m.initializer(), m.bias(), m.biasInitializer()));
            case Layer.Conv c -> network.withLayer(layer, new Layer.Conv(c.filters(), size, c.stride(), c.padding(),
                    c.activation(), c.initializer(), c.bias(), c.biasInitializer()));
            case Layer.MaxPool p -> network.withLayer(layer,
                    new Layer.MaxPool(size, p.stride() == p.size() ? size : p.stride(), p.rounding()));
            case Layer.Dense _, Layer.Dropout _, Layer.Noise _, Layer.BatchNorm _, Layer.Flatten _ -> network;
        });
    }

    /// Changes a hidden layer's kind; what both kinds have is kept.
    static Model.Network withKind(Model.Network network, int layer, Kind kind) {
        if (layer < 0 || layer >= network.layers().size() - 1 || kind == kind(network.layers().get(layer))) {
            return network;
        }
        Layer.Dense like = network.layers().get(layer) instanceof Layer.Weighted w
                ? new Layer.Dense(Math.max(1, Structure.units(w)), w.activation(), w.initializer(), w.bias(),
                        w.biasInitializer())
                : fresh(network, layer);
        return orSame(network, () -> network.withLayer(layer, ofKind(kind, like)));
    }

    /// @param like what it has in common with another layer
    private static Layer ofKind(Kind kind, Layer.Dense like) {
        return switch (kind) {
            case DENSE -> like;
            case MAXOUT -> new Layer.Maxout(like.units(), 2, like.activation(), like.initializer(), like.bias(),
                    like.biasInitializer());
            case DROPOUT -> new Layer.Dropout(0.2);
            case NOISE -> new Layer.Noise(0.1);
            case CONV -> convolution(Math.min(like.units(), OFFERED_UNITS), like.activation());
            case MAX_POOL -> new Layer.MaxPool(2, 2, Rounding.DOWN);
            case BATCH_NORM -> new Layer.BatchNorm();
            case FLATTEN -> new Layer.Flatten();
        };
    }

    private static Layer.Conv convolution(int filters, Activation activation) {
        return new Layer.Conv(filters, 3, 1, Padding.SAME, activation, Initializer.Standard.GLOROT_UNIFORM, true,
                Initializer.Standard.ZEROS);
    }

    static Kind kind(Layer layer) {
        return switch (layer) {
            case Layer.Maxout _ -> Kind.MAXOUT;
            case Layer.Dropout _ -> Kind.DROPOUT;
            case Layer.Noise _ -> Kind.NOISE;
            case Layer.Dense _ -> Kind.DENSE;
            case Layer.Conv _ -> Kind.CONV;
            case Layer.MaxPool _ -> Kind.MAX_POOL;
            case Layer.BatchNorm _ -> Kind.BATCH_NORM;
            case Layer.Flatten _ -> Kind.FLATTEN;
        };
    }

    /// Sets the rate of the dropout that follows a layer: adds one, changes it, or takes it away at 0.
    static Model.Network withDropout(Model.Network network, int layer, double rate) {
        if (layer < 0 || layer >= network.layers().size() - 1) {
            return network;
        }
        List<Layer> layers = new ArrayList<>(network.layers());
        boolean has = layers.get(layer + 1) instanceof Layer.Dropout;
        return orSame(network, () -> {
            if (has && rate <= 0) {
                layers.remove(layer + 1);
            } else if (has) {
                layers.set(layer + 1, new Layer.Dropout(rate));
            } else if (rate > 0) {
                layers.add(layer + 1, new Layer.Dropout(rate));
            }
            return network.withLayers(layers);
        });
    }

    /// The rate of the dropout that follows a layer; 0 without one.
    static double dropout(Model.Network network, int layer) {
        boolean last = layer + 1 >= network.layers().size();
        return !last && network.layers().get(layer + 1) instanceof Layer.Dropout dropout ? dropout.rate() : 0;
    }

    /// Sets a dropout layer's rate or a noise layer's standard deviation.
    static Model.Network withAmount(Model.Network network, int layer, double amount) {
        return orSame(network, () -> switch (network.layers().get(layer)) {
            case Layer.Dropout _ -> network.withLayer(layer, new Layer.Dropout(amount));
            case Layer.Noise _ -> network.withLayer(layer, new Layer.Noise(amount));
            case Layer.Dense _, Layer.Maxout _, Layer.Conv _, Layer.MaxPool _, Layer.BatchNorm _, Layer.Flatten _ ->
                network;
        });
    }

    /// Inserts a hidden layer like its left neighbor's before layer number `at`.
    static Model.Network inserted(Model.Network network, int at) {
        return inserted(network, at, fresh(network, at));
    }

    /// Inserts a small convolution before layer number `at`, where a dense layer would leave no image.
    static Model.Network convolved(Model.Network network, int at) {
        return inserted(network, at, convolution(8, Activation.RELU));
    }

    /// Inserts a layer of a kind before layer number `at`; a convolution is a small one.
    static Model.Network inserted(Model.Network network, int at, Kind kind) {
        return kind == Kind.CONV ? convolved(network, at) : inserted(network, at, ofKind(kind, fresh(network, at)));
    }

    private static Model.Network inserted(Model.Network network, int at, Layer layer) {
        if (at < 0 || at >= network.layers().size() || !hasRoom(network)) {
            return network;
        }
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.add(at, layer);
        return orSame(network, () -> network.withLayers(layers));
    }

    /// Adds a hidden layer before the output, or takes the last hidden one away.
    static Model.Network withOneMore(Model.Network network) {
        return inserted(network, network.layers().size() - 1);
    }

    static Model.Network withOneLess(Model.Network network) {
        List<Integer> starts = hiddenStarts(network);
        return starts.isEmpty() ? network : removed(network, starts.getLast());
    }

    /// Without a hidden layer and what belongs to it.
    static Model.Network removed(Model.Network network, int layer) {
        if (layer < 0 || layer >= network.layers().size() - 1) {
            return network;
        }
        List<Layer> layers = new ArrayList<>(network.layers());
        layers.subList(layer, blockEnd(network, layer)).clear();
        return orSame(network, () -> network.withLayers(layers));
    }

    /// With a hidden layer and what belongs to it once more, after itself.
    static Model.Network duplicated(Model.Network network, int layer) {
        if (layer < 0 || layer >= network.layers().size() - 1 || !hasRoom(network)) {
            return network;
        }
        List<Layer> layers = new ArrayList<>(network.layers());
        int end = blockEnd(network, layer);
        layers.addAll(end, network.layers().subList(layer, end));
        return orSame(network, () -> network.withLayers(layers));
    }

    /// With a hidden layer and what belongs to it moved before the layer that is now number `before`.
    ///
    /// @param before up to the output's number; a place within the block itself changes nothing
    static Model.Network moved(Model.Network network, int layer, int before) {
        int end = layer < 0 || layer >= network.layers().size() - 1 ? -1 : blockEnd(network, layer);
        if (end < 0 || before < 0 || before > network.layers().size() - 1 || before >= layer && before <= end) {
            return network;
        }
        List<Layer> layers = new ArrayList<>(network.layers());
        List<Layer> block = List.copyOf(layers.subList(layer, end));
        layers.subList(layer, end).clear();
        layers.addAll(movedTo(network, layer, before), block);
        return orSame(network, () -> network.withLayers(layers));
    }

    /// The number that a layer has after it was moved before `before`.
    static int movedTo(Model.Network network, int layer, int before) {
        int end = blockEnd(network, layer);
        if (before >= layer && before <= end) {
            return layer;
        }
        return before > layer ? before - (end - layer) : before;
    }

    /// Where a layer has to go to change places with its left neighbor's block; -1 if it is the first.
    static int beforeLeft(Model.Network network, int layer) {
        if (layer <= 0 || layer >= network.layers().size() - 1) {
            return -1;
        }
        if (Structure.units(network.layers().get(layer)) == 0) {
            return layer - 1;
        }
        int at = layer - 1;
        while (at > 0 && Structure.units(network.layers().get(at)) == 0) {
            at--;
        }
        return at;
    }

    /// Where a layer has to go to change places with its right neighbor's block; -1 if the output follows.
    static int beforeRight(Model.Network network, int layer) {
        if (layer < 0 || layer >= network.layers().size() - 1) {
            return -1;
        }
        int end = blockEnd(network, layer);
        return end >= network.layers().size() - 1 ? -1
                : Structure.units(network.layers().get(layer)) == 0 ? end + 1 : blockEnd(network, end);
    }

    static boolean hasRoom(Model.Network network) {
        return hiddenStarts(network).size() < MOST_HIDDEN && network.layers().size() + 2 <= MOST_LAYERS;
    }

    private static List<Integer> hiddenStarts(Model.Network network) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < network.layers().size() - 1; i++) {
            if (Structure.units(network.layers().get(i)) > 0) {
                starts.add(i);
            }
        }
        return starts;
    }

    /// The number after the last layer of a layer's block; a layer without units is its own block.
    private static int blockEnd(Model.Network network, int layer) {
        int end = layer + 1;
        if (Structure.units(network.layers().get(layer)) > 0) {
            while (end < network.layers().size() - 1 && Structure.units(network.layers().get(end)) == 0) {
                end++;
            }
        }
        return end;
    }

    /// A dense layer like the hidden layer before a place, else like the one after it.
    private static Layer.Dense fresh(Model.Network network, int at) {
        List<Integer> starts = hiddenStarts(network);
        int like = starts.stream().filter(i -> i < at).reduce((a, b) -> b).orElse(starts.isEmpty() ? -1 : starts.getFirst());
        if (like >= 0 && network.layers().get(like) instanceof Layer.Weighted w) {
            return new Layer.Dense(Structure.units(w), w.activation(), w.initializer(), w.bias(), w.biasInitializer());
        }
        return new Layer.Dense(4, Activation.TANH);
    }

    private static Model.Network withWeighted(Model.Network network, int layer,
                                              java.util.function.Function<Layer.Weighted, Layer> change) {
        return orSame(network, () -> layer >= 0 && network.layers().get(layer) instanceof Layer.Weighted weighted
                ? network.withLayer(layer, change.apply(weighted)) : network);
    }

    private static Layer rebuilt(Layer.Weighted layer, Activation activation, Initializer initializer, boolean bias) {
        return switch (layer) {
            case Layer.Dense d -> new Layer.Dense(d.units(), activation, initializer, bias, d.biasInitializer());
            case Layer.Maxout m -> new Layer.Maxout(m.units(), m.pieces(), activation, initializer, bias,
                    m.biasInitializer());
            case Layer.Conv c -> new Layer.Conv(c.filters(), c.kernel(), c.stride(), c.padding(), activation, initializer,
                    bias, c.biasInitializer());
        };
    }

    private static Model.Network orSame(Model.Network network, Supplier<Model.Network> change) {
        try {
            return change.get();
        } catch (InvalidSettingException e) {
            return network;
        }
    }
}
