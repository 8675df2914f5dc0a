package dev.crescent.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The `model` of an experiment file.
final class ModelJson {
    private static final Map<String, Function<JsonObject, Model>> MODELS = JsonObject.table(List.of(
            Map.entry("network", ModelJson::network),
            Map.entry("perceptron", _ -> new Model.Perceptron()),
            Map.entry("nearest-neighbors", fields -> {
                int k = fields.whole("k", 1, 1, 1000);
                return fields.make(() -> new Model.NearestNeighbors(k));
            }),
            Map.entry("k-means", fields -> {
                int k = fields.whole("k", 3, 1, 1000);
                return fields.make(() -> new Model.KMeans(k));
            }),
            Map.entry("circle-rule", ModelJson::circleRule),
            Map.entry("linear-regression", _ -> new Model.LinearRegression())));

    private ModelJson() {}

    static Model read(@Nullable JsonObject fields) {
        if (fields == null) {
            return Experiment.defaults().model();
        }
        Model model = fields.choice("type", "network", MODELS).apply(fields);
        fields.refuseOthers("the model type " + model.id());
        return model;
    }

    static void write(Model model, ObjectNode into) {
        into.put("type", model.id());
        switch (model) {
            case Model.Network(long seed, List<Layer> layers) -> {
                into.put("seed", seed);
                ArrayNode list = into.putArray("layers");
                layers.forEach(layer -> LayerJson.write(layer, list.addObject()));
            }
            case Model.NearestNeighbors(int k) -> into.put("k", k);
            case Model.KMeans(int k) -> into.put("k", k);
            case Model.CircleRule(double x1, double x2, double inner, double outer) -> {
                into.putArray("center").add(x1).add(x2);
                into.put("inner", inner).put("outer", outer);
            }
            case Model.Perceptron _, Model.LinearRegression _ -> { }
        }
    }

    private static Model network(JsonObject fields) {
        long seed = fields.whole("seed", 1);
        List<Layer> layers = fields.list("layers", ((Model.Network) Experiment.defaults().model()).layers(),
                (node, path) -> LayerJson.read(new JsonObject(node, path)));
        return fields.make(() -> new Model.Network(seed, layers));
    }

    private static Model circleRule(JsonObject fields) {
        JsonNode value = fields.value("center");
        List<Double> center = value == null
                ? List.of(0.5, 0.5)
                : JsonObject.listOf(value, fields.path("center"), JsonObject::numberOf);
        if (center.size() != 2) {
            throw new InvalidSettingException(fields.path("center"),
                    "must be [x1, x2], is a list of " + center.size());
        }
        double inner = fields.number("inner", 0.1);
        double outer = fields.number("outer", 0.3);
        return fields.make(() -> new Model.CircleRule(center.get(0), center.get(1), inner, outer));
    }
}
