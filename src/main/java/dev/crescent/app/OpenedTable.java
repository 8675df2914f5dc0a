package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.experiment.Experiment;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/// A table that the program is started with.
public final class OpenedTable {
    private OpenedTable() {}

    /// Whether this names a table that is there.
    public static boolean isTable(String argument) {
        String lower = argument.toLowerCase(Locale.ROOT);
        try {
            return (lower.endsWith(".csv") || lower.endsWith(".tsv")) && Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// @throws OpeningException if it cannot be trained on
    static Table read(Path file) throws OpeningException {
        try {
            return Table.read(file, Experiment.defaults().data());
        } catch (DataException e) {
            throw new OpeningException(String.valueOf(e.getMessage()), e);
        }
    }

    /// What is begun with it: the default network, made to fit, in a document of its own.
    static Document document(Path file, Table table) {
        return new Document(Fit.with(Experiment.defaults(), table.data(), table.target()).withTitle(Titles.shown(file)), null, null);
    }
}
