package dev.crescent.export;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.JsonObject;
import dev.crescent.experiment.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Texts by their keys, as one JSON object.
final class SessionJson {
    static final int LARGEST = 1 << 20;

    private SessionJson() {}

    static String write(Map<String, String> texts) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(texts).forEach(root::put);
        return JsonText.print(root);
    }

    /// @param name what messages call it
    /// @throws ContentException with one sentence, if it is no such object
    static Map<String, String> read(String text, String name) throws ContentException {
        try {
            JsonObject json = JsonObject.of(text);
            Map<String, String> texts = new LinkedHashMap<>();
            json.keys().forEach(key -> texts.put(key, json.text(key, "")));
            return texts;
        } catch (InvalidSettingException e) {
            throw new ContentException(name + ": " + e.getMessage(), e);
        }
    }
}
