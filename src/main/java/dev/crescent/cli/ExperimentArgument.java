package dev.crescent.cli;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.data.NewSamples;
import dev.crescent.data.NoImagesException;
import dev.crescent.data.TableNames;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Source;
import dev.crescent.export.DataPaths;
import dev.crescent.export.ExperimentFile;
import dev.crescent.export.Tables;
import dev.crescent.export.link.LinkException;
import dev.crescent.export.link.PlaygroundLink;
import dev.crescent.host.CacheFolder;
import dev.crescent.insight.CurveData;
import dev.crescent.train.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The experiment that the argument FILE names, and the folder that its relative paths are relative to.
///
/// @param name what the user called it; of a link, what it is
/// @param progress where its training stands; null if the file does not say so
/// @param pinned runs that the file has to be compared with
record ExperimentArgument(Experiment experiment, Path base, String name, @Nullable Progress progress,
                          List<CurveData.Ghost> pinned) {
    /// @param argument a file, `builtin:NAME`, or a link of TensorFlow Playground
    /// @param warn told what of a damaged file is not there any more, a sentence
    static ExperimentArgument read(String argument, Consumer<String> warn) throws BadInputException {
        try {
            if (PlaygroundLink.isLink(argument)) {
                return linked(argument);
            }
            if (argument.startsWith(Builtins.PREFIX)) {
                return shipped(argument);
            }
            Path file = Path.of(argument);
            if (!Files.exists(file) && Builtins.names().contains(argument)) {
                throw new BadInputException(argument + ": there is no such file;"
                        + " the experiment that comes with Crescent is " + Builtins.PREFIX + argument);
            }
            refuseTable(file, argument);
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
            ExperimentFile content = ExperimentFile.read(file);
            if (!content.loss().isEmpty()) {
                warn.accept(content.loss());
            }
            return new ExperimentArgument(Tables.placed(content, folder, CacheFolder.find().resolve("tables")), folder,
                    argument, content.progress(), content.pinned());
        } catch (ExperimentFileException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        } catch (InvalidPathException e) {
            throw new BadInputException(argument + ": is not a file name", e);
        } catch (IOException e) {
            throw new BadInputException(argument + ": its tables cannot be unpacked into " + CacheFolder.find() + " ("
                    + e.getMessage() + "); make room there", e);
        }
    }

    private static ExperimentArgument linked(String argument) throws BadInputException {
        try {
            return new ExperimentArgument(PlaygroundLink.read(argument).experiment(), Path.of(""), PlaygroundLink.NAME, null,
                    List.of());
        } catch (LinkException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private static ExperimentArgument shipped(String argument) throws BadInputException, ExperimentFileException {
        if (!Builtins.names().contains(argument.substring(Builtins.PREFIX.length()))) {
            throw new BadInputException("There is no experiment \"" + argument + "\"; those that come with Crescent are "
                    + Builtins.names().stream().map(Builtins.PREFIX::concat).collect(Collectors.joining(", ")));
        }
        return new ExperimentArgument(Builtins.read(argument), Path.of(""), argument, null, List.of());
    }

    /// A table is told apart by its name: what it holds could not be read as an experiment anyway.
    private static void refuseTable(Path file, String argument) throws BadInputException {
        if (TableNames.isTable(argument) && Files.isRegularFile(file)) {
            String path = argument.replace("\\", "\\\\").replace("\"", "\\\"");
            throw new BadInputException(argument + ": is a table, not an experiment; open it in the window, which finds out what can"
                    + " be learned from it, and save it as a .crescent file, or write one with {\"format\": \"crescent-experiment\","
                    + " \"version\": 1, \"data\": {\"source\": \"csv\", \"path\": \"" + path + "\"}}, and with target, columns"
                    + " and gaps under data where there are words or gaps");
        }
    }

    /// Refuses to write an experiment under a name that [#read] would not take.
    static void refuseTableName(Path output) throws BadInputException {
        if (TableNames.isTable(output.toString())) {
            throw new BadInputException(output + ": is the name of a table, end it in .crescent");
        }
    }

    /// Whether it comes with Crescent.
    boolean isShipped() {
        return name.startsWith(Builtins.PREFIX);
    }

    private boolean isFile() {
        return !isShipped() && !name.equals(PlaygroundLink.NAME);
    }

    /// Refuses to write over the experiment or its tables.
    void keep(Path output) throws BadInputException {
        if (isFile() && same(Path.of(name), output)) {
            throw new BadInputException(output + ": is the experiment itself, name another file");
        }
        keepTables(output);
    }

    /// Refuses to write over the tables that the experiment learns from.
    void keepTables(Path output) throws BadInputException {
        for (String path : DataPaths.of(experiment)) {
            if (same(base.resolve(path), output)) {
                throw new BadInputException(output + ": is the table that the experiment learns from, name another file");
            }
        }
    }

    /// Whether both are there and the same file.
    static boolean same(Path input, Path output) throws BadInputException {
        try {
            return Files.exists(input) && Files.exists(output) && Files.isSameFile(input, output);
        } catch (IOException e) {
            throw new BadInputException(output + ": cannot be told from " + input + " (" + e.getMessage()
                    + "), name another file", e);
        }
    }

    ExperimentArgument with(Experiment other) {
        return new ExperimentArgument(other, base, name, progress, pinned);
    }

    /// Without where its training stands.
    ExperimentArgument atItsStart() {
        return new ExperimentArgument(experiment, base, name, null, pinned);
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

    /// The experiment with its images in a folder.
    ///
    /// @param folder null leaves the file's
    ExperimentArgument withMnist(@Nullable Path folder) throws BadInputException {
        if (folder == null) {
            return this;
        }
        if (!(experiment.data().source() instanceof Source.Images images)) {
            throw new BadInputException("--mnist: " + name + " learns from " + experiment.data().source().id()
                    + ", not from mnist; leave the option out");
        }
        Source.Images found = new Source.Images(images.set(), folder.toAbsolutePath().toString(), images.limit());
        return with(experiment.withData(experiment.data().withSource(found)));
    }

    /// The data set, which has something to train on.
    Dataset trainingData() throws BadInputException {
        Dataset data = dataset();
        if (data.train().count() == 0) {
            throw new BadInputException(name + ": its data set has no training samples, add some");
        }
        return data;
    }

    Dataset dataset() throws BadInputException {
        return had(() -> Datasets.load(experiment.data(), experiment.features(), base));
    }

    /// What brings other samples into the form of the data set's inputs.
    NewSamples newSamples() throws BadInputException {
        return had(() -> Datasets.newSamples(experiment.data(), experiment.features(), base));
    }

    private interface Data<T> {
        T load() throws DataException;
    }

    private <T> T had(Data<T> data) throws BadInputException {
        try {
            return data.load();
        } catch (NoImagesException e) {
            throw new BadInputException(name + ": " + e.getMessage() + " with --mnist DIR, or let crescent download "
                    + e.set().id() + " get them", e);
        } catch (DataException e) {
            throw new BadInputException(name + ": " + e.getMessage(), e);
        }
    }
}
