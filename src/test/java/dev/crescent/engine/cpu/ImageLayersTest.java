package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageLayersTest {
    private static final List<Integer> SHAPE = List.of(1, 6, 6);

    private static Problem problem(int count) {
        return Problems.problem(List.of(Problems.conv(6, 3, 1, Padding.SAME, Activation.LINEAR), new Layer.BatchNorm(),
                new Layer.MaxPool(2, 2, Rounding.DOWN), new Layer.Dropout(0.25), Problems.dense(2, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY, new Optimizer.Adam(0.01, 0.9, 0.999), 20), SHAPE, count);
    }

    @Test
    void runningStatisticsGoATenthOfTheWayToThoseOfTheMiniBatch() {
        Problem problem = Problems.problem(List.of(new Layer.BatchNorm(), Problems.dense(2, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY), List.of(2, 3, 2), 12);
        double[][] samples = new double[12][12];
        for (int n = 0; n < 12; n++) {
            for (int i = 0; i < 12; i++) {
                samples[n][i] = problem.train().inputs()[n * 12 + i];
            }
        }
        double[] mean = ReferenceNet.means(samples, 2);
        double[] variance = ReferenceNet.variances(samples, mean);
        try (Session session = new CpuEngine().open(problem)) {
            float[] into = new float[session.layout().size()];
            session.gradient(Problems.order(12), 0, 12, into);
            ParameterLayout.Statistics statistics = session.layout().statistics(0).orElseThrow();
            assertThat(session.parameters()[statistics.meanOffset()]).as("a gradient alone is no step").isZero();
            session.train(Problems.order(12), 0, 12, 0.1);
            float[] after = session.parameters();
            assertThat(after).hasSize(session.layout().total());
            for (int c = 0; c < 2; c++) {
                assertThat((double) after[statistics.meanOffset() + c]).isCloseTo(0.1 * mean[c], within(1e-6));
                assertThat((double) after[statistics.varianceOffset() + c])
                        .isCloseTo(0.9 + 0.1 * variance[c] * 72 / 71, within(1e-6));
            }
        }
    }

    @Test
    void aBatchOfOneNumberAChannelStaysFinite() {
        Problem problem = Problems.problem(List.of(new Layer.BatchNorm(), Problems.dense(2, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY), 3, 5);
        try (Session session = new CpuEngine().open(problem)) {
            assertThat(session.train(Problems.order(5), 0, 1, 0.1)).isFinite();
            for (float value : session.parameters()) {
                assertThat(value).isFinite();
            }
        }
    }

    @Test
    void evaluationUsesTheRunningStatistics() {
        Problem problem = problem(40);
        ReferenceNet reference = new ReferenceNet(problem);
        try (Session session = new CpuEngine().open(problem)) {
            for (int step = 0; step < 30; step++) {
                session.train(Problems.order(40), step % 2 * 20, 20, 0.01);
            }
            double[] parameters = ReferenceNet.doubles(session.parameters());
            double loss = 0;
            for (int n = 0; n < 20; n++) {
                double[] sample = ReferenceNet.doubles(Arrays.copyOfRange(problem.test().inputs(), n * 36, (n + 1) * 36));
                double[] p = reference.outputs(parameters, sample).getLast();
                loss -= Math.log(problem.test().targets()[2 * n] == 1 ? p[0] : p[1]) / 20;
            }
            assertThat(session.evaluate(Part.TEST).loss()).isCloseTo(loss, within(1e-5));
        }
    }

    @Test
    void goesOnWithTheSameBitsFromItsParametersStatisticsAndState() {
        Problem problem = problem(40);
        try (Session first = new CpuEngine().open(problem); Session second = new CpuEngine().open(problem)) {
            first.train(Problems.order(40), 0, 20, 0.01);
            OptimizerState state = first.optimizerState();
            float[] parameters = first.parameters();
            first.train(Problems.order(40), 20, 20, 0.01);
            second.train(Problems.order(40), 7, 13, 0.3);
            second.load(parameters, state);
            second.train(Problems.order(40), 20, 20, 0.01);
            assertThat(second.parameters()).isEqualTo(first.parameters());
        }
    }

    @Test
    void ofEqualPixelsInAWindowTheFirstLearns() {
        // A filter of 1 x 1 makes a pool's input out of an image of equal pixels: only its first pixel may count.
        Problem problem = Problems.problem(List.of(
                new Layer.Conv(1, 2, 2, Padding.VALID, Activation.LINEAR, new Initializer.Constant(0), false,
                        Initializer.Standard.ZEROS),
                new Layer.MaxPool(2, 2, Rounding.DOWN), Problems.dense(1, Activation.LINEAR)),
                Problems.training(Loss.MEAN_SQUARED_ERROR), List.of(1, 4, 4), 1);
        try (Session session = new CpuEngine().open(problem)) {
            float[] gradient = new float[session.layout().size()];
            session.gradient(new int[] {0}, 0, 1, gradient);
            float[] x = problem.train().inputs();
            float slope = gradient[0] / x[0];
            assertThat(slope).isNotZero();
            assertThat(Arrays.copyOf(gradient, 4)).containsExactly(new float[] {slope * x[0], slope * x[1], slope * x[4],
                slope * x[5]}, within(1e-5f));
        }
    }

    @Test
    void nothingIsLearnedFromThePaddingOfAPanel() {
        Problem problem = problem(40);
        try (Session clean = new CpuEngine().open(problem); Session used = new CpuEngine().open(problem)) {
            float[] start = InitialParameters.of(problem.network(), SHAPE);
            float[] expected = new float[clean.layout().size()];
            clean.gradient(Problems.order(40), 0, 3, expected);
            used.train(Problems.order(40), 5, 20, 0.5);
            used.load(start, OptimizerState.START);
            float[] gradient = new float[expected.length];
            used.gradient(Problems.order(40), 0, 3, gradient);
            assertThat(gradient).isEqualTo(expected);
        }
    }

    /// Of any filters, in windows that lie over the image's edge: nothing stays from the turn or the step before.
    @Test
    void aMiniBatchInTurnsHasTheMeanOfTheirGradients() {
        int all = 530;
        int first = 512;
        Problem problem = Problems.problem(List.of(Problems.conv(5, 3, 1, Padding.VALID, Activation.TANH),
                new Layer.MaxPool(2, 2, Rounding.UP), Problems.conv(12, 4, 1, Padding.FULL, Activation.TANH),
                new Layer.MaxPool(2, 2, Rounding.UP), Problems.dense(2, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY, new Optimizer.Sgd(0.1, 0, false), all), List.of(1, 7, 7), all);
        int[] order = Problems.order(all);
        try (Session session = new CpuEngine(1).open(problem)) {
            float[] whole = new float[session.layout().size()];
            float[] one = new float[whole.length];
            float[] other = new float[whole.length];
            session.gradient(order, 0, all, whole);
            session.gradient(order, 0, first, one);
            session.gradient(order, first, all - first, other);
            for (int i = 0; i < whole.length; i++) {
                float mean = (one[i] * first + other[i] * (all - first)) / all;
                assertThat(whole[i]).as("parameter %d", i).isCloseTo(mean, within(1e-6f));
            }
        }
    }
}
