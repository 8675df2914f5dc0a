package dev.crescent.cli;

import dev.crescent.data.Dataset;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.export.ExportException;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.format.ExportFormat.Output;
import dev.crescent.export.format.ExportFormat;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes a trained network out of Crescent.
@Command(name = "export", mixinStandardHelpOptions = true,
        description = {"Write a trained network as a file or a short program that works without Crescent.",
            "Features and scaling go with it: what it becomes takes samples as they are, and says what crescent predict says."
                + " Only npz holds nothing but the weights. Many weights go into a second file beside the program, which is"
                + " named after it."})
final class ExportCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;
    private final StartWeights.Shipped shipped;

    @Parameters(paramLabel = "FILE", description = "An experiment file, or builtin:NAME.")
    private String file = "";

    @Option(names = "--weights", paramLabel = "W.npz",
            description = "The network's weights; not needed for a shipped experiment that comes with some.")
    private @Nullable Path weights;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", converter = FormatReader.class, description = {
        "What to write:",
        "onnx     a model for ONNX Runtime and many others",
        "npz      the weights as NumPy's arrays",
        "pytorch  a program in Python with PyTorch",
        "keras    likewise with Keras 3",
        "sklearn  likewise with scikit-learn, of dense layers alone",
        "numpy    likewise with NumPy, every layer spelled out",
        "java     a program in Java without a library"})
    private ExportFormat format = ExportFormat.ONNX;

    @Mixin
    private MnistOption mnist = new MnistOption();

    @Option(names = "--out", required = true, paramLabel = "OUT", description = "Where to write.")
    private Path target = Path.of("");

    ExportCommand(PrintStream out, PrintStream err, StartWeights.Shipped shipped) {
        this.out = out;
        this.err = err;
        this.shipped = shipped;
    }

    @Override
    public Integer call() throws BadInputException {
        ExperimentArgument argument = mnist.in(ExperimentArgument.read(file, err::println));
        check(argument, target);
        requireNetwork(argument.experiment());
        StartWeights start = StartWeights.find(weights, argument, shipped).orElseThrow(() -> new BadInputException(file
                + ": comes without weights, and untrained ones are not worth an export; name some with --weights W.npz, as"
                + " crescent train " + file + " --weights W.npz writes them"));
        Dataset data = argument.newSamples().dataset();
        Model.Network network = network(argument.experiment(), data);
        float[] parameters = start.read(ParameterLayout.of(network, data.inputShape()));
        try {
            TrainedNetwork trained = TrainedNetwork.of(argument.experiment(), data, argument.base(), parameters);
            trained.requireNumbers();
            List<Output> files = format.files(trained, target);
            for (Output output : files) {
                check(argument, output.file());
            }
            for (Output output : files) {
                OutputFile.replace(output.file(), output.content());
            }
            out.println(written(files));
            return Commands.DONE;
        } catch (ExportException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
    }

    private static String written(List<Output> files) {
        Path last = files.getLast().file();
        return files.size() == 1 ? last + ": written" : last + ": written, with its weights in " + files.getFirst().file()
                + "; keep both in one folder";
    }

    private void requireNetwork(Experiment experiment) throws BadInputException {
        if (!(experiment.model() instanceof Model.Network)) {
            throw new BadInputException(file + ": model.type: " + experiment.model().id() + " cannot be exported, only a network can");
        }
    }

    /// Before anything is read, and again for what was not asked for.
    private void check(ExperimentArgument argument, Path output) throws BadInputException {
        argument.keep(output);
        Path read = weights;
        if (read != null && ExperimentArgument.same(read, output)) {
            throw new BadInputException(output + ": is to be read, name another file to write to");
        }
        OutputFile.check(output);
    }

    /// As other commands check it, so that what is exported is what they can work with.
    private Model.Network network(Experiment experiment, Dataset data) throws BadInputException {
        try {
            return Run.check(experiment, data, new Engines(List.of(new CpuEngine()))).network();
        } catch (TrainingException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
    }

    private static final class FormatReader extends NamedReader<ExportFormat> {
        FormatReader() {
            super(ExportFormat.class);
        }
    }
}
