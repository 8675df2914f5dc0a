package dev.crescent.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the images are, for every command that reads data.
final class MnistOption {
    @Option(names = "--mnist", paramLabel = "DIR",
            description = "The folder with the four files of MNIST or Fashion-MNIST, for an experiment that names none.")
    private @Nullable Path folder;

    /// An experiment with its images there.
    ExperimentArgument in(ExperimentArgument argument) throws BadInputException {
        return argument.withMnist(folder);
    }
}
