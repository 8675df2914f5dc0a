package dev.crescent.data.digits;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Model;
import dev.crescent.export.ContentException;
import dev.crescent.export.Weights;
import dev.crescent.insight.image.Familiarity;
import dev.crescent.insight.image.ImageNetwork;
import dev.crescent.insight.image.MistakeFinder;
import dev.crescent.insight.image.Mistakes;
import dev.crescent.insight.image.Temperature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Measures what weights make of drawings that are [no digit][NoDigit], and of digits, as the window does: how many are
/// below the threshold of the softened probabilities, and how many unlike all that was learned. Not a test: run it by hand,
/// with `WEIGHTS.npz COUNT`: how many drawings a row has.
final class NoDigitReading {
    private static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);
    private static final double RIGHT = 0.99;
    private static final double LEAST_SURE = 0.5;
    private static final double MOST_SURE = 0.9;

    private final Experiment experiment;
    private final ImageNetwork network;
    private final float[] parameters;
    private final Familiarity familiarity;
    private final double temperature;
    private final double threshold;
    private final Preparer preparer = new Preparer();
    private final int count;

    private NoDigitReading(Path weights, int count)
            throws DataException, ExperimentFileException, IOException, ContentException {
        this.count = count;
        experiment = Builtins.read("digits");
        Model.Network model = (Model.Network) experiment.model();
        CpuEngine engine = new CpuEngine();
        network = new ImageNetwork(engine, model, SHAPE);
        parameters = Weights.read(weights, ParameterLayout.of(model, SHAPE));
        Dataset data = Datasets.load(experiment.data(), List.of(), Path.of(""));
        familiarity = Objects.requireNonNull(
                Familiarity.of(engine, model, SHAPE, parameters, data.train(), data.test(), () -> false));
        Mistakes read = Objects.requireNonNull(new MistakeFinder(engine, model, SHAPE, experiment.training().loss())
                .find(parameters, data.test(), () -> false));
        temperature = Temperature.fit(read.probabilities(), read.labels());
        float[][] softened = new float[read.count()][];
        for (int i = 0; i < softened.length; i++) {
            softened[i] = Temperature.soften(read.probabilities()[i], temperature);
        }
        threshold = Math.clamp(Temperature.threshold(softened, read.labels(), RIGHT).orElse(MOST_SURE), LEAST_SURE, MOST_SURE);
        System.out.printf(Locale.ROOT, "temperature %.2f, threshold %.3f%n", temperature, threshold);
    }

    public static void main(String[] arguments)
            throws DataException, ExperimentFileException, IOException, ContentException {
        NoDigitReading reading = new NoDigitReading(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        System.out.println("| drawn | below the threshold | unlike all it learned | not sure, for either |");
        System.out.println("| --- | ---: | ---: | ---: |");
        SplittableRandom random = new SplittableRandom(11);
        reading.row("digits, careful", () -> hand(PadHand.CAREFUL, random));
        reading.row("digits, careless", () -> hand(PadHand.ANY, random));
        for (NoDigit kind : NoDigit.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            reading.row(name + (NoDigit.TRAINED.contains(kind) ? "" : " (never trained on)"), () -> kind.draw(random));
        }
    }

    private static Drawing hand(PadHand hand, SplittableRandom random) {
        return hand.write(Styles.SHIPPED.pick(random.nextInt(SyntheticDigits.CLASSES), random.nextDouble()), random);
    }

    private void row(String name, Supplier<Drawing> draw) {
        int below = 0;
        int unlike = 0;
        int either = 0;
        for (int i = 0; i < count; i++) {
            float[][] layers = network.activations(parameters, preparer.prepare(draw.get()).centered());
            boolean unfamiliar = !familiarity.knows(layers[layers.length - 2]);
            float[] said = Temperature.soften(
                    network.probabilities(layers[layers.length - 1], experiment.training().loss()), temperature);
            float best = 0;
            for (float p : said) {
                best = Math.max(best, p);
            }
            below += best < threshold ? 1 : 0;
            unlike += unfamiliar ? 1 : 0;
            either += unfamiliar || best < threshold ? 1 : 0;
        }
        System.out.printf(Locale.ROOT, "| %s | %.1f %% | %.1f %% | %.1f %% |%n", name, 100.0 * below / count,
                100.0 * unlike / count, 100.0 * either / count);
    }
}
