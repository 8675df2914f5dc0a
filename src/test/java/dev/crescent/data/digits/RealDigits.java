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
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// Measures how well the network of `digits-conv` or `digits-mlp` reads real digits when it is trained on drawn ones alone,
/// by one thread. The rate rises over 100 steps and then falls linearly to 0. Not a test: run it by hand, with
/// `FOLDER EXPERIMENT SAMPLES EPOCHS fixed|fresh`: the folder of MNIST's four files, the experiment's name, how many
/// digits an epoch has, and whether each epoch has others.
final class RealDigits {
    private static final long SEED = 1;

    private final Model.Network network;
    private final Experiment experiment;
    private final Samples real;
    private final int samples;
    private final int epochs;
    private final boolean fresh;

    private RealDigits(Experiment experiment, Samples real, int samples, int epochs, boolean fresh) {
        this.experiment = experiment;
        this.network = (Model.Network) experiment.model();
        this.real = real;
        this.samples = samples;
        this.epochs = epochs;
        this.fresh = fresh;
    }

    public static void main(String[] arguments) throws DataException, ExperimentFileException {
        Dataset mnist = Datasets.load(new Data(new Source.Images(ImageSet.MNIST, arguments[0], 1), 1, 0, Scaling.UNIT),
                List.of(), Path.of(""));
        Dataset.Samples test = mnist.test();
        new RealDigits(Builtins.read(arguments[1]), Epochs.samples(test.inputs(), test.labels()), Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]), arguments[4].equals("fresh")).train();
    }

    private void train() {
        long start = System.nanoTime();
        float[] parameters = null;
        OptimizerState state = OptimizerState.START;
        Epochs schedule = new Epochs(experiment.training(), samples, epochs);
        SplittableRandom order = new SplittableRandom(SEED);
        Samples drawn = drawn(0);
        for (int epoch = 0; epoch < epochs; epoch++) {
            if (fresh && epoch > 0) {
                drawn = drawn((long) epoch * samples);
            }
            try (Session session = new CpuEngine(1).open(new Problem(network, experiment.training(),
                    List.of(1, Centering.SIDE, Centering.SIDE), drawn, real))) {
                if (parameters != null) {
                    session.load(parameters, state);
                }
                double loss = schedule.train(session, epoch, order);
                System.out.printf("epoch %d: loss %.4f, real digits %.2f %%, %.0f s%n", epoch + 1, loss,
                        100 * session.evaluate(Part.TEST).accuracy(), (System.nanoTime() - start) / 1e9);
                parameters = session.parameters();
                state = session.optimizerState();
            }
        }
    }

    /// Digits from a place on, pixels 0 to 1.
    private Samples drawn(long first) {
        SyntheticDigits digits = new SyntheticDigits(SEED, SyntheticDigits.Part.TRAINING);
        float[] inputs = new float[samples * SyntheticDigits.PIXELS];
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = digits.label(first + i);
            digits.draw(first + i, inputs, i * SyntheticDigits.PIXELS);
        }
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] /= 255;
        }
        return Epochs.samples(inputs, labels);
    }
}
