package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CpuSessionTest {
    private static final Optimizer ADAM = new Optimizer.Adam(0.01, 0.9, 0.999);

    /// Every kind of layer and randomness there is.
    private static Problem mixed(Optimizer optimizer) {
        return Problems.problem(List.of(Problems.dense(8, Activation.MISH), new Layer.Dropout(0.3),
                new Layer.Maxout(5, 2, Activation.TANH, Initializer.Standard.HE_UNIFORM, true, Problems.BIASES),
                new Layer.Noise(0.1), new Layer.Flatten(), Problems.dense(3, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY, optimizer, 10), 2, 95);
    }

    private static void epoch(Session session, int[] order) {
        for (int from = 0; from < order.length; from += 10) {
            session.train(order, from, Math.min(10, order.length - from), 0.02);
        }
    }

    private static float[] trained(Problem problem, int epochs) {
        int[] order = Problems.order(problem.train().count());
        try (Session session = new CpuEngine().open(problem)) {
            for (int i = 0; i < epochs; i++) {
                epoch(session, order);
            }
            return session.parameters();
        }
    }

    @Test
    void sameProblemSameBitsOnAnyThread() {
        float[] here = trained(mixed(ADAM), 300);
        float[] elsewhere = CompletableFuture.supplyAsync(() -> trained(mixed(ADAM), 300)).join();
        assertThat(elsewhere).isEqualTo(here);
        assertThat(here).isNotEqualTo(trained(mixed(ADAM), 299));
    }

    @Test
    void goesOnWithTheSameBitsFromItsParametersAndState() {
        for (Optimizer optimizer : OptimizerTest.optimizers()) {
            checkGoesOn(mixed(optimizer));
            checkGoesOn(tiny(optimizer));
        }
    }

    private static void checkGoesOn(Problem problem) {
        int[] order = Problems.order(problem.train().count());
        try (Session whole = new CpuEngine().open(problem); Session second = new CpuEngine().open(problem)) {
            epoch(whole, order);
            float[] parameters = whole.parameters();
            OptimizerState state = whole.optimizerState();
            epoch(whole, order);
            epoch(second, order);
            epoch(second, order);
            second.load(parameters, state);
            epoch(second, order);
            assertThat(second.parameters()).as(problem.training().optimizer().id()).isEqualTo(whole.parameters());
        }
    }

    private static Problem tiny(Optimizer optimizer) {
        return Problems.problem(List.of(Problems.dense(6, Activation.TANH), Problems.dense(3, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY, optimizer, 10), 2, 95);
    }

    /// The corrections start at 1 again, the random numbers of dropout and noise go on.
    @Test
    void anOptimizerThatForgotIsLikeANewOne() {
        for (Optimizer optimizer : OptimizerTest.optimizers()) {
            Problem plain = tiny(optimizer);
            int[] order = Problems.order(plain.train().count());
            try (Session old = new CpuEngine().open(plain); Session fresh = new CpuEngine().open(plain)) {
                epoch(old, order);
                fresh.load(old.parameters(), OptimizerState.START);
                old.load(old.parameters(), old.optimizerState().forgotten());
                epoch(old, order);
                epoch(fresh, order);
                assertThat(old.parameters()).as(optimizer.id()).isEqualTo(fresh.parameters());
                assertThat(old.optimizerState().step()).isEqualTo(20);
                assertThat(fresh.optimizerState().step()).isEqualTo(10);
            }
        }
    }

    @Test
    void aMemoryThatBeganLaterGoesOnWithTheSameBits() {
        for (Optimizer optimizer : OptimizerTest.optimizers()) {
            Problem problem = mixed(optimizer);
            int[] order = Problems.order(problem.train().count());
            try (Session whole = new CpuEngine().open(problem); Session second = new CpuEngine().open(problem)) {
                epoch(whole, order);
                whole.load(whole.parameters(), whole.optimizerState().forgotten());
                epoch(whole, order);
                second.load(whole.parameters(), whole.optimizerState());
                epoch(whole, order);
                epoch(second, order);
                assertThat(second.parameters()).as(optimizer.id()).isEqualTo(whole.parameters());
            }
        }
    }

    @Test
    void refusesStatesOfOtherOptimizersAndNetworks() {
        try (Session session = new CpuEngine().open(mixed(ADAM))) {
            float[] parameters = session.parameters();
            assertThatThrownBy(() -> session.load(parameters, new OptimizerState(3, 0, List.of(new float[2]))))
                    .hasMessageContaining("start it anew");
            assertThatThrownBy(() -> session.load(new float[3], OptimizerState.START))
                    .hasMessageContaining("parameters");
            session.load(parameters, OptimizerState.newAt(7));
            assertThat(session.optimizerState().step()).isEqualTo(7);
        }
    }

    @Test
    void aSmallerLastBatchCountsByItsOwnSizeAndPaddingCountsNothing() {
        Problem problem = Problems.problem(List.of(Problems.dense(5, Activation.SOFTPLUS), Problems.dense(2, Activation.LINEAR)),
                Problems.training(Loss.MEAN_SQUARED_ERROR, new Optimizer.Sgd(0.1, 0, false), 64), 3, 64);
        int[] order = Problems.order(64);
        try (Session session = new CpuEngine().open(problem)) {
            int size = session.layout().size();
            double[] sum = new double[size];
            float[] part = new float[size];
            // The larger ones first: what they leave in the lanes of the smaller ones must not count.
            int[][] parts = {{33, 31}, {16, 17}, {1, 15}, {0, 1}};
            for (int[] range : parts) {
                session.gradient(order, range[0], range[1], part);
                for (int i = 0; i < size; i++) {
                    sum[i] += part[i] * (double) range[1] / 64;
                }
            }
            session.gradient(order, 0, 64, part);
            for (int i = 0; i < size; i++) {
                assertThat((double) part[i]).isCloseTo(sum[i], within(1e-6));
            }
        }
    }

    @Test
    void evaluatesLossAndAccuracyOfBothParts() {
        Problem problem = Problems.problem(List.of(Problems.dense(4, Activation.TANH), Problems.dense(3, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY), 2, 300);
        ReferenceNet reference = new ReferenceNet(problem);
        try (Session session = new CpuEngine().open(problem)) {
            double[] parameters = ReferenceNet.doubles(session.parameters());
            Metrics metrics = session.evaluate(Part.TRAINING);
            assertThat(metrics.loss()).isCloseTo(reference.loss(parameters, Problems.order(300), 0, 300), within(1e-6));
            int right = 0;
            for (int n = 0; n < 300; n++) {
                double[] y = reference.outputs(parameters, new double[] {problem.train().inputs()[2 * n],
                        problem.train().inputs()[2 * n + 1]}).getLast();
                int best = y[0] >= y[1] && y[0] >= y[2] ? 0 : y[1] >= y[2] ? 1 : 2;
                int[] labels = problem.train().labels();
                right += labels != null && best == labels[n] ? 1 : 0;
            }
            assertThat(metrics.accuracy()).isEqualTo(right / 300.0);
            assertThat(session.evaluate(Part.TEST).accuracy()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void oneOutputIsClassOneAboveItsMiddle() {
        for (Activation activation : List.of(Activation.SIGMOID, Activation.TANH, Activation.LINEAR)) {
            Samples samples = new Samples(3, 1, 1, new float[] {-0.3f, 0, 0.3f}, new float[] {0, 0, 1}, new int[] {0, 0, 1});
            Problem problem = new Problem(new Model.Network(1, List.of(
                    new Layer.Dense(1, activation, new Initializer.Constant(1)))),
                    Problems.training(Loss.MEAN_SQUARED_ERROR), List.of(1), samples, Samples.none(1, 1));
            try (Session session = new CpuEngine().open(problem)) {
                assertThat(session.evaluate(Part.TRAINING).accuracy()).isEqualTo(1);
                assertThat(session.evaluate(Part.TEST)).isEqualTo(Metrics.NONE);
                session.load(new float[] {Float.NaN, 0}, OptimizerState.START);
                assertThat(session.evaluate(Part.TRAINING).accuracy()).isEqualTo(0);
                assertThat(session.evaluate(Part.TRAINING).loss()).isNaN();
            }
        }
    }

    @Test
    void outputsThatAreNoNumbersAreNoClass() {
        Samples samples = new Samples(2, 1, 2, new float[] {1, 2}, new float[] {1, 0, 0, 1}, new int[] {0, 1});
        Problem problem = new Problem(new Model.Network(1, List.of(new Layer.Dense(2, Activation.SOFTMAX))),
                Problems.training(Loss.CROSS_ENTROPY), List.of(1), samples, samples);
        try (Session session = new CpuEngine().open(problem)) {
            session.load(new float[] {Float.NaN, Float.NaN, 0, 0}, OptimizerState.START);
            assertThat(session.evaluate(Part.TEST).accuracy()).isZero();
            session.load(new float[] {-1, 1, 1.5f, -1.5f + 1e-3f}, OptimizerState.START);
            assertThat(session.evaluate(Part.TEST).accuracy()).isEqualTo(1);
        }
    }

    @Test
    void evaluatesEveryLossOfSeveralOutputs() {
        for (Loss loss : List.of(Loss.MEAN_SQUARED_ERROR, Loss.HALF_SQUARED_ERROR, Loss.HUBER, Loss.HINGE)) {
            Problem problem = Problems.problem(List.of(Problems.dense(4, Activation.TANH), Problems.dense(3, Activation.LINEAR)),
                    Problems.training(loss), 2, 150);
            ReferenceNet reference = new ReferenceNet(problem);
            try (Session session = new CpuEngine().open(problem)) {
                double[] parameters = ReferenceNet.doubles(session.parameters());
                assertThat(session.evaluate(Part.TRAINING).loss()).as(loss.id())
                        .isCloseTo(reference.loss(parameters, Problems.order(150), 0, 150), within(1e-6));
            }
        }
    }

    @Test
    void ofEqualPiecesTheFirstTakesTheGradient() {
        Samples samples = new Samples(1, 1, 1, ones(1), new float[1], null);
        Initializer one = new Initializer.Constant(1);
        Problem problem = new Problem(new Model.Network(1, List.of(new Layer.Maxout(1, 3, Activation.LINEAR, one, false, one),
                new Layer.Dense(1, Activation.LINEAR, one, false, one))), Problems.training(Loss.MEAN_SQUARED_ERROR),
                List.of(1), samples, samples);
        try (Session session = new CpuEngine().open(problem)) {
            float[] gradient = new float[4];
            session.gradient(new int[1], 0, 1, gradient);
            assertThat(gradient).containsExactly(2, 0, 0, 2);
        }
    }

    @Test
    void withoutLabelsThereIsNoAccuracy() {
        Samples samples = new Samples(2, 1, 1, new float[2], new float[2], null);
        Problem problem = new Problem(new Model.Network(1, List.of(
                new Layer.Dense(1, Activation.LINEAR))), Problems.training(Loss.HUBER), List.of(1), samples, samples);
        try (Session session = new CpuEngine().open(problem)) {
            assertThat(session.evaluate(Part.TEST)).isEqualTo(new Metrics(0, Double.NaN));
        }
    }

    /// A linear network of weights 1 shows in its gradient which units were kept, before and behind the dropout.
    @Test
    void dropoutKeepsTheUnitsThatTheCounterSaysAndScalesThem() {
        int width = 40;
        Samples samples = new Samples(1, 1, 1, ones(1), new float[1], null);
        Problem problem = new Problem(new Model.Network(1, List.of(
                new Layer.Dense(width, Activation.LINEAR, new Initializer.Constant(1)), new Layer.Dropout(0.25),
                new Layer.Dense(1, Activation.LINEAR, new Initializer.Constant(1)))),
                Problems.training(Loss.MEAN_SQUARED_ERROR), List.of(1), samples, samples);
        try (Session session = new CpuEngine().open(problem)) {
            float[] gradient = new float[session.layout().size()];
            int behind = session.layout().slice(2).orElseThrow().weightOffset();
            int kept = 0;
            for (int step = 0; step < 50; step++) {
                session.load(session.parameters(), OptimizerState.newAt(step));
                session.gradient(new int[1], 0, 1, gradient);
                long key = CounterRandom.key(problem.training().seed(), step, 1);
                boolean[] keeps = new boolean[width];
                int now = 0;
                for (int unit = 0; unit < width; unit++) {
                    keeps[unit] = CounterRandom.uniform(key, unit) >= 0.25f;
                    now += keeps[unit] ? 1 : 0;
                }
                for (int unit = 0; unit < width; unit++) {
                    double slope = keeps[unit] ? 2 * (now / 0.75) / 0.75 : 0;
                    assertThat((double) gradient[unit]).isCloseTo(slope, within(1e-5 * slope));
                    assertThat((double) gradient[behind + unit]).isCloseTo(slope, within(1e-5 * slope));
                }
                kept += now;
            }
            assertThat(kept / 2000.0).isCloseTo(0.75, within(0.04));
            assertThat(session.evaluate(Part.TRAINING).loss()).isEqualTo((double) width * width);
        }
    }

    @Test
    void dropoutCountsTheSamplesOfAMiniBatchThatGoesThroughInSeveralTurns() {
        checkRandom(new Layer.Dropout(0.25), (key, index) -> CounterRandom.uniform(key, index) >= 0.25f ? 1 / 0.75 : 0);
    }

    @Test
    void noiseIsTheCountersTimesItsDeviation() {
        checkRandom(new Layer.Noise(0.3), (key, index) -> 1 + 0.3 * CounterRandom.normal(key, index));
    }

    /// What a random layer makes of an input of 1.
    private interface Place {
        double value(long key, long index);
    }

    /// The gradient of `(sum over units)^2` shows the layer's outputs for every unit of every sample.
    private static void checkRandom(Layer layer, Place place) {
        int width = 3;
        int count = 1100;
        Samples samples = new Samples(count, width, 1, ones(count * width), new float[count], null);
        Problem problem = new Problem(new Model.Network(1, List.of(layer,
                new Layer.Dense(1, Activation.LINEAR, new Initializer.Constant(1)))),
                Problems.training(Loss.MEAN_SQUARED_ERROR).withBatchSize(count), List.of(width), samples, samples);
        long key = CounterRandom.key(problem.training().seed(), 4, 0);
        double[] expected = new double[width];
        for (int n = 0; n < count; n++) {
            double output = 0;
            for (int unit = 0; unit < width; unit++) {
                output += place.value(key, (long) n * width + unit);
            }
            for (int unit = 0; unit < width; unit++) {
                expected[unit] += 2 * output * place.value(key, (long) n * width + unit) / count;
            }
        }
        try (Session session = new CpuEngine().open(problem)) {
            float[] gradient = new float[width + 1];
            session.load(session.parameters(), OptimizerState.newAt(4));
            session.gradient(Problems.order(count), 0, count, gradient);
            for (int unit = 0; unit < width; unit++) {
                assertThat((double) gradient[unit]).isCloseTo(expected[unit], within(1e-4));
            }
        }
    }

    private static float[] ones(int count) {
        float[] values = new float[count];
        Arrays.fill(values, 1);
        return values;
    }

    @Test
    void trainingLearns() {
        Problem problem = Problems.problem(List.of(Problems.dense(16, Activation.TANH), Problems.dense(3, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY, ADAM, 10), 2, 60);
        int[] order = Problems.order(60);
        try (Session session = new CpuEngine().open(problem)) {
            double before = session.evaluate(Part.TRAINING).loss();
            for (int i = 0; i < 200; i++) {
                epoch(session, order);
            }
            assertThat(session.evaluate(Part.TRAINING).loss()).isLessThan(0.7 * before);
        }
    }
}
