package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadCounterTest {
    private static final int LAST = UnitSpreads.BINS - 1;

    /// Three inputs: the sample's number, a constant, and its class.
    private static Dataset data(Task task, int count) {
        float[] inputs = new float[3 * count];
        int[] labels = new int[count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            values[i] = i;
            inputs[3 * i] = i;
            inputs[3 * i + 1] = 7;
            inputs[3 * i + 2] = labels[i];
        }
        Dataset.Samples train = new Dataset.Samples(count, inputs, inputs, 3, labels, values);
        Dataset.Samples none = new Dataset.Samples(0, new float[0], new float[0], 3, new int[0], new float[0]);
        return new Dataset(task, task == Task.CLASSIFICATION ? List.of("a", "b") : List.of(), List.of("n", "same", "class"), List.of(3),
                train, none, null);
    }

    /// @param weights of the first layer's only unit
    private static UnitSpreads count(Dataset data, Activation activation, float... weights) {
        Model.Network network = new Model.Network(1, List.of(new Layer.Dense(1, activation), new Layer.Dropout(0.5),
                new Layer.Dense(2, Activation.SOFTMAX)));
        ParameterLayout layout = ParameterLayout.of(network, List.of(3));
        float[] parameters = Arrays.copyOf(weights, layout.total());
        return new SpreadCounter(network, data, new CpuEngine().evaluator(network, List.of(3))).count(parameters);
    }

    /// Whatever the layer before can give: what is normalized has no limits.
    @Test
    void normalizedValuesAreSpreadFromTheirLeastToTheirGreatest() {
        Model.Network network = new Model.Network(1, List.of(new Layer.Dense(1, Activation.TANH), new Layer.BatchNorm(),
                new Layer.Dropout(0.5), new Layer.Dense(2, Activation.SOFTMAX)));
        ParameterLayout layout = ParameterLayout.of(network, List.of(3));
        float[] parameters = InitialParameters.of(network, List.of(3));
        parameters[layout.slice(0).orElseThrow().weightOffset() + 2] = 100;
        parameters[layout.slice(1).orElseThrow().weightOffset()] = 8;
        double[][][] ends = new SpreadCounter(network, data(Task.CLASSIFICATION, 24), new CpuEngine().evaluator(network, List.of(3)))
                .count(parameters).ends();
        assertThat(ends[1][0]).as("tanh").containsExactly(-1, 1);
        for (int column : List.of(2, 3)) {
            assertThat(ends[column][0][1]).as("behind layer " + column).isBetween(7.9, 8.1);
        }
    }

    private static int sum(int[][] unit, int label) {
        return Arrays.stream(unit).mapToInt(bin -> bin[label]).sum();
    }

    @Test
    void inputsAreSpreadFromTheirLeastToTheirGreatest() {
        int[][][] inputs = count(data(Task.CLASSIFICATION, 24), Activation.TANH).counts()[0];
        assertThat(inputs).hasNumberOfRows(3);
        assertThat(inputs[0]).as("0 to 23, one of each class a bin").isDeepEqualTo(pairs());
        assertThat(inputs[1][UnitSpreads.BINS / 2]).as("equal values lie in the middle").containsExactly(12, 12);
        assertThat(inputs[2][0]).containsExactly(12, 0);
        assertThat(inputs[2][LAST]).containsExactly(0, 12);
    }

    private static int[][] pairs() {
        int[][] pairs = new int[UnitSpreads.BINS][2];
        Arrays.fill(pairs, new int[] {1, 1});
        return pairs;
    }

    @Test
    void aBoundedActivationIsSpreadOverAllThatItCanBe() {
        int[][][][] counts = count(data(Task.CLASSIFICATION, 24), Activation.TANH, 0, 0, 100).counts();
        assertThat(counts[1][0][LAST]).as("tanh of 100").containsExactly(0, 12);
        assertThat(counts[1][0][UnitSpreads.BINS / 2]).as("tanh of 0 is the middle").containsExactly(12, 0);
        assertThat(counts[2]).as("dropout passes on what comes in").isDeepEqualTo(counts[1]);
        assertThat(counts[3][0][UnitSpreads.BINS / 2]).as("without weights both classes have the probability 0.5")
                .containsExactly(12, 12);
    }

    @Test
    void anUnboundedOneOverWhatItIs() {
        int[][] unit = count(data(Task.CLASSIFICATION, 24), Activation.RELU, 1, 0, 0).counts()[1][0];
        assertThat(unit).isDeepEqualTo(pairs());
    }

    @Test
    void largeDataAreLookedAtEvenly() {
        int[][] unit = count(data(Task.REGRESSION, 5000), Activation.LINEAR, 1, 0, 0).counts()[1][0];
        assertThat(sum(unit, 0)).isEqualTo(SpreadCounter.MOST_SAMPLES);
        for (int[] bin : unit) {
            assertThat(bin).as("of a regression there is one part").hasSize(1);
            assertThat(bin[0]).isBetween(42, 44);
        }
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        Dataset data = data(Task.CLASSIFICATION, 24);
        data.train().inputs()[0] = Float.NaN;
        data.train().inputs()[3] = Float.POSITIVE_INFINITY;
        int[][] unit = count(data, Activation.LINEAR, 1, 0, 0).counts()[0][0];
        assertThat(sum(unit, 0) + sum(unit, 1)).isEqualTo(22);
    }

    @Test
    void onlyDataWithoutPlaneOrImagesAreShownSo() {
        assertThat(UnitSpreads.suit(data(Task.CLASSIFICATION, 24))).isTrue();
        assertThat(UnitSpreads.suit(data(Task.CLASSIFICATION, 0))).isFalse();
    }
}
