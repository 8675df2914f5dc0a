package dev.crescent.export.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Rounding;
import dev.crescent.export.Trained;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.code.Programs.Case;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs in Python are run where this machine has what they need.
class PythonCodeTest {
    @TempDir
    private Path folder = Path.of("");

    private void agree(BiFunction<TrainedNetwork, String, Program> format, Map<String, Case> cases) throws Exception {
        Map<Path, Case> wanted = new LinkedHashMap<>();
        for (Map.Entry<String, Case> entry : cases.entrySet()) {
            Path place = Files.createDirectory(folder.resolve("of-" + entry.getKey()));
            Program program = format.apply(entry.getValue().network(), entry.getKey());
            wanted.put(Programs.write(program, place.resolve(entry.getKey() + ".py")), entry.getValue());
        }
        Map<Path, List<String>> outputs = Python.run(folder, List.copyOf(wanted.keySet()));
        assertThat(outputs.keySet()).isEqualTo(wanted.keySet());
        wanted.forEach((file, of) -> Programs.agrees(String.valueOf(file.getFileName()), of, outputs.getOrDefault(file, List.of())));
    }

    @Test
    void numpySaysWhatCrescentSays() throws Exception {
        Python.assume("numpy");
        agree(NumpyCode::of, Programs.all(folder));
    }

    @Test
    void pytorchSaysWhatCrescentSays() throws Exception {
        Python.assume("numpy, torch");
        agree(TorchCode::of, Programs.all(folder));
    }

    @Test
    void kerasSaysWhatCrescentSays() throws Exception {
        Python.assume("numpy, keras");
        agree(KerasCode::of, Programs.all(folder));
    }

    @Test
    void scikitLearnSaysWhatCrescentSaysOrIsRefused() throws Exception {
        Python.assume("numpy, sklearn");
        Map<String, Case> cases = Programs.all(folder);
        List<String> refused = cases.keySet().stream().filter(name -> SklearnCode.refuses(cases.get(name).network()).isPresent()).toList();
        refused.forEach(cases::remove);
        assertThat(cases.keySet()).containsExactly("features", "single", "blobs", "regression", "margins",
                "names", "divided", "wide", "linear-regression", "crescents");
        agree(SklearnCode::of, cases);
    }

    @Test
    void aProgramSaysInWhatUnitItAnswers() throws Exception {
        Map<String, Case> cases = Programs.all(folder);
        String sentence = "is the table's number divided by 100000.";
        for (BiFunction<TrainedNetwork, String, Program> language : List.<BiFunction<TrainedNetwork, String, Program>>of(NumpyCode::of, JavaCode::of)) {
            assertThat(unwrapped(language.apply(cases.get("divided").network(), "m"))).contains(sentence);
            assertThat(unwrapped(language.apply(cases.get("regression").network(), "m"))).doesNotContain("divided by");
        }
    }

    private static String unwrapped(Program program) {
        return program.text().replaceAll("\\R *(#|//) ", " ");
    }

    /// Five training samples, all of which a program shows, in an order that stays.
    private static final String START = "\"data\":{\"source\":\"painted\",\"testFraction\":0,\"points\":[[0.1,1,0],[1,0.2,1],[-1,0.5,0],"
            + "[0.7,-0.8,1],[0.3,0.3,0]]},";
    private static final String SOFTMAX = "\"model\":{\"layers\":[{\"units\":4,\"activation\":\"tanh\"},{\"units\":2,\"activation\":\"softmax\"}]},";
    private static final String TANH = "\"model\":{\"layers\":[{\"units\":4,\"activation\":\"tanh\"},{\"units\":1,\"activation\":\"tanh\"}]},";
    private static final String LINEAR = "\"model\":{\"layers\":[{\"units\":4,\"activation\":\"relu\"},{\"units\":2,\"activation\":\"linear\"}]},";
    private static final String SIGMOID = "\"model\":{\"layers\":[{\"units\":4,\"activation\":\"tanh\"},{\"units\":1,\"activation\":\"sigmoid\"}]},";
    private static final String LENGTH = "\"batchSize\":2,\"epochs\":4,\"shuffle\":false";

    private static Map<String, String> trainings() {
        Map<String, String> all = new LinkedHashMap<>();
        for (String optimizer : List.of("sgd", "sgd\",\"momentum\":0.9,\"nesterov\":true,\"type\":\"sgd", "rmsprop", "adagrad", "adadelta",
                "adam", "adamw", "nadam", "lion")) {
            String kind = optimizer.startsWith("sgd\"") ? "\"type\":\"sgd\",\"momentum\":0.9,\"nesterov\":true" : "\"type\":\"" + optimizer + "\"";
            all.put(optimizer.startsWith("sgd\"") ? "nesterov" : optimizer, SOFTMAX + "\"training\":{\"optimizer\":{" + kind
                    + ",\"learningRate\":0.02}," + LENGTH + "}");
        }
        String sgd = "\"optimizer\":{\"type\":\"sgd\",\"learningRate\":0.2}," + LENGTH;
        all.put("inside", SOFTMAX + "\"training\":{\"optimizer\":{\"type\":\"rmsprop\",\"epsilonInside\":true}," + LENGTH + "}");
        all.put("mse", TANH + "\"training\":{\"loss\":\"mean-squared-error\"," + sgd + "}");
        all.put("half", LINEAR + "\"training\":{\"loss\":\"half-squared-error\"," + sgd + "}");
        all.put("huber", SIGMOID + "\"training\":{\"loss\":\"huber\"," + sgd + "}");
        all.put("bce", SIGMOID + "\"training\":{\"loss\":\"binary-cross-entropy\"," + sgd + "}");
        all.put("hinge", TANH + "\"training\":{\"loss\":\"hinge\"," + sgd + "}");
        all.put("margins", LINEAR + "\"training\":{\"loss\":\"hinge\"," + sgd + "}");
        all.put("logits", LINEAR + "\"training\":{\"loss\":\"cross-entropy\"," + sgd + "}");
        all.put("shares", SOFTMAX + "\"training\":{\"loss\":\"mean-squared-error\"," + sgd + "}");
        all.put("penalties", SOFTMAX + "\"training\":{\"l1\":0.01,\"l2\":0.1,\"clip\":0.2," + sgd + "}");
        all.put("cosine", SOFTMAX + "\"training\":{\"schedule\":{\"type\":\"cosine\",\"epochs\":3,\"warmup\":1.5}," + sgd + "}");
        all.put("steps", SOFTMAX + "\"training\":{\"schedule\":{\"type\":\"step\",\"every\":2,\"factor\":0.3}," + sgd + "}");
        all.put("exponential", SOFTMAX + "\"training\":{\"schedule\":{\"type\":\"exponential\",\"decay\":0.5}," + sgd + "}");
        return all;
    }

    /// @param different what the framework has another form of
    private void trainAlike(BiFunction<TrainedNetwork, String, Program> format, double near, String different) throws Exception {
        Map<Path, float[]> wanted = new LinkedHashMap<>();
        Map<String, String> trainings = trainings();
        assertThat(trainings.remove(different)).isNotNull();
        for (Map.Entry<String, String> training : trainings.entrySet()) {
            Experiment experiment = Trained.experiment(START + training.getValue());
            Dataset data = Datasets.load(experiment.data(), experiment.features(), folder);
            TrainedNetwork network = Trained.of(experiment, data, folder);
            Path file = Programs.write(format.apply(network, training.getKey()), folder.resolve(training.getKey() + ".py"));
            try (Run run = Run.start(experiment, data, new Engines(List.of(new CpuEngine())))) {
                run.load(network.parameters());
                while (run.epochsDone() < experiment.training().epochs()) {
                    run.train(Long.MAX_VALUE);
                }
                TrainedNetwork after = TrainedNetwork.of(experiment, data, folder, run.parameters());
                wanted.put(file, Trained.answers(after, data).outputs());
                assertThat(Trained.answers(after, data).outputs()).as(training.getKey()).isNotEqualTo(Trained.answers(network, data).outputs());
            }
        }
        Map<Path, List<String>> outputs = Python.train(folder, List.copyOf(wanted.keySet()));
        List<String> wrong = new ArrayList<>();
        wanted.forEach((file, values) -> {
            double[] said = outputs.getOrDefault(file, List.of()).stream().flatMap(line -> Arrays.stream(line.split(", ")))
                    .mapToDouble(Double::parseDouble).toArray();
            assertThat(said).hasSize(values.length);
            for (int i = 0; i < said.length; i++) {
                if (Math.abs(said[i] - values[i]) > near) {
                    wrong.add(file.getFileName() + " output " + i + ": " + said[i] + " is not " + values[i]);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    /// PyTorch refuses to normalize a batch of one sample, as the last one of an epoch may be.
    @Test
    void aLastMiniBatchOfOneIsPassedOverWhereABatchIsNormalized() throws Exception {
        Experiment plain = Trained.experiment(START + SOFTMAX + "\"training\":{" + LENGTH + "}");
        Experiment normalized = normalizing(plain);
        Dataset data = Datasets.load(plain.data(), plain.features(), folder);
        assertThat(TorchCode.of(Trained.of(plain, data, folder), "plain").text()).doesNotContain("len(x) == 1");
        String code = TorchCode.of(Trained.of(normalized, data, folder), "normalized").text();
        assertThat(code).containsSubsequence("for x, y in batches:\n", "            if len(x) == 1:\n",
                "                continue", "            output = network(x)");
        // Else a mini-batch of one would train nothing, and say nothing.
        assertThat(code).contains("PyTorch cannot\n    normalize a mini-batch of one sample: where one is left over, it is left out.").containsSubsequence("batches = DataLoader(",
                "    if min(len(x), batches.batch_size) == 1:\n        raise ValueError(", "network.train()");
    }

    /// With batch normalization behind its first layer.
    private static Experiment normalizing(Experiment plain) {
        return plain.withModel(new Model.Network(1, List.of(Trained.dense(4, Activation.TANH), new Layer.BatchNorm(),
                Trained.dense(2, Activation.SOFTMAX))));
    }

    /// Else every epoch's rate would be that of a step before it.
    @Test
    void aMiniBatchThatIsPassedOverIsAStepOfTheSchedule() throws Exception {
        Experiment steps = Trained.experiment(START + SOFTMAX + "\"training\":{\"schedule\":{\"type\":\"step\"}," + LENGTH + "}");
        Dataset data = Datasets.load(steps.data(), steps.features(), folder);
        assertThat(TorchCode.of(Trained.of(normalizing(steps), data, folder), "steps").text())
                .contains("            if len(x) == 1:\n                schedule.step()\n                continue");
    }

    /// An image's channel has many numbers, whose variance there is in one sample.
    @Test
    void imagesAreNormalizedOneByOne() throws Exception {
        assertThat(normalized(new Layer.BatchNorm(), new Layer.Flatten())).contains("nn.BatchNorm2d(2)").doesNotContain("len(x)");
        assertThat(normalized(new Layer.MaxPool(4, 4, Rounding.DOWN), new Layer.BatchNorm())).contains("nn.BatchNorm2d(2)", "if len(x) == 1:");
        assertThat(normalized(new Layer.Flatten(), new Layer.BatchNorm())).contains("nn.BatchNorm1d(32)", "if len(x) == 1:");
    }

    private String normalized(Layer... hidden) throws Exception {
        return TorchCode.of(Trained.ofImages(folder, List.of(2, 4, 4), List.of(hidden), "none"), "normalized").text();
    }

    /// With or without a framework, Python reads the program.
    @Test
    void aTrainingThatNormalizesIsPython() throws Exception {
        Python.assume("ast");
        Files.writeString(folder.resolve("of.py"), normalized(new Layer.Flatten(), new Layer.BatchNorm()));
        Files.writeString(folder.resolve("reads.py"), "import ast\nast.parse(open('of.py', encoding='utf-8').read())\n");
        assertThat(Python.run(folder, List.of(folder.resolve("reads.py")))).hasSize(1);
    }

    @Test
    void pytorchTrainsAsCrescentTrains() throws Exception {
        Python.assume("numpy, torch");
        trainAlike(TorchCode::of, 2e-5, "inside");
    }

    @Test
    void kerasTrainsAsCrescentTrains() throws Exception {
        Python.assume("numpy, keras");
        trainAlike(KerasCode::of, 2e-4, "nadam");
    }
}
