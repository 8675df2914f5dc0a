package dev.crescent.ui;

import java.util.List;
import java.util.stream.IntStream;

/// A data set's classes as the window calls them. Those of a table are the user's own words and stay as they are; those of
/// Fashion-MNIST are in the language of the window.
public final class ClassNames {
    private static final List<String> CLOTHES = List.of("T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt",
            "sneaker", "bag", "ankle boot");

    private ClassNames() {}

    /// In the order of the classes.
    public static List<String> shown(List<String> names) {
        return names.equals(CLOTHES) ? IntStream.range(0, names.size()).mapToObj(k -> Texts.get("clothes." + k)).toList() : names;
    }
}
