package dev.crescent.export;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.insight.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Networks for tests of exports, with parameters as training might have left them.
public final class Trained {
    public static final Initializer BIASES = new Initializer.Uniform(0.5);

    private Trained() {}

    public static Layer.Dense dense(int units, Activation activation) {
        return new Layer.Dense(units, activation, Initializer.Standard.HE_UNIFORM, true, BIASES);
    }

    /// @param keys of the file, without format and version
    public static Experiment experiment(String keys) {
        return ExperimentReader.read("{\"format\":\"crescent-experiment\",\"version\":1," + keys + "}");
    }

    /// A table of as many columns as the shape has numbers, their values between -2 and 2, and a class of two.
    public static Path table(Path folder, List<Integer> shape) throws IOException {
        int width = shape.stream().reduce(1, Math::multiplyExact);
        SplittableRandom random = new SplittableRandom(5);
        String header = IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + ",kind\n";
        return Files.writeString(folder.resolve("t.csv"), header + IntStream.range(0, 24).mapToObj(row ->
                IntStream.range(0, width).mapToObj(i -> String.format(Locale.ROOT, "%.3f", random.nextDouble(-2, 2)))
                        .collect(Collectors.joining(",")) + (row % 2 == 0 ? ",a\n" : ",b\n")).collect(Collectors.joining()));
    }

    /// A network of images of some shape, with two outputs.
    public static TrainedNetwork ofImages(Path folder, List<Integer> shape, List<Layer> hidden, String scaling) throws Exception {
        table(folder, shape);
        Experiment experiment = experiment("\"data\":{\"source\":\"csv\",\"path\":\"t.csv\",\"shape\":" + shape
                + ",\"scaling\":\"" + scaling + "\"}");
        List<Layer> layers = new ArrayList<>(hidden);
        layers.add(dense(2, Activation.SOFTMAX));
        return of(experiment.withModel(new Model.Network(1, layers)), folder);
    }

    /// With parameters that are the starting ones, moved a little, and running statistics that are not those of the start.
    public static TrainedNetwork of(Experiment experiment, Path base) throws Exception {
        return of(experiment, Datasets.newSamples(experiment.data(), experiment.features(), base).dataset(), base);
    }

    public static TrainedNetwork of(Experiment experiment, Dataset data, Path base) throws Exception {
        Model.Network network = (Model.Network) experiment.model();
        float[] parameters = InitialParameters.of(network, data.inputShape());
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += (float) random.nextDouble(-0.2, 0.2);
        }
        for (ParameterLayout.Statistics s : ParameterLayout.of(network, data.inputShape()).statistics()) {
            for (int c = 0; c < s.channels(); c++) {
                parameters[s.meanOffset() + c] = (float) random.nextDouble(-1, 1);
                parameters[s.varianceOffset() + c] = (float) random.nextDouble(0.1, 4);
            }
        }
        return TrainedNetwork.of(experiment, data, base, parameters);
    }

    /// What Crescent itself says.
    ///
    /// @param inputs `[count][inputs]` after features and scaling
    public static Predictor.Answers answers(TrainedNetwork network, float[] inputs, int count) {
        return new Predictor(network.network(), network.inputShape(), new CpuEngine())
                .predict(network.parameters(), inputs, count);
    }

    /// What Crescent itself says to the few samples that an export shows.
    public static Predictor.Answers answers(TrainedNetwork network, Dataset data) {
        int count = network.samples().count();
        Dataset.Samples part = data.test().count() > 0 ? data.test() : data.train();
        if (part.count() > 0) {
            float[] inputs = new float[count * data.inputWidth()];
            for (int i = 0; i < count; i++) {
                System.arraycopy(part.inputs(), i * part.count() / count * data.inputWidth(), inputs, i * data.inputWidth(), data.inputWidth());
            }
            return answers(network, inputs, count);
        }
        float[] rows = network.samples().rows().clone();
        for (int i = 0; i < rows.length; i++) {
            int column = i % network.columns();
            rows[i] = (float) ((rows[i] - network.inputs().offset()[column]) / network.inputs().divisor()[column]);
        }
        return answers(network, rows, count);
    }
}
