package dev.crescent.app;

import dev.crescent.data.ColumnChoice;
import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.data.TableSurvey;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Gaps;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Path;
import java.util.List;

/// A table to train on: what most people would want to learn of it, from what can be learned from.
///
/// @param target what the data ask of a network
/// @param told a sentence on what is learned from what; empty if it is the last column from all others
record Table(Data data, Fit.Target target, String told) {
    /// Reads the whole file; not on the JavaFX thread.
    ///
    /// @param now the data set before, whose seed and split stay
    /// @throws DataException if nothing can be learned of it
    static Table read(Path file, Data now) throws DataException {
        Source.Csv plain = new Source.Csv(file.toAbsolutePath().normalize().toString(), "", Task.CLASSIFICATION, List.of(), List.of(),
                null);
        Data whole = new Data(plain, now.seed(), now.testFraction(), Scaling.STANDARDIZE);
        TableSurvey survey = TableSurvey.of(plain.path());
        if (survey.columns().size() == 1) {
            return new Table(whole, Fit.Target.of(load(whole)), ""); // which refuses it in its words
        }
        ColumnChoice choice = ColumnChoice.guess(survey);
        Source.Csv source = choice.in(plain, survey);
        Data data = whole.withSource(source);
        boolean usual = source.target().isEmpty() && source.columns().isEmpty() && source.gaps() == Gaps.REFUSE;
        return new Table(data, Fit.Target.of(load(data)), usual ? "" : TableNote.of(survey, choice));
    }

    private static Dataset load(Data data) throws DataException {
        return Datasets.load(data, List.of("x1", "x2"), Path.of(""));
    }
}
