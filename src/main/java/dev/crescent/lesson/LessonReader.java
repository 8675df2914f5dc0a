package dev.crescent.lesson;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads lessons from JSON: a list of scenes, each with an experiment's keys, a caption, a camera and a pace. What a scene
/// changes, it says as a merge patch (RFC 7396) over the scene, or the shipped experiment, that it begins from.
public final class LessonReader {
    /// What the key `format` of every lesson holds.
    public static final String FORMAT = ExperimentReader.LESSON;
    private static final int VERSION = 1;

    private LessonReader() {}

    /// Whether a text is meant to be a lesson, whatever else is wrong with it.
    public static boolean isLesson(String json) {
        try {
            JsonNode format = ExperimentReader.parse(json).get("format");
            return format != null && format.isString() && format.stringValue().equals(FORMAT);
        } catch (InvalidSettingException e) {
            return false;
        }
    }

    /// Whether a file is meant to be a lesson; not if it cannot be read. Reads files.
    public static boolean isLesson(Path file) {
        try {
            return isLesson(ExperimentReader.text(file));
        } catch (ExperimentFileException e) {
            return false;
        }
    }

    /// The lesson in a file.
    ///
    /// @throws ExperimentFileException with one sentence that starts with the file's name
    public static Lesson read(Path file) throws ExperimentFileException {
        try {
            return read(ExperimentReader.text(file));
        } catch (InvalidSettingException e) {
            throw new ExperimentFileException(file + ": " + e.getMessage(), e);
        }
    }

    /// The lesson that a text describes.
    ///
    /// @throws InvalidSettingException with the key or the line and column, and what is wrong there
    public static Lesson read(String json) {
        JsonObject fields = JsonObject.of(json);
        if (!fields.text("format", "").equals(FORMAT)) {
            throw new InvalidSettingException("format", "must be \"" + FORMAT + "\"; this is not a lesson");
        }
        int version = fields.whole("version", VERSION, 1, Integer.MAX_VALUE);
        if (version > VERSION) {
            throw new InvalidSettingException("version", "this lesson is of version " + version
                    + ", this Crescent reads up to " + VERSION + "; open it with a newer Crescent");
        }
        String title = fields.text("title", "");
        List<Scene> scenes = fields.list("scenes", List.of(), LessonReader::scene);
        fields.refuseOthers("a lesson");
        return new Lesson(title, scenes);
    }

    private static Scene scene(JsonNode node, String path) {
        JsonObject fields = new JsonObject(node, path);
        String title = fields.text("title", "");
        String from = fields.text("from", "");
        ObjectNode whole = base(from, title, path + ".from");
        ObjectNode own = (ObjectNode) node.deepCopy();
        own.remove(List.of("title", "from", "then"));
        merge(whole, own);
        List<Beat> beats = new ArrayList<>();
        beats.add(beat(whole, from, path, List.of("from", "then")));
        beats.addAll(fields.list("then", List.of(), (change, at) -> {
            if (!(change instanceof ObjectNode patch)) {
                throw new InvalidSettingException(at, "must be an object in braces");
            }
            merge(whole, patch);
            return beat(whole, from, at, List.of());
        }));
        try {
            return new Scene(title, beats);
        } catch (InvalidSettingException e) {
            throw e.under(path);
        }
    }

    /// What a scene begins from: a shipped experiment without its format and version, or nothing but its title.
    private static ObjectNode base(String from, String title, String path) {
        if (from.isEmpty()) {
            ObjectNode own = (ObjectNode) ExperimentReader.parse("{}");
            return own.put("title", title);
        }
        if (!from.startsWith(Builtins.PREFIX)) {
            throw new InvalidSettingException(path, "must name a shipped experiment such as \"builtin:moons\", is \"" + from + "\"");
        }
        try {
            ObjectNode shipped = (ObjectNode) ExperimentReader.parse(Builtins.json(from));
            shipped.remove(List.of("format", "version", "notes"));
            return shipped;
        } catch (ExperimentFileException e) {
            throw new InvalidSettingException(path, String.valueOf(e.getMessage()));
        }
    }

    /// @param more keys that stand beside those of an experiment there
    private static Beat beat(ObjectNode whole, String from, String path, List<String> more) {
        JsonObject fields = new JsonObject(whole.deepCopy(), "");
        try {
            String caption = fields.text("caption", "");
            Camera camera = camera(fields.object("camera"));
            Pace pace = pace(fields.object("pace"));
            Experiment experiment = ExperimentReader.read(fields);
            fields.refuseOthers("a scene", more);
            ShotChecks.check(camera, experiment);
            return new Beat(caption, camera, pace, from.isEmpty() ? experiment : Builtins.located(experiment), from);
        } catch (InvalidSettingException e) {
            throw e.under(path);
        }
    }

    private static Camera camera(@Nullable JsonObject fields) {
        if (fields == null) {
            return Camera.USUAL;
        }
        List<Shot> shots = fields.list("views", Camera.USUAL.shots(), LessonReader::shot);
        boolean readout = fields.flag("readout", false);
        fields.refuseOthers("a camera");
        return fields.make(() -> new Camera(shots, readout));
    }

    private static Shot shot(JsonNode node, String path) {
        JsonObject fields = new JsonObject(node, path);
        Shot.View view = fields.named("view", Shot.View.class, Shot.View.OUTPUT);
        double share = fields.number("share", 1);
        double zoom = fields.number("zoom", 1);
        double layer = fields.number("layer", -1);
        int sample = fields.whole("sample", 0, 0, Integer.MAX_VALUE);
        fields.refuseOthers("a view");
        return fields.make(() -> new Shot(view, share, zoom, layer, sample));
    }

    private static Pace pace(@Nullable JsonObject fields) {
        if (fields == null) {
            return Pace.USUAL;
        }
        double steps = fields.number("stepsPerSecond", Pace.USUAL.stepsPerSecond());
        int epochs = fields.whole("epochs", Pace.USUAL.epochs(), 0, Integer.MAX_VALUE);
        boolean autoStart = fields.flag("autoStart", true);
        fields.refuseOthers("a pace");
        return fields.make(() -> new Pace(steps, epochs, autoStart));
    }

    /// A merge patch, RFC 7396: objects are merged key by key, null removes a key, all else replaces.
    private static void merge(ObjectNode target, ObjectNode patch) {
        for (String key : List.copyOf(patch.propertyNames())) {
            JsonNode change = patch.get(key);
            if (change.isNull()) {
                target.remove(key);
            } else if (change instanceof ObjectNode inner && target.get(key) instanceof ObjectNode known) {
                merge(known, inner);
            } else {
                target.set(key, change.deepCopy());
            }
        }
    }
}
