package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A step allocates nothing once it is compiled, on no thread: else every vector has become an object, and training a
/// hundred times slower.
final class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int STEPS = 400;
    /// Of one `Metrics`, and of what the measuring itself allocates.
    private static final long BYTES = 64;

    static Stream<Problem> small() {
        return OptimizerTest.optimizers().stream().map(optimizer -> Problems.problem(List.of(
                Problems.dense(8, Activation.MISH), new Layer.Dropout(0.3),
                new Layer.Maxout(5, 2, Activation.TANH, Initializer.Standard.HE_UNIFORM, true, Problems.BIASES),
                new Layer.Noise(0.1), new Layer.Flatten(), Problems.dense(3, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY, optimizer, 10), 2, 95));
    }

    @ParameterizedTest
    @MethodSource("small")
    void ofASmallNetworkAllocatesNothing(Problem problem) {
        check(problem, 1);
    }

    static Stream<Problem> tiny() {
        return Stream.of(new Optimizer.Sgd(0.1, 0, false), new Optimizer.Adam(0.01, 0.9, 0.999)).map(optimizer ->
                Problems.problem(List.of(Problems.dense(4, Activation.TANH), Problems.dense(2, Activation.TANH),
                        Problems.dense(1, Activation.TANH)), Problems.training(Loss.HALF_SQUARED_ERROR, optimizer, 10)
                        .withPenalty(0.01, 0.01).withClip(1), 2, 95));
    }

    @ParameterizedTest
    @MethodSource("tiny")
    void ofATinyNetworkAllocatesNothing(Problem problem) {
        check(problem, 1);
    }

    static Stream<Problem> images() {
        Optimizer optimizer = new Optimizer.RmsProp(0.001, 0.9, false);
        return Stream.of(3, 5).map(kernel -> Problems.problem(List.of(
                Problems.conv(5, kernel, 1, Padding.SAME, Activation.RELU), new Layer.MaxPool(2, 2, Rounding.UP),
                new Layer.BatchNorm(), new Layer.Dropout(0.3), Problems.conv(4, 2, 1, Padding.VALID, Activation.TANH),
                Problems.dense(17, Activation.SIGMOID), Problems.dense(3, Activation.SOFTMAX)),
                Problems.training(Loss.CROSS_ENTROPY, optimizer, 40).withPenalty(0.01, 0.01).withClip(1),
                List.of(1, 6, 6), 80));
    }

    @ParameterizedTest
    @MethodSource("images")
    void ofANetworkOfImagesAllocatesNothingOnAnyOfItsThreads(Problem problem) {
        check(problem, 2);
    }

    private static void check(Problem problem, int workers) {
        int[] order = Problems.order(problem.train().count());
        int batch = problem.training().batchSize();
        List<Thread> others = new ArrayList<>(CrewTest.helpers());
        try (CpuSession session = new CpuSession(problem, workers)) {
            List<Thread> own = new ArrayList<>(CrewTest.helpers());
            own.removeAll(others);
            own.add(Thread.currentThread());
            assertThat(own).hasSize(workers);
            // C2 works in the background: rounds go on until one stays clean, and at most for two minutes.
            long end = System.nanoTime() + 120_000_000_000L;
            long bytes;
            do {
                long before = allocated(own);
                for (int i = 0; i < STEPS; i++) {
                    int from = i * batch % order.length;
                    session.train(order, from, Math.min(batch, order.length - from), 0.01);
                    if (i % 10 == 0) {
                        session.evaluate(Part.TEST);
                    }
                }
                bytes = allocated(own) - before;
            } while (bytes > STEPS / 10 * BYTES && System.nanoTime() < end);
            assertThat(bytes).isLessThanOrEqualTo(STEPS / 10 * BYTES);
        }
    }

    private static long allocated(List<Thread> threads) {
        return threads.stream().mapToLong(thread -> THREADS.getThreadAllocatedBytes(thread.threadId())).sum();
    }
}
