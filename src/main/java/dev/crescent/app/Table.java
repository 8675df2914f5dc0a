package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Path;
import java.util.List;

/// A table to train on: its last column is the target, and what kind of target that is shows in its cells.
///
/// @param target what the data ask of a network
record Table(Data data, Fit.Target target) {
    /// More different numbers than this in a target column are a quantity, not classes; words always are classes.
    private static final int MOST_CLASSES = 20;

    /// Reads the whole file; not on the JavaFX thread.
    ///
    /// @param now the data set before, whose seed and split stay
    /// @throws DataException if it can be used neither way
    static Table read(Path file, Data now) throws DataException {
        Table classes;
        try {
            classes = read(file, now, Task.CLASSIFICATION);
        } catch (DataException e) {
            try {
                return read(file, now, Task.REGRESSION);
            } catch (DataException alsoNo) {
                e.addSuppressed(alsoNo);
                throw e;
            }
        }
        return classes.target.classes() > MOST_CLASSES ? quantity(file, now, classes) : classes;
    }

    /// As a regression; words are classes, however many there are.
    private static Table quantity(Path file, Data now, Table classes) {
        try {
            return read(file, now, Task.REGRESSION);
        } catch (DataException e) {
            return classes;
        }
    }

    private static Table read(Path file, Data now, Task task) throws DataException {
        Data data = new Data(new Source.Csv(file.toAbsolutePath().normalize().toString(), "", task, List.of(), List.of(),
                null), now.seed(), now.testFraction(), Scaling.STANDARDIZE);
        return new Table(data, Fit.Target.of(Datasets.load(data, List.of("x1", "x2"), Path.of(""))));
    }
}
