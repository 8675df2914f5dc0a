package dev.crescent.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.crescent.data.Dataset;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Task;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the data set of an experiment as CSV: `x1,x2,...,label,part`.
@Command(name = "data", description = "Write the data set of an experiment as CSV: columns x1,x2,...,label,part.",
        mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "FILE", description = "An experiment file, builtin:NAME, or a link of TensorFlow Playground.")
    private String file = "";

    @Mixin
    private MnistOption mnist = new MnistOption();

    @Option(names = "--out", paramLabel = "OUT.csv", description = "Where to write; standard output without it.")
    private @Nullable Path target;

    DataCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws BadInputException {
        ExperimentArgument argument = mnist.in(ExperimentArgument.read(file, err::println));
        // Images would be scaled where they are read into.
        Experiment experiment = argument.experiment();
        Dataset data = argument.with(experiment.withData(experiment.data().withScaling(Scaling.NONE))).dataset();
        Path path = target;
        if (path == null) {
            write(data);
        } else {
            argument.keep(path);
            write(data, path);
        }
        return Commands.DONE;
    }

    /// Whoever reads may stop early, as `head` does; that is no error.
    private void write(Dataset data) {
        try {
            Writer writer = OutputFile.text(out);
            rows(data, writer);
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Dataset data, Path path) throws BadInputException {
        try (Writer writer = OutputFile.open(path)) {
            rows(data, writer);
        } catch (IOException | UncheckedIOException e) {
            throw OutputFile.failed(path, e);
        }
    }

    private static void rows(Dataset data, Writer writer) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        int width = data.train().rawWidth();
        String[] row = new String[width + 2];
        for (int i = 0; i < width; i++) {
            row[i] = "x" + (i + 1);
        }
        row[width] = "label";
        row[width + 1] = "part";
        csv.writeRecord(row);
        part(data, data.train(), "train", row, csv);
        part(data, data.test(), "test", row, csv);
        csv.flush();
    }

    /// The points as generated or read, before features and scaling.
    private static void part(Dataset data, Dataset.Samples samples, String name, String[] row, CsvWriter csv) {
        int width = samples.rawWidth();
        for (int i = 0; i < samples.count(); i++) {
            for (int j = 0; j < width; j++) {
                row[j] = Numbers.csv(samples.raw()[i * width + j]);
            }
            row[width] = data.task() == Task.CLASSIFICATION
                    ? data.classNames().get(samples.labels()[i])
                    : Numbers.csv(samples.values()[i]);
            row[width + 1] = name;
            csv.writeRecord(row);
        }
    }
}
