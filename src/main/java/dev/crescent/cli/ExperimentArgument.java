package dev.crescent.cli;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The experiment that the argument FILE names, and the folder that its relative paths are relative to.
record ExperimentArgument(Experiment experiment, Path base) {
    /// @param argument a file, or `builtin:NAME`
    static ExperimentArgument read(String argument) throws BadInputException {
        try {
            if (argument.startsWith(Builtins.PREFIX)) {
                return new ExperimentArgument(Builtins.read(argument), Path.of(""));
            }
            Path file = Path.of(argument);
            if (!Files.exists(file) && Builtins.names().contains(argument)) {
                throw new BadInputException(argument + ": there is no such file;"
                        + " the experiment that comes with Crescent is " + Builtins.PREFIX + argument);
            }
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
            return new ExperimentArgument(ExperimentReader.read(file), folder);
        } catch (ExperimentFileException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        } catch (InvalidPathException e) {
            throw new BadInputException(argument + ": is not a file name", e);
        }
    }

    /// Refuses to write over the experiment.
    static void keep(String argument, Path output) throws BadInputException {
        try {
            if (!argument.startsWith(Builtins.PREFIX) && Files.exists(output) && Files.isSameFile(Path.of(argument), output)) {
                throw new BadInputException(output + ": is the experiment itself, name another file");
            }
        } catch (IOException e) {
            throw new BadInputException(output + ": cannot be written, " + e.getMessage(), e);
        }
    }

    ExperimentArgument with(Experiment other) {
        return new ExperimentArgument(other, base);
    }

    /// The experiment with another number of epochs.
    ///
    /// @param epochs null leaves the file's
    ExperimentArgument withEpochs(@Nullable Integer epochs) throws BadInputException {
        try {
            return epochs == null ? this
                    : with(experiment.withTraining(experiment.training().withEpochs(epochs)));
        } catch (InvalidSettingException e) {
            throw new BadInputException("--epochs: " + e.problem(), e);
        }
    }

    /// The data set, which has something to train on.
    ///
    /// @param file what the user called the experiment
    Dataset trainingData(String file) throws BadInputException {
        Dataset data = dataset();
        if (data.train().count() == 0) {
            throw new BadInputException(file + ": its data set has no training samples, add some");
        }
        return data;
    }

    Dataset dataset() throws BadInputException {
        try {
            return Datasets.load(experiment.data(), experiment.features(), base);
        } catch (DataException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }
}
