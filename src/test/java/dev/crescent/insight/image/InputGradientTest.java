package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InputGradientTest {
    private static final List<Integer> SHAPE = List.of(2, 7, 8);
    private static final int WIDTH = 2 * 7 * 8;
    /// A power of two far below the steps of the pixels: pixels plus and minus it are floats.
    private static final float STEP = 0x1p-15f;

    static Stream<Arguments> layers() {
        return Stream.of(
                Arguments.of("dense", List.of(Nets.dense(6, Activation.TANH))),
                Arguments.of("dense without biases", List.of(new Layer.Dense(6, Activation.TANH,
                        Initializer.Standard.GLOROT_UNIFORM, false, Initializer.Standard.ZEROS))),
                Arguments.of("maxout", List.of(Nets.maxout(5, 3, Activation.LINEAR))),
                Arguments.of("maxout with an activation", List.of(Nets.maxout(5, 2, Activation.SIGMOID))),
                Arguments.of("conv valid", List.of(Nets.conv(3, 3, 1, Padding.VALID, Activation.TANH))),
                Arguments.of("conv same", List.of(Nets.conv(3, 3, 1, Padding.SAME, Activation.TANH))),
                Arguments.of("conv same, even", List.of(Nets.conv(3, 4, 1, Padding.SAME, Activation.TANH))),
                Arguments.of("conv full", List.of(Nets.conv(3, 3, 1, Padding.FULL, Activation.TANH))),
                Arguments.of("conv valid, stride 2", List.of(Nets.conv(3, 3, 2, Padding.VALID, Activation.TANH))),
                Arguments.of("conv valid, stride above kernel", List.of(Nets.conv(3, 2, 3, Padding.VALID,
                        Activation.TANH))),
                Arguments.of("conv full, stride 2", List.of(Nets.conv(3, 4, 2, Padding.FULL, Activation.TANH))),
                Arguments.of("conv without biases", List.of(new Layer.Conv(2, 3, 1, Padding.SAME, Activation.TANH,
                        Initializer.Standard.GLOROT_UNIFORM, false, Initializer.Standard.ZEROS))),
                Arguments.of("filters larger than the image", List.of(Nets.conv(2, 9, 1, Padding.FULL, Activation.TANH))),
                Arguments.of("pool down", List.of(new Layer.MaxPool(3, 2, Rounding.DOWN))),
                Arguments.of("pool up", List.of(new Layer.MaxPool(3, 3, Rounding.UP))),
                Arguments.of("pool with gaps", List.of(new Layer.MaxPool(2, 3, Rounding.DOWN))),
                Arguments.of("pool overlapping, up", List.of(new Layer.MaxPool(4, 3, Rounding.UP))),
                Arguments.of("batch-norm of images", List.of(new Layer.BatchNorm())),
                Arguments.of("batch-norm of units", List.of(Nets.dense(6, Activation.TANH), new Layer.BatchNorm())),
                Arguments.of("flatten", List.of(new Layer.Flatten())),
                Arguments.of("dropout", List.of(new Layer.Dropout(0.5))),
                Arguments.of("noise", List.of(new Layer.Noise(1))),
                Arguments.of("all together", List.of(new Layer.Noise(0.1), Nets.conv(4, 3, 1, Padding.SAME,
                        Activation.RELU), new Layer.BatchNorm(), new Layer.MaxPool(2, 2, Rounding.UP),
                        Nets.conv(3, 2, 1, Padding.VALID, Activation.GELU), new Layer.Flatten(),
                        new Layer.Dropout(0.3), Nets.maxout(7, 2, Activation.LINEAR), new Layer.BatchNorm(),
                        Nets.dense(6, Activation.SWISH))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void isTheSlopeOfTheScoresWhateverTheLayers(String name, List<Layer> layers) {
        List<Layer> all = Stream.concat(layers.stream(), Stream.of(Nets.dense(3, Activation.SOFTMAX))).toList();
        proveSlopes(new Model.Network(7, all), 1e-6);
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, mode = EnumSource.Mode.EXCLUDE, names = {"STEP", "SOFTMAX"})
    void isTheSlopeOfTheScoresWhateverTheActivation(Activation activation) {
        // What stands for the normal distribution has a slope of its own, some 1e-6 beside the true one.
        double tolerance = activation == Activation.GELU ? 1e-5 : 1e-6;
        proveSlopes(Nets.network(Nets.dense(8, activation), Nets.dense(3, activation)), tolerance);
        proveSlopes(Nets.network(Nets.conv(3, 3, 1, Padding.VALID, activation), Nets.maxout(4, 2, activation),
                Nets.dense(4, activation)), tolerance);
    }

    /// No two pixels are equal: at a tie of a pool there is no slope.
    private static float[] different() {
        float[] image = new float[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            image[i] = i * 37 % 113 / 128f;
        }
        return image;
    }

    private static void proveSlopes(Model.Network network, double tolerance) {
        float[] parameters = Nets.parameters(network, SHAPE);
        float[] image = different();
        InputGradient gradient = new InputGradient(network, SHAPE);
        boolean moves = false;
        for (int output = 0; output < gradient.outputs(); output++) {
            float[] slopes = gradient.of(parameters, image, output);
            assertThat(slopes).hasSize(WIDTH);
            for (int i = 0; i < WIDTH; i++) {
                float[] moved = image.clone();
                moved[i] = image[i] + STEP;
                double above = gradient.scores(parameters, moved)[output];
                moved[i] = image[i] - STEP;
                double below = gradient.scores(parameters, moved)[output];
                assertThat((double) slopes[i]).as("pixel %d, output %d", i, output)
                        .isCloseTo((above - below) / (2 * STEP), within(tolerance));
                moves |= Math.abs(slopes[i]) > 100 * tolerance;
            }
        }
        assertThat(moves).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layers")
    void scoresAreWhatTheEngineGivesOut(String name, List<Layer> layers) {
        for (Activation activation : Activation.values()) {
            List<Layer> all = Stream.concat(layers.stream(), Stream.of(Nets.dense(3, activation))).toList();
            Model.Network network = new Model.Network(7, all);
            float[] parameters = Nets.parameters(network, SHAPE);
            float[] image = Nets.image(WIDTH, 22);
            Model.Network seen = activation == Activation.SOFTMAX
                    ? network.withLayer(all.size() - 1, network.output().withActivation(Activation.LINEAR)) : network;
            float[] outputs = new ImageNetwork(new CpuEngine(), seen, SHAPE).outputs(parameters, image);
            double[] scores = new InputGradient(network, SHAPE).scores(parameters, image);
            for (int k = 0; k < 3; k++) {
                assertThat(scores[k]).as(activation.id()).isCloseTo(outputs[k], within(2e-5));
            }
        }
    }

    @Test
    void ofEqualPixelsInAWindowTheFirstTakesTheSlope() {
        Model.Network network = Nets.network(new Layer.MaxPool(2, 2, Rounding.DOWN), new Layer.Dense(1, Activation.LINEAR));
        float[] slopes = new InputGradient(network, List.of(1, 2, 2)).of(new float[] {3, 1}, new float[] {0, 1, 1, 1}, 0);
        assertThat(slopes).containsExactly(0, 3, 0, 0);
    }

    @Test
    void aChannelThatNeverVariedIsDividedByTheRootOfEpsilon() {
        Model.Network network = Nets.network(new Layer.BatchNorm(), new Layer.Dense(1, Activation.LINEAR));
        // Scale, shift, weight, bias, mean, variance.
        float[] slopes = new InputGradient(network, List.of(1, 1, 1)).of(new float[] {1, 0, 1, 0, 0, 0}, new float[] {1}, 0);
        assertThat((double) slopes[0]).isCloseTo(1 / Math.sqrt(1e-5), within(1e-3));
    }

    @Test
    void aStepLetsNothingThrough() {
        Model.Network network = Nets.network(Nets.dense(4, Activation.STEP), Nets.dense(2, Activation.LINEAR));
        assertThat(new InputGradient(network, SHAPE).of(Nets.parameters(network, SHAPE), Nets.image(WIDTH, 1), 1))
                .containsOnly(0);
    }

    @Test
    void theSlopeOfADifferenceIsTheDifferenceOfSlopes() {
        Model.Network network = Nets.network(Nets.dense(8, Activation.RELU), Nets.dense(3, Activation.SOFTMAX));
        float[] parameters = Nets.parameters(network, SHAPE);
        float[] image = Nets.image(WIDTH, 4);
        InputGradient gradient = new InputGradient(network, SHAPE);
        float[] first = gradient.of(parameters, image, 0);
        float[] third = gradient.of(parameters, image, 2);
        float[] difference = gradient.of(parameters, image, new double[] {1, 0, -1});
        for (int i = 0; i < WIDTH; i++) {
            assertThat(difference[i]).isCloseTo(first[i] - third[i], within(1e-6f));
        }
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        Model.Network network = Nets.network(Nets.dense(3, Activation.SOFTMAX));
        InputGradient gradient = new InputGradient(network, SHAPE);
        float[] parameters = Nets.parameters(network, SHAPE);
        assertThatThrownBy(() -> gradient.of(parameters, new float[7], 0)).hasMessage("image: must have 112 numbers, has 7");
        assertThatThrownBy(() -> gradient.of(parameters, new float[WIDTH], new double[2]))
                .hasMessage("weights: must be one for each of 3 outputs, are 2");
    }
}
