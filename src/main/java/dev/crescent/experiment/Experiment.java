package dev.crescent.experiment;

import java.util.List;

/// What is tried: data, model and training. Immutable; a change is a `with...` copy.
///
/// @param notes free text
/// @param features 1 to 64 formulas over `x1` and `x2`; used by 2-D data sets and tables with two feature columns,
///     ignored by others
public record Experiment(String title, String notes, Data data, List<String> features, Model model, Training training,
                         Device device) {
    public static final int MAX_FEATURES = 64;

    public Experiment {
        features = List.copyOf(features);
        Check.require(!features.isEmpty() && features.size() <= MAX_FEATURES, "features",
                "must be 1 to " + MAX_FEATURES + " formulas, are " + features.size());
        for (int i = 0; i < features.size(); i++) {
            checkFormula(features.get(i), "features[" + i + "]");
        }
        if (model instanceof Model.Network network) {
            checkOutput(training.loss(), network.output(), "model.layers[" + (network.layers().size() - 1) + "]");
        }
    }

    /// The experiment whose file is empty but for format and version: two moons and a small tanh network.
    public static Experiment defaults() {
        return new Experiment("Two moons", "",
                new Data(new Source.Points(PointSet.MOONS, 500, 0.1), 1, 0.5, Scaling.NONE),
                List.of("x1", "x2"),
                new Model.Network(1, List.of(
                        new Layer.Dense(6, Activation.TANH),
                        new Layer.Dense(4, Activation.TANH),
                        new Layer.Dense(2, Activation.SOFTMAX))),
                new Training(Loss.CROSS_ENTROPY, new Optimizer.Adam(0.01, 0.9, 0.999), 10, 100, true, 1, 0, 0,
                        new Schedule.Constant(0), 0),
                Device.AUTO);
    }

    public Experiment withTitle(String value) {
        return new Experiment(value, notes, data, features, model, training, device);
    }

    public Experiment withNotes(String value) {
        return new Experiment(title, value, data, features, model, training, device);
    }

    /// Whether there are images in its data, or layers that are made for them.
    public boolean seesImages() {
        return data.source() instanceof Source.Images || data.source() instanceof Source.Digits
                || model instanceof Model.Network network && network.layers().stream().anyMatch(layer ->
                        layer instanceof Layer.Conv || layer instanceof Layer.MaxPool || layer instanceof Layer.BatchNorm);
    }

    public Experiment withData(Data value) {
        return new Experiment(title, notes, value, features, model, training, device);
    }

    public Experiment withFeatures(List<String> value) {
        return new Experiment(title, notes, data, value, model, training, device);
    }

    public Experiment withModel(Model value) {
        return new Experiment(title, notes, data, features, value, training, device);
    }

    public Experiment withTraining(Training value) {
        return new Experiment(title, notes, data, features, model, value, device);
    }

    public Experiment withDevice(Device value) {
        return new Experiment(title, notes, data, features, model, training, value);
    }

    private static void checkFormula(String formula, String key) {
        try {
            Formula.parse(formula, List.of("x1", "x2"));
        } catch (InvalidSettingException e) {
            throw e.under(key);
        }
    }

    private static void checkOutput(Loss loss, Layer.Dense output, String place) {
        switch (loss) {
            case CROSS_ENTROPY -> Check.require(output.units() >= 2, "training.loss",
                    "cross-entropy needs an output unit for each class, the last layer has 1 unit;"
                            + " use binary-cross-entropy or mean-squared-error");
            case BINARY_CROSS_ENTROPY -> Check.require(output.units() == 1 && output.activation() == Activation.SIGMOID,
                    "training.loss", "binary-cross-entropy needs one sigmoid unit in the last layer, it has "
                            + output.units() + " " + output.activation().id() + (output.units() == 1 ? " unit" : " units"));
            case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER, HINGE -> { }
        }
        Check.require(output.activation() != Activation.SOFTMAX || output.units() >= 2,
                place + ".units", "must be at least 2 for softmax, is 1");
    }
}
