package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Part;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.Confusion;
import dev.crescent.insight.Predictions;
import dev.crescent.train.Engines;
import dev.crescent.train.History;
import dev.crescent.train.Run;
import dev.crescent.train.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class OutcomePaceTest {
    private static final long START = 5;
    private static final long PACE = OutcomePace.PACE_NANOS;

    private final OutcomePace pace = new OutcomePace(new CpuEngine(), () -> 0);
    private List<Snapshot> moments;

    @BeforeEach
    void train() throws Exception {
        Experiment experiment = Experiment.defaults();
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        moments = new ArrayList<>();
        try (Run run = Run.start(experiment, data, new Engines(List.of(new CpuEngine())))) {
            for (int i = 0; i < 3; i++) {
                OptimizerState state = run.optimizerState();
                moments.add(new Snapshot(experiment, data, 1, run.step(), run.epoch(), run.parameters(), state,
                        Metrics.NONE, run.evaluate(Part.TEST), 0, true, History.EMPTY));
                for (int step = 0; step < 30; step++) {
                    run.train();
                }
            }
        }
    }

    @Test
    void nothingIsCountedBeforeItIsWanted() {
        assertThat(pace.untilDue(START)).isEqualTo(Long.MAX_VALUE);
        assertThat(pace.count(START, () -> false)).isNull();
    }

    @Test
    void theFirstIsCountedAtOnceAndAgreesWithItsSnapshot() {
        for (Snapshot moment : moments) {
            OutcomePace fresh = new OutcomePace(new CpuEngine(), () -> 0);
            fresh.want(moment);

            OutcomePace.Counted counted = Objects.requireNonNull(fresh.count(START, () -> false));

            assertThat(counted.snapshot()).isSameAs(moment);
            assertThat(((Confusion) counted.outcome()).accuracy()).isEqualTo(moment.test().accuracy());
        }
    }

    @Test
    void tenTimesASecondTheNewestIsCountedAndNoneIsForgotten() {
        pace.want(moments.get(0));
        assertThat(pace.count(START, () -> false)).isNotNull();
        pace.want(moments.get(1));
        assertThat(pace.untilDue(START + 1)).isEqualTo(PACE - 1);
        assertThat(pace.count(START + 1, () -> false)).isNull();
        pace.want(moments.get(2));
        assertThat(pace.count(START + PACE - 1, () -> false)).isNull();

        OutcomePace.Counted counted = Objects.requireNonNull(pace.count(START + PACE, () -> false));

        assertThat(counted.snapshot()).isSameAs(moments.get(2));
        assertThat(pace.untilDue(START + PACE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aRegressionOverThePlaneIsSeenInItsPicture() throws Exception {
        Experiment regression = Builtins.read("regression");
        Dataset data = Datasets.load(regression.data(), regression.features(), Path.of(""));
        try (Run run = Run.start(regression, data, new Engines(List.of(new CpuEngine())))) {
            pace.want(new Snapshot(regression, data, 1, 0, 0, run.parameters(), run.optimizerState(), Metrics.NONE,
                    Metrics.NONE, 0, false, History.EMPTY));
        }
        assertThat(pace.untilDue(START)).isEqualTo(Long.MAX_VALUE);
        assertThat(pace.count(START, () -> false)).isNull();
    }

    @Test
    void aRegressionOfATableIsPredictedAtTheSamePace(@TempDir Path folder) throws Exception {
        StringBuilder rows = new StringBuilder("a,b,c,sum\n");
        for (int i = 0; i < 40; i++) {
            int a = i % 5;
            int b = i % 7;
            int c = i % 3;
            rows.append(a).append(',').append(b).append(',').append(c).append(',').append(a + b + c).append('\n');
        }
        Path file = Files.writeString(folder.resolve("sums.csv"), rows);
        Experiment shipped = Builtins.read("regression");
        Experiment regression = shipped.withTraining(shipped.training().withLoss(Loss.MEAN_SQUARED_ERROR)).withData(new Data(new Source.Csv(file.toString(), "sum",
                Task.REGRESSION, List.of(), List.of(), null), 1, 0.5, Scaling.NONE));
        Dataset data = Datasets.load(regression.data(), List.of(), folder);
        try (Run run = Run.start(regression, data, new Engines(List.of(new CpuEngine())))) {
            Snapshot moment = new Snapshot(regression, data, 1, 0, 0, run.parameters(), run.optimizerState(), Metrics.NONE,
                    run.evaluate(Part.TEST), 0, true, History.EMPTY);
            pace.want(moment);

            Predictions counted = (Predictions) Objects.requireNonNull(pace.count(START, () -> false)).outcome();

            assertThat(counted.total()).isEqualTo(20);
            assertThat(counted.truths()).containsExactly(data.test().values());
            double errors = 0;
            double spread = 0;
            double mean = 0;
            for (float truth : counted.truths()) {
                mean += truth / 20.0;
            }
            for (int i = 0; i < 20; i++) {
                errors += Math.pow(counted.predicted()[i] - counted.truths()[i], 2);
                spread += Math.pow(counted.truths()[i] - mean, 2);
            }
            assertThat(moment.test().loss()).isCloseTo(errors / 20, within(1e-4));
            assertThat(counted.r2()).isCloseTo(1 - errors / spread, within(1e-6));
            pace.want(new Snapshot(regression, data, 1, 5, 0.5, run.parameters(), run.optimizerState(), Metrics.NONE,
                    Metrics.NONE, 0, true, History.EMPTY));
            assertThat(pace.untilDue(START + 1)).isEqualTo(PACE - 1);
        }
    }

    @Test
    void whatIsCountedOrNoLongerWantedIsLeft() {
        pace.want(moments.get(0));
        assertThat(pace.count(START, () -> false)).isNotNull();
        pace.want(moments.get(0));
        assertThat(pace.count(START + PACE, () -> false)).isNull();
        pace.want(moments.get(1));
        pace.want(null);
        assertThat(pace.count(START + 2 * PACE, () -> false)).isNull();
    }

    @Test
    void whileTrainingItTakesATenthOfTheTimeAndAtRestNoneIsLost() {
        AtomicLong time = new AtomicLong();
        OutcomePace slow = new OutcomePace(new CpuEngine(), () -> time.getAndAdd(1_000_000_000));
        slow.want(moments.get(0));
        assertThat(slow.count(START, () -> false)).isNotNull();

        slow.want(moments.get(1));
        // It took a second.
        assertThat(slow.untilDue(START)).isBetween(9_990_000_000L, 10_010_000_000L);
        Snapshot moment = moments.get(1);
        slow.want(new Snapshot(moment.experiment(), moment.dataset(), 1, moment.step(), moment.epoch(), moment.parameters(),
                moment.optimizer(), moment.train(), moment.test(), 0, false, History.EMPTY));
        assertThat(slow.untilDue(START)).isEqualTo(PACE);
    }
}
