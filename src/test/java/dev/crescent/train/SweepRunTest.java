package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Part;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Source;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each network of a sweep goes the way that a run of it goes.
class SweepRunTest {
    private static final CpuEngine CPU = new CpuEngine(1);
    private static final List<Optimizer> OPTIMIZERS = List.of(new Optimizer.Sgd(0.1, 0, false),
            new Optimizer.Adam(0.01, 0.9, 0.999), new Optimizer.Sgd(1000, 0, false));

    /// With an order of samples, dropout, and rates that change; the second one draws other digits for every epoch.
    static Stream<Experiment> experiments() {
        Experiment defaults = Experiment.defaults();
        Experiment plane = defaults.withModel(new Model.Network(3, List.of(new Layer.Dense(5, Activation.RELU),
                new Layer.Dropout(0.2), new Layer.Dense(2, Activation.SOFTMAX)))).withTraining(defaults.training().withBatchSize(16)
                .withSchedule(new Schedule.Exponential(0.5, 1)));
        Experiment digits = plane.withData(new Data(new Source.Digits(60, true), 1, 0.4, Scaling.UNIT))
                .withModel(new Model.Network(3, List.of(new Layer.Flatten(), new Layer.Dense(10, Activation.SOFTMAX))));
        return Stream.of(plane, digits);
    }

    private static Dataset data(Experiment of) throws Exception {
        return Datasets.ofEpoch(of.data(), Datasets.load(of.data(), of.features(), Path.of("")), 0);
    }

    private static Run alone(Experiment experiment, Optimizer optimizer) throws Exception {
        return Run.start(experiment.withTraining(experiment.training().withOptimizer(optimizer)), data(experiment),
                new Engines(List.of(CPU)));
    }

    private static void same(SweepRun sweep, int network, Run run) {
        assertThat(sweep.step(network)).isEqualTo(run.step());
        assertThat(sweep.epoch(network)).isEqualTo(run.epoch());
        assertThat(sweep.isBroken(network)).isEqualTo(run.broken());
        assertThat(sweep.parameters(network)).as("the same bits").isEqualTo(run.parameters());
        for (Part part : Part.values()) {
            assertThat(sweep.glance(part)[network]).isEqualTo(run.glance(part));
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void throughEpochs(Experiment experiment) throws Exception {
        List<Optimizer> two = OPTIMIZERS.subList(0, 2);
        try (SweepRun sweep = SweepRun.start(experiment, data(experiment), two, CPU); Run first = alone(experiment, two.get(0));
                Run second = alone(experiment, two.get(1))) {
            for (int i = 0; i < 30; i++) {
                assertThat(sweep.train(1)).isEqualTo(1);
                first.train();
                second.train();
            }
            assertThat(sweep.epoch(0)).isGreaterThan(1.5);
            same(sweep, 0, first);
            same(sweep, 1, second);
            assertThat(sweep.nanosPerStep(0)).isPositive();
        }
    }

    /// The last optimizer's steps are far too large: it breaks, and its steps end there.
    @Test
    void aBrokenOneStandsWhereItsRunDoes() throws Exception {
        Experiment defaults = Experiment.defaults();
        Experiment experiment = defaults.withModel(new Model.Network(1, List.of(new Layer.Dense(2, Activation.LINEAR))))
                .withTraining(defaults.training().withLoss(Loss.MEAN_SQUARED_ERROR));
        try (SweepRun sweep = SweepRun.start(experiment, data(experiment), OPTIMIZERS, CPU);
                Run broken = alone(experiment, OPTIMIZERS.get(2)); Run other = alone(experiment, OPTIMIZERS.get(0))) {
            while (!broken.broken()) {
                broken.train();
                other.train();
                sweep.train(1);
            }
            same(sweep, 2, broken);
            same(sweep, 0, other);
            double start = 0.7;
            assertThat(sweep.divergence(2, start, Double.NaN)).isEqualTo(broken.divergence(broken.glance(Part.TRAINING)))
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("no number any more"));
            assertThat(sweep.divergence(0, start, 0.6)).isEmpty();
            assertThat(sweep.divergence(0, start, 1001)).hasValueSatisfying(sentence -> assertThat(sentence).contains("exploded"));
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void someOfThemGoOnTogetherInAnotherOrder(Experiment experiment) throws Exception {
        List<Optimizer> two = OPTIMIZERS.subList(0, 2);
        Optimizer third = new Optimizer.AdaGrad(0.05);
        try (SweepRun sweep = SweepRun.start(experiment, data(experiment), two, CPU);
                SweepRun late = SweepRun.start(experiment, data(experiment), List.of(third), CPU);
                Run first = alone(experiment, third); Run second = alone(experiment, two.get(0))) {
            for (int i = 0; i < 7; i++) {
                sweep.train(1);
                late.train(1);
            }
            try (SweepRun together = SweepRun.of(List.of(late, sweep), new int[] {0, 0})) {
                assertThat(together.networks()).isEqualTo(2);
                for (int i = 0; i < 7; i++) {
                    together.train(1);
                }
                for (int i = 0; i < 14; i++) {
                    first.train();
                    second.train();
                }
                same(together, 0, first);
                same(together, 1, second);
            }
            assertThat(sweep.step()).as("these stay where they are").isEqualTo(7);
        }
    }

    /// Those of the next epoch cannot be loaded: what was opened for them is closed, and what was open before stays so.
    @Test
    void whatFailsOverFreshSamplesLeavesNothingOpen() throws Exception {
        AtomicInteger open = new AtomicInteger();
        Engine engine = proxy(Engine.class, CPU, (called, result) -> called.equals("sweep") ? counted((Sweep) result, open) : result);
        Experiment digits = experiments().toList().getLast();
        try (SweepRun sweep = SweepRun.start(digits, data(digits), OPTIMIZERS.subList(0, 2), engine)) {
            assertThatIllegalStateException().isThrownBy(() -> {
                while (sweep.epoch(0) < 2) {
                    sweep.train(1);
                }
            }).withMessage("full");
            assertThat(sweep.epoch(0)).isEqualTo(1);
            assertThat(open).hasValue(1);
        }
        assertThat(open).hasValue(0);
    }

    private static Sweep counted(Sweep sweep, AtomicInteger open) {
        open.incrementAndGet();
        return proxy(Sweep.class, sweep, (called, result) -> {
            if (called.equals("load")) {
                throw new IllegalStateException("full");
            }
            open.addAndGet(called.equals("close") ? -1 : 0);
            return result;
        });
    }

    /// @param after is given a method's name and its result, and gives another one
    private static <T> T proxy(Class<T> type, T to, BiFunction<String, Object, Object> after) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (_, method, arguments) -> after.apply(method.getName(), method.invoke(to, arguments))));
    }
}
