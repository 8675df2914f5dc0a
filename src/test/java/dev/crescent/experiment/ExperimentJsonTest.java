package dev.crescent.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentJsonTest {
    private static final String START = "{\"format\":\"crescent-experiment\",\"version\":1";

    static Stream<Experiment> everyKind() {
        return EveryKind.experiments().stream();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatIsWrittenIsReadBackAndWrittenTheSameAgain(Experiment experiment) {
        String written = ExperimentWriter.write(experiment);
        assertThat(ExperimentReader.read(written)).isEqualTo(experiment);
        assertThat(ExperimentWriter.write(ExperimentReader.read(written))).isEqualTo(written);
    }

    @Test
    void theShortestFileIsTheDefaultExperiment() {
        assertThat(ExperimentReader.read(START + "}")).isEqualTo(Experiment.defaults());
    }

    @Test
    void emptyPartsAreTheDefaultsOfTheirKinds() {
        assertThat(ExperimentReader.read(START + ",\"data\":{},\"model\":{},\"training\":{}}"))
                .isEqualTo(Experiment.defaults());
    }

    @Test
    void theExampleOfTheFormatIsRead() {
        Experiment read = ExperimentReader.read("""
                {
                  "format": "crescent-experiment",
                  "version": 1,
                  "title": "Two moons",
                  "notes": "free text",
                  "data": {
                    "source": "moons",
                    "samples": 500, "noise": 0.1, "seed": 1,
                    "testFraction": 0.5,
                    "scaling": "none"
                  },
                  "features": ["x1", "x2"],
                  "model": {
                    "type": "network",
                    "seed": 1,
                    "layers": [
                      {"type": "dense", "units": 4, "activation": "tanh", "initializer": "glorot-uniform"},
                      {"type": "dropout", "rate": 0.2},
                      {"type": "dense", "units": 2, "activation": "softmax"}
                    ]
                  },
                  "training": {
                    "loss": "cross-entropy",
                    "optimizer": {"type": "adam", "learningRate": 0.01, "beta1": 0.9, "beta2": 0.999},
                    "batchSize": 10, "epochs": 100, "shuffle": true, "seed": 1,
                    "l1": 0, "l2": 0,
                    "schedule": {"type": "constant"},
                    "clip": null
                  },
                  "device": "auto"
                }
                """);
        Experiment defaults = Experiment.defaults();
        assertThat(read).isEqualTo(new Experiment("Two moons", "free text", defaults.data(), defaults.features(),
                new Model.Network(1, List.of(new Layer.Dense(4, Activation.TANH), new Layer.Dropout(0.2),
                        new Layer.Dense(2, Activation.SOFTMAX))),
                defaults.training(), Device.AUTO));
    }

    @Test
    void theWrittenFormIsThis() {
        Experiment experiment = Experiment.defaults()
                .withData(new Data(new Source.Painted(List.of(new PaintedPoint(0.5, -1, 2))), 3, 0, Scaling.MIN_MAX))
                .withModel(new Model.Network(1, List.of(
                        new Layer.Dense(3, Activation.RELU, new Initializer.Normal(0.01)),
                        new Layer.Dense(2, Activation.SOFTMAX))));
        assertThat(ExperimentWriter.write(experiment)).isEqualTo("""
                {
                  "format": "crescent-experiment",
                  "version": 1,
                  "title": "Two moons",
                  "notes": "",
                  "data": {
                    "source": "painted",
                    "points": [
                      [0.5, -1, 2]
                    ],
                    "seed": 3,
                    "testFraction": 0,
                    "scaling": "min-max"
                  },
                  "features": ["x1", "x2"],
                  "model": {
                    "type": "network",
                    "seed": 1,
                    "layers": [
                      {
                        "type": "dense",
                        "units": 3,
                        "activation": "relu",
                        "initializer": {"type": "normal", "stddev": 0.01},
                        "bias": true,
                        "biasInitializer": "zeros"
                      },
                      {
                        "type": "dense",
                        "units": 2,
                        "activation": "softmax",
                        "initializer": "glorot-uniform",
                        "bias": true,
                        "biasInitializer": "zeros"
                      }
                    ]
                  },
                  "training": {
                    "loss": "cross-entropy",
                    "optimizer": {"type": "adam", "learningRate": 0.01, "beta1": 0.9, "beta2": 0.999},
                    "batchSize": 10,
                    "epochs": 100,
                    "shuffle": true,
                    "seed": 1,
                    "l1": 0,
                    "l2": 0,
                    "schedule": {"type": "constant", "warmup": 0},
                    "clip": null
                  },
                  "device": "auto"
                }
                """);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "-1,-1", "0,0", "-0.0,-0.0", "0.1,0.1", "0.30000000000000004,0.30000000000000004",
        "1E-4,0.0001", "1E-6,0.000001", "1E-7,1e-7", "1.5E-300,1.5e-300", "1E14,100000000000000", "1E15,1e15",
        "1.25E300,1.25e300", "4.9E-324,4.9e-324"})
    void numbersAreShort(double value, String text) {
        assertThat(JsonText.number(value)).isEqualTo(text);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
    }

    @Test
    void halfASurrogatePairSurvivesAUtf8File() {
        assertThat(JsonText.quote("a\uD83C")).isEqualTo("\"a\\ud83c\"");
    }

    static Stream<Layer> bareLayers() {
        Initializer zeros = Initializer.Standard.ZEROS;
        Initializer glorot = Initializer.Standard.GLOROT_UNIFORM;
        return Stream.of(
                new Layer.Dense(4, Activation.LINEAR, glorot, true, zeros),
                new Layer.Conv(8, 3, 1, Padding.VALID, Activation.LINEAR, glorot, true, zeros),
                new Layer.MaxPool(2, 2, Rounding.DOWN), new Layer.Dropout(0.5), new Layer.Noise(0.1),
                new Layer.BatchNorm(), new Layer.Maxout(4, 2, Activation.LINEAR, glorot, true, zeros),
                new Layer.Flatten());
    }

    @ParameterizedTest
    @MethodSource("bareLayers")
    void aLayerWithOnlyItsTypeHasTheDefaults(Layer layer) {
        Experiment read = ExperimentReader.read(START + ",\"model\":{\"layers\":[{\"type\":\"" + layer.id()
                + "\"},{\"units\":2}]}}");
        assertThat(((Model.Network) read.model()).layers().getFirst()).isEqualTo(layer);
    }

    @Test
    void aPoolingLayersStrideIsItsSize() {
        Experiment read = ExperimentReader.read(START + ",\"model\":{\"layers\":[{\"type\":\"max-pool\",\"size\":3},"
                + "{\"units\":2}]}}");
        assertThat(((Model.Network) read.model()).layers().getFirst())
                .isEqualTo(new Layer.MaxPool(3, 3, Rounding.DOWN));
    }

    static Stream<Optimizer> bareOptimizers() {
        return Stream.of(new Optimizer.Sgd(0.01, 0, false), new Optimizer.RmsProp(0.01, 0.99, false),
                new Optimizer.AdaGrad(0.01), new Optimizer.AdaDelta(1, 0.9), new Optimizer.Adam(0.001, 0.9, 0.999),
                new Optimizer.AdamW(0.001, 0.9, 0.999, 0.01), new Optimizer.NAdam(0.002, 0.9, 0.999),
                new Optimizer.Lion(1e-4, 0.9, 0.99));
    }

    @ParameterizedTest
    @MethodSource("bareOptimizers")
    void anOptimizerWithOnlyItsTypeHasPyTorchsDefaults(Optimizer optimizer) {
        Experiment read = ExperimentReader.read(START + ",\"training\":{\"optimizer\":{\"type\":\"" + optimizer.id()
                + "\"}}}");
        assertThat(read.training().optimizer()).isEqualTo(optimizer);
    }

    static Stream<Schedule> bareSchedules() {
        return Stream.of(new Schedule.Constant(0), new Schedule.Step(10, 0.1, 0), new Schedule.Exponential(0.95, 0),
                new Schedule.Cosine(100, 0));
    }

    @ParameterizedTest
    @MethodSource("bareSchedules")
    void aScheduleWithOnlyItsTypeHasTheDefaults(Schedule schedule) {
        Experiment read = ExperimentReader.read(START + ",\"training\":{\"schedule\":{\"type\":\"" + schedule.id()
                + "\"}}}");
        assertThat(read.training().schedule()).isEqualTo(schedule);
    }

    static Stream<Model> bareModels() {
        return Stream.of(Experiment.defaults().model(), new Model.Perceptron(), new Model.NearestNeighbors(1),
                new Model.KMeans(3), new Model.CircleRule(0.5, 0.5, 0.1, 0.3), new Model.LinearRegression());
    }

    @ParameterizedTest
    @MethodSource("bareModels")
    void aModelWithOnlyItsTypeHasTheDefaults(Model model) {
        assertThat(ExperimentReader.read(START + ",\"model\":{\"type\":\"" + model.id() + "\"}}").model())
                .isEqualTo(model);
    }

    static Stream<Data> bareData() {
        return Stream.of(
                new Data(new Source.Points(PointSet.SPIRAL, 500, 0.1), 1, 0.5, Scaling.NONE),
                new Data(new Source.Painted(List.of()), 1, 0.5, Scaling.NONE),
                new Data(new Source.Digits(10_000), 1, 0.1, Scaling.UNIT),
                new Data(new Source.Images(ImageSet.MNIST, null, 0), 1, 0.1, Scaling.UNIT));
    }

    @ParameterizedTest
    @MethodSource("bareData")
    void aDataSetWithOnlyItsSourceHasTheDefaults(Data data) {
        assertThat(ExperimentReader.read(START + ",\"data\":{\"source\":\"" + data.source().id() + "\"}}").data())
                .isEqualTo(data);
    }

    @Test
    void aTableWithOnlyItsPathHasTheDefaults() {
        assertThat(ExperimentReader.read(START + ",\"data\":{\"source\":\"csv\",\"path\":\"a.csv\"}}").data())
                .isEqualTo(new Data(new Source.Csv("a.csv", "", Task.CLASSIFICATION, List.of(), List.of(), null), 1,
                        0.25, Scaling.NONE));
    }

    @Test
    void anInitializersParameterHasADefault() {
        Experiment read = ExperimentReader.read(START + ",\"model\":{\"layers\":[{\"units\":2,"
                + "\"initializer\":{\"type\":\"uniform\"},\"biasInitializer\":{\"type\":\"constant\"}}]}}");
        assertThat(((Model.Network) read.model()).output()).isEqualTo(new Layer.Dense(2, Activation.LINEAR,
                new Initializer.Uniform(0.5), true, new Initializer.Constant(0.1)));
    }

    @Test
    void wholeNumbersMayBeWrittenWithAPoint() {
        assertThat(ExperimentReader.read(START + ",\"training\":{\"epochs\":1e3,\"batchSize\":20.0}}").training())
                .isEqualTo(Experiment.defaults().training().withEpochs(1000).withBatchSize(20));
    }

    @Test
    void whatHasNoTitleIsCalledAfterItsData() {
        String start = "{\"format\":\"crescent-experiment\",\"version\":1";
        assertThat(ExperimentReader.read(start + "}").title()).isEqualTo("Two moons");
        assertThat(ExperimentReader.read(start + ",\"data\":{\"source\":\"csv\",\"path\":\"../a/Iris flowers.csv\"}}").title())
                .isEqualTo("Iris flowers");
        assertThat(ExperimentReader.read(start + ",\"data\":{\"source\":\"gauss-regression\"}}").title())
                .isEqualTo("Gauss regression");
        assertThat(ExperimentReader.read(start + ",\"title\":\"\",\"data\":{\"source\":\"circle\"}}").title()).isEmpty();
    }
}
