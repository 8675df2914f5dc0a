package dev.crescent.data;

import java.util.List;
import java.util.Locale;

/// Tells tables from other files by their names.
public final class TableNames {
    private static final List<String> ENDINGS = List.of(".csv", ".tsv", ".txt");

    private TableNames() {}

    /// Whether a file's name, with or without its folder, is a table's: it ends in .csv, .tsv or .txt, in upper or lower case.
    public static boolean isTable(String name) {
        return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }
}
