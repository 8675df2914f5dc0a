package dev.crescent.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One of `model.layers` in an experiment file, and its initializers.
final class LayerJson {
    private static final Map<String, Function<JsonObject, Layer>> LAYERS = JsonObject.table(List.of(
            Map.entry("dense", LayerJson::dense),
            Map.entry("conv", LayerJson::conv),
            Map.entry("max-pool", LayerJson::maxPool),
            Map.entry("dropout", LayerJson::dropout),
            Map.entry("noise", LayerJson::noise),
            Map.entry("batch-norm", _ -> new Layer.BatchNorm()),
            Map.entry("maxout", LayerJson::maxout),
            Map.entry("flatten", _ -> new Layer.Flatten())));

    private static final Map<String, Function<JsonObject, Initializer>> INITIALIZERS = initializers();

    private LayerJson() {}

    static Layer read(JsonObject fields) {
        Layer layer = fields.choice("type", "dense", LAYERS).apply(fields);
        fields.refuseOthers("the layer type " + layer.id());
        return layer;
    }

    static void write(Layer layer, ObjectNode into) {
        into.put("type", layer.id());
        switch (layer) {
            case Layer.Dense dense -> into.put("units", dense.units());
            case Layer.Conv conv -> into.put("filters", conv.filters()).put("kernel", conv.kernel())
                    .put("stride", conv.stride()).put("padding", conv.padding().id());
            case Layer.Maxout maxout -> into.put("units", maxout.units()).put("pieces", maxout.pieces());
            case Layer.MaxPool(int size, int stride, Rounding rounding) ->
                into.put("size", size).put("stride", stride).put("rounding", rounding.id());
            case Layer.Dropout(double rate) -> into.put("rate", rate);
            case Layer.Noise(double stddev) -> into.put("stddev", stddev);
            case Layer.BatchNorm _, Layer.Flatten _ -> { }
        }
        if (layer instanceof Layer.Weighted weighted) {
            into.put("activation", weighted.activation().id());
            writeInitializer("initializer", weighted.initializer(), into);
            into.put("bias", weighted.bias());
            writeInitializer("biasInitializer", weighted.biasInitializer(), into);
        }
    }

    private static Layer dense(JsonObject fields) {
        int units = fields.whole("units", 4, 1, Layer.MOST_UNITS);
        Weights w = Weights.read(fields);
        return fields.make(() -> new Layer.Dense(units, w.activation, w.initializer, w.bias, w.biasInitializer));
    }

    private static Layer conv(JsonObject fields) {
        int filters = fields.whole("filters", 8, 1, Layer.MOST_FILTERS);
        int kernel = fields.whole("kernel", 3, 1, 31);
        int stride = fields.whole("stride", 1, 1, 31);
        Padding padding = fields.named("padding", Padding.class, Padding.VALID);
        Weights w = Weights.read(fields);
        return fields.make(() -> new Layer.Conv(filters, kernel, stride, padding, w.activation, w.initializer, w.bias,
                w.biasInitializer));
    }

    private static Layer maxPool(JsonObject fields) {
        int size = fields.whole("size", 2, 1, 31);
        int stride = fields.whole("stride", size, 1, 31);
        Rounding rounding = fields.named("rounding", Rounding.class, Rounding.DOWN);
        return fields.make(() -> new Layer.MaxPool(size, stride, rounding));
    }

    private static Layer dropout(JsonObject fields) {
        double rate = fields.number("rate", 0.5);
        return fields.make(() -> new Layer.Dropout(rate));
    }

    private static Layer noise(JsonObject fields) {
        double stddev = fields.number("stddev", 0.1);
        return fields.make(() -> new Layer.Noise(stddev));
    }

    private static Layer maxout(JsonObject fields) {
        int units = fields.whole("units", 4, 1, Layer.MOST_UNITS);
        int pieces = fields.whole("pieces", 2, 2, 16);
        Weights w = Weights.read(fields);
        return fields.make(() -> new Layer.Maxout(units, pieces, w.activation, w.initializer, w.bias,
                w.biasInitializer));
    }

    /// The keys that every layer with weights has.
    private record Weights(Activation activation, Initializer initializer, boolean bias, Initializer biasInitializer) {
        static Weights read(JsonObject fields) {
            return new Weights(
                    fields.named("activation", Activation.class, Activation.LINEAR),
                    readInitializer(fields, "initializer", Initializer.Standard.GLOROT_UNIFORM),
                    fields.flag("bias", true),
                    readInitializer(fields, "biasInitializer", Initializer.Standard.ZEROS));
        }
    }

    /// A name, or an object with `type` and the parameter of that type.
    private static Initializer readInitializer(JsonObject layer, String key, Initializer otherwise) {
        JsonNode value = layer.value(key);
        if (value == null) {
            return otherwise;
        }
        if (value.isString()) {
            String id = value.stringValue();
            return Named.find(Initializer.Standard.class, id).orElseThrow(() -> new InvalidSettingException(
                    layer.path(key), "is " + JsonObject.excerpt(value) + ", must be one of "
                            + Named.list(Initializer.Standard.class)
                            + ", or an object such as {\"type\": \"normal\", \"stddev\": 0.01}"));
        }
        JsonObject fields = new JsonObject(value, layer.path(key));
        Initializer initializer = fields.choice("type", otherwise.id(), INITIALIZERS).apply(fields);
        fields.refuseOthers("the initializer " + initializer.id());
        return initializer;
    }

    private static Map<String, Function<JsonObject, Initializer>> initializers() {
        Map<String, Function<JsonObject, Initializer>> table = new LinkedHashMap<>();
        for (Initializer.Standard standard : Initializer.Standard.values()) {
            table.put(standard.id(), _ -> standard);
        }
        table.put("normal", fields -> {
            double stddev = fields.number("stddev", 0.01);
            return fields.make(() -> new Initializer.Normal(stddev));
        });
        table.put("uniform", fields -> {
            double limit = fields.number("limit", 0.5);
            return fields.make(() -> new Initializer.Uniform(limit));
        });
        table.put("constant", fields -> {
            double constant = fields.number("value", 0.1);
            return fields.make(() -> new Initializer.Constant(constant));
        });
        return table;
    }

    private static void writeInitializer(String key, Initializer initializer, ObjectNode into) {
        switch (initializer) {
            case Initializer.Standard standard -> into.put(key, standard.id());
            case Initializer.Normal(double stddev) ->
                into.putObject(key).put("type", initializer.id()).put("stddev", stddev);
            case Initializer.Uniform(double limit) ->
                into.putObject(key).put("type", initializer.id()).put("limit", limit);
            case Initializer.Constant(double value) ->
                into.putObject(key).put("type", initializer.id()).put("value", value);
        }
    }
}
