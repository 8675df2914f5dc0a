package dev.crescent.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Source;
import dev.crescent.export.ExportException;
import dev.crescent.export.Trained;
import dev.crescent.export.TrainedNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every model is run by another program, which must say what Crescent says.
class OnnxModelTest {
    private static final Initializer START = Initializer.Standard.HE_UNIFORM;

    @TempDir
    private Path folder = Path.of("");

    private static Layer.Conv conv(int filters, int kernel, int stride, Padding padding, Activation activation) {
        return new Layer.Conv(filters, kernel, stride, padding, activation, START, true, Trained.BIASES);
    }

    private void agreesOnImages(List<Integer> shape, Layer... hidden) throws Exception {
        TrainedNetwork network = Trained.ofImages(folder, shape, List.of(hidden), "none");
        Runtime.agrees(network, Datasets.load(network.experiment().data(), List.of("x1"), folder));
    }

    private void agreesOnPoints(String keys, Layer... layers) throws Exception {
        Experiment experiment = Trained.experiment(keys).withModel(new Model.Network(1, List.of(layers)));
        Dataset data = Datasets.load(experiment.data(), experiment.features(), folder);
        Runtime.agrees(Trained.of(experiment, data, folder), data);
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void everyActivationAgreesInHiddenLayersAndAtTheEnd(Activation activation) throws Exception {
        agreesOnPoints("\"data\":{\"source\":\"spiral\"}", Trained.dense(9, activation), Trained.dense(7, activation),
                Trained.dense(2, Activation.SOFTMAX));
        agreesOnPoints("\"data\":{\"source\":\"spiral\"},\"training\":{\"loss\":\"mean-squared-error\"}",
                Trained.dense(5, Activation.TANH), Trained.dense(1, activation));
        agreesOnPoints("\"data\":{\"source\":\"spiral\"},\"training\":{\"loss\":\"mean-squared-error\"}",
                Trained.dense(5, Activation.TANH), Trained.dense(2, activation));
    }

    @ParameterizedTest
    @EnumSource(Padding.class)
    void paddingsAgreeWithOddAndEvenKernelsAndOddStrides(Padding padding) throws Exception {
        for (int kernel = 1; kernel <= 5; kernel++) {
            for (int stride : padding == Padding.SAME ? new int[] {1} : new int[] {1, 2, 3, 5}) {
                agreesOnImages(List.of(2, 9, 7), conv(3, kernel, stride, padding, Activation.TANH));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Rounding.class)
    void poolingAgreesWithEitherRounding(Rounding rounding) throws Exception {
        for (int size = 1; size <= 5; size++) {
            for (int stride = 1; stride <= 5; stride++) {
                agreesOnImages(List.of(2, 9, 7), new Layer.MaxPool(size, stride, rounding));
            }
        }
        if (rounding == Rounding.UP) {
            agreesOnImages(List.of(1, 4, 6), new Layer.MaxPool(9, 2, rounding));
        }
    }

    @Test
    void batchNormalizationUsesItsRunningStatistics() throws Exception {
        agreesOnImages(List.of(3, 6, 5), new Layer.BatchNorm(), conv(4, 3, 1, Padding.SAME, Activation.RELU),
                new Layer.BatchNorm(), new Layer.MaxPool(2, 2, Rounding.UP), Trained.dense(6, Activation.TANH), new Layer.BatchNorm());
        agreesOnPoints("\"data\":{\"source\":\"moons\"}", new Layer.BatchNorm(), Trained.dense(2, Activation.SOFTMAX));
    }

    @Test
    void maxoutFlattenDropoutNoiseAndLayersWithoutBiasesAgree() throws Exception {
        agreesOnImages(List.of(2, 5, 4), new Layer.Noise(0.3), new Layer.Dropout(0.5),
                new Layer.Conv(3, 2, 1, Padding.FULL, Activation.SWISH, START, false, Trained.BIASES),
                new Layer.Maxout(5, 3, Activation.SOFTPLUS, START, true, Trained.BIASES), new Layer.Dropout(0.2));
        agreesOnImages(List.of(2, 5, 4), new Layer.Flatten(),
                new Layer.Maxout(4, 2, Activation.LINEAR, START, false, Trained.BIASES),
                Trained.dense(3, Activation.GELU).withBias(false), new Layer.Flatten(), new Layer.Noise(1));
    }

    @Test
    void anyNetworkOfImagesAgrees() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 40; i++) {
            List<Layer> layers = new ArrayList<>();
            int depth = random.nextInt(1, 4);
            for (int d = 0; d < depth; d++) {
                int size = random.nextInt(1, 4);
                Padding padding = Padding.values()[random.nextInt(3)];
                Activation activation = Activation.values()[random.nextInt(11)];
                layers.add(conv(random.nextInt(1, 5), size, padding == Padding.SAME ? 1 : random.nextInt(1, 3), padding, activation));
                if (random.nextBoolean()) {
                    layers.add(new Layer.BatchNorm());
                }
                if (random.nextBoolean()) {
                    layers.add(new Layer.MaxPool(random.nextInt(1, 4), random.nextInt(1, 4), Rounding.UP));
                }
            }
            TrainedNetwork network;
            try {
                network = Trained.ofImages(folder, List.of(random.nextInt(1, 4), 11, 8), layers, "none");
            } catch (ExportException e) {
                continue; // a kernel larger than what came in
            }
            Runtime.agrees(network, Datasets.load(network.experiment().data(), List.of("x1"), folder));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "standardize", "min-max", "unit"})
    void featuresAndScalingAreInTheModel(String scaling) throws Exception {
        agreesOnPoints("\"data\":{\"source\":\"gauss\",\"scaling\":\"" + scaling + "\"},\"features\":[\"x1\",\"x2^2\",\"sin(x1)\","
                + "\"cos(x2)\",\"tan(x1/9)\",\"exp(-x1^2)\",\"log(1+abs(x2))\",\"sqrt(x1^2+x2^2)\",\"tanh(x1*x2)\",\"2\",\"-x1+pi\","
                + "\"x2-1e-3*x1\",\"x2 \"]", Trained.dense(6, Activation.TANH), Trained.dense(2, Activation.SOFTMAX));
        agreesOnPoints("\"data\":{\"source\":\"gauss\",\"scaling\":\"" + scaling + "\"},\"features\":[\"x2\",\"x1\"]",
                Trained.dense(2, Activation.SOFTMAX));
        TrainedNetwork images = Trained.ofImages(folder, List.of(2, 4, 3), List.of(conv(2, 3, 1, Padding.SAME, Activation.RELU)), scaling);
        Runtime.agrees(images, Datasets.load(images.experiment().data(), List.of("x1"), folder));
    }

    /// In float, of which 7 digits are left, the years would be lost.
    @Test
    void largeColumnsLoseNothingInTheScaling() throws Exception {
        StringBuilder rows = new StringBuilder("year,weight,length,kind\n");
        for (int i = 0; i < 60; i++) {
            rows.append(1_990_000 + i % 13).append(',').append(i * 0.01).append(",7,").append(i % 2 == 0 ? "ash" : "oak").append('\n');
        }
        Files.writeString(folder.resolve("trees.csv"), rows);
        agreesOnPoints("\"data\":{\"source\":\"csv\",\"path\":\"trees.csv\",\"scaling\":\"standardize\"}",
                Trained.dense(4, Activation.TANH), Trained.dense(2, Activation.SOFTMAX));
    }

    static Stream<String> shipped() {
        return Builtins.names().stream();
    }

    /// Images that would have to be downloaded are replaced by drawn ones.
    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedExperimentAgrees(String name) throws Exception {
        Experiment experiment = Builtins.read(name);
        boolean images = experiment.seesImages() || experiment.data().source() instanceof Source.Images;
        Dataset data = images ? Datasets.newSamples(experiment.data(), experiment.features(), folder).dataset()
                : Datasets.load(experiment.data(), experiment.features(), folder);
        TrainedNetwork network = Trained.of(experiment, data, folder);
        if (!images) {
            Runtime.agrees(network, data);
        }
        assertThat(network.samples().count()).isEqualTo(5);
        Runtime.agrees(Runtime.bytes(network), network, network.samples().rows(), Trained.answers(network, data), 5);
    }

    @Test
    void inputsAndOutputsAreNamedAndDescribed() throws Exception {
        try (OrtSession session = Runtime.open(Runtime.bytes(Trained.of(Builtins.read("spiral"), folder)))) {
            assertThat(session.getInputInfo().keySet()).containsExactly("input");
            assertThat(session.getOutputInfo().keySet()).containsExactly("output", "class");
            TensorInfo input = (TensorInfo) session.getInputInfo().get("input").getInfo();
            assertThat(input.getShape()).containsExactly(-1, 2);
            assertThat(input.getDimensionNames()).containsExactly("samples", "");
            assertThat(session.getMetadata().getProducerName()).isEqualTo("Crescent");
            assertThat(session.getMetadata().getDescription()).startsWith("Two spirals, trained by Crescent. ");
            assertThat(session.getMetadata().getCustomMetadata()).containsEntry("columns", "[\"x1\", \"x2\"]")
                    .containsEntry("features", "[\"x1\", \"x2\", \"sin(x1)\", \"sin(x2)\"]").containsEntry("classes", "[\"0\", \"1\"]");
        }
    }

    @Test
    void theSameNetworkGivesTheSameBytes() throws Exception {
        assertThat(Runtime.bytes(Trained.of(Builtins.read("moons"), folder)))
                .isEqualTo(Runtime.bytes(Trained.of(Builtins.read("moons"), folder)));
    }
}
