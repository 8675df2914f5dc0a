package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.Twins;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Loss and accuracy of networks that are trained beside each other.
class SweepMetricsTest {
    private static final CpuEngine CPU = new CpuEngine();
    private static final LongSupplier STILL = () -> 0;
    /// Far from each other, so that the networks are.
    private static final List<Optimizer> OPTIMIZERS = List.of(new Optimizer.Sgd(0.3, 0, false),
            new Optimizer.Adam(0.05, 0.9, 0.99), new Optimizer.Sgd(1e-4, 0, false));

    private final List<String> told = new ArrayList<>();
    private final CudaEngine engine = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open);

    private static Problem problem(Loss loss, Layer... layers) {
        return Twins.problem(List.of(layers), Twins.training(loss, Twins.SGD), List.of(3), 150);
    }

    static Stream<Problem> problems() {
        Layer.Dense hidden = Twins.dense(5, Activation.TANH);
        return Stream.of(problem(Loss.CROSS_ENTROPY, hidden, new Layer.Dropout(0.5), Twins.dense(3, Activation.SOFTMAX)),
                problem(Loss.CROSS_ENTROPY, hidden, Twins.dense(3, Activation.SIGMOID)),
                problem(Loss.MEAN_SQUARED_ERROR, hidden, Twins.dense(3, Activation.SOFTMAX)),
                problem(Loss.HALF_SQUARED_ERROR, hidden, Twins.dense(1, Activation.TANH)),
                problem(Loss.HUBER, hidden, Twins.dense(1, Activation.SIGMOID)),
                problem(Loss.HINGE, hidden, Twins.dense(1, Activation.LINEAR)),
                problem(Loss.BINARY_CROSS_ENTROPY, hidden, Twins.dense(1, Activation.SIGMOID)));
    }

    private static Sweep trained(Engine by, Problem problem) {
        Sweep sweep = by.sweep(problem, OPTIMIZERS);
        train(sweep, problem, OPTIMIZERS);
        return sweep;
    }

    private static void train(Sweep sweep, Problem problem, List<Optimizer> optimizers) {
        int count = problem.train().count();
        int batch = problem.training().batchSize();
        double[][] rates = new double[optimizers.size()][Math.ceilDiv(count, batch)];
        for (int i = 0; i < rates.length; i++) {
            Arrays.fill(rates[i], optimizers.get(i).learningRate());
        }
        sweep.trainAll(Twins.order(problem), 0, count, batch, rates, new double[rates.length][rates[0].length]);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void areThoseOfTheDefaultEngine(Problem problem) {
        StandIn.begin("");
        for (Engine by : List.of(CPU, engine)) {
            try (Sweep sweep = trained(by, problem); Session alone = CPU.open(problem)) {
                for (Part part : Part.values()) {
                    Metrics[] metrics = sweep.evaluate(problem.samples(part));
                    assertThat(metrics).hasSize(OPTIMIZERS.size()).doesNotHaveDuplicates();
                    for (int i = 0; i < metrics.length; i++) {
                        alone.load(sweep.parameters(i), OptimizerState.START);
                        Metrics expected = alone.evaluate(part);
                        assertThat(metrics[i].loss()).isCloseTo(expected.loss(), within(Twins.TOLERANCE));
                        assertThat(metrics[i].accuracy()).isEqualTo(expected.accuracy());
                    }
                }
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void withoutClassesThereIsNoAccuracyAndWithoutSamplesNothing() {
        StandIn.begin("");
        Problem problem = problem(Loss.HUBER, Twins.dense(5, Activation.TANH), Twins.dense(1, Activation.LINEAR));
        Samples all = problem.test();
        Samples values = new Samples(all.count(), all.width(), 1, all.inputs(), all.targets(), null);
        for (Engine by : List.of(CPU, engine)) {
            try (Sweep sweep = trained(by, problem)) {
                assertThat(sweep.evaluate(values)).hasSize(3).allSatisfy(metrics -> {
                    assertThat(metrics.loss()).isFinite();
                    assertThat(metrics.accuracy()).isNaN();
                });
                assertThat(sweep.evaluate(Samples.none(all.width(), 1))).containsOnly(Metrics.NONE);
            }
        }
    }

    @Test
    void oneLaunchMeasuresAllAndAnotherOrderOfThreadsGivesTheSameBits() {
        Problem problem = problem(Loss.CROSS_ENTROPY, Twins.dense(5, Activation.TANH), Twins.dense(3, Activation.SOFTMAX));
        List<Metrics[]> found = new ArrayList<>();
        for (String order : List.of("", "order=descending", "order=random:3")) {
            try (Device device = new Device(StandIn.openWithKernels(order));
                    Sweep sweep = CudaSweep.open(problem, OPTIMIZERS, device, STILL).orElseThrow()) {
                train(sweep, problem, OPTIMIZERS);
                long before = StandIn.calls("cuLaunchKernel");
                found.add(sweep.evaluate(problem.test()));
                assertThat(StandIn.calls("cuLaunchKernel")).isEqualTo(before + 1);
            }
        }
        assertThat(found).allSatisfy(metrics -> assertThat(metrics).isEqualTo(found.getFirst()));
    }

    /// On a device that takes a second for each launch, and more samples than one launch takes.
    @Test
    void manyNetworksOverManySamplesTakeSeveralLaunchesAndComeToTheSame() {
        Layer.Dense hidden = Twins.dense(2, Activation.TANH);
        Problem problem = problem(Loss.CROSS_ENTROPY, hidden, Twins.dense(3, Activation.SOFTMAX));
        Samples many = Twins.problem(List.of(hidden, Twins.dense(3, Activation.SOFTMAX)), problem.training(), List.of(3), 10_000).train();
        List<Optimizer> nine = IntStream.range(0, 9).mapToObj(i -> (Optimizer) new Optimizer.Sgd(0.01 * (i + 1), 0, false)).toList();
        long[] now = new long[1];
        try (Device device = new Device(StandIn.openWithKernels("")); Sweep cpu = CPU.sweep(problem, nine);
                Sweep still = CudaSweep.open(problem, nine, device, STILL).orElseThrow();
                Sweep slow = CudaSweep.open(problem, nine, device, () -> now[0] += 1_000_000_000).orElseThrow()) {
            for (Sweep sweep : List.of(cpu, still, slow)) {
                train(sweep, problem, nine);
            }
            slow.evaluate(problem.test());
            StandIn.fail("none:1=1");
            Metrics[] usual = still.evaluate(many);
            assertThat(StandIn.calls("cuLaunchKernel")).as("launches for two times some samples").isEqualTo(2);
            assertThat(slow.evaluate(many)).as("the same bits").isEqualTo(usual);
            assertThat(StandIn.calls("cuLaunchKernel")).as("and for networks on four processors").isEqualTo(2 + 2 * 3);
            assertThat(StandIn.longestQueue()).isEqualTo(1);
            Metrics[] expected = cpu.evaluate(many);
            for (int i = 0; i < usual.length; i++) {
                assertThat(usual[i].loss()).isCloseTo(expected[i].loss(), within(Twins.TOLERANCE));
                assertThat(usual[i].accuracy()).isCloseTo(expected[i].accuracy(), within(1e-3));
            }
        }
    }

    @Test
    void theOtherEngineMeasuresWhereTheDeviceFails() {
        StandIn.begin("");
        Problem problem = problem(Loss.CROSS_ENTROPY, Twins.dense(5, Activation.TANH), Twins.dense(3, Activation.SOFTMAX));
        try (Sweep sweep = trained(engine, problem); Sweep cpu = trained(CPU, problem)) {
            StandIn.fail("cuLaunchKernel:1=719");
            assertThat(sweep.evaluate(problem.test())).isEqualTo(cpu.evaluate(problem.test()));
            assertThat(told).hasSize(1);
        }
    }

    /// They share one table of the optimizer's numbers, also where some of their memories began later.
    @Test
    void manyRatesOfOneOptimizerGoTheWayThatEachGoesAlone() {
        Problem problem = problem(Loss.CROSS_ENTROPY, Twins.dense(4, Activation.TANH), Twins.dense(3, Activation.SOFTMAX));
        List<Optimizer> rates = IntStream.range(0, 24).mapToObj(i -> (Optimizer) (i % 2 == 0
                ? new Optimizer.NAdam(0.001 * (i + 1), 0.9, 0.99) : new Optimizer.AdamW(0.002 * (i + 1), 0.8, 0.95, 0.3))).toList();
        try (Device device = new Device(StandIn.openWithKernels(""));
                Sweep sweep = CudaSweep.open(problem, rates, device, STILL).orElseThrow()) {
            train(sweep, problem, rates);
            float[][] parameters = IntStream.range(0, 24).mapToObj(sweep::parameters).toArray(float[][]::new);
            List<OptimizerState> states = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                OptimizerState state = sweep.optimizerState(i);
                states.add(i < 5 ? OptimizerState.newAt(state.step()) : state);
            }
            sweep.load(parameters, states);
            train(sweep, problem, rates);
            for (int i : new int[] {0, 3, 4, 5, 22, 23}) {
                try (Sweep alone = CudaSweep.open(problem, rates.subList(i, i + 1), device, STILL).orElseThrow()) {
                    alone.load(new float[][] {parameters[i]}, states.subList(i, i + 1));
                    train(alone, problem, rates.subList(i, i + 1));
                    assertThat(sweep.parameters(i)).as("the same bits of " + rates.get(i)).isEqualTo(alone.parameters(0));
                }
            }
            try (Sweep cpu = CPU.sweep(problem, rates)) {
                cpu.load(parameters, states);
                train(cpu, problem, rates);
                for (int i = 0; i < 24; i++) {
                    Twins.close(sweep.parameters(i), cpu.parameters(i), "parameters of " + rates.get(i));
                }
            }
        }
    }
}
