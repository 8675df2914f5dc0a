package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.Part;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.Surveyor;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.Twins;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A kernel that does not end: a driver waits for it over whatever it is asked for then, except whether it has ended.
class HangingKernelTest {
    private static final CpuEngine CPU = new CpuEngine(1);
    /// After which the device is taken for lost.
    private static final long LIMIT_NANOS = 200_000_000;
    /// Far beyond.
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final Layer OUT = Twins.dense(3, Activation.SOFTMAX);
    private static final Problem SMALL = problem(52, 20, Twins.dense(4, Activation.TANH), OUT);
    private static final Problem BY_KERNELS = problem(52, 20, Twins.dense(4, Activation.TANH), new Layer.Noise(0.1), OUT);
    /// More samples in a mini-batch than go through the network at once.
    private static final Problem IN_TURNS = problem(1200, 1100, Twins.dense(4, Activation.TANH), new Layer.Noise(0.1), OUT);

    private final List<String> told = new ArrayList<>();
    private final CudaEngine engine = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open, LIMIT_NANOS);

    private static Problem problem(int samples, int batch, Layer... layers) {
        return Twins.problem(List.of(layers), Twins.training(Loss.CROSS_ENTROPY, Twins.SGD).withBatchSize(batch), List.of(2), samples);
    }

    @BeforeEach
    void begin() {
        StandIn.begin("");
    }

    @AfterEach
    void allEnds() {
        StandIn.hang(0);
    }

    /// Another thread waits for it: one that is in the driver cannot be interrupted.
    private static <T> T soon(ThrowingSupplier<T> work) {
        return assertTimeoutPreemptively(AT_MOST, work);
    }

    private static List<float[]> trained(Session session, Problem problem) {
        List<float[]> way = new ArrayList<>();
        int batch = problem.training().batchSize();
        for (int i = 0; i < 3; i++) {
            session.train(Twins.order(problem), 0, batch, 0.1);
            way.add(session.parameters());
        }
        return way;
    }

    private void trainingGoesOn(Problem problem, long launch) throws UnavailableException {
        engine.prepare(Preparation.QUIET);
        List<float[]> way = soon(() -> {
            try (Session session = engine.open(problem)) {
                StandIn.hang(launch);
                List<float[]> found = trained(session, problem);
                assertThat(session.isElsewhere()).isTrue();
                return found;
            }
        });
        try (Session cpu = CPU.open(problem)) {
            assertThat(way.getLast()).isEqualTo(trained(cpu, problem).getLast());
        }
        assertThat(told).singleElement().asString().startsWith("The GPU stopped working");
    }

    @Test
    void trainingInOneKernelGoesOnElsewhere() throws Exception {
        trainingGoesOn(SMALL, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 5, 9})
    void trainingKernelByKernelGoesOnElsewhere(long launch) throws Exception {
        trainingGoesOn(BY_KERNELS, launch);
    }

    /// The samples of the second turn are copied to the device while the first one is not over.
    @Test
    void trainingInTurnsGoesOnElsewhere() throws Exception {
        trainingGoesOn(IN_TURNS, 2);
    }

    @Test
    void measuringGoesOnElsewhere() throws Exception {
        engine.prepare(Preparation.QUIET);
        Metrics found = soon(() -> {
            try (Session session = engine.open(BY_KERNELS)) {
                StandIn.hang(1);
                return session.evaluate(Part.TEST);
            }
        });
        try (Session cpu = CPU.open(BY_KERNELS)) {
            assertThat(found).isEqualTo(cpu.evaluate(Part.TEST));
        }
    }

    @Test
    void sweepsGoOnElsewhere() throws Exception {
        engine.prepare(Preparation.QUIET);
        assertThat(soon(() -> swept(engine))).isEqualTo(swept(CPU));
    }

    private static float[] swept(Engine by) {
        try (Sweep sweep = by.sweep(SMALL, List.of(Twins.SGD))) {
            StandIn.hang(1);
            sweep.trainAll(Twins.order(SMALL), 0, 20, 20, new double[][] {{0.1}}, new double[1][1]);
            return sweep.parameters(0);
        }
    }

    @Test
    void surveyorsGoOnElsewhere() throws Exception {
        engine.prepare(Preparation.QUIET);
        assertThat(soon(() -> surveyed(engine))).isEqualTo(surveyed(CPU));
    }

    private static double surveyed(Engine by) {
        try (Surveyor surveyor = by.surveyor(SMALL, SMALL.test())) {
            StandIn.hang(1);
            double[] zeros = new double[surveyor.layout().size()];
            double[] loss = new double[1];
            surveyor.losses(zeros, zeros, zeros, new double[2], loss);
            return loss[0];
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void evaluatorsGoOnElsewhere(boolean small) throws Exception {
        Problem problem = small ? SMALL : problem(52, 20, Twins.maxout(4, 2, Activation.TANH, true), OUT);
        engine.prepare(Preparation.QUIET);
        assertThat(soon(() -> outputs(engine, problem))).isEqualTo(outputs(CPU, problem));
    }

    private static float[] outputs(Engine by, Problem problem) {
        Evaluator evaluator = by.evaluator(problem.network(), List.of(2));
        float[][] outputs = {null, new float[3]};
        StandIn.hang(1);
        evaluator.forward(InitialParameters.of(problem.network(), List.of(2)), new float[] {0.3f, -0.7f}, 1, outputs);
        return outputs[1];
    }

    /// Neither does a second session wait for it, nor whatever is closed or opened later.
    @Test
    void nobodyWaitsTwice() throws Exception {
        engine.prepare(Preparation.QUIET);
        soon(() -> {
            try (Session one = engine.open(SMALL); Session two = engine.open(BY_KERNELS); Session three = engine.open(SMALL)) {
                StandIn.hang(1);
                trained(one, SMALL);
                long queries = StandIn.calls("cuStreamQuery");
                trained(two, BY_KERNELS);
                engine.open(SMALL).close();
                assertThat(three.isElsewhere()).as("nobody asked it for anything").isFalse();
                assertThat(StandIn.calls("cuStreamQuery")).isEqualTo(queries);
            }
            return told;
        });
        assertThat(told).hasSize(1);
        assertThat(StandIn.calls("cuCtxDestroy")).as("a driver would wait over that").isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 100})
    void aGpuThatHangsInItsTestIsNotUsed(long launch) {
        StandIn.hang(launch);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> soon(() -> {
            engine.prepare(Preparation.QUIET);
            return told;
        })).withMessageContaining("stopped working");
    }
}
