package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Training;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tiny networks learn as the others do.
final class TinyStepTest {
    private static final Optimizer PLAIN = new Optimizer.Sgd(1, 0, false);

    static List<Problem> problems() {
        return List.of(
                problem(Loss.HALF_SQUARED_ERROR, 2, dense(1, Activation.TANH)),
                problem(Loss.MEAN_SQUARED_ERROR, 2, dense(4, Activation.TANH), dense(2, Activation.RELU),
                        dense(3, Activation.LINEAR)),
                problem(Loss.HUBER, 3, dense(5, Activation.ELU).withBias(false), dense(2, Activation.SIGMOID)),
                problem(Loss.HINGE, 7, dense(8, Activation.LEAKY_RELU), dense(1, Activation.LINEAR).withBias(false)),
                problem(Loss.BINARY_CROSS_ENTROPY, 2, dense(16, Activation.TANH), dense(1, Activation.SIGMOID)),
                problem(Loss.CROSS_ENTROPY, 17, dense(5, Activation.TANH).withBias(false), dense(3, Activation.LINEAR)),
                problem(Loss.HINGE, 16, dense(4, Activation.LINEAR)),
                problem(Loss.CROSS_ENTROPY, 2, dense(16, Activation.SIGMOID), dense(16, Activation.TANH),
                        dense(4, Activation.SOFTMAX)));
    }

    /// The gradient is that of the pipeline, which tests of its own compare with differences of the loss.
    @ParameterizedTest
    @MethodSource("problems")
    void goesDownTheGradient(Problem problem) {
        assertThat(suits(problem)).isTrue();
        int[] order = Problems.order(problem.train().count());
        try (CpuSession session = new CpuSession(problem, 1)) {
            for (int count : new int[] {16, 10, 1, 15}) {
                float[] gradient = new float[session.layout().size()];
                double loss = session.gradient(order, 3, count, gradient);
                float[] before = session.parameters();
                assertThat(session.train(order, 3, count, 0.5)).isEqualTo(loss);
                float[] after = session.parameters();
                for (int i = 0; i < gradient.length; i++) {
                    assertThat(after[i]).as("parameter %s of %s samples", i, count)
                            .isCloseTo(before[i] - 0.5f * gradient[i], within(2e-6f));
                }
            }
        }
    }

    @Test
    void penaltiesAreOfWeightsAlone() {
        Training training = Problems.training(Loss.HUBER, PLAIN, 16).withPenalty(0.03, 0.2);
        List<Layer> layers = List.of(dense(3, Activation.TANH).withBias(false), dense(2, Activation.LINEAR));
        Problem problem = Problems.problem(layers, training, 2, 24);
        assertThat(suits(problem)).isTrue();
        int[] order = Problems.order(24);
        try (CpuSession session = new CpuSession(problem, 1)) {
            float[] gradient = new float[session.layout().size()];
            session.gradient(order, 0, 16, gradient);
            float[] before = session.parameters();
            session.train(order, 0, 16, 0.5);
            float[] after = session.parameters();
            for (int i = 0; i < gradient.length; i++) {
                assertThat(after[i]).as("parameter %s", i).isCloseTo(before[i] - 0.5f * gradient[i], within(2e-6f));
            }
        }
    }

    /// Lanes without samples hold what was there; no number, after a training that went astray.
    @Test
    void nothingIsLeftOfATrainingThatWentAstray() {
        Problem problem = problem(Loss.HALF_SQUARED_ERROR, 2, dense(4, Activation.RELU), dense(1, Activation.LINEAR));
        int[] order = Problems.order(problem.train().count());
        try (Session astray = new CpuSession(problem, 1); Session fresh = new CpuSession(problem, 1)) {
            float[] start = fresh.parameters();
            for (int i = 0; i < 50; i++) {
                astray.train(order, 0, 16, 1e6);
                astray.train(order, 0, 10, 1e6);
            }
            assertThat(astray.parameters()).contains(Float.NaN);
            astray.load(start, OptimizerState.newAt(0));
            for (int i = 0; i < 5; i++) {
                assertThat(astray.train(order, 0, 10, 0.1)).isEqualTo(fresh.train(order, 0, 10, 0.1));
            }
            assertThat(astray.parameters()).isEqualTo(fresh.parameters()).doesNotContain(Float.NaN);
        }
    }

    @Test
    void isForFewParametersInDenseLayersAndSmallBatchesAlone() {
        Layer.Dense last = dense(1, Activation.TANH);
        assertThat(suits(problem(Loss.HUBER, 2, dense(99, Activation.TANH), last))).isTrue();
        assertThat(suits(problem(Loss.HUBER, 2, dense(100, Activation.TANH), last))).isFalse();
        assertThat(suits(problem(Loss.HUBER, 2, dense(4, Activation.GELU), last))).isFalse();
        assertThat(suits(problem(Loss.HUBER, 2, dense(4, Activation.TANH), new Layer.Dropout(0.1), last))).isFalse();
        assertThat(suits(problem(Loss.MEAN_SQUARED_ERROR, 2, dense(3, Activation.SOFTMAX)))).isFalse();
        Training large = Problems.training(Loss.HUBER, PLAIN, 17);
        assertThat(suits(Problems.problem(List.of(last), large, 2, 40))).isFalse();
    }

    private static boolean suits(Problem problem) {
        return TinyStep.suits(problem, ParameterLayout.of(problem.network(), problem.inputShape()));
    }

    private static Layer.Dense dense(int units, Activation activation) {
        return Problems.dense(units, activation);
    }

    private static Problem problem(Loss loss, int width, Layer... layers) {
        return Problems.problem(List.of(layers), Problems.training(loss, PLAIN, 16), width, 24);
    }
}
