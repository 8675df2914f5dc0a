package dev.crescent.data.digits;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
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
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.export.ContentException;
import dev.crescent.export.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Trains the network that `builtin:digits` comes with: on MNIST's training images, each distorted anew in every epoch, on
/// drawn digits, new ones in every epoch, on digits that a [PadHand] wrote on the pad, and on what is [no digit][NoDigit], of
/// which every class is to be equally probable (Hendrycks, Mazeika and Dietterich, Deep Anomaly Detection with Outlier
/// Exposure, 2019). The last 5,000 training images are kept to choose by; MNIST's test images are looked at once, at the
/// end. Not a test: run it by hand, with `FOLDER OUT.npz EPOCHS DRAWN WRITTEN NONE THREADS [START.npz RATE]`: the folder of
/// MNIST's four files, where to write the weights, how many epochs, how many images of each kind an epoch has, and which
/// weights to start from at which rate. Who starts from weights trains with less dropout, and gets the mean over the last
/// quarter of the epochs where that is better.
final class TrainDigits {
    private static final int KEPT = 5_000;
    private static final long SEED = 1;
    private static final double RATE = 0.0015;
    /// Of the experiment's own.
    private static final double TUNING_DROPOUT = 0.5;
    private static final double AVERAGED = 0.25;
    /// Of the pad, a pixel of the network's five times as fine.
    private static final int PAD_SIDE = 5 * Centering.SIDE;
    private static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);

    private final Experiment experiment;
    private final Dataset mnist;
    private final Samples kept;
    private final int epochs;
    private final int drawn;
    private final int written;
    private final int none;
    private final CpuEngine engine;

    private TrainDigits(Experiment experiment, Dataset mnist, int epochs, int drawn, int written, int none,
            int threads) {
        this.experiment = experiment;
        this.mnist = mnist;
        this.epochs = epochs;
        this.drawn = drawn;
        this.written = written;
        this.none = none;
        this.engine = new CpuEngine(threads);
        Dataset.Samples train = mnist.train();
        int first = train.count() - KEPT;
        this.kept = Epochs.samples(unit(Arrays.copyOfRange(train.raw(), first * SyntheticDigits.PIXELS,
                train.count() * SyntheticDigits.PIXELS)), Arrays.copyOfRange(train.labels(), first, train.count()));
    }

    public static void main(String[] arguments)
            throws DataException, ExperimentFileException, IOException, ContentException {
        Dataset mnist = Datasets.load(new Data(new Source.Images(ImageSet.MNIST, arguments[0], 0), 1, 0, Scaling.NONE),
                List.of(), Path.of(""));
        Experiment shipped = Builtins.read("digits");
        boolean tunes = arguments.length > 7;
        Experiment experiment = shipped.withTraining(shipped.training().withOptimizer(
                new Optimizer.Adam(tunes ? Double.parseDouble(arguments[8]) : RATE, 0.9, 0.999)));
        Model.Network network = (Model.Network) shipped.model();
        float[] start = tunes ? Weights.read(Path.of(arguments[7]), ParameterLayout.of(network, SHAPE)) : null;
        new TrainDigits(experiment, mnist, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]), Integer.parseInt(arguments[6]))
                .train(tunes ? lessDropout(network) : network, start, Path.of(arguments[1]));
    }

    private static Model.Network lessDropout(Model.Network network) {
        return new Model.Network(network.seed(), network.layers().stream()
                .map(layer -> layer instanceof Layer.Dropout d ? new Layer.Dropout(TUNING_DROPOUT * d.rate()) : layer)
                .toList());
    }

    private void train(Model.Network network, float @Nullable [] start, Path out) throws IOException {
        int count = mnist.train().count() - KEPT + drawn + written + none;
        Epochs schedule = new Epochs(experiment.training(), count, epochs);
        float[] parameters = start;
        OptimizerState state = OptimizerState.START;
        SplittableRandom order = new SplittableRandom(SEED);
        long began = System.nanoTime();
        float[] inputs = new float[count * SyntheticDigits.PIXELS];
        int[] labels = new int[count];
        List<float[]> last = new ArrayList<>();
        for (int epoch = 0; epoch < epochs; epoch++) {
            fill(epoch, inputs, labels);
            try (Session session = engine.open(new Problem(network, experiment.training(), SHAPE,
                    Epochs.samples(inputs, labels), kept))) {
                if (parameters != null) {
                    session.load(parameters, state);
                }
                double loss = schedule.train(session, epoch, order);
                System.out.printf("epoch %d: loss %.4f, kept %.2f %%, %.0f s%n", epoch + 1, loss,
                        100 * session.evaluate(Part.TEST).accuracy(), (System.nanoTime() - began) / 1e9);
                parameters = session.parameters();
                state = session.optimizerState();
                if (start != null && epoch >= (1 - AVERAGED) * epochs) {
                    last.add(parameters);
                    parameters = epoch == epochs - 1 ? better(session, last) : parameters;
                }
                try (OutputStream to = Files.newOutputStream(out)) {
                    Weights.write(to, session.layout(), parameters);
                }
            }
        }
        test(network, Objects.requireNonNull(parameters));
    }

    /// The last parameters or the mean of all, whichever reads what is kept with the lower loss.
    private static float[] better(Session session, List<float[]> last) {
        float[] mean = new float[last.getFirst().length];
        for (float[] parameters : last) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += parameters[i] / last.size();
            }
        }
        Metrics before = session.evaluate(Part.TEST);
        session.load(mean, session.optimizerState());
        Metrics after = session.evaluate(Part.TEST);
        System.out.printf("kept: last %.2f %%, loss %.5f; mean of %d %.2f %%, loss %.5f%n", 100 * before.accuracy(),
                before.loss(), last.size(), 100 * after.accuracy(), after.loss());
        return after.loss() < before.loss() ? mean : last.getLast();
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
        int real = labels.length - drawn - written - none;
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
        write(epoch, inputs, labels);
    }

    /// Digits on the pad, prepared as the window does, toward the end of an epoch's samples: of four, one is a distorted
    /// digit's middle line, two are careful and one careless, with any pen. At the end what is no digit.
    private void write(int epoch, float[] inputs, int[] labels) {
        SplittableRandom random = new SplittableRandom(SEED + 1_000 + epoch).split();
        int first = labels.length - none - written;
        for (int i = first; i < first + written; i++) {
            Drawing drawing;
            if (i % 4 == 0) {
                int other = random.nextInt(first - drawn);
                labels[i] = labels[other];
                drawing = PadHand.ANY.trace(Arrays.copyOfRange(inputs, other * SyntheticDigits.PIXELS,
                        (other + 1) * SyntheticDigits.PIXELS), random);
            } else {
                labels[i] = random.nextInt(SyntheticDigits.CLASSES);
                PadHand hand = i % 4 == 1 ? PadHand.ANY : PadHand.CAREFUL;
                drawing = hand.write(Styles.SHIPPED.pick(labels[i], random.nextDouble()), random);
            }
            prepare(drawing, inputs, i);
        }
        for (int i = first + written; i < labels.length; i++) {
            prepare(NoDigit.TRAINED.get(i % NoDigit.TRAINED.size()).draw(random), inputs, i);
            labels[i] = Epochs.NONE;
        }
    }

    private static void prepare(Drawing drawing, float[] inputs, int sample) {
        float[] image = Centering.center(drawing.render(PAD_SIDE), PAD_SIDE, PAD_SIDE);
        System.arraycopy(image, 0, inputs, sample * SyntheticDigits.PIXELS, SyntheticDigits.PIXELS);
    }

    private static float[] unit(float[] pixels) {
        float[] unit = new float[pixels.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = pixels[i] / 255;
        }
        return unit;
    }
}
