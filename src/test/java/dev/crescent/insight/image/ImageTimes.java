package dev.crescent.insight.image;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.export.ContentException;
import dev.crescent.export.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Measures what each look at a drawn digit takes, by one thread: the networks of `digits` with the weights that come with
/// it, of `digits-conv` and a smaller one with starting weights, 60,000 drawn digits. Prints the median of some rounds, and
/// before them how long the weights take in a new process. Not a test: run it by hand.
final class ImageTimes {
    private static final int DIGITS = 60_000;
    private static final int TESTED = 10_000;
    private static final int ROUNDS = 15;
    private static final List<Integer> SHAPE = List.of(1, 28, 28);

    private final Dataset.Samples digits;
    private final Dataset.Samples tested;
    private final float[] image;

    private ImageTimes(Dataset data) {
        this.digits = data.train();
        this.tested = data.test();
        this.image = Arrays.copyOf(tested.inputs(), data.inputWidth());
    }

    public static void main(String[] arguments)
            throws DataException, ExperimentFileException, IOException, ContentException {
        Model.Network digits = (Model.Network) Builtins.read("digits").model();
        long start = System.nanoTime();
        float[] weights = weights(digits);
        System.out.printf(Locale.ROOT, "the weights of digits, the first time %22s %12.3f ms%n", "",
                (System.nanoTime() - start) / 1e6);
        Experiment experiment = Builtins.read("digits-conv");
        double share = TESTED / (double) (DIGITS + TESTED);
        ImageTimes times = new ImageTimes(Datasets.load(
                new Data(new Source.Digits(DIGITS + TESTED), 1, share, Scaling.UNIT), List.of(), Path.of("")));
        times.network("digits", digits, weights);
        times.network("8-16 conv", new Model.Network(1, List.of(
                Nets.conv(8, 5, 1, Padding.VALID, Activation.RELU), new Layer.MaxPool(2, 2, Rounding.DOWN),
                Nets.conv(16, 5, 1, Padding.VALID, Activation.RELU), new Layer.MaxPool(2, 2, Rounding.DOWN),
                Nets.dense(10, Activation.SOFTMAX))));
        times.network("digits-conv", (Model.Network) experiment.model());
        times.images();
    }

    private static float[] weights(Model.Network network) throws IOException, ContentException {
        try (InputStream in = Builtins.weights("digits").orElseThrow()) {
            return Weights.read(in, "digits.npz", ParameterLayout.of(network, SHAPE));
        }
    }

    private void network(String name, Model.Network network) {
        network(name, network, InitialParameters.of(network, SHAPE));
    }

    private void network(String name, Model.Network network, float[] parameters) {
        CpuEngine engine = new CpuEngine(1);
        ImageNetwork whole = new ImageNetwork(engine, network, SHAPE);
        time(name + ": every activation of an image", 200, () -> whole.activations(parameters, image));
        InputGradient gradient = new InputGradient(network, SHAPE);
        time(name + ": gradient by the pixels", 50, () -> gradient.of(parameters, image, 3));
        Saliency saliency = new Saliency(network, SHAPE);
        time(name + ": saliency", 50, () -> saliency.of(parameters, image));
        Occlusion occlusion = new Occlusion(engine, network, SHAPE, Loss.CROSS_ENTROPY);
        time(name + ": occlusion 5 x 5", 1, () -> occlusion.of(parameters, image, Occlusion.USUAL_SIDE, 1.6, () -> false));
        CounterfactualSearch search = new CounterfactualSearch(engine, network, SHAPE, Loss.CROSS_ENTROPY);
        Counterfactual found = Objects.requireNonNull(search.find(parameters, image, () -> false));
        time(name + ": counterfactual, " + (found.added().size() + found.erased().size()) + " pixels, "
                + (found.reached() ? "reached" : "not reached"), 1, () -> search.find(parameters, image, () -> false));
        Excitation excitation = new Excitation(engine, network, SHAPE);
        time(name + ": what excites the first layer, of 2,000 digits", 1,
                () -> excitation.of(parameters, digits, 0, 9, 2000, () -> false));
        MistakeFinder finder = new MistakeFinder(engine, network, SHAPE, Loss.CROSS_ENTROPY);
        Mistakes mistakes = Objects.requireNonNull(finder.find(parameters, tested, () -> false));
        time(name + ": mistakes among 10,000 digits", 1, () -> finder.find(parameters, tested, () -> false));
        time(name + ": temperature of 10,000 digits", 1,
                () -> Temperature.fit(mistakes.probabilities(), mistakes.labels()));
    }

    private void images() {
        time("5 nearest of 60,000 digits", 1, () -> NearestImages.of(digits, image, 5, () -> false));
        time("mean of each class, 60,000 digits", 1, () -> ImageStatistics.of(digits, image.length, 10));
    }

    private static void time(String what, int calls, Runnable work) {
        double[] milliseconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                work.run();
            }
            milliseconds[round] = (System.nanoTime() - start) / 1e6 / calls;
        }
        // The first rounds are the compiler's.
        double[] warm = Arrays.copyOfRange(milliseconds, ROUNDS / 3, ROUNDS);
        Arrays.sort(warm);
        System.out.printf(Locale.ROOT, "%-64s %8.3f ms (%.3f to %.3f)%n", what, warm[warm.length / 2], warm[0],
                warm[warm.length - 1]);
    }
}
