package dev.crescent.export;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.JsonObject;
import dev.crescent.experiment.JsonText;
import dev.crescent.train.History;
import dev.crescent.train.Progress;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The numbers of [Progress] that no table holds, as JSON.
final class ProgressJson {
    private static final String FORMAT = "crescent-progress";
    private static final int VERSION = 1;
    private static final int MOST_VECTORS = 8;
    private static final int MOST_MARKS = 1000;

    private ProgressJson() {}

    /// @param optimizerStep steps that the optimizer knows of
    /// @param since as [dev.crescent.engine.OptimizerState#since]
    /// @param vectors how many it remembers
    /// @param spacing as [History#spacing]
    /// @param own how many samples of the user's own there are
    record Read(long step, double epoch, List<Integer> inputShape, long optimizerStep, long since, int vectors, double spacing,
                List<History.Mark> marks, int own) {
        Read {
            inputShape = List.copyOf(inputShape);
            marks = List.copyOf(marks);
        }
    }

    static String write(Progress progress) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("version", VERSION);
        root.put("step", progress.step());
        root.put("epoch", progress.epoch());
        ArrayNode shape = root.putArray("inputShape");
        progress.inputShape().forEach(shape::add);
        ObjectNode optimizer = root.putObject("optimizer");
        optimizer.put("step", progress.optimizer().step());
        optimizer.put("since", progress.optimizer().since());
        optimizer.put("vectors", progress.optimizer().vectors().size());
        ObjectNode history = root.putObject("history");
        history.put("spacing", progress.history().spacing());
        ArrayNode marks = history.putArray("marks");
        progress.history().marks().forEach(mark -> marks.addObject().put("epoch", mark.epoch()).put("text", mark.text()));
        root.put("ownSamples", progress.own().count());
        return JsonText.print(root);
    }

    /// @throws InvalidSettingException with the key, and what is wrong there
    static Read read(JsonObject json) {
        if (!json.text("format", "").equals(FORMAT)) {
            throw new InvalidSettingException("format", "must be \"" + FORMAT + "\"");
        }
        int version = json.whole("version", VERSION, 1, Integer.MAX_VALUE);
        if (version > VERSION) {
            throw new InvalidSettingException("version", "is " + version + ", this Crescent reads up to " + VERSION
                    + "; open it with a newer Crescent");
        }
        JsonObject optimizer = part(json, "optimizer");
        JsonObject history = part(json, "history");
        Read read = new Read(json.whole("step", 0), json.number("epoch", 0),
                json.list("inputShape", List.of(), (node, path) -> (int) JsonObject.wholeOf(node, path, 1, 1 << 20)),
                optimizer.whole("step", 0), optimizer.whole("since", 0), optimizer.whole("vectors", 0, 0, MOST_VECTORS),
                history.number("spacing", 0), history.list("marks", List.of(), (node, path) -> mark(new JsonObject(node, path))),
                json.whole("ownSamples", 0, 0, OwnDrawings.MOST));
        optimizer.refuseOthers("an optimizer's memory");
        history.refuseOthers("a history");
        json.refuseOthers("a training's progress");
        if (read.marks.size() > MOST_MARKS) {
            throw new InvalidSettingException("history.marks", "has more than " + MOST_MARKS + " marks");
        }
        return read;
    }

    private static JsonObject part(JsonObject json, String key) {
        JsonObject part = json.object(key);
        if (part == null) {
            throw new InvalidSettingException(key, "is missing");
        }
        return part;
    }

    private static History.Mark mark(JsonObject json) {
        History.Mark mark = new History.Mark(json.number("epoch", 0), json.text("text", ""));
        json.refuseOthers("a mark");
        return mark;
    }
}
