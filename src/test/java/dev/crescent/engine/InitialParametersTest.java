package dev.crescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitialParametersTest {
    private static final int IN = 300;
    private static final int OUT = 200;

    static List<Arguments> deviations() {
        return List.of(
                Arguments.of(Initializer.Standard.GLOROT_UNIFORM, Math.sqrt(2.0 / (IN + OUT)), Math.sqrt(6.0 / (IN + OUT))),
                Arguments.of(Initializer.Standard.GLOROT_NORMAL, Math.sqrt(2.0 / (IN + OUT)), 0),
                Arguments.of(Initializer.Standard.HE_UNIFORM, Math.sqrt(2.0 / IN), Math.sqrt(6.0 / IN)),
                Arguments.of(Initializer.Standard.HE_NORMAL, Math.sqrt(2.0 / IN), 0),
                Arguments.of(Initializer.Standard.LECUN_NORMAL, Math.sqrt(1.0 / IN), 0),
                Arguments.of(Initializer.Standard.ZEROS, 0, 0),
                Arguments.of(new Initializer.Normal(0.3), 0.3, 0),
                Arguments.of(new Initializer.Uniform(0.3), 0.3 / Math.sqrt(3), 0.3));
    }

    @ParameterizedTest
    @MethodSource("deviations")
    void hasTheMeanDeviationAndLimitOfItsDistribution(Initializer initializer, double deviation, double limit) {
        float[] parameters = InitialParameters.of(network(3, initializer, Activation.TANH), List.of(IN));
        double[] weights = new double[IN * OUT];
        Arrays.setAll(weights, i -> parameters[i]);
        double mean = Arrays.stream(weights).average().orElseThrow();
        double measured = Math.sqrt(Arrays.stream(weights).map(w -> (w - mean) * (w - mean)).average().orElseThrow());
        assertThat(mean).isCloseTo(0, within(4 * deviation / Math.sqrt(IN * OUT)));
        assertThat(measured).isCloseTo(deviation, within(0.015 * deviation));
        double largest = Arrays.stream(weights).map(Math::abs).max().orElseThrow();
        if (limit > 0) {
            assertThat(largest).isBetween(0.999 * limit, limit * 1.000001);
        } else {
            assertThat(largest).isGreaterThanOrEqualTo(3.5 * deviation);
        }
    }

    @Test
    void aConvolutionsFansCountItsWindow() {
        Layer.Conv conv = new Layer.Conv(64, 5, 1, Padding.SAME, Activation.RELU, Initializer.Standard.HE_UNIFORM, true,
                new Initializer.Constant(0.25));
        float[] parameters = InitialParameters.of(new Model.Network(1, List.of(conv,
                new Layer.Dense(1, Activation.TANH))), List.of(4, 8, 8));
        double largest = 0;
        for (int i = 0; i < 64 * 4 * 25; i++) {
            largest = Math.max(largest, Math.abs(parameters[i]));
        }
        assertThat(largest).isCloseTo(Math.sqrt(6.0 / 100), within(1e-4));
        assertThat(parameters[64 * 4 * 25 + 63]).isEqualTo(0.25f);
    }

    @Test
    void bothFansOfAConvolutionCountItsWindow() {
        Layer.Conv conv = new Layer.Conv(64, 5, 1, Padding.SAME, Activation.RELU, Initializer.Standard.GLOROT_UNIFORM,
                false, Initializer.Standard.ZEROS);
        float[] parameters = InitialParameters.of(new Model.Network(1, List.of(conv,
                new Layer.Dense(1, Activation.TANH))), List.of(4, 8, 8));
        double largest = 0;
        for (int i = 0; i < 64 * 4 * 25; i++) {
            largest = Math.max(largest, Math.abs(parameters[i]));
        }
        assertThat(largest).isCloseTo(Math.sqrt(6.0 / (68 * 25)), within(1e-4));
    }

    @Test
    void biasesAreDrawnApartFromWeights() {
        Initializer uniform = new Initializer.Uniform(0.5);
        float[] parameters = InitialParameters.of(new Model.Network(1, List.of(
                new Layer.Dense(8, Activation.TANH, uniform, true, uniform))), List.of(1));
        assertThat(Arrays.copyOfRange(parameters, 8, 16)).isNotEqualTo(Arrays.copyOf(parameters, 8));
    }

    @Test
    void batchNormalizationStartsAsTheIdentity() {
        float[] parameters = InitialParameters.of(new Model.Network(1, List.of(new Layer.BatchNorm(),
                new Layer.Dense(1, Activation.TANH, Initializer.Standard.ZEROS))), List.of(2));
        // Scale, shift, the dense layer, running means and variances.
        assertThat(parameters).containsExactly(1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1);
    }

    @Test
    void followsTheSeedAndNothingElse() {
        Initializer glorot = Initializer.Standard.GLOROT_NORMAL;
        float[] first = InitialParameters.of(network(3, glorot, Activation.TANH), List.of(IN));
        assertThat(InitialParameters.of(network(3, glorot, Activation.RELU), List.of(IN))).isEqualTo(first);
        assertThat(InitialParameters.of(network(4, glorot, Activation.TANH), List.of(IN))).isNotEqualTo(first);
    }

    @Test
    void aChangedLayerLeavesTheOthersAlone() {
        Model.Network network = network(3, Initializer.Standard.GLOROT_UNIFORM, Activation.TANH);
        float[] before = InitialParameters.of(network, List.of(IN));
        float[] after = InitialParameters.of(network.withLayer(0, new Layer.Dense(OUT, Activation.RELU,
                Initializer.Standard.HE_NORMAL)), List.of(IN));
        int second = IN * OUT + OUT;
        assertThat(Arrays.copyOfRange(after, second, after.length))
                .isEqualTo(Arrays.copyOfRange(before, second, before.length));
        assertThat(Arrays.copyOf(after, second)).isNotEqualTo(Arrays.copyOf(before, second));
    }

    private static Model.Network network(long seed, Initializer initializer, Activation activation) {
        return new Model.Network(seed, List.of(new Layer.Dense(OUT, activation, initializer),
                new Layer.Dense(5, Activation.TANH)));
    }
}
