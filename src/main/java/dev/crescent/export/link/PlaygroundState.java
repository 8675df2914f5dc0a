package dev.crescent.export.link;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Task;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// The state of TensorFlow Playground as its links carry it, as far as it changes what is learned or shown. What has no
/// effect has its default: the rate of no regularization, the data set of the problem that is not chosen.
///
/// @param noise in percent, 0 to 80; the slider there ends at 50
/// @param percTrainData the share of samples to train on, in percent
/// @param networkShape the units of the hidden layers, from the inputs on; may be empty
/// @param regularizationRate 0 if and only if there is no regularization
record PlaygroundState(PointSet set, double noise, double percTrainData, long seed, Set<Input> inputs,
                       List<Integer> networkShape, Activation activation, boolean initZero, double learningRate,
                       int batchSize, Regularization regularization, double regularizationRate, boolean showTestData,
                       boolean discretize) {
    static final double MOST_NOISE = 80;
    /// The Playground's buttons end at 6 layers of 8 units; a link may ask for more, and gets so much here.
    static final int MOST_LAYERS = 12;
    static final int MOST_UNITS = 64;
    static final List<Activation> ACTIVATIONS =
            List.of(Activation.RELU, Activation.TANH, Activation.SIGMOID, Activation.LINEAR);

    PlaygroundState {
        inputs = Set.copyOf(inputs);
        networkShape = List.copyOf(networkShape);
    }

    enum Regularization { NONE, L1, L2 }

    /// The data sets by their names there.
    enum DataSet {
        CIRCLE("circle", PointSet.CIRCLE), XOR("xor", PointSet.XOR), GAUSS("gauss", PointSet.GAUSS),
        SPIRAL("spiral", PointSet.SPIRAL), REG_PLANE("reg-plane", PointSet.PLANE),
        REG_GAUSS("reg-gauss", PointSet.GAUSS_REGRESSION);

        final String name;
        final PointSet set;

        DataSet(String name, PointSet set) {
            this.name = name;
            this.set = set;
        }

        static List<DataSet> of(Task task) {
            return Arrays.stream(values()).filter(one -> one.set.task() == task).toList();
        }

        static Optional<DataSet> of(PointSet set) {
            return Arrays.stream(values()).filter(one -> one.set == set).findFirst();
        }
    }

    /// How many samples there are, training and test together.
    static int samples(PointSet set) {
        return set.task() == Task.REGRESSION ? 1200 : 500;
    }

    /// How many of them are for training.
    int trainingSamples() {
        return BigDecimal.valueOf(percTrainData).multiply(BigDecimal.valueOf(samples(set))).movePointLeft(2).intValue();
    }

    /// What stands after the `#` of a link: the keys in the order in which the Playground writes them.
    String hash() {
        boolean regression = set.task() == Task.REGRESSION;
        String name = DataSet.of(set).orElseThrow().name;
        StringJoiner keys = new StringJoiner("&");
        keys.add("activation=" + activation.id());
        if (regularization != Regularization.NONE) {
            keys.add("regularization=" + regularization);
        }
        keys.add("batchSize=" + batchSize);
        keys.add("dataset=" + (regression ? DataSet.CIRCLE.name : name));
        keys.add("regDataset=" + (regression ? name : DataSet.REG_PLANE.name));
        keys.add("learningRate=" + text(learningRate));
        keys.add("regularizationRate=" + text(regularizationRate));
        keys.add("noise=" + text(noise));
        keys.add("networkShape=" + networkShape.stream().map(String::valueOf).collect(Collectors.joining(",")));
        keys.add("seed=" + LinkSeed.text(seed));
        keys.add("showTestData=" + showTestData);
        keys.add("discretize=" + discretize);
        keys.add("percTrainData=" + text(percTrainData));
        Set<String> on = inputs.stream().map(input -> input.key).collect(Collectors.toSet());
        Input.keys().forEach(key -> keys.add(key + "=" + on.contains(key)));
        keys.add("collectStats=false");
        keys.add("problem=" + (regression ? "regression" : "classification"));
        keys.add("initZero=" + initZero);
        keys.add("hideText=false");
        return keys.toString();
    }

    /// A number as JavaScript writes it: 0.00001, but 1e-7.
    static String text(double value) {
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        if (number.signum() == 0) {
            return "0";
        }
        int exponent = number.precision() - number.scale() - 1;
        return exponent >= -6 && exponent <= 20 ? number.toPlainString()
                : number.toString().replace('E', 'e');
    }
}
