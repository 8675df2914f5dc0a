package dev.crescent.cli;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.export.ExportException;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.Weights;
import dev.crescent.export.onnx.OnnxModel;
import dev.crescent.train.Engines;
import dev.crescent.train.History;
import dev.crescent.train.Progress;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Parameters(paramLabel = "FILE", description = "An experiment file, builtin:NAME, or a link of TensorFlow Playground.")
    private String file = "";

    @Option(names = "--epochs", paramLabel = "N", description = "How many epochs, instead of the file's number.")
    private @Nullable Integer epochs;

    @Option(names = "--device", paramLabel = "DEVICE", converter = DeviceReader.class,
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

    @Option(names = "--onnx", paramLabel = "OUT.onnx",
            description = "Write the trained network there as a model for ONNX Runtime and others, as crescent export does.")
    private @Nullable Path onnx;

    @Option(names = "--history", paramLabel = "OUT.csv",
            description = "Write the losses and accuracies of every epoch there, with --resume those before, too.")
    private @Nullable Path history;

    @Option(names = "--save", paramLabel = "OUT.crescent",
            description = "Write the experiment there with these options applied, as text and without its training, "
                    + "which --checkpoint writes.")
    private @Nullable Path save;

    @Option(names = "--checkpoint", paramLabel = "OUT.crescent",
            description = "Write the experiment there with what was trained: weights, what the optimizer remembers, and the"
                    + " losses of every epoch; also when Ctrl+C stops training. The window opens it as it stands, and --resume"
                    + " goes on from it.")
    private @Nullable Path checkpoint;

    @Option(names = "--resume",
            description = "Go on where the training in FILE stands, up to the number of epochs, instead of from the start.")
    private boolean resume;

    TrainCommand(PrintStream out, PrintStream err, boolean terminal, StartWeights.Shipped shipped) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.shipped = shipped;
    }

    @Override
    public Integer call() throws BadInputException {
        ExperimentArgument argument = mnist.in(ExperimentArgument.read(file, err::println).withEpochs(epochs));
        Experiment experiment = device == null ? argument.experiment() : argument.experiment().withDevice(device);
        Progress progress = progress(argument);
        Dataset loaded = argument.trainingData();
        Dataset data = progress == null ? loaded : Run.resumed(experiment, loaded, progress);
        check(argument, history, save);
        checkWeights(argument, weights, "the weights");
        checkWeights(argument, onnx, "the model");
        checkCheckpoint(argument);
        Optional<StartWeights> start = progress != null ? Optional.empty()
                : StartWeights.find(initial, argument.atItsStart(), shipped);
        Engines engines = Commands.engines(err::println);
        try (Run run = Run.start(experiment, data, engines, new PreparationLine(err, terminal))) {
            if (start.isPresent()) {
                run.load(start.get().read(run.layout()));
            }
            if (progress != null) {
                run.resume(progress);
            }
            if (onnx != null) {
                model(run, argument); // what has to be refused is, before any time is spent on training
            }
            if (save != null) {
                SavedExperiment.write(experiment, argument.base(), save);
            }
            return train(run, argument);
        } catch (TrainingException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
    }

    private int train(Run run, ExperimentArgument argument) throws BadInputException {
        Progress from = resume ? argument.progress() : null;
        try (HistoryFile rows = history == null ? null : new HistoryFile(history, from);
                Interruption interruption = checkpoint == null ? Interruption.none() : Interruption.listen()) {
            Checkpoint reached = checkpoint == null ? null : new Checkpoint(checkpoint, argument, rows, from);
            TrainingLoop loop = new TrainingLoop(run, reached == null ? rows : reached, new ProgressBar(err, terminal),
                    interruption::isWished);
            int epochs = run.experiment().training().epochs();
            loop.toTheEnd(epochs);
            boolean finite = run.progress(History.EMPTY).isFinite();
            if (interruption.isWished() && finite && reached != null && run.epochsDone() < epochs) {
                reached.write(run);
                err.println(reached.interrupted(run));
                return interruption.status();
            }
            if (finite) {
                write(run, argument, reached);
            }
            out.println(loop.summary());
            loop.divergence().ifPresent(err::println);
            for (Path unwritten : finite ? List.<Path>of() : asked(weights, onnx, checkpoint)) {
                err.println(unwritten + ": was not written, since training diverged and the weights are no numbers any more; lower"
                        + " the learning rate");
            }
            return finite && loop.divergence().isEmpty() ? Commands.DONE : Commands.DIVERGED;
        }
    }

    private static List<Path> asked(@Nullable Path... files) {
        return Stream.of(files).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    /// What was reached, into the files that were asked for.
    private void write(Run run, ExperimentArgument argument, @Nullable Checkpoint reached) throws BadInputException {
        if (weights != null) {
            OutputFile.replace(weights, stream -> Weights.write(stream, run.layout(), run.parameters()));
        }
        if (onnx != null) {
            OutputFile.replace(onnx, OnnxModel.content(model(run, argument)));
        }
        if (reached != null) {
            reached.write(run);
        }
    }

    /// The network as it stands, for a model.
    private TrainedNetwork model(Run run, ExperimentArgument argument) throws BadInputException {
        try {
            TrainedNetwork network = TrainedNetwork.of(run.experiment(), run.dataset(), argument.base(), run.parameters());
            Optional<String> refusal = OnnxModel.refuses(network);
            if (refusal.isPresent()) {
                throw new BadInputException(file + ": " + refusal.get());
            }
            return network;
        } catch (ExportException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
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

    /// Where to go on; null for the start.
    private @Nullable Progress progress(ExperimentArgument argument) throws BadInputException {
        if (!resume) {
            return null;
        }
        if (initial != null) {
            throw new BadInputException("--resume: goes on with the weights in " + file + ", leave --initial out");
        }
        Progress progress = argument.progress();
        if (progress == null) {
            throw new BadInputException(file + ": holds no training to go on with; leave --resume out, or train with"
                    + " --checkpoint OUT.crescent first");
        }
        int end = argument.experiment().training().epochs();
        if (progress.epoch() >= end) {
            throw new BadInputException(file + ": stands at epoch " + Numbers.csv(progress.epoch())
                    + " already; name a later one with --epochs");
        }
        return progress;
    }

    private void checkCheckpoint(ExperimentArgument argument) throws BadInputException {
        Path reached = checkpoint;
        if (reached == null) {
            return;
        }
        argument.keepTables(reached);
        ExperimentArgument.refuseTableName(reached);
        OutputFile.check(reached);
        for (Path other : new @Nullable Path[] {history, save, weights, onnx}) {
            if (other != null && other.toAbsolutePath().normalize().equals(reached.toAbsolutePath().normalize())) {
                throw new BadInputException(reached + ": cannot be the checkpoint and something else, name two files");
            }
        }
    }

    /// @param reached where what is reached is to be written; null for nowhere
    /// @param what it holds
    private void checkWeights(ExperimentArgument argument, @Nullable Path reached, String what) throws BadInputException {
        if (reached == null) {
            return;
        }
        argument.keep(reached);
        OutputFile.check(reached);
        for (Path other : new @Nullable Path[] {history, save, reached == onnx ? weights : null}) {
            if (other != null && other.toAbsolutePath().normalize().equals(reached.toAbsolutePath().normalize())) {
                throw new BadInputException(reached + ": cannot hold " + what + " and something else, name two files");
            }
        }
    }

    private static final class DeviceReader extends NamedReader<Device> {
        DeviceReader() {
            super(Device.class);
        }
    }
}
