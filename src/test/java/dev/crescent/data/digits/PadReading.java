package dev.crescent.data.digits;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
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
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.export.ContentException;
import dev.crescent.export.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Measures how well weights read what is on the pad, prepared in each way: digits written by a [PadHand], and others'
/// images put on the pad. Not a test: run it by hand, with `FOLDER WEIGHTS.npz COUNT kept|test [OPTDIGITS.tes]`: the folder
/// of MNIST's four files, the weights, how many drawings a row has, which of MNIST's images are put on the pad (the 5,000
/// that [TrainDigits] keeps to choose by, or the test images), and UCI's optical digits.
final class PadReading implements AutoCloseable {
    private static final int KEPT = 5_000;
    private static final int SIDE = 280;
    private static final long SEED = 1;
    private static final int BLOCKS = 8;
    private static final double MOST = 16;
    private static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);

    private final Session session;
    private final int count;

    private PadReading(Path weights, int count) throws ExperimentFileException, IOException, ContentException {
        this.count = count;
        Experiment experiment = Builtins.read("digits");
        Model.Network network = (Model.Network) experiment.model();
        Samples none = Samples.none(SyntheticDigits.PIXELS, SyntheticDigits.CLASSES);
        session = new CpuEngine(1).open(new Problem(network, experiment.training(), SHAPE,
                Epochs.samples(new float[SyntheticDigits.PIXELS], new int[1]), none));
        session.load(Weights.read(weights, ParameterLayout.of(network, SHAPE)), OptimizerState.START);
    }

    @Override
    public void close() {
        session.close();
    }

    public static void main(String[] arguments)
            throws DataException, ExperimentFileException, IOException, ContentException {
        Dataset mnist = Datasets.load(new Data(new Source.Images(ImageSet.MNIST, arguments[0], 0), 1, 0, Scaling.UNIT),
                List.of(), Path.of(""));
        boolean test = arguments[3].equals("test");
        Dataset.Samples images = test ? mnist.test() : mnist.train();
        int first = test ? 0 : images.count() - KEPT;
        try (PadReading reading = new PadReading(Path.of(arguments[1]), Integer.parseInt(arguments[2]))) {
            System.out.println("| on the pad | centered | redrawn | as drawn |");
            System.out.println("| --- | ---: | ---: | ---: |");
            reading.drawn();
            reading.hands("careful", 0.5);
            reading.hands("careless", 1);
            reading.strangers(images, first);
            if (arguments.length > 4) {
                reading.optical(Path.of(arguments[4]));
            }
        }
    }

    /// @param freedom see [PadHand]
    private void hands(String who, double freedom) {
        hand(who + ": pen 8 to 12, size 60 to 80 %", new PadHand(8, 12, 0.6, 0.8, 0, 1, freedom));
        hand(who + ", without trembling", new PadHand(8, 12, 0.6, 0.8, 0, 0, freedom));
        hand(who + ", pen 2", new PadHand(2, 2, 0.6, 0.8, 0, 1, freedom));
        hand(who + ", pen 2 to 5", new PadHand(2, 5, 0.6, 0.8, 0, 1, freedom));
        hand(who + ", pen 14 to 20", new PadHand(14, 20, 0.6, 0.8, 0, 1, freedom));
        hand(who + ", size 25 to 35 %, pen 3 to 12", new PadHand(3, 12, 0.25, 0.35, 0, 1, freedom));
        hand(who + ", size 85 to 95 %", new PadHand(8, 12, 0.85, 0.95, 0, 1, freedom));
        hand(who + ", size 85 to 95 %, pen 2", new PadHand(2, 2, 0.85, 0.95, 0, 1, freedom));
        hand(who + ", slanted by up to 25 degrees", new PadHand(8, 12, 0.6, 0.8, 25, 1, freedom));
        hand(who + ", any pen, size and slant", new PadHand(2, 20, 0.25, 0.95, 25, 1, freedom));
    }

    private void hand(String name, PadHand hand) {
        SyntheticDigits digits = new SyntheticDigits(SEED, SyntheticDigits.Part.TEST);
        SplittableRandom random = new SplittableRandom(SEED + 1_000_003);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = digits.label(i);
        }
        row(name, labels, i -> hand.write(Styles.SHIPPED.pick(labels[i], random.nextDouble()), random), true);
    }

    /// The drawn digits themselves, which never were on a pad: nothing that is written as they are can be read better.
    private void drawn() {
        SyntheticDigits digits = new SyntheticDigits(SEED, SyntheticDigits.Part.TEST);
        float[] inputs = new float[count * SyntheticDigits.PIXELS];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = digits.label(i);
            digits.draw(i, inputs, i * SyntheticDigits.PIXELS);
        }
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] /= 255;
        }
        System.out.printf("| (drawn digits, not on the pad) | %s | | |%n", share(inputs, labels));
    }

    /// Others' digits, enlarged or shrunk, anywhere on the pad, and their middle lines drawn with another pen.
    private void strangers(Dataset.Samples images, int first) {
        stranger("MNIST's, 90 to 100 % of the pad, soft", images, first, 0.9, 1, 1);
        stranger("MNIST's, 90 to 100 % of the pad, sharp edges", images, first, 0.9, 1, 6);
        stranger("MNIST's, 35 to 60 % of the pad, sharp edges", images, first, 0.35, 0.6, 6);
        stranger("MNIST's, 20 to 30 % of the pad, sharp edges", images, first, 0.2, 0.3, 6);
        line("MNIST's middle lines, pen 2", images, first, new PadHand(2, 2, 0.6, 0.8, 0, 0, 1));
        line("MNIST's middle lines, pen 2 to 5", images, first, new PadHand(2, 5, 0.6, 0.8, 0, 0, 1));
        line("MNIST's middle lines, pen 8 to 12", images, first, new PadHand(8, 12, 0.6, 0.8, 0, 0, 1));
        line("MNIST's middle lines, pen 14 to 20", images, first, new PadHand(14, 20, 0.6, 0.8, 0, 0, 1));
        line("MNIST's middle lines, small, pen 2 to 5", images, first, new PadHand(2, 5, 0.25, 0.35, 0, 0, 1));
        line("MNIST's middle lines, slanted by up to 25 degrees more", images, first,
                new PadHand(8, 12, 0.6, 0.8, 25, 0, 1));
    }

    private void line(String name, Dataset.Samples images, int first, PadHand hand) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] labels = labels(images, first);
        row(name, labels, i -> hand.trace(image(images, first + i), random), true);
    }

    private int[] labels(Dataset.Samples images, int first) {
        return Arrays.copyOfRange(images.labels(), first, first + Math.min(count, images.count() - first));
    }

    private static float[] image(Dataset.Samples images, int i) {
        return Arrays.copyOfRange(images.inputs(), i * SyntheticDigits.PIXELS, (i + 1) * SyntheticDigits.PIXELS);
    }

    private void stranger(String name, Dataset.Samples images, int first, double least, double most, double contrast) {
        SplittableRandom random = new SplittableRandom(SEED);
        row(name, labels(images, first), i -> {
            int side = (int) (SIDE * random.nextDouble(least, most));
            return onPad(Enlarged.of(image(images, first + i), Centering.SIDE, side, contrast), side, random);
        }, false);
    }

    /// Digits of people with a pen on a tablet, as UCI has them: counts of ink in 8 x 8 blocks of 4 x 4.
    private void optical(Path file) throws IOException {
        List<int[]> rows;
        try (Stream<String> lines = Files.lines(file)) {
            rows = lines.skip(1).map(line -> Stream.of(line.split(",")).mapToInt(Integer::parseInt).toArray()).toList();
        }
        int[] labels = rows.stream().mapToInt(row -> row[BLOCKS * BLOCKS]).toArray();
        SplittableRandom random = new SplittableRandom(SEED);
        for (double contrast : new double[] {1, 3}) {
            row("optical digits, 8 x 8 enlarged" + (contrast > 1 ? ", sharper" : ""), labels, i -> {
                float[] ink = new float[BLOCKS * BLOCKS];
                for (int j = 0; j < ink.length; j++) {
                    ink[j] = (float) (rows.get(i)[j] / MOST);
                }
                return onPad(Enlarged.of(ink, BLOCKS, 240, contrast), 240, random);
            }, false);
        }
    }

    private static Drawing onPad(float[] ink, int side, SplittableRandom random) {
        float[] pad = new float[SIDE * SIDE];
        int top = random.nextInt(SIDE - side + 1);
        int left = random.nextInt(SIDE - side + 1);
        for (int row = 0; row < side; row++) {
            System.arraycopy(ink, row * side, pad, (top + row) * SIDE + left, side);
        }
        return Drawing.of(new InkImage(SIDE, SIDE, pad));
    }

    private void row(String name, int[] labels, IntFunction<Drawing> draw, boolean strokes) {
        int pixels = SyntheticDigits.PIXELS;
        float[] centered = new float[labels.length * pixels];
        float[] redrawn = new float[centered.length];
        float[] asDrawn = new float[centered.length];
        Preparer preparer = new Preparer();
        for (int i = 0; i < labels.length; i++) {
            Preparation prepared = preparer.prepare(draw.apply(i));
            System.arraycopy(prepared.centered(), 0, centered, i * pixels, pixels);
            System.arraycopy(prepared.redrawn(), 0, redrawn, i * pixels, pixels);
            System.arraycopy(prepared.asDrawn(), 0, asDrawn, i * pixels, pixels);
        }
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %s |%n", name, share(centered, labels),
                strokes ? share(redrawn, labels) : "", share(asDrawn, labels));
    }

    private String share(float[] inputs, int[] labels) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * session.evaluate(Epochs.samples(inputs, labels)).accuracy());
    }
}
