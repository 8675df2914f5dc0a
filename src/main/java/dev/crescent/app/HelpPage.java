package dev.crescent.app;

import dev.crescent.ui.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// A page of the help: what can be seen in one place of the program, entry by entry, each with a picture of it. The last
/// page has no pictures: it lists the keys.
enum HelpPage {
    PLAYGROUND("help.playground", "data", "network", "output", "lens", "curves", "timeline", "hidden", "training", "engine"),
    DIGITS("help.digits", "pad", "preparation", "prediction", "why", "inside", "confusion", "teach"),
    DESCENT("help.descent", "landscape", "path", "plane", "loss", "trust", "gradients", "race", "function"),
    FILES("help.files", "home", "work", "bring", "save", "export", "settings"),
    STAGE("help.stage", "tour", "stage-keys", "spotlight", "stage-own", "lessons"),
    KEYS("keys.all");

    private final String key;
    private final List<String> pictures;

    HelpPage(String key, String... pictures) {
        this.key = key;
        this.pictures = List.of(pictures);
    }

    /// A thing and what it is.
    ///
    /// @param picture its name among the help's pictures; empty for none
    record Entry(String name, String meaning, String picture) {}

    /// The page about a room.
    static HelpPage of(Rooms.Room room) {
        return switch (room) {
            case PLAYGROUND -> PLAYGROUND;
            case DIGITS -> DIGITS;
            case DESCENT -> DESCENT;
        };
    }

    /// What it is called, among the others.
    String title() {
        return Texts.get("help.page." + ordinal());
    }

    /// What is on it, from a text `name=meaning|name=meaning`.
    List<Entry> entries() {
        List<String[]> parts = Arrays.stream(Texts.get(key).split("\\|", -1)).map(entry -> entry.split("=", 2)).toList();
        return IntStream.range(0, parts.size()).mapToObj(i -> new Entry(parts.get(i)[0].strip(), parts.get(i)[1],
                i < pictures.size() ? pictures.get(i) : "")).toList();
    }
}
