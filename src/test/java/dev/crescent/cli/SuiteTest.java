package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.train.Run;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteTest {
    private static Workload open(String name, int threads) {
        return new Suite(32).open(name, Contender.CPU, threads);
    }

    /// Multiply-adds of a unit: forward, and in training twice more but for what goes back to the inputs.
    @ParameterizedTest
    @CsvSource({
        "playground, 46", // 2-4-2-1: 18 forward, 18 for the gradient, 10 back
        "playground-deep, 1016",
        "field, 22544384",
        "mnist-softmax, 15680",
        "mnist-old, 998750", // 784-625-10
        "mnist-modern, 2170625", // 784-625-625-10
        "mnist-conv, 17571774",
        "mnist-conv-small, 852480",
        "playground-1000, 46",
        "landscape, 11704500", // 18 x 250 x 51 x 51
        "landscape-101, 45904500"})
    void aUnitTakesSoManyMultiplyAdds(String name, double multiplyAdds) {
        try (Workload workload = open(name, 1)) {
            assertThat(workload.multiplyAdds()).isEqualTo(multiplyAdds);
        }
    }

    @ParameterizedTest
    @CsvSource({"mnist-softmax, 7840", "mnist-old, 496250", "mnist-modern, 886875", "mnist-conv, 818698",
        "mnist-conv-small, 5960"})
    void theNetworksOfImagesHaveTheTutorialsParameters(String name, int parameters) {
        Experiment experiment = switch (name) {
            case "mnist-softmax" -> BenchNetworks.softmax();
            case "mnist-old" -> BenchNetworks.old();
            case "mnist-modern" -> BenchNetworks.modern();
            case "mnist-conv" -> BenchNetworks.conv();
            default -> BenchNetworks.convSmall();
        };
        assertThat(ParameterLayout.of((Model.Network) experiment.model(), List.of(1, 28, 28)).total()).isEqualTo(parameters);
        assertThat(experiment.training().batchSize()).isEqualTo(128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"playground", "playground-deep", "mnist-softmax"})
    void aPieceOfTrainingIsWholeMiniBatchesAndNeverLost(String name) {
        try (Workload workload = open(name, 1)) {
            long first = workload.work();
            workload.begin();
            // 250 samples in mini-batches of 10, and 32 in one
            assertThat(List.of(first, workload.work())).isEqualTo(name.startsWith("m") ? List.of(32L, 32L)
                    : List.of(130L, 120L));
        }
    }

    @Test
    void aThousandNetworksLearnAtOnceEachAtItsOwnRate() {
        Experiment experiment = BenchNetworks.playground();
        try (SweepWorkload sweep = new SweepWorkload("playground-1000", experiment, TrainingWorkload.data(experiment),
                new CpuEngine(1))) {
            double start = sweep.losses()[0];
            long samples = 0;
            while (samples < 20 * 250_000) {
                samples += sweep.work();
            }
            assertThat(samples).as("20 epochs").isEqualTo(20 * 250_000);
            double[] losses = sweep.losses();
            assertThat(losses).hasSize(1000).doesNotContain(Double.NaN);
            assertThat(Arrays.stream(losses).distinct().count()).isGreaterThan(900);
            assertThat(losses[999]).as("ten times the rate").isLessThan(losses[0]).isLessThan(start);
            sweep.begin();
            assertThat(sweep.losses()).containsOnly(start);
        }
    }

    @Test
    void everyNetworkIsTrainedShuffled() {
        assertThat(List.of(BenchNetworks.playground(), BenchNetworks.playgroundDeep(), BenchNetworks.softmax(),
                BenchNetworks.old(), BenchNetworks.modern(), BenchNetworks.conv(), BenchNetworks.convSmall()))
                .allMatch(experiment -> experiment.training().shuffle());
    }

    @Test
    void fourFifthsOfTheGeneratedPixelsAreBlack() {
        Dataset images = GeneratedImages.dataset(100);
        float[] inputs = images.train().inputs();
        int black = 0;
        for (float input : inputs) {
            assertThat(input).isBetween(0f, 1f);
            black += input == 0 ? 1 : 0;
        }
        assertThat(black / (double) inputs.length).isEqualTo(0.8, within(0.01));
        assertThat(images.train().labels()).startsWith(0, 1, 2).contains(9);
    }

    @Test
    void theFieldCoversThePlaneHoweverManyThreadsShareIt() {
        Model.Network network = (Model.Network) BenchNetworks.playgroundDeep().model();
        Evaluator evaluator = new CpuEngine(1).evaluator(network, List.of(2));
        float[][] expected = new float[network.layers().size()][];
        expected[expected.length - 1] = new float[2];
        // top left and bottom right
        evaluator.forward(InitialParameters.of(network, List.of(2)), new float[] {-6, 6, 6, -6}, 2, expected);
        for (int threads : new int[] {1, 3}) {
            try (FieldWorkload field = new FieldWorkload("field", network, new CpuEngine(1), threads)) {
                assertThat(field.work()).isEqualTo(1);
                assertThat(field.corners()).isEqualTo(expected[expected.length - 1]);
            }
        }
    }

    @Test
    void theLandscapeHasTheLossOfTheStartInItsMiddle() {
        Experiment experiment = BenchNetworks.playground();
        Dataset dataset = TrainingWorkload.data(experiment);
        double middle;
        try (Run run = TrainingWorkload.open(experiment, dataset, new CpuEngine(1))) {
            middle = run.evaluate(Part.TRAINING).loss();
        }
        double[] alone = landscape(experiment, dataset, 1);
        assertThat(alone[alone.length / 2]).isEqualTo(middle);
        assertThat(alone).isEqualTo(landscape(experiment, dataset, 2));
        assertThat(alone[0]).as("far away").isNotEqualTo(middle);
    }

    private static double[] landscape(Experiment experiment, Dataset dataset, int threads) {
        try (LandscapeWorkload landscape = new LandscapeWorkload("landscape", experiment, dataset, 51, new CpuEngine(1), threads)) {
            landscape.work();
            return landscape.losses();
        }
    }

    @Test
    void theChainsOfThePeakAreReallyComputed() {
        try (PeakWorkload peak = new PeakWorkload(2)) {
            long multiplyAdds = peak.work();
            assertThat(multiplyAdds).isPositive();
            int lanes = PeakWorkload.vectorBits() / Float.SIZE;
            for (int thread = 0; thread < 2; thread++) {
                assertThat((double) peak.sink(thread)).as("every lane ends near 1.02").isCloseTo(12 * 1.02 * lanes, within(0.5));
            }
        }
    }
}
