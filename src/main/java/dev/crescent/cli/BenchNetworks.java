package dev.crescent.cli;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Training;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The networks that `bench` trains. All shuffle their samples.
///
/// Those of images are the four of Alec Radford's Theano-Tutorials with their settings (no biases, weights from a normal
/// distribution of deviation 0.01, RMSprop's epsilon inside the root, pools that round up), and a small convolutional
/// one. They are trained on pictures of 28x28 that [GeneratedImages] makes, whatever their data are.
final class BenchNetworks {
    private static final int BATCH = 128;
    private static final int CLASSES = 10;
    private static final Optimizer SGD = new Optimizer.Sgd(0.05, 0, false);
    private static final Optimizer RMSPROP = new Optimizer.RmsProp(0.001, 0.9, true);
    private static final Layer OUTPUT = dense(CLASSES, Activation.SOFTMAX);

    private BenchNetworks() {}

    /// 2-4-2-1 tanh on the circle: TensorFlow Playground's network and data.
    static Experiment playground() {
        try {
            Experiment playground = Builtins.read("playground");
            Training t = playground.training();
            return playground.withTraining(new Training(t.loss(), t.optimizer(), t.batchSize(), t.epochs(), true, t.seed(),
                    t.l1(), t.l2(), t.schedule(), t.clip()));
        } catch (ExperimentFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same with six hidden layers of 8 units, the most that TensorFlow Playground has.
    static Experiment playgroundDeep() {
        Experiment playground = playground();
        Model.Network network = (Model.Network) playground.model();
        Layer.Dense hidden = ((Layer.Dense) network.layers().getFirst()).withUnits(8);
        List<Layer> layers = new ArrayList<>(Collections.nCopies(6, hidden));
        layers.add(network.output());
        return playground.withModel(network.withLayers(layers));
    }

    /// 784-10.
    static Experiment softmax() {
        return images(SGD, List.of(OUTPUT));
    }

    /// 784-625-10.
    static Experiment old() {
        return images(SGD, List.of(dense(625, Activation.SIGMOID), OUTPUT));
    }

    /// 784-625-625-10 with dropout.
    static Experiment modern() {
        return images(RMSPROP, List.of(new Layer.Dropout(0.2), dense(625, Activation.RELU),
                new Layer.Dropout(0.5), dense(625, Activation.RELU), new Layer.Dropout(0.5), OUTPUT));
    }

    /// Three convolutions, 32 to 128 filters of 3x3, and 1152-625-10, with dropout.
    static Experiment conv() {
        Layer pool = new Layer.MaxPool(2, 2, Rounding.UP);
        Layer dropout = new Layer.Dropout(0.2);
        return images(RMSPROP, List.of(
                convolution(32, 3, Padding.FULL), pool, dropout,
                convolution(64, 3, Padding.VALID), pool, dropout,
                convolution(128, 3, Padding.VALID), pool, dropout,
                dense(625, Activation.RELU), new Layer.Dropout(0.5), OUTPUT));
    }

    /// Two convolutions, 8 and 16 filters of 5x5, and 256-10.
    static Experiment convSmall() {
        Layer pool = new Layer.MaxPool(2, 2, Rounding.UP);
        return images(RMSPROP, List.of(convolution(8, 5, Padding.VALID), pool, convolution(16, 5, Padding.VALID), pool,
                OUTPUT));
    }

    private static Experiment images(Optimizer optimizer, List<Layer> layers) {
        Experiment defaults = Experiment.defaults();
        return defaults.withModel(new Model.Network(1, layers)).withTraining(defaults.training()
                .withLoss(Loss.CROSS_ENTROPY).withOptimizer(optimizer).withBatchSize(BATCH));
    }

    private static Layer dense(int units, Activation activation) {
        return new Layer.Dense(units, activation, new Initializer.Normal(0.01), false, Initializer.Standard.ZEROS);
    }

    private static Layer convolution(int filters, int kernel, Padding padding) {
        return new Layer.Conv(filters, kernel, 1, padding, Activation.RELU, new Initializer.Normal(0.01), false,
                Initializer.Standard.ZEROS);
    }
}
