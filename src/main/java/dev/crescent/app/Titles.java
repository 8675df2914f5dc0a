package dev.crescent.app;

import dev.crescent.ui.Texts;
import java.nio.file.Path;
import java.util.Locale;

/// Titles and file names. Pure.
final class Titles {
    private Titles() {}

    /// A title in the letters that every file system takes: "Two moons" becomes "two-moons".
    static String fileName(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "experiment" : plain.substring(0, Math.min(60, plain.length()));
    }

    /// What a document is called: its file's name, or that of a shipped experiment while it is as it was shipped.
    static String of(Document document) {
        Path file = document.file();
        return file != null ? shown(file)
                : document.isSaved() ? document.experiment().title() : Texts.get("window.untitled");
    }

    /// A file's name without its extension.
    static String shown(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
