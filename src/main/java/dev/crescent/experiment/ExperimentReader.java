package dev.crescent.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads experiments from JSON. A missing key has its default; an unknown or repeated one, a wrong type and a value
/// out of range are errors that name the key.
public final class ExperimentReader {
    /// What the key `format` of every experiment file holds.
    static final String FORMAT = "crescent-experiment";

    /// The newest version of the format that can be read, and the one that is written.
    static final int VERSION = 1;

    private static final int LARGEST_FILE = 64 << 20;
    private static final int DEEPEST_NESTING = 32;
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property (\".*\")", Pattern.DOTALL);

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST_NESTING).build())
                    .build())
            .build();

    private ExperimentReader() {}

    /// The experiment that the text of a `.crescent` file describes.
    ///
    /// @throws InvalidSettingException with the key or the line and column, and what is wrong there
    public static Experiment read(String json) {
        JsonObject fields = new JsonObject(parse(json), "");
        checkFormat(fields);
        Experiment read = read(fields);
        fields.refuseOthers("an experiment");
        return read;
    }

    /// The experiment that some of an object's keys describe; those that are missing have their defaults.
    ///
    /// @throws InvalidSettingException with the key, and what is wrong there
    public static Experiment read(JsonObject fields) {
        Experiment otherwise = Experiment.defaults();
        String titled = fields.text("title", "");
        boolean untitled = fields.value("title") == null;
        String notes = fields.text("notes", otherwise.notes());
        Data data = DataJson.read(fields.object("data"));
        String title = untitled ? title(data.source()) : titled;
        List<String> features = fields.list("features", otherwise.features(), JsonObject::textOf);
        Model model = ModelJson.read(fields.object("model"));
        Training training = TrainingJson.read(fields.object("training"));
        Device device = fields.named("device", Device.class, otherwise.device());
        return new Experiment(title, notes, data, features, model, training, device);
    }

    /// What an experiment without a title is called: after its data.
    private static String title(Source source) {
        Experiment otherwise = Experiment.defaults();
        if (source instanceof Source.Csv table) {
            String name = table.path().substring(1 + Math.max(table.path().lastIndexOf('/'), table.path().lastIndexOf('\\')));
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        }
        return source.id().equals(otherwise.data().source().id()) ? otherwise.title()
                : source.id().substring(0, 1).toUpperCase(Locale.ROOT) + source.id().substring(1).replace('-', ' ');
    }

    /// The experiment in a file.
    ///
    /// @throws ExperimentFileException with one sentence that starts with the file's name
    public static Experiment read(Path file) throws ExperimentFileException {
        try {
            return read(text(file));
        } catch (InvalidSettingException e) {
            throw new ExperimentFileException(file + ": " + e.getMessage(), e);
        }
    }

    /// The text of a file.
    ///
    /// @throws ExperimentFileException with one sentence that starts with the file's name
    public static String text(Path file) throws ExperimentFileException {
        if (file.toString().isEmpty()) {
            throw new ExperimentFileException("The name of the experiment file is empty; name one");
        }
        if (Files.isDirectory(file)) {
            throw new ExperimentFileException(file + ": is a folder, choose an experiment file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new ExperimentFileException(
                        file + ": is larger than the " + (LARGEST_FILE >> 20) + " MB that an experiment may have");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (NoSuchFileException e) {
            throw new ExperimentFileException(file + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new ExperimentFileException(file + ": may not be read, its permissions forbid it", e);
        } catch (CharacterCodingException e) {
            throw new ExperimentFileException(file + ": is neither an archive nor text in UTF-8; choose another copy of the file, or save it as UTF-8", e);
        } catch (IOException e) {
            throw new ExperimentFileException(file + ": cannot be read, " + e.getMessage(), e);
        }
    }

    /// A JSON text, in which no key is there twice.
    ///
    /// @throws InvalidSettingException with the line and column, and what is wrong there
    public static JsonNode parse(String json) {
        // Editors on Windows put a byte order mark in front.
        String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
        try {
            JsonNode root = MAPPER.readTree(text);
            if (root.isMissingNode()) {
                throw new InvalidSettingException("", "the file is empty, the shortest experiment is"
                        + " {\"format\": \"" + FORMAT + "\", \"version\": " + VERSION + "}");
            }
            return root;
        } catch (JacksonException e) {
            throw syntaxError(e);
        }
    }

    private static InvalidSettingException syntaxError(JacksonException e) {
        @Nullable TokenStreamLocation at = e.getLocation();
        String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
        String message = e.getOriginalMessage();
        Matcher duplicate = DUPLICATE.matcher(message);
        if (duplicate.find()) {
            String key = duplicate.group(1);
            return new InvalidSettingException(place, "the key "
                    + JsonText.quote(key.substring(1, key.length() - 1)) + " is there twice, keep one");
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return new InvalidSettingException(place, "the text ends before the JSON is complete");
        }
        if (message.startsWith("Trailing token")) {
            return new InvalidSettingException(place, "the JSON is complete, but more text follows; remove it");
        }
        if (e instanceof StreamConstraintsException && message.contains("nesting")) {
            return new InvalidSettingException(place,
                    "is nested deeper than the " + DEEPEST_NESTING + " levels that an experiment may have");
        }
        if (at != null && at.getLineNr() == 1 && at.getColumnNr() == 1) {
            return new InvalidSettingException(place, "the text is not JSON; choose an experiment file, as Crescent writes them");
        }
        return new InvalidSettingException(place, "the text is not JSON here; look for a quote, a comma or a brace that is"
                + " missing or too much just before, or choose a file that Crescent wrote");
    }

    /// What the key `format` of a lesson holds, which is no experiment.
    public static final String LESSON = "crescent-lesson";

    private static void checkFormat(JsonObject fields) {
        JsonNode format = fields.value("format");
        if (format != null && format.isString() && format.stringValue().equals(LESSON)) {
            throw new InvalidSettingException("format", "is \"" + LESSON
                    + "\": this file is a lesson, to be presented in the window; open it there, as with crescent FILE");
        }
        if (format == null || !format.isString() || !format.stringValue().equals(FORMAT)) {
            throw new InvalidSettingException("format", "must be \"" + FORMAT + "\", is "
                    + (format == null ? "missing" : JsonObject.excerpt(format)) + "; this is not an experiment file");
        }
        JsonNode version = fields.value("version");
        if (version == null) {
            throw new InvalidSettingException("version", "must be " + VERSION + ", is missing");
        }
        long number = JsonObject.wholeOf(version, "version", 1, Integer.MAX_VALUE);
        if (number > VERSION) {
            throw new InvalidSettingException("version", "this file is of version " + number
                    + ", this Crescent reads up to " + VERSION + "; open it with a newer Crescent");
        }
    }
}
