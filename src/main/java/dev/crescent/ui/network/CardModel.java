package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import org.jspecify.annotations.Nullable;

/// What one card says and allows.
///
/// @param layer its number in the network's layers, -1 for the features
/// @param name such as "tanh"
/// @param activation whose curve it shows; null without one
/// @param count such as "6 units"
/// @param number such as "6", for narrow cards
/// @param title what it is, in full, such as "Hidden layer 1"
record CardModel(Kind kind, int layer, String name, @Nullable Activation activation, String count, String number,
                 String title, int units) {
    /// What a card stands for, which decides what can be done with it.
    enum Kind {
        FEATURES, HIDDEN, OUTPUT, DROPOUT, NOISE, OTHER;

        boolean isPill() {
            return this == DROPOUT || this == NOISE || this == OTHER;
        }

        /// Whether it can be dragged and removed.
        boolean isMovable() {
            return this != FEATURES && this != OUTPUT;
        }
    }

    static CardModel of(Model.Network network, Structure structure, Structure.Item item, Task task) {
        if (item.layer() < 0) {
            int inputs = structure.columns().getFirst().units();
            return new CardModel(Kind.FEATURES, -1, Texts.get("network.features"), null,
                    Texts.get("network.inputs", inputs), Numbers.fixed(inputs, 0), Texts.get("network.features"), inputs);
        }
        Layer layer = network.layers().get(item.layer());
        return switch (layer) {
            case Layer.Dense dense -> weighted(structure, item, dense, dense.units(), task);
            case Layer.Maxout maxout -> weighted(structure, item, maxout, maxout.units(), task);
            case Layer.Conv conv -> weighted(structure, item, conv, conv.filters(), task);
            case Layer.Dropout dropout -> pill(Kind.DROPOUT, item, layer, Numbers.percent(dropout.rate(), 0));
            case Layer.Noise noise -> pill(Kind.NOISE, item, layer, Amounts.text(noise.stddev()));
            case Layer.MaxPool _, Layer.BatchNorm _, Layer.Flatten _ -> pill(Kind.OTHER, item, layer, "");
        };
    }

    private static CardModel weighted(Structure structure, Structure.Item item, Layer.Weighted layer, int units, Task task) {
        boolean output = structure.isOutput(item.column());
        String key = !output ? "network.units" : task == Task.REGRESSION || units == 1 ? "network.outputs"
                : "network.classes";
        String title = output ? Texts.get("network.output") : Texts.get("network.hidden", item.column());
        return new CardModel(output ? Kind.OUTPUT : Kind.HIDDEN, item.layer(), name(layer), layer.activation(),
                Texts.get(key, units), Numbers.fixed(units, 0), title, units);
    }

    private static String name(Layer.Weighted layer) {
        return layer instanceof Layer.Dense ? layer.activation().id() : layer.id();
    }

    private static CardModel pill(Kind kind, Structure.Item item, Layer layer, String amount) {
        String title = switch (kind) {
            case DROPOUT -> Texts.get("network.dropoutLayer");
            case NOISE -> Texts.get("network.noiseLayer");
            case FEATURES, HIDDEN, OUTPUT, OTHER -> layer.id();
        };
        return new CardModel(kind, item.layer(), layer.id(), null, amount, amount, title, 0);
    }
}
