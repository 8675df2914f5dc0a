package dev.crescent.export.link;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Named;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Training;
import dev.crescent.export.link.PlaygroundState.DataSet;
import dev.crescent.export.link.PlaygroundState.Regularization;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An experiment as TensorFlow Playground's state, if it can be one.
final class ExperimentState {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private ExperimentState() {}

    /// @throws LinkException that says what does not fit
    static PlaygroundState of(PlaygroundLink link) throws LinkException {
        Experiment experiment = link.experiment();
        Data data = experiment.data();
        Source.Points points = points(data);
        Model.Network network = network(experiment.model(), points.set());
        Training training = experiment.training();
        checkTraining(training, points.set());
        Regularization penalty = training.l1() > 0 ? Regularization.L1
                : training.l2() > 0 ? Regularization.L2 : Regularization.NONE;
        PlaygroundState state = new PlaygroundState(points.set(),
                BigDecimal.valueOf(points.noise()).movePointRight(2).doubleValue(),
                ALL.subtract(BigDecimal.valueOf(data.testFraction()).movePointRight(2)).doubleValue(), data.seed(),
                inputs(experiment.features()), hidden(network).stream().map(Layer.Dense::units).toList(),
                activation(network), startsAtZero(network), training.optimizer().learningRate(), training.batchSize(), penalty,
                training.l1() + training.l2(), link.showTestData(), link.discretize());
        require(state.batchSize() <= state.trainingSamples(), "a mini-batch must be at most the "
                + state.trainingSamples() + " training samples, is " + state.batchSize());
        return state;
    }

    private static Source.Points points(Data data) throws LinkException {
        String sets = Arrays.stream(DataSet.values()).map(one -> one.set.id()).collect(Collectors.joining(", "));
        if (!(data.source() instanceof Source.Points points) || DataSet.of(points.set()).isEmpty()) {
            throw refusal("the data set must be one of " + sets + ", is " + data.source().id());
        }
        int samples = PlaygroundState.samples(points.set());
        require(points.samples() == samples, points.set().id() + " must have " + samples + " samples, has " + points.samples());
        require(points.noise() <= PlaygroundState.MOST_NOISE / 100,
                "the noise must be at most " + PlaygroundState.MOST_NOISE / 100 + ", is " + points.noise());
        require(data.scaling() == Scaling.NONE, "the data must not be scaled, their scaling is " + data.scaling().id());
        return points;
    }

    private static Set<Input> inputs(List<String> features) throws LinkException {
        Set<Input> inputs = EnumSet.noneOf(Input.class);
        for (String feature : features) {
            Input input = Input.of(feature).orElseThrow(() ->
                    refusal("the features must be of " + Input.formulas() + ", one is " + feature));
            require(inputs.add(input), "no feature must be there twice, and " + feature + " is");
        }
        return inputs;
    }

    private static Model.Network network(Model model, PointSet set) throws LinkException {
        if (!(model instanceof Model.Network network)) {
            throw refusal("the model must be a network, is " + model.id());
        }
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            require(layers.get(i) instanceof Layer.Dense, "all layers must be dense, layer " + (i + 1) + " is "
                    + layers.get(i).id());
        }
        Layer.Dense output = network.output();
        Activation activation = StateExperiment.output(set);
        require(output.units() == 1 && output.activation() == activation, "the last layer must be 1 " + activation.id()
                + " unit, is " + output.units() + " " + output.activation().id());
        checkHidden(hidden(network));
        return network;
    }

    private static List<Layer.Dense> hidden(Model.Network network) {
        List<Layer.Dense> all = dense(network);
        return all.subList(0, all.size() - 1);
    }

    private static List<Layer.Dense> dense(Model.Network network) {
        return network.layers().stream().map(Layer.Dense.class::cast).toList();
    }

    private static void checkHidden(List<Layer.Dense> hidden) throws LinkException {
        require(hidden.size() <= PlaygroundState.MOST_LAYERS, "there must be at most " + PlaygroundState.MOST_LAYERS
                + " hidden layers, are " + hidden.size());
        String names = PlaygroundState.ACTIVATIONS.stream().map(Named::id).collect(Collectors.joining(", "));
        for (int i = 0; i < hidden.size(); i++) {
            Layer.Dense layer = hidden.get(i);
            require(layer.units() <= PlaygroundState.MOST_UNITS, "a hidden layer must have at most "
                    + PlaygroundState.MOST_UNITS + " units, layer " + (i + 1) + " has " + layer.units());
            require(PlaygroundState.ACTIVATIONS.contains(layer.activation()), "the activation must be one of " + names
                    + ", is " + layer.activation().id() + " in layer " + (i + 1));
            require(layer.activation() == hidden.getFirst().activation(), "all hidden layers must have the same activation,"
                    + " layer 1 has " + hidden.getFirst().activation().id() + ", layer " + (i + 1) + " "
                    + layer.activation().id());
        }
    }

    private static Activation activation(Model.Network network) {
        List<Layer.Dense> hidden = hidden(network);
        return hidden.isEmpty() ? Activation.TANH : hidden.getFirst().activation();
    }

    private static boolean startsAtZero(Model.Network network) throws LinkException {
        List<Layer.Dense> layers = dense(network);
        boolean zero = isZero(layers.getFirst().initializer());
        for (int i = 0; i < layers.size(); i++) {
            Layer.Dense layer = layers.get(i);
            require(layer.bias(), "all layers must have biases, layer " + (i + 1) + " has none");
            boolean starts = zero ? isZero(layer.initializer()) && isZero(layer.biasInitializer())
                    : layer.initializer().equals(StateExperiment.WEIGHTS)
                            && layer.biasInitializer().equals(StateExperiment.BIASES);
            require(starts, "weights must start uniform within 0.5 and biases at 0.1, or all at 0; those of layer " + (i + 1)
                    + " start otherwise");
        }
        return zero;
    }

    private static boolean isZero(Initializer initializer) {
        return initializer == Initializer.Standard.ZEROS || initializer.equals(new Initializer.Constant(0));
    }

    private static void checkTraining(Training training, PointSet set) throws LinkException {
        require(training.loss() == Loss.HALF_SQUARED_ERROR, "the loss must be " + Loss.HALF_SQUARED_ERROR.id() + ", is "
                + training.loss().id());
        if (!(training.optimizer() instanceof Optimizer.Sgd sgd)) {
            throw refusal("the optimizer must be sgd, is " + training.optimizer().id());
        }
        require(sgd.momentum() == 0, "sgd must have no momentum, has " + sgd.momentum());
        require(training.schedule().equals(new Schedule.Constant(0)), "the learning rate must stay the same, without schedule and"
                + " warm-up");
        require(training.clip() == 0, "gradients must not be clipped, are at " + training.clip());
        require(training.l1() == 0 || training.l2() == 0, "there must be one penalty at most, are L1 and L2");
        require(!training.shuffle() || set == PointSet.SPIRAL, "the samples must not be shuffled, are in every epoch");
    }

    private static void require(boolean condition, String sentence) throws LinkException {
        if (!condition) {
            throw refusal(sentence);
        }
    }

    private static LinkException refusal(String sentence) {
        return new LinkException("TensorFlow Playground cannot show this experiment: " + sentence + ".");
    }
}
