package dev.crescent.insight.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The step under the lens is the one that the engine takes.
class LensStepTest {
    private static final Optimizer SGD = new Optimizer.Sgd(0.1, 0, false);
    private static final int[] BATCH = {3, 17, 4, 40, 29, 11, 8};
    private static final int[] WARM_UP = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19};

    static Layer.Dense dense(int units, Activation activation) {
        return new Layer.Dense(units, activation, Initializer.Standard.GLOROT_UNIFORM, true, new Initializer.Uniform(0.5));
    }

    static Training training(Loss loss, Optimizer optimizer) {
        return new Training(loss, optimizer, 20, 1, true, 5, 0, 0, new Schedule.Constant(0), 0);
    }

    static Problem problem(List<Layer> layers, Training training) {
        Model.Network network = new Model.Network(7, layers);
        Samples samples = samples(training.loss(), network.output().units());
        return new Problem(network, training, List.of(3), samples, samples);
    }

    static Samples samples(Loss loss, int outputs) {
        int count = 50;
        float[] inputs = new float[count * 3];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = 3 * CounterRandom.uniform(11, i) - 1.5f;
        }
        float[] targets = new float[count * outputs];
        int[] labels = new int[count];
        for (int n = 0; n < count; n++) {
            labels[n] = (int) Math.floorMod(CounterRandom.bits(12, n), (long) Math.max(2, outputs));
            for (int k = 0; k < outputs; k++) {
                boolean own = outputs == 1 ? labels[n] == 1 : labels[n] == k;
                targets[n * outputs + k] = switch (loss) {
                    case CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> own ? 1 : 0;
                    case HINGE -> own ? 1 : outputs == 1 ? -1 : 0;
                    case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER -> 4 * CounterRandom.uniform(13, (long) n * outputs + k) - 2;
                };
            }
        }
        return new Samples(count, 3, outputs, inputs, targets, labels);
    }

    /// Takes some steps, looks at the next one, and takes it.
    ///
    /// @return the largest difference of a parameter, to its size or 1
    private static double miss(Problem problem, int[] batch) {
        try (Session session = new CpuEngine(1).open(problem)) {
            double rate = problem.training().optimizer().learningRate();
            for (int i = 0; i < 5; i++) {
                session.train(WARM_UP, 0, 20, rate);
            }
            LensStep step = LensStep.of(problem, session.parameters(), session.optimizerState(), batch, rate / 2);
            float[] before = session.parameters();
            double loss = session.train(batch, 0, batch.length, rate / 2);
            assertThat(step.loss()).isCloseTo(loss, within(2e-6 * Math.max(1, loss)));
            double[] next = step.next();
            float[] after = session.parameters();
            double miss = 0;
            double moved = 0;
            for (int i = 0; i < next.length; i++) {
                miss = Math.max(miss, Math.abs(next[i] - after[i]) / Math.max(1, Math.abs(after[i])));
                moved = Math.max(moved, Math.abs(after[i] - before[i]));
            }
            assertThat(moved).as("the step goes somewhere").isGreaterThan(1e-4);
            return miss;
        }
    }

    static List<Arguments> combinations() {
        List<Arguments> all = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            for (Activation activation : Activation.values()) {
                for (int outputs : new int[] {1, 3}) {
                    boolean allowed = activation != Activation.STEP && (activation != Activation.SOFTMAX || outputs > 1)
                            && (loss != Loss.CROSS_ENTROPY || outputs > 1)
                            && (loss != Loss.BINARY_CROSS_ENTROPY || outputs == 1 && activation == Activation.SIGMOID);
                    if (allowed) {
                        all.add(Arguments.of(loss, activation, outputs));
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void everyLossAfterEveryActivation(Loss loss, Activation activation, int outputs) {
        Activation hidden = activation == Activation.SOFTMAX ? Activation.TANH : activation;
        Problem problem = problem(List.of(dense(5, hidden), dense(4, hidden), dense(outputs, activation)), training(loss, SGD));
        assertThat(miss(problem, BATCH)).isLessThan(1e-6);
    }

    static List<Optimizer> optimizers() {
        return List.of(SGD, new Optimizer.Sgd(0.05, 0.9, false), new Optimizer.Sgd(0.05, 0.8, true),
                new Optimizer.RmsProp(0.002, 0.9, false), new Optimizer.RmsProp(0.002, 0.95, true), new Optimizer.AdaGrad(0.1),
                new Optimizer.AdaDelta(1, 0.9), new Optimizer.Adam(0.01, 0.9, 0.999),
                new Optimizer.AdamW(0.01, 0.8, 0.99, 0.1), new Optimizer.NAdam(0.01, 0.9, 0.999),
                new Optimizer.Lion(0.005, 0.9, 0.99));
    }

    private static final List<Layer> NET = List.of(dense(6, Activation.TANH), dense(3, Activation.SOFTMAX));

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizer(Optimizer optimizer) {
        assertThat(miss(problem(NET, training(Loss.CROSS_ENTROPY, optimizer)), BATCH)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void everyOptimizerWithPenaltiesAndClipping(Optimizer optimizer) {
        Training training = training(Loss.CROSS_ENTROPY, optimizer).withPenalty(0.01, 0.05).withClip(0.1);
        Problem problem = problem(NET, training);
        assertThat(miss(problem, BATCH)).isLessThan(1e-6);
        try (Session session = new CpuEngine(1).open(problem)) {
            LensStep step = LensStep.of(problem, session.parameters(), OptimizerState.START, BATCH, 0.1);
            assertThat(step.clipping()).as("it is clipped").isLessThan(1);
            assertThat(step.norm()).isGreaterThan(0.1);
        }
    }

    @Test
    void dropoutAndNoiseAreThoseOfThisVeryStep() {
        Problem problem = problem(List.of(new Layer.Noise(0.3), dense(8, Activation.TANH), new Layer.Dropout(0.4),
                dense(5, Activation.RELU), new Layer.Dropout(0.25), new Layer.Noise(0.1), dense(3, Activation.SOFTMAX)),
                training(Loss.CROSS_ENTROPY, SGD));
        assertThat(miss(problem, BATCH)).isLessThan(1e-6);
        assertThat(miss(problem, new int[] {9})).isLessThan(1e-6);
        try (Session session = new CpuEngine(1).open(problem)) {
            LensStep step = LensStep.of(problem, session.parameters(), OptimizerState.START, BATCH, 0.1);
            long off = 0;
            for (int i = 0; i < 8; i++) {
                off += step.share(1, 0, i) == 0 ? 1 : 0;
                assertThat(step.share(1, 0, i)).isIn(0.0, 1 / 0.6);
            }
            assertThat(off).isBetween(1L, 7L);
        }
    }

    @Test
    void aSingleSampleIsAMiniBatchOfOne() {
        for (Loss loss : List.of(Loss.MEAN_SQUARED_ERROR, Loss.HUBER, Loss.HINGE)) {
            Problem problem = problem(List.of(dense(4, Activation.SIGMOID), dense(1, Activation.LINEAR)), training(loss, SGD));
            assertThat(miss(problem, new int[] {13})).isLessThan(1e-6);
        }
    }

    @Test
    void layersWithoutBiasesHaveNone() {
        Problem problem = problem(List.of(dense(4, Activation.TANH).withBias(false), dense(1, Activation.LINEAR).withBias(false)),
                training(Loss.MEAN_SQUARED_ERROR, SGD));
        assertThat(miss(problem, BATCH)).isLessThan(1e-6);
        assertThat(DenseStack.of(problem.network(), 3).layers()).allMatch(layer -> layer.biases() == -1);
    }

    @Test
    void whatIsTooMuchToLookAtIsRefused() {
        Problem problem = problem(NET, training(Loss.CROSS_ENTROPY, SGD));
        try (Session session = new CpuEngine(1).open(problem)) {
            assertThatThrownBy(() -> LensStep.of(problem, session.parameters(), OptimizerState.START, new int[0], 0.1))
                    .hasMessageContaining("no training samples");
            assertThatThrownBy(() -> LensStep.of(problem, session.parameters(), OptimizerState.START, new int[1_000_000], 0.1))
                    .hasMessageContaining("make one of them smaller");
        }
    }

    @Test
    void onlyDenseLayersDropoutAndNoiseAreFollowed() {
        assertThat(DenseStack.refusal(new Model.Network(1, NET), List.of(3))).isEmpty();
        assertThat(DenseStack.refusal(new Model.Network(1, NET), List.of(1, 28, 28)).orElse("")).contains("images");
        assertThat(DenseStack.refusal(new Model.Perceptron(), List.of(2))).isPresent();
        assertThat(DenseStack.refusal(new Model.Network(1, List.of(dense(4, Activation.TANH), new Layer.BatchNorm(),
                dense(2, Activation.SOFTMAX))), List.of(2)).orElse("")).contains("layer 2 is batch-norm");
    }
}
