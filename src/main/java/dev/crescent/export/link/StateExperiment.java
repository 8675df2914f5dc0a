package dev.crescent.export.link;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.experiment.Training;
import dev.crescent.export.link.PlaygroundState.Regularization;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// TensorFlow Playground's state as an experiment.
final class StateExperiment {
    /// Weights and biases at the start (`nn.ts`): `Math.random() - 0.5`, and 0.1.
    static final Initializer WEIGHTS = new Initializer.Uniform(0.5);
    static final Initializer BIASES = new Initializer.Constant(0.1);

    private static final String TITLE = "TF Playground: ";
    private static final String NOTES = "From a link of playground.tensorflow.org. The points and the starting weights are"
            + " of the same kind as there, but not the same: another generator draws them.";
    private static final int EPOCHS = 100;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private StateExperiment() {}

    static Experiment of(PlaygroundState state) {
        PointSet set = state.set();
        Source source = new Source.Points(set, PlaygroundState.samples(set), fraction(BigDecimal.valueOf(state.noise())));
        Data data = new Data(source, state.seed(),
                fraction(ALL.subtract(BigDecimal.valueOf(state.percTrainData()))), Scaling.NONE);
        List<String> features = Arrays.stream(Input.values()).filter(state.inputs()::contains)
                .map(input -> input.formula).toList();
        return new Experiment(TITLE + set.id(), NOTES, data, features, model(state), training(state), Device.AUTO);
    }

    /// Whether an experiment has the title that its data gives it here.
    static boolean isTitled(Experiment experiment) {
        return experiment.title().equals(TITLE + experiment.data().source().id());
    }

    private static Model.Network model(PlaygroundState state) {
        List<Layer> layers = new ArrayList<>();
        for (int units : state.networkShape()) {
            layers.add(layer(units, state.activation(), state.initZero()));
        }
        layers.add(layer(1, output(state.set()), state.initZero()));
        return new Model.Network(state.seed(), layers);
    }

    private static Layer layer(int units, Activation activation, boolean zero) {
        return zero ? new Layer.Dense(units, activation, Initializer.Standard.ZEROS)
                : new Layer.Dense(units, activation, WEIGHTS, true, BIASES);
    }

    /// The activation of the output.
    static Activation output(PointSet set) {
        return set.task() == Task.REGRESSION ? Activation.LINEAR : Activation.TANH;
    }

    private static Training training(PlaygroundState state) {
        double rate = state.regularizationRate();
        return new Training(Loss.HALF_SQUARED_ERROR, new Optimizer.Sgd(state.learningRate(), 0, false),
                state.batchSize(), EPOCHS, state.set() == PointSet.SPIRAL, state.seed(),
                state.regularization() == Regularization.L1 ? rate : 0, state.regularization() == Regularization.L2 ? rate : 0,
                new Schedule.Constant(0), 0);
    }

    private static double fraction(BigDecimal percent) {
        return percent.movePointLeft(2).doubleValue();
    }
}
