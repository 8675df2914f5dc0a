package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.crescent.engine.Metrics;
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
import dev.crescent.experiment.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// However many threads share the work, the bits are the same.
final class WorkersTest {
    private static final List<Integer> IMAGE = List.of(2, 7, 7);

    static Stream<Arguments> problems() {
        Optimizer adam = new Optimizer.Adam(0.01, 0.9, 0.999);
        Training plain = Problems.training(Loss.CROSS_ENTROPY, new Optimizer.Sgd(0.1, 0, false), 100);
        return Stream.of(
                Arguments.of("dense", Problems.problem(List.of(Problems.dense(70, Activation.TANH),
                        Problems.dense(33, Activation.GELU), Problems.dense(3, Activation.SOFTMAX)), plain, 50, 130)),
                Arguments.of("penalties and clipping", Problems.problem(List.of(Problems.dense(70, Activation.SIGMOID),
                        Problems.dense(2, Activation.LINEAR)), Problems.training(Loss.HUBER, adam, 100)
                        .withPenalty(0.01, 0.1).withClip(0.1), 500, 130)),
                Arguments.of("dropout, noise and maxout", Problems.problem(List.of(new Layer.Dropout(0.3),
                        new Layer.Maxout(21, 3, Activation.LINEAR, Initializer.Standard.GLOROT_UNIFORM, true, Problems.BIASES),
                        new Layer.Noise(0.1), Problems.dense(4, Activation.SOFTMAX)),
                        Problems.training(Loss.CROSS_ENTROPY, adam, 100), 40, 130)),
                Arguments.of("batches that go through in turns", Problems.problem(List.of(Problems.dense(9, Activation.RELU),
                        Problems.dense(1, Activation.SIGMOID)), Problems.training(Loss.BINARY_CROSS_ENTROPY, adam, 1200),
                        6, 1300)),
                Arguments.of("images", Problems.problem(List.of(Problems.conv(13, 3, 1, Padding.SAME, Activation.RELU),
                        new Layer.MaxPool(2, 2, Rounding.UP), Problems.conv(24, 3, 1, Padding.VALID, Activation.SWISH),
                        new Layer.Flatten(), Problems.dense(3, Activation.SOFTMAX)), plain, IMAGE, 130)),
                Arguments.of("batch normalization", Problems.problem(List.of(
                        Problems.conv(5, 3, 1, Padding.FULL, Activation.LINEAR), new Layer.BatchNorm(),
                        new Layer.MaxPool(3, 2, Rounding.DOWN), Problems.dense(8, Activation.ELU), new Layer.BatchNorm(),
                        Problems.dense(3, Activation.SOFTMAX)), Problems.training(Loss.CROSS_ENTROPY, adam, 100), IMAGE,
                        130)),
                Arguments.of("batch normalization of what comes in", Problems.problem(List.of(new Layer.BatchNorm(),
                        Problems.dense(70, Activation.TANH), Problems.dense(3, Activation.SOFTMAX)), plain, 400, 130)),
                Arguments.of("small layers around a large one", Problems.problem(aroundALargeOne(), plain, 41, 130)),
                Arguments.of("and batch normalization behind it", Problems.problem(List.of(
                        Problems.dense(40, Activation.TANH), Problems.dense(500, Activation.RELU), new Layer.BatchNorm(),
                        Problems.dense(40, Activation.TANH), Problems.dense(3, Activation.SOFTMAX)), plain, 41, 130)));
    }

    private static List<Layer> aroundALargeOne() {
        return List.of(Problems.dense(40, Activation.TANH), Problems.dense(500, Activation.RELU),
                Problems.dense(40, Activation.TANH), Problems.dense(3, Activation.SOFTMAX));
    }

    /// What one worker takes in one go: widths below, at and beyond a vector's and a panel's, and the last mini-batch of
    /// an epoch; the two workers' step is the shared one, but for tiny networks of dense layers alone, which have theirs.
    static Stream<Arguments> small() {
        Optimizer adam = new Optimizer.Adam(0.01, 0.9, 0.999);
        Training penalized = Problems.training(Loss.HALF_SQUARED_ERROR, adam, 10).withPenalty(0.01, 0.1).withClip(0.1);
        Layer.Dense unbiased = new Layer.Dense(5, Activation.SIGMOID, Initializer.Standard.HE_UNIFORM, false, Problems.BIASES);
        return Stream.of(
                Arguments.of("smallest", Problems.problem(List.of(Problems.dense(1, Activation.TANH)), penalized, 1, 17)),
                Arguments.of("narrow", Problems.problem(List.of(Problems.dense(4, Activation.TANH),
                        Problems.dense(2, Activation.TANH), Problems.dense(1, Activation.TANH)), penalized, 2, 17)),
                Arguments.of("of vectors", Problems.problem(List.of(Problems.dense(8, Activation.RELU),
                        Problems.dense(13, Activation.TANH), Problems.dense(7, Activation.SIGMOID),
                        Problems.dense(3, Activation.SOFTMAX)),
                        Problems.training(Loss.CROSS_ENTROPY, adam, 16), 16, 25)),
                Arguments.of("smallest, not in dense layers alone", Problems.problem(List.of(new Layer.Flatten(),
                        Problems.dense(1, Activation.TANH)), penalized, 1, 17)),
                Arguments.of("narrow, not in dense layers alone", Problems.problem(List.of(
                        Problems.dense(4, Activation.TANH), new Layer.Flatten(), Problems.dense(2, Activation.TANH),
                        Problems.dense(1, Activation.TANH)), penalized, 2, 17)),
                Arguments.of("of vectors, not in dense layers alone", Problems.problem(List.of(
                        Problems.dense(8, Activation.RELU), Problems.dense(13, Activation.TANH), new Layer.Flatten(),
                        Problems.dense(7, Activation.SIGMOID), Problems.dense(3, Activation.SOFTMAX)),
                        Problems.training(Loss.CROSS_ENTROPY, adam, 16), 16, 25)),
                Arguments.of("beyond a panel", Problems.problem(List.of(Problems.dense(33, Activation.SWISH), unbiased,
                        Problems.dense(18, Activation.ELU), Problems.dense(3, Activation.TANH)), penalized, 19, 17)),
                Arguments.of("of several panels", Problems.problem(List.of(Problems.dense(6, Activation.TANH), unbiased,
                        Problems.dense(1, Activation.SIGMOID)),
                        Problems.training(Loss.BINARY_CROSS_ENTROPY, adam, 40), 3, 70)),
                Arguments.of("with layers of all kinds", Problems.problem(List.of(
                        Problems.conv(3, 3, 1, Padding.SAME, Activation.RELU), new Layer.MaxPool(2, 2, Rounding.UP),
                        new Layer.BatchNorm(), new Layer.Dropout(0.2), new Layer.Maxout(5, 2, Activation.TANH,
                        Initializer.Standard.GLOROT_UNIFORM, true, Problems.BIASES), new Layer.Noise(0.1),
                        Problems.dense(3, Activation.SOFTMAX)), Problems.training(Loss.CROSS_ENTROPY, adam, 10), IMAGE, 17)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"problems", "small"})
    void anyNumberOfWorkersGivesTheSameBits(String name, Problem problem) {
        List<String> alone = story(problem, 1);
        for (int workers : new int[] {2, 3, 7}) {
            assertThat(story(problem, workers)).as("%s with %s workers", name, workers).isEqualTo(alone);
        }
    }

    /// Bits of everything that comes out of some steps and evaluations.
    private static List<String> story(Problem problem, int workers) {
        List<String> story = new ArrayList<>();
        int[] order = Problems.order(problem.train().count());
        int batch = problem.training().batchSize();
        try (CpuSession session = new CpuSession(problem, workers)) {
            float[] gradient = new float[session.layout().size()];
            story.add(Double.toHexString(session.gradient(order, 0, batch, gradient)));
            story.add(Arrays.toString(gradient));
            for (int step = 0; step < 6; step++) {
                int from = step % 2 * batch;
                story.add(Double.toHexString(session.train(order, from, Math.min(batch, order.length - from), 0.05)));
            }
            story.add(Arrays.toString(session.parameters()));
            for (Part part : Part.values()) {
                Metrics metrics = session.evaluate(part);
                story.add(Double.toHexString(metrics.loss()) + " " + metrics.accuracy());
            }
        }
        return story;
    }

    @Test
    void aLargeProblemIsSharedAndNoThreadIsLeftWhenItsSessionIsClosed() {
        Problem large = Problems.problem(List.of(Problems.dense(300, Activation.RELU), Problems.dense(3, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY), 300, 200);
        List<Thread> before = CrewTest.helpers();
        try (Session session = new CpuEngine(3).open(large)) {
            assertThat(CrewTest.helpers()).hasSize(before.size() + 2);
            session.train(Problems.order(200), 0, 64, 0.1);
        }
        assertThat(CrewTest.helpers()).hasSameElementsAs(before);
    }

    @Test
    void aSmallProblemHasNoThreadsOfItsOwn() {
        Problem small = Problems.problem(List.of(Problems.dense(8, Activation.TANH), Problems.dense(1, Activation.TANH)),
                Problems.training(Loss.HALF_SQUARED_ERROR), 2, 200);
        List<Thread> before = CrewTest.helpers();
        try (Session session = new CpuEngine(3).open(small)) {
            session.train(Problems.order(200), 0, 64, 0.1);
            assertThat(CrewTest.helpers()).hasSameElementsAs(before);
        }
    }

    @Test
    void aGradientIsClippedByTheNormOfAllItsParts() {
        Problem problem = Problems.problem(List.of(Problems.dense(300, Activation.TANH), Problems.dense(3, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY, new Optimizer.Sgd(1, 0, false), 64).withClip(0.25), 300, 64);
        try (CpuSession session = new CpuSession(problem, 2)) {
            float[] before = session.parameters();
            float[] gradient = new float[before.length];
            session.gradient(Problems.order(64), 0, 64, gradient);
            assertThat(norm(gradient, new float[gradient.length])).isGreaterThan(0.5);
            session.train(Problems.order(64), 0, 64, 1);
            assertThat(norm(session.parameters(), before)).isCloseTo(0.25, withinPercentage(0.1));
        }
    }

    private static double norm(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.pow((double) a[i] - b[i], 2);
        }
        return Math.sqrt(sum);
    }
}
