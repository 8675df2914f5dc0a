package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Part;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.Twins;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Small networks that one kernel trains, many steps at once.
class FusedTest {
    private static final CpuEngine CPU = new CpuEngine();
    private static final List<Integer> PLANE = List.of(3);
    /// Time stands still.
    private static final LongSupplier STILL = () -> 0;
    private static final int EPOCHS = 3;

    private static Training training(Loss loss, Optimizer optimizer, int batch) {
        return new Training(loss, optimizer, batch, 1, true, 5, 0, 0, new Schedule.Constant(0), 0);
    }

    private static Training training(Optimizer optimizer) {
        return training(Loss.CROSS_ENTROPY, optimizer, 5);
    }

    private static Problem problem(Training training, Layer... layers) {
        return Twins.problem(List.of(layers), training, PLANE);
    }

    private static Problem problem(Optimizer optimizer) {
        return problem(training(optimizer), Twins.dense(6, Activation.TANH), Twins.dense(2, Activation.SOFTMAX));
    }

    /// 52 samples, five a step: eleven steps an epoch, the last one of two.
    static Stream<Problem> problems() {
        Layer.Dense out = Twins.dense(2, Activation.SOFTMAX);
        Training adam = training(new Optimizer.Adam(0.01, 0.9, 0.99));
        Layer.Dense bare = new Layer.Dense(4, Activation.TANH, Initializer.Standard.HE_UNIFORM).withBias(false);
        return Stream.of(
                Stream.of(problem(adam, out),
                        problem(adam, bare, bare, out),
                        problem(adam, new Layer.Dropout(0.2), Twins.dense(6, Activation.GELU), new Layer.Dropout(0.3), out),
                        problem(adam, new Layer.Flatten(), Twins.dense(6, Activation.LINEAR), new Layer.Dropout(0.3),
                                Twins.dense(7, Activation.SWISH), new Layer.Dropout(0.1), new Layer.Noise(0), out),
                        problem(adam.withPenalty(0.01, 0.02), Twins.dense(6, Activation.TANH), out),
                        problem(adam.withPenalty(0, 0.02).withClip(0.05), Twins.dense(6, Activation.TANH), out),
                        problem(adam.withClip(50), new Layer.Dropout(0.3), Twins.dense(6, Activation.MISH), bare, out),
                        problem(adam, IntStream.range(0, 15).mapToObj(i -> Twins.dense(3, Activation.TANH))
                                .collect(ArrayList<Layer>::new, List::add, List::addAll), out)),
                Stream.of(new Optimizer.Sgd(0.1, 0, false), new Optimizer.Sgd(0.1, 0.9, false),
                        new Optimizer.Sgd(0.1, 0.9, true), new Optimizer.RmsProp(0.01, 0.9, false),
                        new Optimizer.RmsProp(0.01, 0.9, true), new Optimizer.AdaGrad(0.1), new Optimizer.AdaDelta(1, 0.9),
                        new Optimizer.AdamW(0.01, 0.9, 0.99, 0.3), new Optimizer.NAdam(0.01, 0.9, 0.99),
                        new Optimizer.Lion(0.01, 0.9, 0.99)).map(FusedTest::problem),
                Stream.of(Activation.values()).filter(a -> a != Activation.STEP && a != Activation.SOFTMAX)
                        .map(a -> problem(training(Loss.MEAN_SQUARED_ERROR, Twins.SGD, 5), Twins.dense(6, a), Twins.dense(3, a))),
                Stream.of(Loss.MEAN_SQUARED_ERROR, Loss.HALF_SQUARED_ERROR, Loss.HUBER, Loss.HINGE, Loss.CROSS_ENTROPY)
                        .map(loss -> problem(training(loss, Twins.SGD, 5), Twins.dense(5, Activation.SINE),
                                Twins.dense(3, loss == Loss.CROSS_ENTROPY ? Activation.LINEAR : Activation.SOFTMAX))),
                Stream.of(Loss.HINGE, Loss.BINARY_CROSS_ENTROPY).map(loss -> problem(training(loss, Twins.SGD, 5),
                        Twins.dense(5, Activation.ELU), Twins.dense(1, Activation.SIGMOID)))).flatMap(s -> s);
    }

    private static Problem problem(Training training, List<Layer> layers, Layer last) {
        layers.add(last);
        return Twins.problem(layers, training, PLANE);
    }

    /// Losses, parameters and memory after some epochs.
    private record Outcome(double[] losses, float[] parameters, List<float[]> memory) {
        void isExactly(Outcome other) {
            assertThat(losses).isEqualTo(other.losses);
            assertThat(parameters).as("the same bits").isEqualTo(other.parameters);
            assertThat(memory).hasSameSizeAs(other.memory);
            for (int i = 0; i < memory.size(); i++) {
                assertThat(memory.get(i)).as("the same bits").isEqualTo(other.memory.get(i));
            }
        }
    }

    private static Outcome trained(Session session, Problem problem, boolean strides) {
        int[] order = Twins.order(problem);
        int batch = problem.training().batchSize();
        int steps = Math.ceilDiv(order.length, batch);
        double[] losses = new double[EPOCHS * steps];
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            double[] rates = rates(problem, steps, epoch);
            double[] found = new double[steps];
            if (strides) {
                assertThat(session.trainAll(order, 0, order.length, batch, rates, found)).isEqualTo(steps);
            } else {
                for (int i = 0; i < steps; i++) {
                    found[i] = session.train(order, i * batch, Math.min(batch, order.length - i * batch), rates[i]);
                }
            }
            System.arraycopy(found, 0, losses, epoch * steps, steps);
        }
        return new Outcome(losses, session.parameters(), session.optimizerState().vectors());
    }

    /// Of a warm-up and a decay.
    private static double[] rates(Problem problem, int steps, int epoch) {
        double rate = problem.training().optimizer().learningRate();
        return IntStream.range(0, steps).mapToDouble(i -> rate / (1 + epoch) * (i + 1) / steps).toArray();
    }

    private static Outcome onDevice(String settings, Problem problem, LongSupplier clock, boolean strides) {
        try (Device device = new Device(StandIn.openWithKernels(settings));
                Session session = CudaSession.open(problem, device, true, clock)) {
            assertThat(session.stride()).as("one kernel for all").isGreaterThan(1);
            Outcome outcome = trained(session, problem, strides);
            session.close();
            assertThat(StandIn.bytes()).as("bytes on the device").isZero();
            return outcome;
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void comesToTheNumbersOfTheDefaultEngine(Problem problem) {
        Outcome fused = onDevice("", problem, STILL, true);
        try (Session cpu = CPU.open(problem)) {
            Outcome expected = trained(cpu, problem, true);
            for (int i = 0; i < expected.losses.length; i++) {
                assertThat(fused.losses[i]).as("loss of step " + i).isCloseTo(expected.losses[i], within(Twins.TOLERANCE));
            }
            Twins.close(fused.parameters, expected.parameters, "parameters");
            assertThat(fused.memory).hasSameSizeAs(expected.memory);
            for (int i = 0; i < fused.memory.size(); i++) {
                Twins.close(fused.memory.get(i), expected.memory.get(i), "the optimizer's vector " + i);
            }
        }
    }

    /// Not by the order of threads, not by the length of launches: a clock that leaps makes launches of one step.
    @ParameterizedTest
    @MethodSource("problems")
    void nothingElseDecides(Problem problem) {
        Outcome usual = onDevice("", problem, STILL, true);
        onDevice("", problem, STILL, false).isExactly(usual);
        long[] now = new long[1];
        onDevice("order=random:1", problem, () -> now[0] += 1_000_000_000, true).isExactly(usual);
        onDevice("order=descending", problem, () -> now[0] += 12_000_000, true).isExactly(usual);
        onDevice("order=random:2", problem, STILL, true).isExactly(usual);
    }

    @Test
    void launchesAreAsLongAsTheClockSays() {
        Problem problem = problem(Twins.SGD);
        long[] now = new long[1];
        long[] launches = new long[2];
        for (int i = 0; i < 2; i++) {
            long leap = i * 1_000_000_000L;
            try (Device device = new Device(StandIn.openWithKernels(""));
                    Session session = CudaSession.open(problem, device, true, () -> now[0] += leap)) {
                long before = StandIn.calls("cuLaunchKernel");
                trained(session, problem, true);
                launches[i] = StandIn.calls("cuLaunchKernel") - before;
            }
        }
        assertThat(launches).as("an epoch each; all of the first one, then step by step")
                .containsExactly(EPOCHS, 1 + (EPOCHS - 1) * 11L);
    }

    static Stream<List<Layer>> others() {
        Layer.Dense out = Twins.dense(2, Activation.SOFTMAX);
        return Stream.of(List.of(new Layer.Noise(0.1), out), List.of(new Layer.BatchNorm(), out),
                List.of(Twins.maxout(4, 2, Activation.TANH, true), out),
                List.of(new Layer.Dropout(0.1), new Layer.Dropout(0.1), out),
                List.of(Twins.dense(60, Activation.TANH), Twins.dense(60, Activation.TANH), out));
    }

    @ParameterizedTest
    @MethodSource("others")
    void othersAreTrainedKernelByKernel(List<Layer> layers) {
        Problem problem = Twins.problem(layers, training(new Optimizer.Adam(0.01, 0.9, 0.99)), PLANE);
        try (Device device = new Device(StandIn.openWithKernels("")); Session session = CudaSession.open(problem, device);
                Session cpu = CPU.open(problem)) {
            assertThat(session.stride()).isEqualTo(1);
            Outcome strides = trained(session, problem, true);
            Twins.close(strides.parameters, trained(cpu, problem, true).parameters, "parameters");
        }
    }

    /// What the user draws is learned in mini-batches that may have more samples than the data.
    @Test
    void aMiniBatchThatIsLargerThanTheDataGoesTheLongWay() {
        Problem problem = Twins.problem(List.of(Twins.dense(4, Activation.TANH), Twins.dense(2, Activation.SOFTMAX)),
                training(Loss.CROSS_ENTROPY, Twins.SGD, 40), PLANE, 12);
        int[] order = IntStream.range(0, 40).map(i -> i % 12).toArray();
        try (Device device = new Device(StandIn.openWithKernels("")); Session session = CudaSession.open(problem, device);
                Session cpu = CPU.open(problem)) {
            for (int count : new int[] {12, 40, 12}) {
                assertThat(session.train(order, 0, count, 0.1)).isCloseTo(cpu.train(order, 0, count, 0.1), within(1e-4));
            }
            Twins.close(session.parameters(), cpu.parameters(), "parameters");
        }
    }

    @Test
    void aStrideEndsWithTheStepWhoseLossIsNoNumber() {
        Problem problem = problem(training(Loss.MEAN_SQUARED_ERROR, Twins.SGD, 5),
                Twins.dense(2, Activation.LINEAR), Twins.dense(2, Activation.LINEAR));
        int[] order = Twins.order(problem);
        double[] rates = new double[11];
        Arrays.fill(rates, 1e8);
        try (Device device = new Device(StandIn.openWithKernels("")); Session strides = CudaSession.open(problem, device);
                Session single = CudaSession.open(problem, device)) {
            int expected = 0;
            double loss;
            do {
                loss = single.train(order, 5 * expected++, 5, 1e8);
            } while (Double.isFinite(loss));
            assertThat(expected).as("in the middle of a stride").isBetween(2, 10);
            assertThat(strides.trainAll(order, 0, order.length, 5, rates, new double[11])).isEqualTo(expected);
            assertThat(strides.parameters()).isEqualTo(single.parameters());
            assertThat(strides.optimizerState().step()).isEqualTo(expected);
        }
    }

    /// Mini-batches of one: 52 steps are more than the first launch has.
    @ParameterizedTest
    @ValueSource(strings = {"cuLaunchKernel:1=719", "cuLaunchKernel:2=700", "cuMemcpyDtoH:1=719", "cuMemcpyHtoD:2=999",
        "cuStreamQuery:2=702"})
    void theOtherEngineTakesTheStepsOfAStrideThatFailed(String failure) throws UnavailableException {
        StandIn.begin("");
        List<String> told = new ArrayList<>();
        CudaEngine engine = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open);
        engine.prepare(Preparation.QUIET);
        Problem problem = problem(training(Loss.CROSS_ENTROPY, new Optimizer.NAdam(0.01, 0.9, 0.99), 1),
                Twins.dense(5, Activation.TANH), new Layer.Dropout(0.2), Twins.dense(2, Activation.SOFTMAX));
        try (Session session = engine.open(problem); Session cpu = CPU.open(problem)) {
            assertThat(session.stride()).isEqualTo(32);
            int[] order = Twins.order(problem);
            double[] rates = rates(problem, 52, 0);
            session.trainAll(order, 0, 20, 1, rates, new double[20]);
            cpu.trainAll(order, 0, 20, 1, rates, new double[20]);
            StandIn.fail(failure);
            Outcome expected = trained(cpu, problem, true);
            trained(session, problem, true).isExactly(expected);
            assertThat(session.evaluate(Part.TEST)).isEqualTo(cpu.evaluate(Part.TEST));
            assertThat(session.stride()).isEqualTo(1);
        }
        assertThat(told).hasSize(1);
    }
}
