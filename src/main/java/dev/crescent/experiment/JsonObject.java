package dev.crescent.experiment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One object of a JSON file while it is read: knows its path, and which of its keys were asked for, so that a key
/// nobody asked for is an error.
public final class JsonObject {
    private static final int LONGEST_EXCERPT = 60;
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final JsonNode node;
    private final String path;
    private final Set<String> asked = new LinkedHashSet<>();

    /// @param path where the object is, as keys from the top; empty for the top itself
    public JsonObject(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new InvalidSettingException(path, "must be an object in braces, is " + excerpt(node));
        }
        this.node = node;
        this.path = path;
    }

    /// The object that a JSON text is.
    ///
    /// @throws InvalidSettingException with the line and column, and what is wrong there
    public static JsonObject of(String json) {
        return new JsonObject(ExperimentReader.parse(json), "");
    }

    /// The value of a key, null if the key is missing. From now on the key is a known one.
    @Nullable JsonNode value(String key) {
        asked.add(key);
        return node.get(key);
    }

    /// All of its keys.
    public List<String> keys() {
        return List.copyOf(node.propertyNames());
    }

    /// The path of a key from the top.
    String path(String key) {
        String shown = PLAIN_KEY.matcher(key).matches() ? key : excerpt(key);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /// A text; `otherwise` if the key is missing.
    public String text(String key, String otherwise) {
        JsonNode value = value(key);
        return value == null ? otherwise : textOf(value, path(key));
    }

    /// A text that may be missing or `null`.
    @Nullable String textOrNull(String key) {
        JsonNode value = value(key);
        return value == null || value.isNull() ? null : textOf(value, path(key));
    }

    /// True or false; `otherwise` if the key is missing.
    public boolean flag(String key, boolean otherwise) {
        JsonNode value = value(key);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new InvalidSettingException(path(key), "must be true or false, is " + excerpt(value));
        }
        return value.booleanValue();
    }

    /// A number; `otherwise` if the key is missing.
    public double number(String key, double otherwise) {
        JsonNode value = value(key);
        return value == null ? otherwise : numberOf(value, path(key));
    }

    /// A whole number from `low` to `high`; `otherwise` if the key is missing.
    public int whole(String key, int otherwise, int low, int high) {
        JsonNode value = value(key);
        return value == null ? otherwise : (int) wholeOf(value, path(key), low, high);
    }

    /// A whole number; `otherwise` if the key is missing.
    public long whole(String key, long otherwise) {
        JsonNode value = value(key);
        return value == null ? otherwise : wholeOf(value, path(key), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /// One of the names of a type; `otherwise` if the key is missing.
    public <E extends Enum<E> & Named> E named(String key, Class<E> type, E otherwise) {
        String id = text(key, otherwise.id());
        return Named.find(type, id).orElseThrow(() -> noneOf(key, id, Named.list(type)));
    }

    /// What belongs to the name that the key holds.
    <T> T choice(String key, String otherwise, Map<String, T> choices) {
        String id = text(key, otherwise);
        T chosen = choices.get(id);
        if (chosen == null) {
            throw noneOf(key, id, String.join(", ", choices.keySet()));
        }
        return chosen;
    }

    /// An object; null if the key is missing.
    public @Nullable JsonObject object(String key) {
        JsonNode value = value(key);
        return value == null ? null : new JsonObject(value, path(key));
    }

    /// The items of a list.
    ///
    /// @param item reads one, given its path such as `model.layers[2]`
    public <T> List<T> list(String key, List<T> otherwise, Item<T> item) {
        JsonNode value = value(key);
        return value == null ? otherwise : listOf(value, path(key), item);
    }

    /// Makes a record of what was read; a value that the record refuses is reported with its full path.
    public <T> T make(Supplier<T> maker) {
        return under(path, maker);
    }

    /// Refuses keys that nobody asked for.
    ///
    /// @param kind what kind of thing the object describes, for the sentence
    public void refuseOthers(String kind) {
        refuseOthers(kind, List.of());
    }

    /// Likewise.
    ///
    /// @param more keys that were read elsewhere, to be named beside those that were asked for
    public void refuseOthers(String kind, List<String> more) {
        for (String key : node.propertyNames()) {
            if (!asked.contains(key)) {
                throw new InvalidSettingException(path(key),
                        "is not a key of " + kind + "; its keys are "
                                + Stream.concat(asked.stream(), more.stream()).collect(Collectors.joining(", ")));
            }
        }
    }

    private InvalidSettingException noneOf(String key, String id, String allowed) {
        return new InvalidSettingException(path(key), "is " + excerpt(id) + ", must be one of " + allowed);
    }

    /// Reads one item of a list.
    @FunctionalInterface
    public interface Item<T> {
        T read(JsonNode node, String path);
    }

    static <T> T under(String path, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (InvalidSettingException e) {
            throw e.under(path);
        }
    }

    static <T> List<T> listOf(JsonNode value, String path, Item<T> item) {
        if (!value.isArray()) {
            throw new InvalidSettingException(path, "must be a list in square brackets, is " + excerpt(value));
        }
        List<T> items = new ArrayList<>(value.size());
        for (JsonNode node : value) {
            items.add(item.read(node, path + "[" + items.size() + "]"));
        }
        return items;
    }

    static String textOf(JsonNode value, String path) {
        if (!value.isString()) {
            throw new InvalidSettingException(path, "must be text in quotes, is " + excerpt(value));
        }
        return value.stringValue();
    }

    static double numberOf(JsonNode value, String path) {
        if (!value.isNumber()) {
            throw new InvalidSettingException(path, "must be a number, is " + excerpt(value));
        }
        // A node of a whole number throws where a double would be infinite.
        return value.isIntegralNumber() ? value.bigIntegerValue().doubleValue() : value.doubleValue();
    }

    /// A number without a fraction; `1e3` and `1.0` are such, too.
    public static long wholeOf(JsonNode value, String path, long low, long high) {
        long whole = 0;
        boolean right = false;
        if (value.isIntegralNumber()) {
            right = value.canConvertToLong();
            whole = right ? value.longValue() : 0;
        } else if (value.isNumber()) {
            double number = value.doubleValue();
            // Beyond 2^53 a double no longer tells one whole number from the next.
            right = number == Math.rint(number) && Math.abs(number) <= 0x1p53;
            whole = (long) number;
        }
        if (!right || whole < low || whole > high) {
            throw new InvalidSettingException(path,
                    "must be a whole number from " + low + " to " + high + ", is " + excerpt(value));
        }
        return whole;
    }

    /// A value as it is shown in a sentence: on one line, and short.
    static String excerpt(JsonNode value) {
        if (value.isObject()) {
            return "an object";
        }
        if (value.isArray()) {
            return "a list";
        }
        if (value.isFloatingPointNumber()) {
            return Check.text(value.doubleValue());
        }
        return value.isString() ? excerpt(value.stringValue()) : shortened(value.toString());
    }

    private static String excerpt(String text) {
        return JsonText.quote(shortened(text));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "...";
    }

    /// A table from names to what reads their objects, in the order given.
    static <T> Map<String, Function<JsonObject, T>> table(List<Map.Entry<String, Function<JsonObject, T>>> entries) {
        Map<String, Function<JsonObject, T>> table = new LinkedHashMap<>();
        entries.forEach(entry -> table.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(table);
    }
}
