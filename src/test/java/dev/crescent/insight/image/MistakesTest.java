package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;
import dev.crescent.insight.Confusion;
import dev.crescent.insight.ConfusionCounter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {
    private static Mistakes find(TrainedDigits digits, float[] parameters, Dataset.Samples samples) {
        return Objects.requireNonNull(new MistakeFinder(new CpuEngine(), digits.network(), digits.data().inputShape(),
                digits.loss()).find(parameters, samples, () -> false));
    }

    @ParameterizedTest
    @CsvSource({"SOFTMAX, CROSS_ENTROPY", "SIGMOID, MEAN_SQUARED_ERROR", "LINEAR, HINGE", "SOFTMAX, HALF_SQUARED_ERROR"})
    void countTheSameAsTheConfusionMatrix(Activation activation, Loss loss) throws Exception {
        TrainedDigits digits = TrainedDigits.of(10, activation, loss);
        Mistakes mistakes = find(digits, digits.parameters(), digits.data().test());
        Confusion confusion = new ConfusionCounter(digits.experiment(), digits.data(), new CpuEngine())
                .count(digits.parameters());
        assertThat(mistakes.count()).isEqualTo(digits.data().test().count());
        assertThat(mistakes.confusion(10).sameAs(confusion)).isTrue();
        assertThat(confusion.accuracy()).isBetween(0.3, 0.99);
        assertThat(mistakes.cell(3, 5)).hasSize(confusion.counts()[3][5]);
        ImageNetwork network = new ImageNetwork(new CpuEngine(), digits.network(), digits.data().inputShape());
        for (int sample : new int[] {0, 17, 260}) {
            float[] outputs = network.outputs(digits.parameters(), digits.image(sample));
            float[] probabilities = network.probabilities(outputs, loss);
            assertThat(mistakes.probabilities()[sample]).containsExactly(probabilities, within(1e-5f));
            assertThat(mistakes.probability(sample)).isCloseTo(probabilities[mistakes.predictions()[sample]], within(1e-5f));
            int label = mistakes.labels()[sample];
            assertThat(mistakes.losses()[sample]).isCloseTo(-Math.log(Math.max(probabilities[label], Float.MIN_NORMAL)),
                    within(2e-3));
        }
    }

    @Test
    void theMeanOfTheLossesIsTheLossOfThePart() throws Exception {
        TrainedDigits digits = TrainedDigits.of(10, Activation.SOFTMAX, Loss.CROSS_ENTROPY);
        Mistakes mistakes = find(digits, digits.parameters(), digits.data().train());
        assertThat(Arrays.stream(mistakes.losses()).average().orElseThrow()).isCloseTo(digits.trainLoss(), within(1e-5));
    }

    @Test
    void theWorstAreWrongAndTheGreatestLossComesFirst() {
        float[][] p = {{0.9f, 0.1f}, {0.3f, 0.7f}, {0.2f, 0.8f}, {0.2f, 0.8f}, {0.6f, 0.4f}};
        double[] losses = {0.1, 1.2, 1.6, 1.6, 5};
        Mistakes mistakes = new Mistakes(new int[] {0, 0, 0, 0, 0}, new int[] {0, 1, 1, 1, 0}, p, losses);
        assertThat(mistakes.worst(9)).containsExactly(2, 3, 1);
        assertThat(mistakes.worst(1)).containsExactly(2);
        assertThat(mistakes.cell(0, 0)).containsExactly(4, 0);
        assertThat(mistakes.cell(1, 0)).isEmpty();
        assertThat(mistakes.isWrong(1)).isTrue();
        assertThat(mistakes.isWrong(4)).isFalse();
        assertThat(mistakes.probability(1)).isEqualTo(0.7f);
    }

    @Test
    void whatIsNoNumberIsTheWorst() throws Exception {
        TrainedDigits digits = TrainedDigits.of(10, Activation.SOFTMAX, Loss.CROSS_ENTROPY);
        Dataset.Samples test = digits.data().test();
        float[] inputs = test.inputs().clone();
        Arrays.fill(inputs, 5 * 784, 6 * 784, Float.NaN);
        Mistakes mistakes = find(digits, digits.parameters(),
                new Dataset.Samples(test.count(), inputs, inputs, 784, test.labels(), test.values()));
        assertThat(mistakes.predictions()[5]).isEqualTo(-1);
        assertThat(mistakes.probability(5)).isNaN();
        assertThat(mistakes.worst(1)).containsExactly(5);
        assertThat(mistakes.cell(test.labels()[5], -1)).containsExactly(5);
        assertThat(mistakes.confusion(10).undecided()).isEqualTo(1);
        assertThat(mistakes.confusion(10).total()).isEqualTo(test.count());
    }

    @Test
    void aSingleOutputTellsTwoClasses() throws Exception {
        int count = 300;
        Dataset.Samples samples = Nets.samples(count, 4, 2);
        float[] parameters = {1, -1, 1, -1, 0};
        Mistakes mistakes = Objects.requireNonNull(new MistakeFinder(new CpuEngine(),
                Nets.network(Nets.dense(1, Activation.SIGMOID)), List.of(4), Loss.BINARY_CROSS_ENTROPY)
                .find(parameters, samples, () -> false));
        assertThat(IntStream.range(0, count).allMatch(i -> {
            float[] x = Arrays.copyOfRange(samples.inputs(), 4 * i, 4 * i + 4);
            return mistakes.predictions()[i] == (x[0] - x[1] + x[2] - x[3] > 0 ? 1 : 0);
        })).isTrue();
        assertThat(mistakes.probabilities()[7][0] + mistakes.probabilities()[7][1]).isEqualTo(1);
        assertThat(mistakes.losses()[7]).isCloseTo(-Math.log(mistakes.probabilities()[7][samples.labels()[7]]), within(1e-6));
    }

    /// Accuracy is counted on what softmax sees.
    @Test
    void whatSoftmaxRoundsAwayCountsUnderCrossEntropyOnly() {
        Dataset.Samples samples = Nets.samples(20, 4, 2);
        float[] close = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1e-9f};
        float[] far = {0, 0, 0, 0, 0, 0, 0, 0, 0, 200};
        for (Loss loss : List.of(Loss.CROSS_ENTROPY, Loss.MEAN_SQUARED_ERROR)) {
            MistakeFinder finder = new MistakeFinder(new CpuEngine(), Nets.network(Nets.dense(2, Activation.SOFTMAX)),
                    List.of(4), loss);
            boolean fused = loss == Loss.CROSS_ENTROPY;
            assertThat(Objects.requireNonNull(finder.find(close, samples, () -> false)).predictions())
                    .containsOnly(fused ? 1 : 0);
            Mistakes sure = Objects.requireNonNull(finder.find(far, samples, () -> false));
            assertThat(sure.losses()[sure.worst(1)[0]]).isCloseTo(fused ? 200 : -Math.log(Float.MIN_NORMAL), within(0.1));
        }
    }

    @Test
    void stopsWhenItIsTold() {
        AtomicInteger turns = new AtomicInteger();
        MistakeFinder finder = new MistakeFinder(new CpuEngine(), Nets.network(Nets.dense(2, Activation.SOFTMAX)),
                List.of(4), Loss.CROSS_ENTROPY);
        assertThat(finder.find(new float[10], Nets.samples(900, 4, 2), () -> turns.incrementAndGet() == 2)).isNull();
        assertThat(turns).hasValue(2);
    }
}
