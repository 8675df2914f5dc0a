package dev.crescent.cli;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Named;
import dev.crescent.export.Weights;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Trains an experiment without a window.
@Command(name = "train", description = "Train an experiment without a window and print what was reached.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final StartWeights.Shipped shipped;

    @Parameters(paramLabel = "FILE", description = "An experiment file, builtin:NAME, or a playground.tensorflow.org link.")
    private String file = "";

    @Option(names = "--epochs", paramLabel = "N", description = "How many epochs, instead of the file's number.")
    private @Nullable Integer epochs;

    @Option(names = "--device", paramLabel = "DEVICE", converter = DeviceName.class,
            description = "Where to train, instead of the file's device: auto, cpu, nd4j or cuda.")
    private @Nullable Device device;

    @Mixin
    private MnistOption mnist = new MnistOption();

    @Option(names = "--initial", paramLabel = "W.npz",
            description = "Start from these weights, instead of those that come with a shipped experiment, or else follow"
                    + " from the seed.")
    private @Nullable Path initial;

    @Option(names = "--weights", paramLabel = "OUT.npz", description = "Write the trained weights there, for NumPy.")
    private @Nullable Path weights;

    @Option(names = "--history", paramLabel = "OUT.csv",
            description = "Write the losses and accuracies of every epoch there.")
    private @Nullable Path history;

    @Option(names = "--save", paramLabel = "OUT.crescent",
            description = "Write the experiment there as it is trained, with these options applied.")
    private @Nullable Path save;

    TrainCommand(PrintStream out, PrintStream err, boolean terminal, StartWeights.Shipped shipped) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.shipped = shipped;
    }

    @Override
    public Integer call() throws BadInputException {
        ExperimentArgument argument = mnist.in(ExperimentArgument.read(file).withEpochs(epochs));
        Experiment experiment = device == null ? argument.experiment() : argument.experiment().withDevice(device);
        Dataset data = argument.trainingData();
        check(argument, history, save);
        checkWeights(argument);
        Optional<StartWeights> start = StartWeights.find(initial, argument, shipped);
        Engines engines = Commands.engines(err::println);
        try (Run run = Run.start(experiment, data, engines, new PreparationLine(err, terminal))) {
            if (start.isPresent()) {
                run.load(start.get().read(run.layout()));
            }
            if (save != null) {
                SavedExperiment.write(experiment, argument.base(), save);
            }
            return train(run, engines.choose(experiment.device()).id());
        } catch (TrainingException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
    }

    private int train(Run run, String engine) throws BadInputException {
        try (HistoryFile rows = history == null ? null : new HistoryFile(history)) {
            TrainingLoop loop = new TrainingLoop(run, rows, new ProgressBar(err, terminal));
            loop.toTheEnd(run.experiment().training().epochs());
            if (weights != null) {
                OutputFile.replace(weights, stream -> Weights.write(stream, run.layout(), run.parameters()));
            }
            out.println(loop.summary(engine));
            return loop.divergence().map(sentence -> {
                err.println(sentence);
                return Commands.DIVERGED;
            }).orElse(Commands.DONE);
        }
    }

    /// Before any time is spent on training.
    private static void check(ExperimentArgument argument, @Nullable Path rows, @Nullable Path copy)
            throws BadInputException {
        if (rows != null) {
            argument.keep(rows);
        }
        if (copy != null) {
            argument.keepTables(copy);
            ExperimentArgument.refuseTableName(copy);
            OutputFile.check(copy);
        }
        if (rows != null && copy != null && rows.toAbsolutePath().normalize().equals(copy.toAbsolutePath().normalize())) {
            throw new BadInputException(copy + ": cannot be both the history and the experiment, name two files");
        }
    }

    private void checkWeights(ExperimentArgument argument) throws BadInputException {
        Path reached = weights;
        if (reached == null) {
            return;
        }
        argument.keep(reached);
        OutputFile.check(reached);
        for (Path other : new @Nullable Path[] {history, save}) {
            if (other != null && other.toAbsolutePath().normalize().equals(reached.toAbsolutePath().normalize())) {
                throw new BadInputException(reached + ": cannot hold the weights and something else, name two files");
            }
        }
    }

    private static final class DeviceName implements ITypeConverter<Device> {
        @Override
        public Device convert(String value) {
            return Named.find(Device.class, value).orElseThrow(() ->
                    Commands.notOneOf(Device.class, value));
        }
    }
}
