package dev.crescent.data;

import java.util.Locale;
import java.util.Set;

/// What tables write where they have nothing.
final class CsvGap {
    private static final Set<String> NOTHING = Set.of("", "na", "n/a", "nan", "null", "none", "?", "-");
    /// In a column of classes "none" or "-" is one of them.
    private static final Set<String> NO_CLASS = Set.of("", "na", "n/a", "nan", "?");

    private CsvGap() {}

    /// Whether a cell where a number is expected holds nothing.
    static boolean isNoNumber(String cell) {
        return NOTHING.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /// Whether a cell where a class is expected holds nothing.
    static boolean isNoClass(String cell) {
        return NO_CLASS.contains(cell.strip().toLowerCase(Locale.ROOT));
    }
}
