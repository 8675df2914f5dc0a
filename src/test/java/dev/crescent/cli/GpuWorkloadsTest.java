package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withPrecision;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.engine.cuda.CudaEngine;
import dev.crescent.experiment.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
        List<String> told = new ArrayList<>();
        Way expected = way(experiment, dataset, new CpuEngine());
        Way found = way(experiment, dataset, new CudaEngine(new CpuEngine(), told::add));
        assertThat(told).isEmpty();
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

    private static <W extends Workload> void assertSame(Function<Engine, W> opener, ToLosses<W> losses) {
        List<String> told = new ArrayList<>();
        try (W here = opener.apply(new CpuEngine(1)); W there = opener.apply(new CudaEngine(new CpuEngine(), told::add))) {
            double[] expected = losses.of(here);
            assertThat(losses.of(there)).containsExactly(expected, withPrecision(PRECISION));
        }
        assertThat(told).isEmpty();
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
