package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withPrecision;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.engine.cuda.CudaEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The workloads of `bench` come to the same on this machine's GPU as on the processor.
@Tag("gpu")
class GpuWorkloadsTest {
    private static final int STEPS = 40;
    private static final double RELATIVE = 0.1;
    private static final int IMAGES = 2560;
    private static final long EPOCH_OF_ALL = 250L * SweepWorkload.NETWORKS;
    private static final double PRECISION = 1e-3;
    private static final double FIELD_PRECISION = 1e-4;
    private static final List<String> TOLD = new ArrayList<>();
    /// One for all: its context takes some hundred megabytes of the GPU's memory until this program ends.
    private static final CudaEngine GPU = new CudaEngine(new CpuEngine(), TOLD::add);

    @BeforeAll
    static void thereIsOne() throws UnavailableException {
        GPU.prepare(Preparation.QUIET);
    }

    @AfterEach
    void nothingWentOnElsewhere() {
        List<String> told = List.copyOf(TOLD);
        TOLD.clear();
        assertThat(told).isEmpty();
    }

    static List<Arguments> workloads() {
        return List.of(Arguments.argumentSet("playground", (Supplier<Experiment>) BenchNetworks::playground, false),
                Arguments.argumentSet("playground-deep", (Supplier<Experiment>) BenchNetworks::playgroundDeep, false),
                Arguments.argumentSet("mnist-softmax", (Supplier<Experiment>) BenchNetworks::softmax, true),
                Arguments.argumentSet("mnist-old", (Supplier<Experiment>) BenchNetworks::old, true),
                Arguments.argumentSet("mnist-modern", (Supplier<Experiment>) BenchNetworks::modern, true),
                Arguments.argumentSet("mnist-conv", (Supplier<Experiment>) BenchNetworks::conv, true),
                Arguments.argumentSet("mnist-conv-small", (Supplier<Experiment>) BenchNetworks::convSmall, true));
    }

    /// Generated pictures show nothing that could be learned, so that losses say little: what counts is where the parameters
    /// went, compared with how far.
    @ParameterizedTest
    @MethodSource("workloads")
    void parametersGoTheSameWay(Supplier<Experiment> network, boolean images) {
        Experiment experiment = network.get();
        Dataset dataset = images ? GeneratedImages.dataset(IMAGES) : TrainingWorkload.data(experiment);
        Way expected = way(experiment, dataset, new CpuEngine());
        Way found = way(experiment, dataset, GPU);
        assertThat(found.lastLoss).isCloseTo(expected.lastLoss, withinPercentage(1));
        assertThat(distance(found.end, expected.end)).isLessThan(RELATIVE * distance(expected.start, expected.end));
    }

    @Test
    void aThousandNetworksLearnTheSame() {
        Experiment experiment = BenchNetworks.playground();
        assertSame(engine -> new SweepWorkload("playground-1000", experiment, TrainingWorkload.data(experiment), engine), sweep -> {
            long samples = 0;
            while (samples < EPOCH_OF_ALL) {
                samples += sweep.work();
            }
            return sweep.losses();
        });
    }

    @Test
    void theLandscapeIsTheSame() {
        Experiment experiment = BenchNetworks.playground();
        assertSame(engine -> new LandscapeWorkload("landscape", experiment, TrainingWorkload.data(experiment), 101, engine, 1),
                landscape -> {
                    landscape.work();
                    return landscape.losses();
                });
    }

    /// What all units put out over a grid, by one kernel for all layers.
    @Test
    void theFieldIsTheSame() {
        Model.Network network = (Model.Network) BenchNetworks.playgroundDeep().model();
        try (FieldWorkload here = new FieldWorkload("field", network, new CpuEngine(1), 1);
                FieldWorkload there = new FieldWorkload("field", network, GPU, 1)) {
            here.work();
            there.work();
            float[][] expected = here.outputs();
            float[][] found = there.outputs();
            for (int layer = 0; layer < expected.length; layer++) {
                assertThat(largest(difference(found[layer], new float[found[layer].length]))).as("layer %d", layer).isPositive();
                assertThat(largest(difference(found[layer], expected[layer]))).as("layer %d", layer).isLessThan(FIELD_PRECISION);
            }
            assertThat(there.isElsewhere()).isFalse();
        }
    }

    private static double[] difference(float[] one, float[] other) {
        return IntStream.range(0, one.length).mapToDouble(i -> one[i] - other[i]).toArray();
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    private static <W extends Workload> void assertSame(Function<Engine, W> opener, ToLosses<W> losses) {
        try (W here = opener.apply(new CpuEngine(1)); W there = opener.apply(GPU)) {
            double[] expected = losses.of(here);
            assertThat(losses.of(there)).containsExactly(expected, withPrecision(PRECISION));
        }
    }

    /// Works, and says what came of it.
    private interface ToLosses<W> {
        double[] of(W workload);
    }

    private record Way(float[] start, float[] end, double lastLoss) {}

    private static double distance(float[] from, float[] to) {
        return Math.sqrt(IntStream.range(0, from.length).mapToDouble(i -> from[i] - to[i]).map(d -> d * d).sum());
    }

    private static Way way(Experiment experiment, Dataset dataset, Engine engine) {
        Problem problem = TrainingWorkload.problem(experiment, dataset, engine);
        int batch = problem.training().batchSize();
        int[] order = IntStream.range(0, dataset.train().count() / batch * batch).toArray();
        double rate = problem.training().optimizer().learningRate();
        try (Session session = engine.open(problem)) {
            float[] start = session.parameters();
            double loss = 0;
            for (int step = 0; step < STEPS; step++) {
                loss = session.train(order, step * batch % order.length, batch, rate);
            }
            return new Way(start, session.parameters(), loss);
        }
    }
}
