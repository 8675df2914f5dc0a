package dev.crescent.app;

import dev.crescent.data.ColumnChoice;
import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.data.TableSurvey;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A table to train on: its last column is the target, and what kind of target that is shows in its cells. Where others hold
/// words or gaps, what can be learned from is.
///
/// @param target what the data ask of a network
/// @param told a sentence on what was left out; empty if nothing was
record Table(Data data, Fit.Target target, String told) {
    /// 1.5 or 2,25, not 2.0: classes are counted, quantities measured.
    private static final Pattern FRACTION = Pattern.compile("[-+]?\\d*[.,]\\d*[1-9]\\d*([eE][-+]?\\d+)?");

    /// Reads the whole file; not on the JavaFX thread.
    ///
    /// @param now the data set before, whose seed and split stay
    /// @throws DataException if it can be used neither way
    static Table read(Path file, Data now) throws DataException {
        Data classes = data(file, now, Task.CLASSIFICATION);
        Dataset read;
        try {
            read = load(classes);
        } catch (DataException e) {
            try {
                return quantity(file, now);
            } catch (DataException alsoNo) {
                e.addSuppressed(alsoNo);
                return usable(file, now, e);
            }
        }
        if (read.classNames().size() > ColumnChoice.MOST_NUMBERED_CLASSES || read.classNames().stream().anyMatch(FRACTION.asMatchPredicate())) {
            try {
                return quantity(file, now);
            } catch (DataException e) {
                // Words among the numbers are classes, however many there are.
            }
        }
        return new Table(classes, Fit.Target.of(read), "");
    }

    /// @param refusal why all of it cannot be learned
    private static Table usable(Path file, Data now, DataException refusal) throws DataException {
        Data whole = data(file, now, Task.CLASSIFICATION);
        if (!(whole.source() instanceof Source.Csv csv)) {
            throw refusal;
        }
        TableSurvey survey = TableSurvey.of(csv.path());
        if (survey.columns().size() == 1) {
            throw refusal;
        }
        ColumnChoice choice = ColumnChoice.guess(survey);
        Data data = whole.withSource(choice.in(csv, survey));
        return new Table(data, Fit.Target.of(load(data)), TableNote.of(survey, choice));
    }

    private static Table quantity(Path file, Data now) throws DataException {
        Data data = data(file, now, Task.REGRESSION);
        return new Table(data, Fit.Target.of(load(data)), "");
    }

    private static Dataset load(Data data) throws DataException {
        return Datasets.load(data, List.of("x1", "x2"), Path.of(""));
    }

    private static Data data(Path file, Data now, Task task) {
        return new Data(new Source.Csv(file.toAbsolutePath().normalize().toString(), "", task, List.of(), List.of(), null),
                now.seed(), now.testFraction(), Scaling.STANDARDIZE);
    }
}
