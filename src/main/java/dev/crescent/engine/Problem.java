package dev.crescent.engine;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Training;
import java.util.List;
import java.util.Optional;

/// What an engine is asked to train.
///
/// @param inputShape `[features]` or `[channels, rows, columns]`
public record Problem(Model.Network network, Training training, List<Integer> inputShape, Samples train, Samples test) {
    public Problem {
        inputShape = List.copyOf(inputShape);
    }

    public Samples samples(Part part) {
        return part == Part.TRAINING ? train : test;
    }

    /// Why no engine can train this, as one sentence for the user; empty if there is no reason.
    public Optional<String> flaw() {
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Layer.Weighted weighted && weighted.activation() == Activation.STEP) {
                return Optional.of("The step activation has no gradient to train by (layer " + (i + 1)
                        + "); use sigmoid or tanh, or the perceptron.");
            }
        }
        return misfit().or(() -> unmeasurable(training.loss(), network.output()));
    }

    private Optional<String> misfit() {
        int width;
        try {
            ParameterLayout.of(network, inputShape);
            width = Shapes.width(inputShape);
        } catch (InvalidSettingException e) {
            return Optional.of(e.path() + ": " + e.problem());
        }
        int outputs = network.output().units();
        for (Samples samples : List.of(train, test)) {
            if (samples.width() != width) {
                return Optional.of("The data have " + samples.width() + " inputs a sample, the network takes " + width + ".");
            }
            if (samples.outputs() != outputs) {
                return Optional.of("The data have " + samples.outputs() + " targets a sample, the last layer has "
                        + outputs + " units.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unmeasurable(Loss loss, Layer.Dense output) {
        if (loss == Loss.CROSS_ENTROPY && output.units() < 2) {
            return Optional.of("Cross-entropy needs an output unit for each class, the last layer has 1 unit.");
        }
        if (loss == Loss.BINARY_CROSS_ENTROPY && (output.units() != 1 || output.activation() != Activation.SIGMOID)) {
            return Optional.of("Binary cross-entropy needs one sigmoid unit in the last layer.");
        }
        return Optional.empty();
    }
}
