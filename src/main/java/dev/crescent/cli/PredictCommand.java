package dev.crescent.cli;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.NewSamples;
import dev.crescent.data.digits.Photo;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.export.ImageFile;
import dev.crescent.export.ImageFileException;
import dev.crescent.insight.Predictor;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks a trained network about samples that are not in its data set.
@Command(name = "predict", mixinStandardHelpOptions = true,
        description = {"Ask a trained network about new samples, in one of three kinds of files.",
            "It writes CSV, one row a sample: the class, then p0,p1,... with the share of every class, or the outputs as they"
                + " are if they do not end in softmax. A single output that is no share, and that of a regression, is the"
                + " column output. Where the classes are known, it ends with the accuracy: on standard error, or with --out"
                + " on standard output."})
final class PredictCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;
    private final StartWeights.Shipped shipped;

    @Parameters(paramLabel = "FILE", description = "An experiment file, builtin:NAME, or a link of TensorFlow Playground.")
    private String file = "";

    @Option(names = "--weights", paramLabel = "W.npz",
            description = "The network's weights; not needed for a shipped experiment that comes with some.")
    private @Nullable Path weights;

    @Option(names = "--csv", paramLabel = "IN.csv", description = {
        "A table with the experiment's feature columns, by name or as `crescent data` writes them: x1,x2,...",
        "A column with the target, or else `label`, is compared with the predictions; others are passed over."})
    private @Nullable Path table;

    @Option(names = "--idx", paramLabel = "DIR", description = {
        "A folder with images in an IDX file, gzipped or not: t10k-images-idx3-ubyte, else train-images-idx3-ubyte, else"
            + " the only one whose name ends in images-idx3-ubyte.",
        "The labels beside them are compared with the predictions."})
    private @Nullable Path images;

    @Option(names = "--png", paramLabel = "IMAGE", description = {
        "A PNG, JPEG, GIF or BMP file of any size, even a photo, with one digit: dark on light or light on dark.",
        "It is prepared as the drawing pad does. If the network does not read digits of 28 x 28 pixels, the image must"
            + " have the network's size and is read as it is, from 0 for black to 255 for white."})
    private @Nullable Path image;

    @Option(names = "--center", description = "Prepare every image as the drawing pad does: fit what is not 0 into 20 x 20"
            + " pixels, and put its center of mass to the middle of 28 x 28.")
    private boolean centered;

    @Mixin
    private MnistOption mnist = new MnistOption();

    @Option(names = "--out", paramLabel = "OUT.csv", description = "Where to write; standard output without it.")
    private @Nullable Path target;

    PredictCommand(PrintStream out, PrintStream err, StartWeights.Shipped shipped) {
        this.out = out;
        this.err = err;
        this.shipped = shipped;
    }

    @Override
    public Integer call() throws BadInputException {
        // Pictures are decoded by java.desktop, which must not look for a display.
        System.setProperty("java.awt.headless", "true");
        Path input = input();
        ExperimentArgument argument = mnist.in(ExperimentArgument.read(file, err::println));
        check(argument, input);
        StartWeights start = StartWeights.find(weights, argument, shipped).orElseThrow(() -> new BadInputException(file
                + ": comes without weights; name some with --weights W.npz, as crescent train " + file
                + " --weights W.npz writes them"));
        NewSamples samples = argument.newSamples();
        Model.Network network = network(argument.experiment(), samples.dataset());
        Predictor predictor = new Predictor(network, samples.dataset().inputShape(), new CpuEngine());
        float[] parameters = start.read(predictor.layout());
        NewSamples.Batch batch = batch(samples, input);
        Predictor.Answers answers = predictor.predict(parameters, batch.inputs(), batch.count());
        write(new Predictions(samples.dataset(), argument.experiment().data().source(), network.output(), batch, answers));
        return Commands.DONE;
    }

    /// The only one that is named.
    private Path input() throws BadInputException {
        List<Path> inputs = Stream.of(table, images, image).filter(Objects::nonNull).toList();
        if (inputs.size() != 1) {
            throw new BadInputException((inputs.isEmpty() ? "There is nothing to predict" : "There are several inputs")
                    + "; name one of --csv IN.csv, --idx DIR and --png IMAGE");
        }
        return inputs.getFirst();
    }

    /// Before anything is read.
    private void check(ExperimentArgument argument, Path input) throws BadInputException {
        Path path = target;
        if (path == null) {
            return;
        }
        argument.keep(path);
        for (Path other : new @Nullable Path[] {input, weights}) {
            if (other != null && ExperimentArgument.same(other, path)) {
                throw new BadInputException(path + ": is to be read, name another file to write to");
            }
        }
        OutputFile.check(path);
    }

    private Model.Network network(Experiment experiment, Dataset data) throws BadInputException {
        try {
            return Run.check(experiment, data, new Engines(List.of(new CpuEngine()))).network();
        } catch (TrainingException e) {
            throw new BadInputException(file + ": " + e.getMessage(), e);
        }
    }

    private NewSamples.Batch batch(NewSamples samples, Path input) throws BadInputException {
        if (centered && !samples.readsCentered()) {
            throw new BadInputException("--center: makes images of 28 x 28 pixels, and the network reads "
                    + samples.wanted() + "; leave the option out");
        }
        try {
            return image != null ? samples.image(pixels(samples, input))
                    : images != null ? samples.images(input, centered) : samples.table(input.toString(), centered);
        } catch (DataException | ImageFileException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }

    private float[] pixels(NewSamples samples, Path input) throws BadInputException, ImageFileException {
        ImageFile.Grey grey = ImageFile.read(input);
        if (centered || samples.readsDigits()) {
            float[] digit = Photo.digit(grey.values(), grey.rows(), grey.columns());
            for (float pixel : digit) {
                if (pixel > 0) {
                    return digit;
                }
            }
            throw new BadInputException(input + ": shows nothing that stands out from its background; choose an image of one digit");
        }
        if (!samples.dataset().inputShape().equals(List.of(1, grey.rows(), grey.columns()))) {
            throw new BadInputException(input + ": has " + grey.rows() + " x " + grey.columns()
                    + " pixels, and the network reads " + samples.wanted() + "; choose an image of that size");
        }
        return grey.values();
    }

    private void write(Predictions predictions) throws BadInputException {
        Path path = target;
        if (path != null) {
            OutputFile.replace(path, stream -> {
                Writer writer = OutputFile.text(stream);
                predictions.write(writer);
                writer.flush();
            });
        } else {
            // Whoever reads may stop early, as `head` does; that is no error.
            try {
                Writer writer = OutputFile.text(out);
                predictions.write(writer);
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        predictions.summary().ifPresent((path == null ? err : out)::println);
    }
}
