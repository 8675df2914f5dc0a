package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.data.TableNames;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Source;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// A table that the program is started with.
public final class OpenedTable {
    private OpenedTable() {}

    /// Whether this names a table that is there.
    public static boolean isTable(String argument) {
        try {
            return TableNames.isTable(argument) && Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /// What was begun with a table that an experiment is still called after; empty if it is not, or the table is not there any
    /// more.
    static Optional<Experiment> origin(Experiment experiment) {
        try {
            if (!Titles.isOfTable(experiment) || !(experiment.data().source() instanceof Source.Csv csv)) {
                return Optional.empty();
            }
            Path file = Path.of(csv.path());
            return Optional.of(document(file, read(file)).experiment());
        } catch (OpeningException | InvalidPathException e) {
            return Optional.empty(); // whoever opens the work is told
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
        return Document.begun(Fit.with(Experiment.defaults(), table.data(), table.target()).withTitle(Titles.shown(file)));
    }
}
