package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The gradient is that of the loss: central differences of the reference in double.
class GradientTest {
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

    private static void check(Problem problem, int count) {
        int[] order = Problems.order(problem.train().count());
        ReferenceNet reference = new ReferenceNet(problem);
        try (Session session = new CpuEngine().open(problem)) {
            float[] gradient = new float[session.layout().size()];
            double[] parameters = ReferenceNet.doubles(session.parameters());
            int from = order.length - count;
            double loss = session.gradient(order, from, count, gradient);
            assertThat(loss).isCloseTo(reference.loss(parameters, order, from, count), within(2e-6 * (1 + loss)));
            double[] expected = reference.gradient(parameters, order, from, count);
            double largest = 0;
            for (double g : expected) {
                largest = Math.max(largest, Math.abs(g));
            }
            assertThat(largest).isGreaterThan(1e-3);
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(expected[i], within(4e-6 * (1 + largest)));
            }
        }
    }
}
