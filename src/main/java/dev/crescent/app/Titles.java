package dev.crescent.app;

import java.nio.file.Path;
import java.util.Locale;

/// Titles as file names. Pure.
final class Titles {
    private Titles() {}

    /// A title in the letters that every file system takes: "Two moons" becomes "two-moons".
    static String fileName(String title) {
        String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "experiment" : plain.substring(0, Math.min(60, plain.length()));
    }

    /// A file's name without its extension.
    static String shown(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
