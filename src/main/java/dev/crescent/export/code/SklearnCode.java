package dev.crescent.export.code;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Task;
import dev.crescent.experiment.Training;
import dev.crescent.export.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A network as scikit-learn's `MLPClassifier` or `MLPRegressor`: dense layers with one activation for all hidden ones.
public final class SklearnCode {
    private static final String INSTEAD = "; export it as numpy or pytorch instead.";

    private final TrainedNetwork network;
    private final PythonParts parts;
    private final Training training;
    private final List<Layer.Dense> layers;
    private final List<Integer> numbers;
    private final boolean classifies;

    private SklearnCode(TrainedNetwork network, String stem) {
        this.network = network;
        this.parts = new PythonParts(network, stem);
        this.training = network.experiment().training();
        this.layers = dense(network);
        this.numbers = network.layout().slices().stream().map(ParameterLayout.Slice::layer).toList();
        this.classifies = network.output().activation() != Activation.LINEAR;
    }

    private static List<Layer.Dense> dense(TrainedNetwork network) {
        return network.network().layers().stream().filter(Layer.Dense.class::isInstance).map(Layer.Dense.class::cast).toList();
    }

    /// Why a network is none that scikit-learn has, as one sentence for the user; empty if it is one.
    public static Optional<String> refuses(TrainedNetwork network) {
        for (Layer layer : network.network().layers()) {
            switch (layer) {
                case Layer.Dense _, Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> { }
                case Layer.Conv _, Layer.Maxout _, Layer.MaxPool _, Layer.BatchNorm _ -> {
                    return Optional.of("scikit-learn's networks have dense layers only, and this one has " + layer.id() + INSTEAD);
                }
            }
        }
        List<Activation> hidden = dense(network).stream().map(Layer.Dense::activation).limit(dense(network).size() - 1L)
                .distinct().toList();
        if (hidden.size() > 1) {
            return Optional.of("scikit-learn's networks have one activation for all hidden layers, and this one has "
                    + hidden.get(0).id() + " and " + hidden.get(1).id() + INSTEAD);
        }
        if (!hidden.isEmpty() && name(hidden.getFirst()).isEmpty()) {
            return Optional.of("scikit-learn has no activation " + hidden.getFirst().id() + INSTEAD);
        }
        return output(network);
    }

    private static Optional<String> output(TrainedNetwork network) {
        Layer.Dense last = network.output();
        boolean fits = switch (last.activation()) {
            case LINEAR -> true;
            case SOFTMAX -> network.task() == Task.CLASSIFICATION;
            case SIGMOID -> network.task() == Task.CLASSIFICATION && last.units() == 1;
            case RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS, TANH, SWISH, MISH, SINE, STEP -> false;
        };
        return fits ? Optional.empty() : Optional.of("scikit-learn's networks end in softmax, in one sigmoid unit or in linear units,"
                + " and this one in " + last.units() + (last.units() == 1 ? " unit" : " units") + " of " + last.activation().id() + INSTEAD);
    }

    private static Optional<String> name(Activation activation) {
        return switch (activation) {
            case LINEAR -> Optional.of("identity");
            case RELU -> Optional.of("relu");
            case SIGMOID -> Optional.of("logistic");
            case TANH -> Optional.of("tanh");
            case LEAKY_RELU, ELU, GELU, SOFTPLUS, SWISH, MISH, SINE, STEP, SOFTMAX -> Optional.empty();
        };
    }

    /// @param network that is not refused
    /// @param stem the program's file name without its extension
    public static Program of(TrainedNetwork network, String stem) {
        return new SklearnCode(network, stem).program();
    }

    private Program program() {
        String type = classifies ? "MLPClassifier" : "MLPRegressor";
        CodeText text = parts.header("scikit-learn", "scikit-learn and numpy", true);
        text.add(parts.pathImport() + "import numpy as np\nfrom sklearn.neural_network import " + type).blank(1);
        parts.weights(text);
        text.blank(1);
        parts.samples(text);
        text.blank(2);
        parts.inputs(text);
        text.blank(2);
        network(text, type);
        text.blank(2);
        predict(text);
        text.blank(2);
        parts.main(text);
        return parts.program(text);
    }

    private void network(CodeText text, String type) {
        text.prose("# ", "To train it anew, call network.fit(inputs(samples), targets)." + differences());
        text.add("network = " + type + "(").add(CodeText.wrapped("    ", "    ", settings(), ", ") + ",").add(")").blank(1);
        text.prose("# ", "scikit-learn makes a network's arrays when it first sees data. Then they can be replaced.");
        int units = network.output().units();
        String width = String.valueOf(network.inputs().width());
        int classes = Math.max(2, units);
        int count = Math.max(classes, training.batchSize());
        if (classifies) {
            text.add("network.partial_fit(np.zeros((" + count + ", " + width + ")), np.arange(" + count + ") % " + classes + ", classes=range("
                    + classes + "))");
        } else {
            text.add("network.partial_fit(np.zeros((" + count + ", " + width + ")), np.zeros("
                    + (units == 1 ? count : "(" + count + ", " + units + ")") + "))");
        }
        boolean two = network.output().activation() == Activation.SOFTMAX && units == 2;
        if (two) {
            text.prose("# ", "Of two classes scikit-learn has one sigmoid unit. Softmax of two sums is the sigmoid of their difference.");
        }
        text.add("network.coefs_ = [").add(arrays(two, true)).add("]");
        text.add("network.intercepts_ = [").add(arrays(two, false)).add("]");
    }

    private String arrays(boolean difference, boolean weights) {
        CodeText text = new CodeText();
        for (int i = 0; i < layers.size(); i++) {
            boolean last = i == layers.size() - 1;
            String array = "WEIGHTS[\"" + numbers.get(i) + (weights ? ".weight\"]" : ".bias\"]");
            if (!weights && !layers.get(i).bias()) {
                text.add("    np.zeros(" + (last && difference ? 1 : layers.get(i).units()) + ", dtype=np.float32),");
            } else if (last && difference) {
                text.add("    " + (weights ? "(" + array + "[1:] - " + array + "[:1]).T" : array + "[1:] - " + array + "[:1]") + ",");
            } else {
                text.add("    " + array + (weights ? ".T" : "") + ",");
            }
        }
        return text.toString();
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>();
        List<Layer.Dense> hidden = layers.subList(0, layers.size() - 1);
        settings.add("hidden_layer_sizes=(" + String.join(", ", hidden.stream().map(layer -> String.valueOf(layer.units())).toList())
                + (hidden.size() == 1 ? ",)" : ")"));
        if (!hidden.isEmpty()) {
            settings.add("activation=\"" + name(hidden.getFirst().activation()).orElseThrow() + "\"");
        }
        settings.add(training.optimizer() instanceof Optimizer.Sgd ? "solver=\"sgd\"" : "solver=\"adam\"");
        // Its penalty is halved and divided by the mini-batch's size.
        settings.add("alpha=" + Literals.real(training.l2() * training.batchSize()));
        settings.add("batch_size=" + training.batchSize());
        settings.add("learning_rate_init=" + Literals.real(training.optimizer().learningRate()));
        settings.add("max_iter=" + Math.max(1, training.epochs()));
        settings.add("n_iter_no_change=" + Math.max(1, training.epochs()));
        if (!training.shuffle()) {
            settings.add("shuffle=False");
        }
        if (training.optimizer() instanceof Optimizer.Sgd sgd) {
            settings.add("momentum=" + Literals.real(sgd.momentum()));
            settings.add("nesterovs_momentum=" + (sgd.nesterov() ? "True" : "False"));
        } else if (training.optimizer() instanceof Optimizer.Adam adam) {
            settings.add("beta_1=" + Literals.real(adam.beta1()));
            settings.add("beta_2=" + Literals.real(adam.beta2()));
        }
        return settings;
    }

    /// What training there would have otherwise.
    private String differences() {
        List<String> missing = new ArrayList<>();
        if (!(training.optimizer() instanceof Optimizer.Sgd) && !(training.optimizer() instanceof Optimizer.Adam)) {
            missing.add(training.optimizer().id() + " (Adam stands for it)");
        }
        if (network.network().layers().stream().anyMatch(layer -> layer instanceof Layer.Dropout || layer instanceof Layer.Noise)) {
            missing.add("dropout and noise");
        }
        if (training.l1() > 0) {
            missing.add("an L1 penalty");
        }
        if (training.clip() > 0) {
            missing.add("clipping");
        }
        if (!(training.schedule() instanceof Schedule.Constant) || training.schedule().warmup() > 0) {
            missing.add("this schedule of the rate");
        }
        if (layers.stream().anyMatch(layer -> !layer.bias())) {
            missing.add("layers without biases");
        }
        return missing.isEmpty() ? "" : " It would go another way than in Crescent: scikit-learn does not have " + String.join(", ", missing) + ".";
    }

    private void predict(CodeText text) {
        String given = network.hasImages() ? "inputs(samples).reshape(len(samples), -1)" : "inputs(samples)";
        text.add("def predict(samples):").add("    \"\"\"What the network says to samples: " + parts.outputs() + ".\"\"\"");
        if (!classifies) {
            text.add("    return network.predict(" + given + ")" + (network.output().units() == 1 ? ".reshape(-1, 1)" : ""));
        } else {
            text.add("    return network.predict_proba(" + given + ")" + (network.output().units() == 1 ? "[:, 1:]" : ""));
        }
    }
}
