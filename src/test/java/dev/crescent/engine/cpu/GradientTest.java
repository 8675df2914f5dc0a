package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The gradient is that of the loss: central differences of the reference in double.
class GradientTest {
    private static final int MOST_CHECKED = 120;

    static List<Arguments> combinations() {
        List<Arguments> all = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            for (Activation activation : Activation.values()) {
                for (int outputs : new int[] {1, 3}) {
                    if (allowed(loss, activation, outputs)) {
                        all.add(Arguments.of(loss, activation, outputs));
                    }
                }
            }
        }
        return all;
    }

    private static boolean allowed(Loss loss, Activation activation, int outputs) {
        return activation != Activation.STEP
                && (activation != Activation.SOFTMAX || outputs > 1)
                && (loss != Loss.CROSS_ENTROPY || outputs > 1)
                && (loss != Loss.BINARY_CROSS_ENTROPY || (outputs == 1 && activation == Activation.SIGMOID));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void gradientOfEveryLossAfterEveryActivation(Loss loss, Activation activation, int outputs) {
        Activation hidden = activation == Activation.SOFTMAX ? Activation.TANH : activation;
        check(Problems.problem(List.of(Problems.dense(5, hidden), Problems.dense(outputs, activation)),
                Problems.training(loss), 3, 23), 23);
    }

    @Test
    void gradientOfMaxoutFlattenDropoutWithoutRateAndNoBiases() {
        check(Problems.problem(List.of(
                new Layer.Maxout(6, 3, Activation.TANH, Initializer.Standard.HE_NORMAL, true, Problems.BIASES),
                new Layer.Flatten(), new Layer.Dropout(0), new Layer.Noise(0),
                Problems.dense(7, Activation.SIGMOID).withBias(false),
                Problems.dense(3, Activation.SOFTMAX)), Problems.training(Loss.CROSS_ENTROPY), 4, 40), 40);
    }

    /// So weak that the reference, which knows neither, still holds.
    @Test
    void gradientThroughDropoutAndNoise() {
        check(Problems.problem(List.of(Problems.dense(5, Activation.TANH), new Layer.Dropout(1e-9), new Layer.Noise(1e-9),
                Problems.dense(2, Activation.LINEAR)), Problems.training(Loss.MEAN_SQUARED_ERROR), 3, 20), 20);
    }

    @Test
    void gradientWithPenalties() {
        check(Problems.problem(List.of(Problems.dense(5, Activation.TANH), Problems.dense(2, Activation.LINEAR)),
                Problems.training(Loss.MEAN_SQUARED_ERROR).withPenalty(0.03, 0.2), 3, 10), 10);
    }

    @Test
    void gradientOfLayersWiderThanATileWithAndWithoutBiases() {
        check(Problems.problem(List.of(Problems.dense(33, Activation.TANH), Problems.dense(16, Activation.TANH),
                Problems.dense(18, Activation.TANH).withBias(false), Problems.dense(2, Activation.LINEAR)),
                Problems.training(Loss.HUBER), 17, 35), 35);
    }

    @Test
    void gradientOfABatchThatGoesThroughInSeveralTurns() {
        check(Problems.problem(List.of(Problems.dense(3, Activation.TANH), Problems.dense(2, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY).withBatchSize(1300), 2, 1300), 1203);
    }

    static List<Arguments> convolutions() {
        List<Arguments> all = new ArrayList<>();
        for (Padding padding : Padding.values()) {
            for (int kernel = 1; kernel <= 5; kernel++) {
                for (int stride = 1; stride <= (padding == Padding.SAME ? 1 : 3); stride++) {
                    all.add(Arguments.of(padding, kernel, stride));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void gradientOfConvolutions(Padding padding, int kernel, int stride) {
        check(Problems.problem(List.of(
                Problems.conv(3, 2, 1, Padding.SAME, Activation.TANH),
                Problems.conv(5, kernel, stride, padding, Activation.TANH),
                new Layer.Dropout(0),
                Problems.dense(2, Activation.SOFTMAX)), Problems.training(Loss.CROSS_ENTROPY), List.of(2, 6, 7), 20), 19);
    }

    /// Enough weights for the matrix kernel, with channels and filters that fill its tiles and vectors, and some that do not;
    /// and few filters of more than the first-level cache holds.
    @ParameterizedTest
    @CsvSource({"5, 12, 4, VALID", "6, 20, 4, FULL", "7, 5, 5, FULL", "4, 40, 5, SAME", "7, 16, 3, VALID", "16, 33, 2, VALID"})
    void gradientOfManyFilters(int channels, int filters, int kernel, Padding padding) {
        check(Problems.problem(List.of(
                Problems.conv(channels, 2, 1, Padding.SAME, Activation.TANH),
                Problems.conv(filters, kernel, 1, padding, Activation.TANH),
                new Layer.MaxPool(2, 2, Rounding.UP),
                Problems.dense(2, Activation.SOFTMAX)), Problems.training(Loss.CROSS_ENTROPY), List.of(1, 5, 6), 20), 19);
    }

    static List<Arguments> pools() {
        List<Arguments> all = new ArrayList<>();
        for (Rounding rounding : Rounding.values()) {
            for (int size = 1; size <= 4; size++) {
                for (int stride = 1; stride <= 4; stride++) {
                    all.add(Arguments.of(size, stride, rounding));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("pools")
    void gradientOfPools(int size, int stride, Rounding rounding) {
        check(Problems.problem(List.of(
                Problems.conv(6, 2, 1, Padding.VALID, Activation.SIGMOID),
                new Layer.MaxPool(size, stride, rounding),
                new Layer.Flatten(),
                Problems.dense(3, Activation.LINEAR)), Problems.training(Loss.MEAN_SQUARED_ERROR), List.of(1, 7, 6), 33), 17);
    }

    @Test
    void gradientOfAConvolutionWithoutBiasesBetweenPools() {
        check(Problems.problem(List.of(
                new Layer.MaxPool(2, 1, Rounding.DOWN),
                Problems.conv(4, 3, 1, Padding.FULL, Activation.SINE),
                new Layer.MaxPool(2, 2, Rounding.UP),
                new Layer.Conv(9, 3, 2, Padding.VALID, Activation.ELU, Initializer.Standard.HE_NORMAL, false,
                        Initializer.Standard.ZEROS),
                Problems.dense(2, Activation.TANH)), Problems.training(Loss.HINGE), List.of(1, 6, 6), 40), 40);
    }

    @Test
    void gradientOfBatchNormalizationOfFeaturesAndImages() {
        check(Problems.problem(List.of(new Layer.BatchNorm(), Problems.dense(6, Activation.TANH), new Layer.BatchNorm(),
                Problems.dense(3, Activation.SOFTMAX)), Problems.training(Loss.CROSS_ENTROPY), 3, 40), 37);
        check(Problems.problem(List.of(Problems.conv(5, 3, 1, Padding.VALID, Activation.TANH), new Layer.BatchNorm(),
                new Layer.MaxPool(2, 2, Rounding.DOWN), new Layer.BatchNorm(), Problems.dense(2, Activation.TANH)),
                Problems.training(Loss.MEAN_SQUARED_ERROR), List.of(2, 7, 6), 20), 18);
    }

    @Test
    void batchNormalizationSeesTheWholeOfALargeBatch() {
        check(Problems.problem(List.of(new Layer.BatchNorm(), Problems.dense(2, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY).withBatchSize(1300), 2, 1300), 1203);
    }

    /// Features that are read in two goes, whole squares and a rest, in whole panels and a part of one.
    @Test
    void gradientOfManyFeatures() {
        check(Problems.problem(List.of(Problems.dense(3, Activation.SOFTMAX)), Problems.training(Loss.CROSS_ENTROPY), 530, 40),
                35);
    }

    /// The large layer takes all panels at once, those around it a few at a time.
    @Test
    void gradientOfSmallLayersAroundALargeOne() {
        check(Problems.problem(List.of(Problems.dense(40, Activation.TANH), Problems.dense(500, Activation.TANH),
                Problems.dense(40, Activation.TANH), Problems.dense(3, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY), 7, 90), 83);
    }

    private static void check(Problem problem, int count) {
        int[] order = Problems.order(problem.train().count());
        ReferenceNet reference = new ReferenceNet(problem);
        try (Session session = new CpuEngine().open(problem)) {
            float[] gradient = new float[session.layout().size()];
            double[] parameters = ReferenceNet.doubles(session.parameters());
            int from = order.length - count;
            double loss = session.gradient(order, from, count, gradient);
            assertThat(loss).isCloseTo(reference.loss(parameters, order, from, count), within(2e-6 * (1 + loss)));
            // Of large networks some parameters of every layer are enough.
            int stride = Math.max(1, gradient.length / MOST_CHECKED) | 1;
            double largest = 0;
            for (int i = 0; i < gradient.length; i += stride) {
                double expected = reference.slope(parameters, i, order, from, count);
                largest = Math.max(largest, Math.abs(expected));
                assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(expected, within(4e-6 * (1 + largest)));
            }
            assertThat(largest).isGreaterThan(1e-3);
        }
    }
}
