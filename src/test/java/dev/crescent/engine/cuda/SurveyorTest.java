package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Engine;
import dev.crescent.engine.EngineOverCpu;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.Surveyor;
import dev.crescent.engine.Twins;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.insight.landscape.Area;
import dev.crescent.insight.landscape.LossGrid;
import dev.crescent.insight.landscape.LossSurvey;
import dev.crescent.insight.landscape.MeasuredSamples;
import dev.crescent.insight.landscape.Place;
import dev.crescent.insight.landscape.Plane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The losses of many networks at once.
class SurveyorTest {
    private static final CpuEngine CPU = new CpuEngine();
    private static final LongSupplier STILL = () -> 0;
    private static final int SIDE = 7;

    private final List<String> told = new ArrayList<>();
    private final CudaEngine engine = new CudaEngine(CPU, told::add, StandIn.DRIVERS::open);

    /// 150 samples: more than go through a network at once.
    private static Problem problem(Loss loss, Layer... layers) {
        return Twins.problem(List.of(layers), Twins.training(loss, Twins.SGD), List.of(3), 150);
    }

    static Stream<Problem> problems() {
        Layer.Dense softmax = Twins.dense(3, Activation.SOFTMAX);
        return Stream.of(problem(Loss.CROSS_ENTROPY, softmax),
                problem(Loss.CROSS_ENTROPY, Twins.dense(5, Activation.TANH), new Layer.Dropout(0.5), softmax),
                problem(Loss.CROSS_ENTROPY, Twins.dense(5, Activation.TANH), Twins.dense(3, Activation.SIGMOID)),
                problem(Loss.MEAN_SQUARED_ERROR, new Layer.Noise(1), Twins.dense(5, Activation.GELU), softmax),
                problem(Loss.HUBER, Twins.dense(5, Activation.RELU), Twins.dense(2, Activation.LINEAR)),
                problem(Loss.HINGE, Twins.dense(5, Activation.RELU), Twins.dense(1, Activation.TANH)),
                problem(Loss.BINARY_CROSS_ENTROPY, Twins.dense(5, Activation.ELU), Twins.dense(1, Activation.SIGMOID)));
    }

    /// Losses around the network's start.
    private static double[] surveyed(Surveyor surveyor, Problem problem) {
        float[] start = InitialParameters.of(problem.network(), problem.inputShape());
        int size = surveyor.layout().size();
        double[] origin = new double[start.length];
        Arrays.setAll(origin, i -> start[i]);
        double[] u = new double[size];
        double[] v = new double[size];
        Arrays.setAll(u, i -> CounterRandom.uniform(1, i) - 0.5);
        Arrays.setAll(v, i -> CounterRandom.uniform(2, i) - 0.5);
        double[] places = new double[2 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            places[2 * i] = i % SIDE - 0.5 * SIDE;
            places[2 * i + 1] = (double) (i / SIDE) / SIDE;
        }
        double[] losses = new double[SIDE * SIDE];
        surveyor.losses(origin, u, v, places, losses);
        return losses;
    }

    private static double[] onDevice(String settings, Problem problem, LongSupplier clock, int launches) {
        try (Device device = new Device(StandIn.openWithKernels(settings));
                Surveyor surveyor = CudaSurveyor.open(problem, problem.train(), device, clock).orElseThrow()) {
            double[] losses = surveyed(surveyor, problem);
            assertThat(StandIn.calls("cuLaunchKernel")).isEqualTo(launches);
            surveyor.close();
            assertThat(StandIn.bytes()).as("bytes on the device").isZero();
            return losses;
        }
    }

    /// By two launches: the first one is short, since nobody knows yet how long it takes. Where a place takes too long it is
    /// one for each multiprocessor, of which there are four.
    @ParameterizedTest
    @MethodSource("problems")
    void areThoseOfTheDefaultEngine(Problem problem) {
        double[] expected;
        try (Surveyor surveyor = CPU.surveyor(problem, problem.train())) {
            expected = surveyed(surveyor, problem);
        }
        double[] losses = onDevice("", problem, STILL, 2);
        for (int i = 0; i < losses.length; i++) {
            assertThat(losses[i]).as("place " + i).isCloseTo(expected[i], within(Twins.TOLERANCE));
        }
        assertThat(Arrays.stream(losses).distinct().count()).as("each place is another").isGreaterThan(40);
        assertThat(onDevice("order=descending", problem, STILL, 2)).as("the same bits").isEqualTo(losses);
        assertThat(onDevice("order=random:3", problem, STILL, 2)).as("the same bits").isEqualTo(losses);
        long[] now = new long[1];
        assertThat(onDevice("", problem, () -> now[0] += 1_000_000_000, 1 + 5)).as("the same bits").isEqualTo(losses);
    }

    /// So that a place does not take as long as all of them.
    @Test
    void manySamplesAreMeasuredInTurns() {
        Problem problem = Twins.problem(List.of(Twins.dense(2, Activation.SOFTMAX)), Twins.training(Loss.CROSS_ENTROPY, Twins.SGD),
                List.of(3), 2 * FusedPlan.MOST_MEASURED + 100);
        double[] expected;
        try (Surveyor surveyor = CPU.surveyor(problem, problem.train())) {
            expected = surveyed(surveyor, problem);
        }
        double[] losses = onDevice("", problem, STILL, 2 * 3);
        for (int i = 0; i < losses.length; i++) {
            assertThat(losses[i]).as("place " + i).isCloseTo(expected[i], within(Twins.TOLERANCE));
        }
    }

    /// As a session has them, whatever is in the network; statistics stay those of the origin.
    @Test
    void othersAreMeasuredOneAfterTheOther() {
        StandIn.begin("");
        Problem problem = problem(Loss.CROSS_ENTROPY, Twins.dense(4, Activation.TANH), new Layer.BatchNorm(),
                Twins.dense(3, Activation.SOFTMAX));
        float[] start = InitialParameters.of(problem.network(), problem.inputShape());
        try (Surveyor cpu = CPU.surveyor(problem, problem.test()); Surveyor surveyor = engine.surveyor(problem, problem.test());
                Session session = CPU.open(problem)) {
            double[] losses = surveyed(surveyor, problem);
            double[] expected = surveyed(cpu, problem);
            for (int i = 0; i < losses.length; i++) {
                assertThat(losses[i]).isCloseTo(expected[i], within(Twins.TOLERANCE));
            }
            double[] origin = new double[start.length];
            Arrays.setAll(origin, i -> start[i]);
            int size = cpu.layout().size();
            double[] u = new double[size];
            double[] v = new double[size];
            u[3] = 1;
            v[5] = 2;
            double[] one = new double[1];
            cpu.losses(origin, u, v, new double[] {0.25, -0.5}, one);
            start[3] += 0.25f;
            start[5] -= 1;
            session.load(start, OptimizerState.START);
            assertThat(one[0]).isEqualTo(session.evaluate(problem.test()).loss());
        }
        assertThat(told).isEmpty();
    }

    @Test
    void withoutSamplesThereAreNone() {
        StandIn.begin("");
        Problem problem = problem(Loss.CROSS_ENTROPY, Twins.dense(3, Activation.SOFTMAX));
        Samples none = Samples.none(3, 3);
        for (var by : List.of(CPU, engine)) {
            try (Surveyor surveyor = by.surveyor(problem, none)) {
                assertThat(surveyed(surveyor, problem)).containsOnly(Double.NaN);
            }
        }
    }

    @Test
    void refusesPlanesOfAnotherNetwork() {
        StandIn.begin("");
        Problem problem = problem(Loss.CROSS_ENTROPY, Twins.dense(3, Activation.SOFTMAX));
        for (var by : List.of(CPU, engine)) {
            try (Surveyor surveyor = by.surveyor(problem, problem.test())) {
                double[] right = new double[12];
                assertThatIllegalArgumentException().isThrownBy(() -> surveyor.losses(new double[13], right, right, new double[2],
                        new double[1])).withMessageContaining("asked for with 13, 12 and 12");
                assertThatIllegalArgumentException().isThrownBy(() -> surveyor.losses(right, right, new double[11], new double[2],
                        new double[1])).withMessageContaining("asked for with 12, 12 and 11");
                assertThatIllegalArgumentException().isThrownBy(() -> surveyor.losses(right, right, right, new double[3],
                        new double[2])).withMessage("2 losses need two numbers for each place, not 3.");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cuLaunchKernel:1=719", "cuMemcpyHtoD:3=700", "cuMemcpyDtoH:1=719"})
    void theOtherEngineMeasuresWhereTheDeviceFails(String failure) throws UnavailableException {
        StandIn.begin("");
        engine.prepare(Preparation.QUIET);
        Problem problem = problem(Loss.CROSS_ENTROPY, Twins.dense(5, Activation.TANH), Twins.dense(3, Activation.SOFTMAX));
        try (Surveyor surveyor = engine.surveyor(problem, problem.train());
                Surveyor cpu = CPU.surveyor(problem, problem.train())) {
            surveyed(surveyor, problem);
            StandIn.fail(failure);
            assertThat(surveyed(surveyor, problem)).isEqualTo(surveyed(cpu, problem));
            assertThat(surveyed(surveyor, problem)).isEqualTo(surveyed(cpu, problem));
        }
        assertThat(told).hasSize(1);
    }

    /// Once it is known how long a place takes; until then as many as may take a hundredth of a second.
    @Test
    void aWholeLandscapeIsOneLaunch() {
        Problem problem = Twins.problem(List.of(Twins.dense(4, Activation.TANH), Twins.dense(3, Activation.SOFTMAX)),
                Twins.training(Loss.CROSS_ENTROPY, Twins.SGD), List.of(2), 20);
        float[] start = InitialParameters.of(problem.network(), problem.inputShape());
        ParameterLayout layout = ParameterLayout.of(problem.network(), problem.inputShape());
        double[] first = new double[layout.size()];
        double[] second = new double[layout.size()];
        first[3] = 1;
        second[7] = 1;
        Plane plane = Plane.of(layout, start, first, second);
        try (Device device = new Device(StandIn.openWithKernels("")); LossSurvey cpu = survey(CPU, problem)) {
            LossGrid expected = landscape(cpu, plane);
            try (LossSurvey survey = survey(new OnlySurveys(device), problem)) {
                for (int i = 0; i < 8; i++) {
                    long before = StandIn.calls("cuLaunchKernel");
                    LossGrid grid = landscape(survey, plane);
                    for (int at = 0; at < grid.losses().length; at++) {
                        assertThat(grid.losses()[at]).isCloseTo(expected.losses()[at], within(Twins.TOLERANCE));
                    }
                    long launches = StandIn.calls("cuLaunchKernel") - before;
                    assertThat(launches).as("launches of landscape " + i).isBetween(1L, i < 3 ? 10L : 1L);
                }
            }
        }
    }

    private static LossSurvey survey(Engine by, Problem problem) {
        return new LossSurvey(by, problem, MeasuredSamples.of(problem, Part.TRAINING), 1);
    }

    private static LossGrid landscape(LossSurvey survey, Plane plane) {
        return survey.compute(plane, LossGrid.empty(Area.square(0, 0, 2), 25), Place.ORIGIN, LossSurvey.UNLIMITED, () -> false,
                _ -> { });
    }

    /// On a device on which time stands still.
    private static final class OnlySurveys extends EngineOverCpu {
        private final Device device;

        OnlySurveys(Device device) {
            super("cuda");
            this.device = device;
        }

        @Override
        public Surveyor surveyor(Problem problem, Samples samples) {
            return CudaSurveyor.open(problem, samples, device, STILL).orElseThrow();
        }
    }
}
