package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.crescent.engine.Engine;
import dev.crescent.engine.InitialParameters;
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
import dev.crescent.experiment.Optimizer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever fails at whichever moment of opening something: nothing is left on a device that can be used on.
class LeakTest {
    private static final CpuEngine CPU = new CpuEngine(1);
    private static final Optimizer ADAM = new Optimizer.Adam(0.01, 0.9, 0.999);
    private static final Problem SMALL = problem(Twins.dense(4, Activation.TANH), Twins.dense(3, Activation.SOFTMAX));
    private static final Problem BY_KERNELS = problem(Twins.dense(4, Activation.TANH), new Layer.BatchNorm(), new Layer.Noise(0.1),
            Twins.dense(3, Activation.SOFTMAX));

    private final CudaEngine engine = new CudaEngine(CPU, _ -> { }, StandIn.DRIVERS::open);

    private static Problem problem(Layer... layers) {
        return Twins.problem(List.of(layers), Twins.training(Loss.CROSS_ENTROPY, ADAM), List.of(2));
    }

    @BeforeEach
    void ready() throws UnavailableException {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
    }

    /// Lets the first call fail, then the second, and so on, until as many calls as there are have failed.
    private void failsEverywhere(String call, Consumer<Engine> work) {
        for (int i = 1;; i++) {
            StandIn.fail(call + ":" + i + "=2");
            work.accept(engine);
            assertThat(StandIn.bytes()).as("left on the device by failure %d of %s", i, call).isZero();
            if (StandIn.calls(call) < i) {
                assertThat(i).as("failures of " + call).isGreaterThan(2);
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuMemAlloc", "cuMemcpyHtoD", "cuMemcpyDtoH"})
    void ofSessions(String call) {
        for (Problem problem : List.of(SMALL, BY_KERNELS)) {
            failsEverywhere(call, by -> {
                try (Session session = by.open(problem)) {
                    assertThat(session.evaluate(problem.test()).loss()).isFinite();
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuMemAlloc", "cuMemcpyHtoD", "cuMemcpyDtoH"})
    void ofSweeps(String call) {
        for (Problem problem : List.of(SMALL, BY_KERNELS)) {
            failsEverywhere(call, by -> {
                try (Sweep sweep = by.sweep(problem, List.of(ADAM, Twins.SGD))) {
                    assertThat(sweep.evaluate(problem.test())[1].loss()).isFinite();
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuMemAlloc", "cuMemcpyHtoD"})
    void ofSurveyors(String call) {
        for (Problem problem : List.of(SMALL, BY_KERNELS)) {
            failsEverywhere(call, by -> {
                try (Surveyor surveyor = by.surveyor(problem, problem.test())) {
                    double[] zeros = new double[surveyor.layout().size()];
                    double[] loss = new double[1];
                    surveyor.losses(new double[surveyor.layout().total()], zeros, zeros, new double[2], loss);
                    assertThat(loss[0]).isFinite();
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuMemAlloc", "cuMemcpyHtoD"})
    void ofEvaluators(String call) {
        for (Problem problem : List.of(SMALL, BY_KERNELS)) {
            float[] parameters = InitialParameters.of(problem.network(), List.of(2));
            float[][] outputs = Stream.generate(() -> new float[4]).limit(problem.network().layers().size()).toArray(float[][]::new);
            failsEverywhere(call, by -> by.evaluator(problem.network(), List.of(2)).forward(parameters, new float[2], 1, outputs));
        }
    }

    /// Without anything that would go on elsewhere.
    @Test
    void ofMeasuringMoreSamplesThanFit() {
        CudaDriver driver = StandIn.openWithKernels("");
        try (Device device = new Device(driver); Session session = CudaSession.open(BY_KERNELS, device)) {
            long before = StandIn.bytes();
            for (int i = 1; i <= 3; i++) {
                StandIn.fail("cuMemAlloc:" + i + "=2");
                assertThat(catchThrowable(() -> session.evaluate(BY_KERNELS.test()))).isInstanceOf(CudaException.class);
                assertThat(StandIn.bytes()).isEqualTo(before);
            }
        }
    }
}
