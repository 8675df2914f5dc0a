package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.ShapeText;
import dev.crescent.ui.Texts;
import org.jspecify.annotations.Nullable;

/// What one card says and allows.
///
/// @param layer its number in the network's layers, -1 for the features
/// @param name such as "tanh"
/// @param shortName for cards that have no room for the whole one
/// @param activation whose curve it shows; null without one
/// @param count such as "6 units"
/// @param number such as "6", for narrow cards
/// @param title what it is, in full, such as "Hidden layer 1"
/// @param most units or filters that the layer can have
/// @param detail a sentence on what layers for images do and give out; empty for others
record CardModel(Kind kind, int layer, String name, String shortName, @Nullable Activation activation, String count,
                 String number, String title, int units, int most, String detail) {
    /// What a card stands for, which decides what can be done with it.
    enum Kind {
        FEATURES, HIDDEN, OUTPUT, DROPOUT, NOISE, POOL, OTHER;

        boolean isPill() {
            return this == DROPOUT || this == NOISE || this == POOL || this == OTHER;
        }

        /// Whether it can be dragged and removed.
        boolean isMovable() {
            return this != FEATURES && this != OUTPUT;
        }
    }

    static CardModel of(Model.Network network, Structure structure, Structure.Item item, Task task) {
        if (item.layer() < 0) {
            return input(structure);
        }
        Layer layer = network.layers().get(item.layer());
        return switch (layer) {
            case Layer.Dense dense -> weighted(structure, item, dense, dense.units(), task);
            case Layer.Maxout maxout -> weighted(structure, item, maxout, maxout.units(), task);
            case Layer.Conv conv -> conv(structure, item, conv);
            case Layer.Dropout dropout -> pill(Kind.DROPOUT, item, layer, Numbers.percent(dropout.rate(), 0), "");
            case Layer.Noise noise -> pill(Kind.NOISE, item, layer, Amounts.text(noise.stddev()), "");
            case Layer.MaxPool pool -> pill(Kind.POOL, item, layer, Texts.get("network.size", pool.size()),
                    Texts.get("network.detail.max-pool", pool.size(), shape(structure, item.layer())));
            case Layer.BatchNorm _ -> pill(Kind.OTHER, item, layer, "", Texts.get("network.detail.batch-norm"));
            case Layer.Flatten _ -> pill(Kind.OTHER, item, layer, "",
                    Texts.get("network.detail.flatten", shape(structure, item.layer())));
        };
    }

    private static CardModel input(Structure structure) {
        if (structure.seesImages()) {
            String size = ShapeText.of(structure.inputShape());
            return new CardModel(Kind.FEATURES, -1, Texts.get("network.image"), Texts.get("network.image"), null, size,
                    Numbers.fixed(structure.inputShape().get(1), 0), Texts.get("network.image"), 1, 1,
                    Texts.get("network.detail.image", size));
        }
        int inputs = structure.columns().getFirst().units();
        return new CardModel(Kind.FEATURES, -1, Texts.get("network.features"), Texts.get("network.features"), null,
                Texts.get("network.inputs", inputs), Numbers.fixed(inputs, 0), Texts.get("network.features"), inputs, inputs,
                "");
    }

    private static CardModel weighted(Structure structure, Structure.Item item, Layer.Weighted layer, int units, Task task) {
        boolean output = structure.isOutput(item.column());
        String key = !output ? "network.units" : task == Task.REGRESSION || units == 1 ? "network.outputs"
                : "network.classes";
        String title = output ? Texts.get("network.output") : Texts.get("network.hidden", item.column());
        return new CardModel(output ? Kind.OUTPUT : Kind.HIDDEN, item.layer(), name(layer),
                layer instanceof Layer.Maxout ? Texts.get("network.shortName.maxout") : name(layer), layer.activation(),
                Texts.get(key, units), Numbers.fixed(units, 0), title, units,
                NetworkEdits.mostUnits(layer), "");
    }

    private static CardModel conv(Structure structure, Structure.Item item, Layer.Conv conv) {
        String shape = shape(structure, item.layer());
        return new CardModel(Kind.HIDDEN, item.layer(), Texts.get("network.conv", conv.kernel()),
                Texts.get("network.shortName.conv"), conv.activation(),
                Texts.get("network.filters", conv.filters()), Numbers.fixed(conv.filters(), 0),
                Texts.get("network.hidden", item.column()), conv.filters(), NetworkEdits.mostUnits(conv),
                Texts.get("network.detail.conv", conv.kernel(), Texts.get("network.filters", conv.filters()),
                        conv.padding().id(), shape));
    }

    private static String name(Layer.Weighted layer) {
        return layer instanceof Layer.Dense ? layer.activation().id() : layer.id();
    }

    /// What a layer gives out, such as "8 x 28 x 28"; empty where that is not known.
    private static String shape(Structure structure, int layer) {
        return layer < structure.shapes().size() ? ShapeText.of(structure.shapes().get(layer)) : "";
    }

    private static CardModel pill(Kind kind, Structure.Item item, Layer layer, String amount, String detail) {
        String title = switch (kind) {
            case DROPOUT -> Texts.get("network.dropoutLayer");
            case NOISE -> Texts.get("network.noiseLayer");
            case POOL -> Texts.get("network.poolLayer");
            case FEATURES, HIDDEN, OUTPUT, OTHER -> Texts.get("network.title." + layer.id());
        };
        return new CardModel(kind, item.layer(), layer.id(), layer.id(), null, amount, amount, title, 0, 0, detail);
    }
}
