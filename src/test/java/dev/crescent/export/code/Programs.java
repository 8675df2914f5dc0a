package dev.crescent.export.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import dev.crescent.export.Trained;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Networks that make every part of a program, and what has to come out of it.
final class Programs {
    private static final double NEAR = 1e-5;
    private static final Initializer START = Initializer.Standard.HE_UNIFORM;

    private Programs() {}

    /// A network and what Crescent says to the samples that its programs show.
    record Case(TrainedNetwork network, float[] wanted) {}

    static Case of(TrainedNetwork network, Dataset data) {
        return new Case(network, Trained.answers(network, data).outputs());
    }

    /// By name, which a file can have.
    static Map<String, Case> all(Path folder) throws Exception {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (Activation activation : Activation.values()) {
            if (activation != Activation.SOFTMAX && activation != Activation.STEP) {
                cases.put(activation.id(), points("\"data\":{\"source\":\"spiral\"},\"training\":{\"loss\":\"mean-squared-error\"}",
                        Trained.dense(9, activation), Trained.dense(5, Activation.TANH), Trained.dense(2, activation)));
            }
        }
        cases.put("features", points("\"title\":\"A \\\"\\\"\\\" */ \\\\u000a title\",\"data\":{\"source\":\"gauss\",\"scaling\":\"standardize\"},"
                + "\"features\":[\"x1\",\"-x2^2\",\"sin(x1)\",\"(x1-x2)*(x1-(x2-1))/(2/x2)\",\"cos(x2)^-2\",\"tan(x1/9)\",\"exp(-x1^2)\","
                + "\"log(1+abs(x2))\",\"sqrt(x1^2+x2^2)^(1/2)\",\"tanh(x1*x2)\",\"2\",\"-(-x1+pi)\",\"(2^2)^x1/1e3\",\"1/2\",\"(-x1)^2\"]",
                Trained.dense(6, Activation.TANH), Trained.dense(2, Activation.SOFTMAX)));
        cases.put("single", points("\"data\":{\"source\":\"moons\",\"scaling\":\"min-max\"},\"training\":{\"loss\":\"binary-cross-entropy\"},"
                + "\"model\":{\"layers\":[{\"units\":1,\"activation\":\"sigmoid\"}]}", Trained.dense(3, Activation.RELU), Trained.dense(1, Activation.SIGMOID)));
        cases.put("blobs", points("\"data\":{\"source\":\"blobs\"}", Trained.dense(3, Activation.SOFTMAX)));
        cases.put("regression", points("\"data\":{\"source\":\"plane\"},\"training\":{\"loss\":\"mean-squared-error\"},\"model\":{\"layers\":[{\"units\":1,\"activation\":\"linear\"}]}",
                Trained.dense(4, Activation.SIGMOID).withBias(false), new Layer.Dropout(0.1), Trained.dense(4, Activation.SIGMOID), Trained.dense(1, Activation.LINEAR)));
        cases.put("margins", points("\"data\":{\"source\":\"blobs\"},\"training\":{\"loss\":\"hinge\"}",
                Trained.dense(4, Activation.RELU), Trained.dense(3, Activation.LINEAR)));
        names(folder, cases);
        divided(folder, cases);
        images(folder, cases);
        for (String name : List.of("linear-regression", "xor", "crescents")) {
            Experiment experiment = Builtins.read(name);
            Dataset data = Datasets.load(experiment.data(), experiment.features(), folder);
            cases.put(name, of(Trained.of(experiment, data, folder), data));
        }
        Experiment digits = Builtins.read("digits-small");
        Dataset data = Datasets.newSamples(digits.data(), digits.features(), folder).dataset();
        cases.put("digits", of(Trained.of(digits, data, folder), data));
        return cases;
    }

    /// Columns and classes are the user's, and may be called anything.
    private static void names(Path folder, Map<String, Case> cases) throws Exception {
        String quote = "\"";
        String table = String.join("\n", "a 'b' \\,x\\u000a*/," + quote.repeat(8) + ",kind", "1,2000000,3," + quote.repeat(3) + "it\"\" \\n" + quote,
                "2,2000005,1,réseau 🙂", "3,2000001,2,réseau 🙂", "");
        Files.writeString(folder.resolve("names.csv"), table);
        Experiment experiment = Trained.experiment("\"data\":{\"source\":\"csv\",\"path\":\"names.csv\",\"testFraction\":0,\"scaling\":"
                + "\"standardize\"}").withModel(new Model.Network(1, List.of(Trained.dense(3, Activation.TANH), Trained.dense(2, Activation.SOFTMAX))));
        Dataset data = Datasets.load(experiment.data(), experiment.features(), folder);
        cases.put("names", of(Trained.of(experiment, data, folder), data));
    }

    /// A target that is learned in another unit than the table's.
    private static void divided(Path folder, Map<String, Case> cases) throws Exception {
        Files.writeString(folder.resolve("houses.csv"), "size,rooms,price\n50,1,99000.5\n100,4,250000\n70,2,120000\n80,2,140000\n");
        Experiment experiment = Trained.experiment("\"data\":{\"source\":\"csv\",\"path\":\"houses.csv\",\"task\":\"regression\","
                + "\"targetUnit\":100000,\"scaling\":\"standardize\"},\"training\":{\"loss\":\"mean-squared-error\"},"
                + "\"model\":{\"layers\":[{\"units\":3,\"activation\":\"tanh\"},{\"units\":1,\"activation\":\"linear\"}]}");
        Dataset data = Datasets.load(experiment.data(), experiment.features(), folder);
        cases.put("divided", of(Trained.of(experiment, data, folder), data));
    }

    private static void images(Path folder, Map<String, Case> cases) throws Exception {
        cases.put("conv", image(folder, List.of(2, 9, 7), "standardize", conv(3, 4, 1, Padding.SAME, Activation.SWISH),
                new Layer.BatchNorm(), new Layer.MaxPool(3, 2, Rounding.UP), new Layer.Noise(0.1),
                conv(4, 2, 3, Padding.FULL, Activation.LEAKY_RELU), new Layer.MaxPool(2, 1, Rounding.DOWN),
                Trained.dense(5, Activation.TANH), new Layer.BatchNorm(), Trained.dense(5, Activation.ELU)));
        cases.put("maxout", image(folder, List.of(1, 5, 4), "none",
                new Layer.Conv(3, 2, 1, Padding.VALID, Activation.SINE, START, false, Trained.BIASES), new Layer.MaxPool(9, 2, Rounding.UP),
                new Layer.Maxout(5, 3, Activation.GELU, START, true, Trained.BIASES), new Layer.Dropout(0.2)));
        cases.put("bits", image(folder, List.of(2, 3, 3), "min-max",
                new Layer.Maxout(4, 2, Activation.LINEAR, START, false, Trained.BIASES)));
        cases.put("wide", image(folder, List.of(1, 9, 9), "min-max", new Layer.Flatten(), Trained.dense(3, Activation.TANH)));
    }

    private static Layer.Conv conv(int filters, int kernel, int stride, Padding padding, Activation activation) {
        return new Layer.Conv(filters, kernel, stride, padding, activation, START, true, Trained.BIASES);
    }

    private static Case points(String keys, Layer... layers) throws Exception {
        Experiment experiment = Trained.experiment(keys).withModel(new Model.Network(1, List.of(layers)));
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        return of(Trained.of(experiment, data, Path.of("")), data);
    }

    private static Case image(Path folder, List<Integer> shape, String scaling, Layer... hidden) throws Exception {
        TrainedNetwork network = Trained.ofImages(folder, shape, List.of(hidden), scaling);
        return of(network, Datasets.load(network.experiment().data(), List.of("x1"), folder));
    }

    /// Writes a program and what lies beside it.
    static Path write(Program program, Path file) throws IOException {
        WholeFile.write(file, program.content());
        String companion = program.companion();
        if (companion != null) {
            WholeFile.write(file.resolveSibling(companion), program.companionContent());
        }
        return file;
    }

    /// What a program printed has the outputs, and the class that they say.
    static void agrees(String name, Case wanted, List<String> lines) {
        int units = wanted.network.output().units();
        assertThat(lines).as(name).hasSize(wanted.network.samples().count()).hasSize(wanted.wanted.length / units);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String numbers = line.split(" -> ")[0].split(", known")[0];
            double[] outputs = Arrays.stream(numbers.split(", ")).mapToDouble(Double::parseDouble).toArray();
            assertThat(outputs).as(name + ": " + line).hasSize(units);
            for (int unit = 0; unit < units; unit++) {
                float value = wanted.wanted[i * units + unit];
                assertThat(outputs[unit]).as(name + ": " + line)
                        .isCloseTo(value, within(NEAR * Math.max(1, Math.abs((double) value))));
            }
            if (line.contains(" -> ")) {
                int best = 0;
                for (int unit = 1; unit < units; unit++) {
                    best = outputs[unit] > outputs[best] ? unit : best;
                }
                int said = units > 1 ? best : outputs[0] > (wanted.network.output().activation() == Activation.SIGMOID ? 0.5 : 0) ? 1 : 0;
                assertThat(line.split(" -> ")[1].split(",")[0]).isEqualTo(wanted.network.classNames().get(said));
            }
        }
    }

    /// The lines of a process's standard output, which ends well.
    static List<String> run(Path folder, List<String> command, Map<String, String> environment) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(folder.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        assertThat(status).as(() -> command + "\n" + text(err) + text(out)).isZero();
        return Files.readAllLines(out);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
