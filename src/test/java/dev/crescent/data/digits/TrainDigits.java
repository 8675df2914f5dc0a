package dev.crescent.data.digits;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.export.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/// Trains the network that `builtin:digits` comes with: on MNIST's training images, each distorted anew in every epoch, and
/// on drawn digits, new ones in every epoch. The last 5,000 training images are kept to choose by; MNIST's test images are
/// looked at once, at the end. Not a test: run it by hand, with `FOLDER OUT.npz EPOCHS DRAWN THREADS`: the folder of
/// MNIST's four files, where to write the weights, how many epochs, and how many drawn digits each has.
final class TrainDigits {
    private static final int KEPT = 5_000;
    private static final long SEED = 1;
    private static final double RATE = 0.0015;
    private static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);

    private final Experiment experiment;
    private final Dataset mnist;
    private final Samples kept;
    private final int epochs;
    private final int drawn;
    private final CpuEngine engine;

    private TrainDigits(Experiment experiment, Dataset mnist, int epochs, int drawn, int threads) {
        this.experiment = experiment;
        this.mnist = mnist;
        this.epochs = epochs;
        this.drawn = drawn;
        this.engine = new CpuEngine(threads);
        Dataset.Samples train = mnist.train();
        int first = train.count() - KEPT;
        this.kept = Epochs.samples(unit(Arrays.copyOfRange(train.raw(), first * SyntheticDigits.PIXELS,
                train.count() * SyntheticDigits.PIXELS)), Arrays.copyOfRange(train.labels(), first, train.count()));
    }

    public static void main(String[] arguments) throws DataException, ExperimentFileException, IOException {
        Dataset mnist = Datasets.load(new Data(new Source.Images(ImageSet.MNIST, arguments[0], 0), 1, 0, Scaling.NONE),
                List.of(), Path.of(""));
        Experiment shipped = Builtins.read("digits");
        Experiment experiment = shipped.withTraining(shipped.training().withOptimizer(
                new Optimizer.Adam(RATE, 0.9, 0.999)));
        new TrainDigits(experiment, mnist, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4])).train(Path.of(arguments[1]));
    }

    private void train(Path out) throws IOException {
        Model.Network network = (Model.Network) experiment.model();
        int count = mnist.train().count() - KEPT + drawn;
        Epochs schedule = new Epochs(experiment.training(), count, epochs);
        float[] parameters = null;
        OptimizerState state = OptimizerState.START;
        SplittableRandom order = new SplittableRandom(SEED);
        long start = System.nanoTime();
        float[] inputs = new float[count * SyntheticDigits.PIXELS];
        int[] labels = new int[count];
        for (int epoch = 0; epoch < epochs; epoch++) {
            fill(epoch, inputs, labels);
            try (Session session = engine.open(new Problem(network, experiment.training(), SHAPE,
                    Epochs.samples(inputs, labels), kept))) {
                if (parameters != null) {
                    session.load(parameters, state);
                }
                double loss = schedule.train(session, epoch, order);
                System.out.printf("epoch %d: loss %.4f, kept %.2f %%, %.0f s%n", epoch + 1, loss,
                        100 * session.evaluate(Part.TEST).accuracy(), (System.nanoTime() - start) / 1e9);
                parameters = session.parameters();
                state = session.optimizerState();
                try (OutputStream to = Files.newOutputStream(out)) {
                    Weights.write(to, session.layout(), parameters);
                }
            }
        }
        test(network, Objects.requireNonNull(parameters));
    }

    private void test(Model.Network network, float[] parameters) {
        Samples test = Epochs.samples(unit(mnist.test().raw()), mnist.test().labels());
        try (Session session = engine.open(new Problem(network, experiment.training(), SHAPE, kept, test))) {
            session.load(parameters, OptimizerState.START);
            System.out.printf("MNIST's test images: %.2f %%%n", 100 * session.evaluate(Part.TEST).accuracy());
        }
    }

    /// An epoch's samples: the distorted ones first.
    private void fill(int epoch, float[] inputs, int[] labels) {
        int real = labels.length - drawn;
        Distortion distortion = new Distortion(new SplittableRandom(SEED + epoch));
        for (int i = 0; i < real; i++) {
            distortion.apply(mnist.train().raw(), i * SyntheticDigits.PIXELS, inputs, i * SyntheticDigits.PIXELS);
            labels[i] = mnist.train().labels()[i];
        }
        SyntheticDigits digits = new SyntheticDigits(SEED, SyntheticDigits.Part.TRAINING);
        Arrays.fill(inputs, real * SyntheticDigits.PIXELS, inputs.length, 0);
        for (int i = 0; i < drawn; i++) {
            long place = (long) epoch * drawn + i;
            labels[real + i] = digits.label(place);
            digits.draw(place, inputs, (real + i) * SyntheticDigits.PIXELS);
        }
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] /= 255;
        }
    }

    private static float[] unit(float[] pixels) {
        float[] unit = new float[pixels.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = pixels[i] / 255;
        }
        return unit;
    }
}
