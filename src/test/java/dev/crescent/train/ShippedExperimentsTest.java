package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Part;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The experiments that come with Crescent do what their notes say.
class ShippedExperimentsTest {
    static List<String> names() {
        return Builtins.names();
    }

    private static Dataset data(Experiment experiment) throws Exception {
        return switch (experiment.data().source()) {
            case Source.Images _ -> digits();
            case Source.Digits _ -> drawn(experiment, 100);
            case Source.Points _, Source.Painted _, Source.Csv _ -> loaded(experiment.data(), experiment);
        };
    }

    private static Dataset loaded(Data data, Experiment experiment) throws DataException {
        return Datasets.load(data, experiment.features(), Path.of("no folder"));
    }

    /// Fewer drawn digits than the experiment's.
    private static Dataset drawn(Experiment experiment, int samples) throws DataException {
        return loaded(experiment.data().withSource(new Source.Digits(samples)), experiment);
    }

    /// As MNIST, but few and all alike.
    private static Dataset digits() {
        int count = 20;
        float[] pixels = new float[count * 784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i * 7 % 256 / 255f;
        }
        int[] labels = IntStream.range(0, count).map(i -> i % 10).toArray();
        Dataset.Samples samples = new Dataset.Samples(count, pixels, pixels, 784, labels, new float[count]);
        return new Dataset(Task.CLASSIFICATION, IntStream.range(0, 10).mapToObj(Integer::toString).toList(),
                IntStream.range(0, 784).mapToObj(i -> "pixel" + i).toList(), List.of(1, 28, 28), samples, samples, null);
    }

    private static Run trained(String name) throws Exception {
        Experiment experiment = Builtins.read(name);
        Run run = Run.start(experiment, data(experiment), Experiments.ENGINES);
        while (run.epochsDone() < experiment.training().epochs()) {
            run.train();
        }
        return run;
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachNetworkFitsItsDataAndTakesAStep(String name) throws Exception {
        Experiment experiment = Builtins.read(name);
        try (Run run = Run.start(experiment, data(experiment), Experiments.ENGINES)) {
            double before = run.evaluate(Part.TRAINING).loss();
            run.train();
            assertThat(run.evaluate(Part.TRAINING).loss()).isFinite().isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"linear-regression,1", "mnist-softmax,7850", "mnist-old,496250", "mnist-modern,888135", "mnist-conv,819557", "digits-mlp,235146",
        "digits-conv,80202"})
    void theNetworksForImagesAndLinesHaveSoManyParameters(String name, int parameters) throws Exception {
        Experiment experiment = Builtins.read(name);
        try (Run run = Run.start(experiment, data(experiment), Experiments.ENGINES)) {
            assertThat(run.layout().size()).isEqualTo(parameters);
        }
    }

    @Test
    void theConvolutionsOfTheTalkEndInThreeTimesThreePixels() throws ExperimentFileException {
        var network = (Model.Network) Builtins.read("mnist-conv").model();
        assertThat(Shapes.of(network, List.of(1, 28, 28))).contains(List.of(32, 30, 30),
                List.of(32, 15, 15), List.of(64, 13, 13), List.of(64, 7, 7), List.of(128, 5, 5), List.of(128, 3, 3));
    }

    @Test
    void aTenthOfTheDrawnDigitsIsEnoughToReadMostOfThem() throws Exception {
        Experiment experiment = Builtins.read("digits-mlp");
        try (Run run = Run.start(experiment, drawn(experiment, 3000), Experiments.ENGINES)) {
            while (run.epochsDone() < 4) {
                run.train();
            }
            assertThat(run.evaluate(Part.TEST).accuracy()).isBetween(0.6, 0.9);
        }
    }

    @Test
    void exclusiveOrIsSolved() throws Exception {
        try (Run run = trained("xor")) {
            assertThat(run.evaluate(Part.TEST).accuracy()).isGreaterThan(0.97);
        }
    }

    @Test
    void theLinesSlopeIsThatOfLeastSquares() throws Exception {
        try (Run run = trained("linear-regression")) {
            Dataset.Samples points = run.dataset().train();
            double products = 0;
            double squares = 0;
            for (int i = 0; i < points.count(); i++) {
                products += points.inputs()[i] * points.values()[i];
                squares += points.inputs()[i] * points.inputs()[i];
            }
            assertThat(points.count()).isEqualTo(101);
            assertThat((double) run.parameters()[0]).isBetween(products / squares - 0.05, products / squares + 0.05)
                    .isBetween(1.8, 2.2);
        }
    }

    @Test
    void theCrescentsAreFoundWhereInputsAreStandardized() throws Exception {
        try (Run run = trained("crescents")) {
            assertThat(run.dataset().test().count()).isEqualTo(200);
            assertThat(run.evaluate(Part.TEST).accuracy() * 200).isGreaterThanOrEqualTo(195);
        }
    }

    @Test
    void theTalksOwnNetworkTakesThemForARing() throws Exception {
        try (Run run = trained("crescents-ring")) {
            assertThat(run.evaluate(Part.TEST).accuracy()).isBetween(0.8, 0.96);
        }
    }
}
