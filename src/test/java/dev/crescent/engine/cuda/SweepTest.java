package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crescent.engine.Engine;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.Twins;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Several networks in training beside each other.
class SweepTest {
    private static final CpuEngine CPU = new CpuEngine();
    private static final LongSupplier STILL = () -> 0;
    private static final int BATCH = 5;
    private static final int STEPS = 11;
    private static final List<Optimizer> OPTIMIZERS = List.of(new Optimizer.Sgd(0.1, 0, false),
            new Optimizer.Sgd(0.05, 0.9, true), new Optimizer.Sgd(0.1, 0.9, false), new Optimizer.RmsProp(0.01, 0.9, false),
            new Optimizer.AdaGrad(0.1), new Optimizer.AdaDelta(1, 0.9), new Optimizer.Adam(0.01, 0.9, 0.99),
            new Optimizer.AdamW(0.02, 0.9, 0.99, 0.3), new Optimizer.NAdam(0.01, 0.9, 0.99),
            new Optimizer.Lion(0.01, 0.9, 0.99));
    private static final Problem PROBLEM = problem(Twins.dense(6, Activation.TANH), new Layer.Dropout(0.2),
            Twins.dense(2, Activation.SOFTMAX));

    private final List<String> told = new ArrayList<>();
    private final CudaEngine engine = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open);

    /// 52 samples, five a step.
    private static Problem problem(Layer... layers) {
        Training training = new Training(Loss.CROSS_ENTROPY, Twins.SGD, BATCH, 1, true, 5, 0, 0.001,
                new Schedule.Constant(0), 0.5);
        return Twins.problem(List.of(layers), training, List.of(3));
    }

    private static double[] rates(Optimizer optimizer) {
        double[] rates = new double[STEPS];
        Arrays.setAll(rates, i -> optimizer.learningRate() * (i + 1) / STEPS);
        return rates;
    }

    private static double[][] rates() {
        return OPTIMIZERS.stream().map(SweepTest::rates).toArray(double[][]::new);
    }

    /// What became of one network.
    private record Outcome(double[] losses, float[] parameters, OptimizerState state) {
        static Outcome of(Sweep sweep, int network, double[] losses) {
            return new Outcome(losses, sweep.parameters(network), sweep.optimizerState(network));
        }

        void isExactly(Outcome other) {
            assertThat(losses).isEqualTo(other.losses);
            assertThat(parameters).as("the same bits").isEqualTo(other.parameters);
            assertThat(state.step()).isEqualTo(other.state.step());
            assertThat(state.since()).isEqualTo(other.state.since());
            assertThat(state.vectors()).hasSameSizeAs(other.state.vectors());
            for (int i = 0; i < state.vectors().size(); i++) {
                assertThat(state.vectors().get(i)).as("the same bits").isEqualTo(other.state.vectors().get(i));
            }
        }
    }

    /// After two epochs; the second one's losses.
    private static List<Outcome> trained(Sweep sweep, double[][] rates) {
        double[][] losses = new double[sweep.networks()][STEPS];
        for (int epoch = 0; epoch < 2; epoch++) {
            sweep.trainAll(Twins.order(PROBLEM), 0, 52, BATCH, rates, losses);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < sweep.networks(); i++) {
            outcomes.add(Outcome.of(sweep, i, losses[i]));
        }
        return outcomes;
    }

    private static Outcome alone(Engine by, Optimizer optimizer) {
        Problem own = new Problem(PROBLEM.network(), PROBLEM.training().withOptimizer(optimizer), PROBLEM.inputShape(),
                PROBLEM.train(), PROBLEM.test());
        try (Session session = by.open(own)) {
            double[] losses = new double[STEPS];
            for (int epoch = 0; epoch < 2; epoch++) {
                session.trainAll(Twins.order(own), 0, 52, BATCH, rates(optimizer), losses);
            }
            return new Outcome(losses, session.parameters(), session.optimizerState());
        }
    }

    private static void same(List<Outcome> actual, List<Outcome> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            actual.get(i).isExactly(expected.get(i));
        }
    }

    @Test
    void eachGoesTheWayThatItGoesAlone() {
        StandIn.begin("");
        for (Engine by : List.of(CPU, engine)) {
            try (Sweep sweep = by.sweep(PROBLEM, OPTIMIZERS)) {
                same(trained(sweep, rates()), OPTIMIZERS.stream().map(optimizer -> alone(by, optimizer)).toList());
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void allOfThemTakeOneLaunchAndComeToTheNumbersOfTheDefaultEngine() {
        List<Outcome> expected;
        try (Sweep cpu = CPU.sweep(PROBLEM, OPTIMIZERS)) {
            expected = trained(cpu, rates());
        }
        try (Device device = new Device(StandIn.openWithKernels(""));
                Sweep sweep = CudaSweep.open(PROBLEM, OPTIMIZERS, device, STILL).orElseThrow()) {
            assertThat(sweep.networks()).isEqualTo(OPTIMIZERS.size());
            assertThat(sweep.stride()).isEqualTo(STEPS);
            List<Outcome> outcomes = trained(sweep, rates());
            assertThat(StandIn.calls("cuLaunchKernel")).isEqualTo(2);
            for (int i = 0; i < outcomes.size(); i++) {
                Twins.close(outcomes.get(i).parameters, expected.get(i).parameters, "parameters of " + OPTIMIZERS.get(i));
            }
            sweep.close();
            assertThat(StandIn.bytes()).as("bytes on the device").isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"descending", "random:1", "random:2"})
    void neitherOrderNorLengthOfLaunchesMatters(String order) {
        List<Outcome> usual;
        try (Device device = new Device(StandIn.openWithKernels(""));
                Sweep sweep = CudaSweep.open(PROBLEM, OPTIMIZERS, device, STILL).orElseThrow()) {
            usual = trained(sweep, rates());
        }
        long[] now = new long[1];
        try (Device device = new Device(StandIn.openWithKernels("order=" + order));
                Sweep sweep = CudaSweep.open(PROBLEM, OPTIMIZERS, device, () -> now[0] += 10_000_000).orElseThrow()) {
            same(trained(sweep, rates()), usual);
            assertThat(StandIn.calls("cuLaunchKernel")).isGreaterThan(2);
        }
    }

    /// The others do not notice; on every engine the same steps count as taken.
    @Test
    void whoeverIsLostTakesNoMoreSteps() {
        StandIn.begin("");
        double[][] rates = rates();
        Arrays.fill(rates[2], 1e300);
        for (Engine by : List.of(CPU, engine)) {
            try (Sweep usual = by.sweep(PROBLEM, OPTIMIZERS); Sweep sweep = by.sweep(PROBLEM, OPTIMIZERS)) {
                List<Outcome> expected = trained(usual, rates());
                List<Outcome> outcomes = trained(sweep, rates);
                for (int i = 0; i < outcomes.size(); i++) {
                    if (i != 2) {
                        outcomes.get(i).isExactly(expected.get(i));
                    }
                }
                assertThat(outcomes.get(2).losses).containsOnly(Double.NaN);
                assertThat(outcomes.get(2).state.step()).isEqualTo(2 * STEPS);
                assertThat(outcomes.get(2).state.since()).isZero();
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void goesOnFromOtherStates() {
        StandIn.begin("");
        try (Sweep first = engine.sweep(PROBLEM, OPTIMIZERS); Sweep second = engine.sweep(PROBLEM, OPTIMIZERS)) {
            List<Outcome> left = trained(first, rates());
            second.load(left.stream().map(Outcome::parameters).toArray(float[][]::new),
                    left.stream().map(Outcome::state).toList());
            same(trained(second, rates()), trained(first, rates()));
            float[][] parameters = left.stream().map(Outcome::parameters).toArray(float[][]::new);
            List<OptimizerState> mixed = new ArrayList<>(left.stream().map(Outcome::state).toList());
            mixed.set(1, OptimizerState.newAt(7));
            assertThatIllegalArgumentException().isThrownBy(() -> second.load(parameters, mixed)).withMessageContaining("[22, 7]");
            mixed.set(1, new OptimizerState(22, 0, List.of(new float[3])));
            assertThatIllegalArgumentException().isThrownBy(() -> second.load(parameters, mixed))
                    .withMessageContaining("1 vectors, not 1 of 38");
            parameters[3] = new float[4];
            assertThatIllegalArgumentException().isThrownBy(() -> second.load(parameters,
                    left.stream().map(Outcome::state).toList())).withMessageContaining("not 4");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuLaunchKernel:1=719", "cuMemcpyDtoH:1=719", "cuMemcpyHtoD:1=999", "cuMemcpyDtoH:2=700"})
    void theOtherEngineTakesTheStepsThatFailed(String failure) throws UnavailableException {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
        try (Sweep sweep = engine.sweep(PROBLEM, OPTIMIZERS); Sweep cpu = CPU.sweep(PROBLEM, OPTIMIZERS)) {
            double[][] losses = new double[OPTIMIZERS.size()][STEPS];
            sweep.trainAll(Twins.order(PROBLEM), 0, 52, BATCH, rates(), losses);
            cpu.trainAll(Twins.order(PROBLEM), 0, 52, BATCH, rates(), losses);
            StandIn.fail(failure);
            same(trained(sweep, rates()), trained(cpu, rates()));
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void stepsThatWereTakenAreTakenAgainWhereTheDeviceFailsBehindThem() throws UnavailableException {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
        try (Sweep sweep = engine.sweep(PROBLEM, OPTIMIZERS); Sweep cpu = CPU.sweep(PROBLEM, OPTIMIZERS)) {
            double[][] losses = new double[OPTIMIZERS.size()][STEPS];
            sweep.trainAll(Twins.order(PROBLEM), 0, 52, BATCH, rates(), losses);
            cpu.trainAll(Twins.order(PROBLEM), 0, 52, BATCH, rates(), losses);
            StandIn.fail("cuMemcpyDtoH:2=719");
            assertThat(sweep.parameters(0)).isNotEqualTo(cpu.parameters(0));
            assertThat(sweep.parameters(8)).isEqualTo(cpu.parameters(8));
            assertThat(sweep.parameters(0)).isEqualTo(cpu.parameters(0));
            assertThat(told).hasSize(1);
            same(trained(sweep, rates()), trained(cpu, rates()));
        }
    }

    /// What is older than a copy is not taken again: the parameters go on from the device's, which differ in the last bits.
    @Test
    void theOtherEngineGoesOnFromTheNewestCopy() {
        long[] now = new long[1];
        try (Device device = new Device(StandIn.openWithKernels("")); Sweep cpu = CPU.sweep(PROBLEM, OPTIMIZERS);
                Sweep sweep = new GuardedSweep(CudaSweep.open(PROBLEM, OPTIMIZERS, device, STILL).orElseThrow(),
                        failure -> told.add(failure.call()), () -> CPU.sweep(PROBLEM, OPTIMIZERS), () -> now[0])) {
            double[][] losses = new double[OPTIMIZERS.size()][STEPS];
            for (int second = 0; second < 3; second++) {
                now[0] += second * 2_000_000_000L;
                sweep.trainAll(Twins.order(PROBLEM), 0, 52, BATCH, rates(), losses);
                cpu.trainAll(Twins.order(PROBLEM), 0, 52, BATCH, rates(), losses);
            }
            StandIn.fail("cuMemcpyDtoH:1=719");
            assertThat(sweep.parameters(0)).isNotEqualTo(cpu.parameters(0));
            for (int i = 0; i < OPTIMIZERS.size(); i++) {
                Twins.close(sweep.parameters(i), cpu.parameters(i), "parameters");
                assertThat(sweep.optimizerState(i).step()).isEqualTo(3 * STEPS);
            }
        }
        assertThat(told).containsExactly("cuMemcpyDtoH");
    }

    /// Nor does it copy back what it was given.
    @Test
    void theOtherEngineGoesOnFromWhatWasLoaded() throws UnavailableException {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
        try (Sweep sweep = engine.sweep(PROBLEM, OPTIMIZERS); Sweep cpu = CPU.sweep(PROBLEM, OPTIMIZERS)) {
            List<Outcome> left = trained(cpu, rates());
            float[][] parameters = left.stream().map(Outcome::parameters).toArray(float[][]::new);
            long before = StandIn.calls("cuMemcpyDtoH");
            sweep.load(parameters, left.stream().map(Outcome::state).toList());
            assertThat(StandIn.calls("cuMemcpyDtoH")).isEqualTo(before);
            Arrays.fill(parameters[0], 7);
            StandIn.fail("cuLaunchKernel:1=719");
            same(trained(sweep, rates()), trained(cpu, rates()));
        }
        assertThat(told).hasSize(1);
    }

    @Test
    void largerNetworksTrainOneAfterTheOther() throws UnavailableException {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
        long before = StandIn.bytes();
        Problem large = problem(new Layer.BatchNorm(), Twins.dense(5, Activation.TANH), Twins.dense(2, Activation.SOFTMAX));
        List<Optimizer> two = OPTIMIZERS.subList(0, 2);
        try (Sweep sweep = engine.sweep(large, two); Sweep cpu = CPU.sweep(large, two)) {
            double[][] rates = Arrays.copyOf(rates(), 2);
            double[][] losses = new double[2][STEPS];
            sweep.trainAll(Twins.order(large), 0, 52, BATCH, rates, losses);
            cpu.trainAll(Twins.order(large), 0, 52, BATCH, rates, losses);
            for (int i = 0; i < 2; i++) {
                Twins.close(sweep.parameters(i), cpu.parameters(i), "parameters");
            }
            assertThat(sweep.stride()).isEqualTo(1);
        }
        assertThat(StandIn.bytes()).isEqualTo(before);
        assertThat(told).isEmpty();
    }
}
