package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Shapes;
import dev.crescent.engine.Twins;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What all units of a small network give out, in one launch.
class FusedOutputsTest {
    private static final CpuEngine CPU = new CpuEngine();
    private static final List<Integer> SHAPE = List.of(1, 2, 2);
    private static final int WIDTH = 4;

    static Stream<Arguments> networks() {
        Layer.Dense out = Twins.dense(3, Activation.SOFTMAX);
        List<Layer> plain = List.of(out);
        List<Layer> mixed = List.of(new Layer.Dropout(0.5), Twins.dense(5, Activation.STEP), new Layer.Dropout(0.5),
                new Layer.Noise(2), Twins.dense(7, Activation.LINEAR), new Layer.Dropout(0.1), new Layer.Dropout(0.1), out);
        List<Layer> flat = List.of(new Layer.Flatten(), Twins.dense(5, Activation.SOFTPLUS),
                new Layer.Dense(9, Activation.TANH).withBias(false), Twins.dense(1, Activation.SIGMOID));
        // With 64 samples at once it would be too large.
        List<Layer> wide = List.of(Twins.dense(60, Activation.RELU), Twins.dense(60, Activation.MISH),
                Twins.dense(2, Activation.SINE));
        return Stream.of(plain, mixed, flat, wide).flatMap(layers -> Stream.of(1, 7, 64, 700)
                .map(count -> Arguments.of(new Model.Network(3, layers), count)));
    }

    private static float[] inputs(int count) {
        float[] inputs = new float[WIDTH * count];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 2 * CounterRandom.uniform(4, i) - 1;
        }
        return inputs;
    }

    private static float[][] room(Model.Network network, int count) {
        return Shapes.of(network, SHAPE).stream().map(shape -> new float[Shapes.width(shape) * count]).toArray(float[][]::new);
    }

    private static float[] parameters(Model.Network network) {
        return InitialParameters.of(network, SHAPE);
    }

    private static void forward(String settings, Model.Network network, int count, float[][] outputs) {
        try (Device device = new Device(StandIn.openWithKernels(settings))) {
            new CudaEvaluator(network, SHAPE, device).forward(parameters(network), inputs(count), count, outputs);
            assertThat(StandIn.calls("cuLaunchKernel")).isEqualTo(1);
            assertThat(StandIn.bytes()).as("bytes on the device").isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void areThoseOfTheDefaultEngine(Model.Network network, int count) {
        float[][] expected = room(network, count);
        CPU.evaluator(network, SHAPE).forward(parameters(network), inputs(count), count, expected);
        float[][] usual = room(network, count);
        forward("", network, count, usual);
        for (int layer = 0; layer < expected.length; layer++) {
            Twins.close(usual[layer], expected[layer], "layer " + layer);
        }
        for (String order : List.of("descending", "random:1", "random:2")) {
            float[][] other = room(network, count);
            forward("order=" + order, network, count, other);
            assertThat(other).as("the same bits").isDeepEqualTo(usual);
        }
    }

    /// 300 samples of 35 multiply-adds, 64 in a block, and of each launch some 130.
    @Test
    void manySamplesTakeSomeLaunches() {
        Model.Network network = new Model.Network(3, List.of(Twins.dense(5, Activation.TANH),
                Twins.dense(3, Activation.SOFTMAX)));
        float[][] expected = room(network, 300);
        forward("", network, 300, expected);
        float[][] outputs = room(network, 300);
        try (Device device = new Device(StandIn.openWithKernels(""))) {
            new CudaEvaluator(network, SHAPE, device, 35 * 130).forward(parameters(network), inputs(300), 300, outputs);
            assertThat(StandIn.calls("cuLaunchKernel")).isEqualTo(3);
        }
        assertThat(outputs).isDeepEqualTo(expected);
    }

    @Test
    void layersThatNobodyAsksForAreNotStored() {
        Model.Network network = new Model.Network(3, List.of(Twins.dense(5, Activation.TANH), new Layer.Dropout(0.5),
                Twins.dense(4, Activation.TANH), Twins.dense(3, Activation.SOFTMAX)));
        float[][] all = room(network, 100);
        forward("", network, 100, all);
        for (int wanted = 0; wanted < 1 << 4; wanted++) {
            float[][] some = room(network, 100);
            for (int layer = 0; layer < 4; layer++) {
                some[layer] = (wanted >> layer & 1) == 0 ? null : some[layer];
            }
            forward("", network, 100, some);
            for (int layer = 0; layer < 4; layer++) {
                if (some[layer] != null) {
                    assertThat(some[layer]).as("layer " + layer + " of " + Integer.toBinaryString(wanted)).isEqualTo(all[layer]);
                }
            }
        }
    }

    @Test
    void oneEvaluatorAnswersAgainAndAgain() {
        Model.Network network = new Model.Network(3, List.of(Twins.dense(5, Activation.TANH),
                Twins.dense(3, Activation.SOFTMAX)));
        float[][] expected = room(network, 9);
        forward("", network, 9, expected);
        try (Device device = new Device(StandIn.openWithKernels(""))) {
            CudaEvaluator evaluator = new CudaEvaluator(network, SHAPE, device);
            float[][] first = {new float[5 * 9], null};
            evaluator.forward(parameters(network), inputs(9), 9, first);
            float[][] second = {null, new float[3 * 9]};
            evaluator.forward(parameters(network), inputs(9), 9, second);
            evaluator.forward(parameters(network), inputs(0), 0, new float[2][0]);
            assertThat(first[0]).isEqualTo(expected[0]);
            assertThat(second[1]).isEqualTo(expected[1]);
            float[] broken = parameters(network);
            Arrays.fill(broken, Float.NaN);
            evaluator.forward(broken, inputs(9), 9, second);
            assertThat(second[1]).containsOnly(Float.NaN);
        }
    }
}
