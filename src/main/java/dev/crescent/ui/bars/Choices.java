package dev.crescent.ui.bars;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The choices of the bars, as experiments and their parts. Pure.
public final class Choices {
    static final List<Double> RATES = List.of(0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0);
    static final List<Integer> BATCHES = List.of(1, 2, 5, 10, 20, 30, 50, 100, 250);
    static final List<Double> PENALTIES = List.of(0.0001, 0.0004, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0);
    static final List<Activation> HIDDEN = List.of(Activation.LINEAR, Activation.RELU, Activation.LEAKY_RELU,
            Activation.ELU, Activation.GELU, Activation.SOFTPLUS, Activation.SIGMOID, Activation.TANH,
            Activation.SWISH, Activation.MISH, Activation.SINE);

    private Choices() {}

    /// All optimizers with PyTorch's defaults, at the rate of the one before.
    public static List<Optimizer> optimizers(double rate) {
        return List.of(new Optimizer.Sgd(rate, 0, false), new Optimizer.Sgd(rate, 0.9, false),
                new Optimizer.RmsProp(rate, 0.99, false), new Optimizer.AdaGrad(rate),
                new Optimizer.AdaDelta(rate, 0.9), new Optimizer.Adam(rate, 0.9, 0.999),
                new Optimizer.AdamW(rate, 0.9, 0.999, 0.01), new Optimizer.NAdam(rate, 0.9, 0.999),
                new Optimizer.Lion(rate, 0.9, 0.99));
    }

    /// What an optimizer is called.
    public static String name(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.nesterov() ? "Nesterov" : sgd.momentum() > 0 ? "Momentum" : "SGD";
            case Optimizer.RmsProp _ -> "RMSprop";
            case Optimizer.AdaGrad _ -> "Adagrad";
            case Optimizer.AdaDelta _ -> "Adadelta";
            case Optimizer.Adam _ -> "Adam";
            case Optimizer.AdamW _ -> "AdamW";
            case Optimizer.NAdam _ -> "NAdam";
            case Optimizer.Lion _ -> "Lion";
        };
    }

    /// The activation that all hidden layers share; empty if they differ or there are none.
    static Optional<Activation> hiddenActivation(Experiment experiment) {
        List<Activation> found = new ArrayList<>();
        if (experiment.model() instanceof Model.Network network) {
            for (Layer layer : network.layers().subList(0, network.layers().size() - 1)) {
                if (layer instanceof Layer.Weighted weighted) {
                    found.add(weighted.activation());
                }
            }
        }
        return found.stream().distinct().count() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// All hidden layers with one activation.
    static Experiment withHiddenActivation(Experiment experiment, Activation activation) {
        if (!(experiment.model() instanceof Model.Network network)) {
            return experiment;
        }
        List<Layer> layers = new ArrayList<>(network.layers());
        for (int i = 0; i < layers.size() - 1; i++) {
            layers.set(i, withActivation(layers.get(i), activation));
        }
        return experiment.withModel(network.withLayers(layers));
    }

    private static Layer withActivation(Layer layer, Activation activation) {
        return switch (layer) {
            case Layer.Dense d -> d.withActivation(activation);
            case Layer.Maxout m -> new Layer.Maxout(m.units(), m.pieces(), activation, m.initializer(), m.bias(),
                    m.biasInitializer());
            case Layer.Conv c -> new Layer.Conv(c.filters(), c.kernel(), c.stride(), c.padding(), activation,
                    c.initializer(), c.bias(), c.biasInitializer());
            case Layer.MaxPool _, Layer.Dropout _, Layer.Noise _, Layer.BatchNorm _, Layer.Flatten _ -> layer;
        };
    }

    /// The losses that this task can have, each with the output layer it needs.
    static List<Loss> losses(Task task) {
        return task == Task.REGRESSION
                ? List.of(Loss.MEAN_SQUARED_ERROR, Loss.HALF_SQUARED_ERROR, Loss.HUBER)
                : List.of(Loss.CROSS_ENTROPY, Loss.BINARY_CROSS_ENTROPY, Loss.MEAN_SQUARED_ERROR,
                        Loss.HALF_SQUARED_ERROR, Loss.HUBER, Loss.HINGE);
    }

    /// The experiment with that loss, and with an output layer that fits it where the present one does not.
    ///
    /// @param classes how many classes the data have; below 2 for a regression
    /// @return empty if no output layer fits: binary cross-entropy is for two classes
    static Optional<Experiment> withLoss(Experiment experiment, Loss loss, int classes) {
        if (loss == Loss.BINARY_CROSS_ENTROPY && classes != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(experiment.withTraining(experiment.training().withLoss(loss)));
        } catch (InvalidSettingException e) {
            if (!(experiment.model() instanceof Model.Network network)) {
                return Optional.empty();
            }
            Layer.Dense output = loss == Loss.BINARY_CROSS_ENTROPY
                    ? network.output().withUnits(1).withActivation(Activation.SIGMOID)
                    : network.output().withUnits(classes).withActivation(Activation.SOFTMAX);
            return Optional.of(new Experiment(experiment.title(), experiment.notes(), experiment.data(),
                    experiment.features(), network.withLayer(network.layers().size() - 1, output),
                    experiment.training().withLoss(loss), experiment.device()));
        }
    }
}
