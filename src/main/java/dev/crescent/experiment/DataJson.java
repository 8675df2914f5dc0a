package dev.crescent.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The `data` of an experiment file. A source's own keys stand beside those that every source has.
final class DataJson {
    private static final Map<String, Function<JsonObject, Source>> SOURCES = sources();

    private DataJson() {}

    static Data read(@Nullable JsonObject fields) {
        if (fields == null) {
            return Experiment.defaults().data();
        }
        Source source = fields.choice("source", PointSet.MOONS.id(), SOURCES).apply(fields);
        long seed = fields.whole("seed", 1);
        double testFraction = fields.number("testFraction", defaultTestFraction(source));
        Scaling scaling = fields.named("scaling", Scaling.class, defaultScaling(source));
        fields.refuseOthers("the data source " + source.id());
        return fields.make(() -> new Data(source, seed, testFraction, scaling));
    }

    static void write(Data data, ObjectNode into) {
        into.put("source", data.source().id());
        switch (data.source()) {
            case Source.Points(PointSet _, int samples, double noise) ->
                into.put("samples", samples).put("noise", noise);
            case Source.Painted(List<PaintedPoint> points) -> {
                ArrayNode list = into.putArray("points");
                points.forEach(p -> list.addArray().add(p.x1()).add(p.x2()).add(p.label()));
            }
            case Source.Csv csv -> writeCsv(csv, into);
            case Source.Digits(int samples, boolean fresh) -> into.put("samples", samples).put("fresh", fresh);
            case Source.Images(ImageSet _, String path, int limit) -> into.put("path", path).put("limit", limit);
        }
        into.put("seed", data.seed());
        into.put("testFraction", data.testFraction());
        into.put("scaling", data.scaling().id());
    }

    private static double defaultTestFraction(Source source) {
        return switch (source) {
            case Source.Points _, Source.Painted _ -> 0.5;
            case Source.Csv _ -> 0.25;
            case Source.Digits _, Source.Images _ -> 0.1;
        };
    }

    private static Scaling defaultScaling(Source source) {
        return switch (source) {
            case Source.Points _, Source.Painted _, Source.Csv _ -> Scaling.NONE;
            case Source.Digits _, Source.Images _ -> Scaling.UNIT;
        };
    }

    private static Map<String, Function<JsonObject, Source>> sources() {
        Map<String, Function<JsonObject, Source>> table = new LinkedHashMap<>();
        for (PointSet set : PointSet.values()) {
            table.put(set.id(), fields -> points(set, fields));
        }
        table.put("painted", DataJson::painted);
        table.put("csv", DataJson::csv);
        table.put("digits", DataJson::digits);
        for (ImageSet set : ImageSet.values()) {
            table.put(set.id(), fields -> images(set, fields));
        }
        return table;
    }

    private static Source points(PointSet set, JsonObject fields) {
        int samples = fields.whole("samples", 500, 2, 1_000_000);
        double noise = fields.number("noise", 0.1);
        return fields.make(() -> new Source.Points(set, samples, noise));
    }

    private static Source painted(JsonObject fields) {
        List<PaintedPoint> points = fields.list("points", List.of(), DataJson::paintedPoint);
        return fields.make(() -> new Source.Painted(points));
    }

    private static PaintedPoint paintedPoint(JsonNode node, String path) {
        if (!node.isArray() || node.size() != 3) {
            throw new InvalidSettingException(path, "must be [x1, x2, class], is "
                    + (node.isArray() ? "a list of " + node.size() : JsonObject.excerpt(node)));
        }
        double x1 = JsonObject.numberOf(node.get(0), path + "[0]");
        double x2 = JsonObject.numberOf(node.get(1), path + "[1]");
        int label = (int) JsonObject.wholeOf(node.get(2), path + "[2]", 0, PaintedPoint.MAX_CLASSES - 1);
        return JsonObject.under(path, () -> new PaintedPoint(x1, x2, label));
    }

    private static Source csv(JsonObject fields) {
        String path = fields.text("path", "");
        String target = fields.text("target", "");
        Task task = fields.named("task", Task.class, Task.CLASSIFICATION);
        List<String> columns = fields.list("columns", List.of(), JsonObject::textOf);
        List<Integer> shape = fields.list("shape", List.of(),
                (node, where) -> (int) JsonObject.wholeOf(node, where, 1, 4096));
        String testPath = fields.textOrNull("testPath");
        Gaps gaps = fields.named("gaps", Gaps.class, Gaps.REFUSE);
        double targetUnit = fields.number("targetUnit", 1);
        return fields.make(() -> new Source.Csv(path, target, task, columns, shape, testPath, gaps, targetUnit));
    }

    private static void writeCsv(Source.Csv csv, ObjectNode into) {
        into.put("path", csv.path()).put("target", csv.target()).put("task", csv.task().id());
        ArrayNode columns = into.putArray("columns");
        csv.columns().forEach(columns::add);
        ArrayNode shape = into.putArray("shape");
        csv.shape().forEach(shape::add);
        into.put("testPath", csv.testPath());
        // Keys that few files need, and no earlier reader knows.
        if (csv.gaps() != Gaps.REFUSE) {
            into.put("gaps", csv.gaps().id());
        }
        if (csv.targetUnit() != 1) {
            into.put("targetUnit", csv.targetUnit());
        }
    }

    private static Source digits(JsonObject fields) {
        int samples = fields.whole("samples", 10_000, 10, Source.Digits.MOST_SAMPLES);
        boolean fresh = fields.flag("fresh", false);
        return fields.make(() -> new Source.Digits(samples, fresh));
    }

    private static Source images(ImageSet set, JsonObject fields) {
        String path = fields.textOrNull("path");
        int limit = fields.whole("limit", 0, 0, 10_000_000);
        return fields.make(() -> new Source.Images(set, path, limit));
    }
}
