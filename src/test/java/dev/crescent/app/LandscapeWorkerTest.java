package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.app.LandscapeWorker.Answer;
import dev.crescent.app.LandscapeWorker.Found;
import dev.crescent.app.LandscapeWorker.None;
import dev.crescent.app.LandscapeWorker.Question;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.Part;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.insight.landscape.Area;
import dev.crescent.insight.landscape.LossGrid;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.PlaneChoice;
import dev.crescent.train.Engines;
import dev.crescent.train.History;
import dev.crescent.train.Run;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Texts;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.Surface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class LandscapeWorkerTest {
    private static final PlaneChoice PATH = new PlaneChoice.Path();
    private static List<Snapshot> moments;
    private static List<PathPoint> path;

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final LandscapeWorker worker = new LandscapeWorker(new Engines(List.of(new CpuEngine(1))), failure::complete);

    @BeforeAll
    static void train() throws Exception {
        Experiment experiment = Experiment.defaults();
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        moments = new ArrayList<>();
        path = new ArrayList<>();
        try (Run run = Run.start(experiment, data, new Engines(List.of(new CpuEngine(1))))) {
            for (int i = 0; i < 40; i++) {
                Metrics train = run.evaluate(Part.TRAINING);
                Metrics test = run.evaluate(Part.TEST);
                Snapshot moment = new Snapshot(experiment, data, 1, run.step(), run.epoch(), run.parameters(),
                        run.optimizerState(), train, test, 0, false, History.EMPTY);
                moments.add(moment);
                path.add(PathPoint.of(moment));
                for (int step = 0; step < 10; step++) {
                    run.train();
                }
            }
        }
    }

    @AfterEach
    void end() {
        worker.close();
        assertThat(failure).isNotDone();
    }

    private static Snapshot running(Snapshot of) {
        return new Snapshot(of.experiment(), of.dataset(), of.run(), of.step(), of.epoch(), of.parameters(), of.optimizer(),
                of.train(), of.test(), 1, true, of.history());
    }

    private static List<Walker> walk(List<PathPoint> way) {
        return List.of(new Walker("Adam", "A", 3, way, true));
    }

    private static Question question(int moment, PlaneChoice plane, Part part, boolean gradients) {
        return new Question(moments.get(moment), walk(path.subList(0, moment + 1)), plane, part, gradients);
    }

    private Found until(Predicate<Found> condition) {
        return (Found) untilAnswer(answer -> answer instanceof Found found && condition.test(found));
    }

    private Answer untilAnswer(Predicate<Answer> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < end) {
            Answer answer = worker.take();
            if (answer != null && condition.test(answer)) {
                return answer;
            }
            LockSupport.parkNanos(200_000);
        }
        throw new AssertionError("Not seen in 30 s");
    }

    @Test
    void atRestTheWholeLandscapeIsComputedAndTrueAtTheBall() {
        Question question = question(39, PATH, Part.TRAINING, false);
        worker.ask(question);
        Found found = until(f -> f.grid().isComplete());
        assertThat(found.question()).isSameAs(question);
        assertThat(found.grid().side()).isEqualTo(LossGrid.USUAL_SIDE);
        assertThat(found.walk().loss()).isCloseTo(moments.get(39).train().loss(), within(1e-6));
        assertThat(found.walk().ball().distance()).isCloseTo(0, within(1e-5));
        assertThat(found.grid().at(found.walk().ball().a(), found.walk().ball().b())).isCloseTo(found.walk().loss(), within(0.05 * found.walk().loss()));
        assertThat(found.held().whole()).isBetween(0.5, 1.0);
        assertThat(found.measured().isWhole()).isTrue();
        assertThat(found.gradients()).isNull();
    }

    @Test
    void theTestPartHasItsOwnLosses() {
        worker.ask(question(39, PATH, Part.TEST, false));
        assertThat(until(f -> f.grid().isComplete()).walk().loss()).isCloseTo(moments.get(39).test().loss(), within(1e-6));
    }

    @Test
    void theGridStaysWhileTheGroundDoes() {
        worker.ask(question(30, new PlaneChoice.Parameters(0, 1), Part.TRAINING, false));
        Found first = until(f -> f.grid().isComplete());
        worker.ask(question(30, new PlaneChoice.Parameters(0, 1), Part.TRAINING, true));
        Found next = until(f -> f.gradients() != null);
        assertThat(next.ground()).isSameAs(first.ground());
        assertThat(next.grid()).isSameAs(first.grid());
        worker.ask(question(39, new PlaneChoice.Parameters(0, 1), Part.TRAINING, false));
        assertThat(until(f -> f.question().snapshot() == moments.get(39)).ground()).isNotSameAs(first.ground());
    }

    @Test
    void whileTrainingItGoesOnWithTheSameQuestionUntilAllIsComputed() {
        worker.ask(new Question(running(moments.get(39)), walk(path), PATH, Part.TRAINING, true));
        Found found = until(f -> f.grid().isComplete());
        assertThat(found.question().snapshot().running()).isTrue();
        assertThat(Objects.requireNonNull(found.gradients()).cloud().batchSize()).isEqualTo(10);
    }

    /// Each turn has a landscape of its own; what is of one is shown while the worker rests.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whileItRestsTheBallsGoOnUnlessTrainingIsToBeSpared(boolean sparing) throws Exception {
        // Enough of them that a landscape, however warm its code is, takes longer than three questions.
        int samples = sparing ? 8000 : 40_000;
        Experiment many = Experiment.defaults().withData(
                new Data(new Source.Points(PointSet.MOONS, samples, 0.1), 1, 0.5, Scaling.NONE));
        Dataset data = Datasets.load(many.data(), many.features(), Path.of(""));
        worker.spare(sparing);
        Map<LossGrid, Set<Long>> steps = new IdentityHashMap<>();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int most = 0;
        for (int i = 20; most < 3 && (i < 400 || !sparing) && System.nanoTime() < end; i++) {
            Snapshot of = moments.get(20 + i % 10);
            Snapshot now = new Snapshot(many, data, 1, i, i / 400.0, of.parameters(), of.optimizer(), of.train(), of.test(), 1,
                    true, of.history());
            worker.ask(new Question(now, walk(path.subList(0, 30)), PATH, Part.TRAINING, false));
            LockSupport.parkNanos(10_000_000);
            if (worker.take() instanceof Found found && !found.grid().isComplete()) {
                steps.computeIfAbsent(found.grid(), g -> new HashSet<>()).add(found.question().snapshot().step());
                most = steps.values().stream().mapToInt(Set::size).max().orElseThrow();
            }
        }
        if (sparing) {
            assertThat(steps).as("turns").hasSizeGreaterThan(1);
            assertThat(most).as("the end of a turn and the start of the next").isLessThanOrEqualTo(2);
        } else {
            assertThat(most).isEqualTo(3);
        }
    }

    @Test
    void aNewerQuestionReplacesTheOlderAndNobodyIsServedWhoDoesNotLook() {
        worker.ask(question(20, new PlaneChoice.Random(1), Part.TRAINING, false));
        Question newer = question(39, new PlaneChoice.Random(2), Part.TRAINING, false);
        worker.ask(newer);
        assertThat(until(f -> f.grid().isComplete() && f.question() == newer).walk().ball().distance()).isCloseTo(0, within(1e-5));
        worker.rest();
        worker.ask(newer);
        assertThat(until(f -> f.question() == newer)).isNotNull();
    }

    @Test
    void whatCannotBeShownIsSaid() {
        worker.ask(question(0, PATH, Part.TRAINING, false));
        assertThat(((None) untilAnswer(None.class::isInstance)).sentence()).as("the views say it").isEmpty();
        Snapshot moment = moments.get(5);
        float[] broken = moment.parameters().clone();
        broken[3] = Float.NaN;
        Snapshot diverged = new Snapshot(moment.experiment(), moment.dataset(), 2, 1, 1, broken, moment.optimizer(),
                moment.train(), moment.test(), 0, false, History.EMPTY);
        worker.ask(new Question(diverged, walk(List.of(PathPoint.of(diverged))), new PlaneChoice.Random(1), Part.TRAINING, false));
        assertThat(((None) untilAnswer(a -> a instanceof None none && !none.sentence().isEmpty())).sentence())
                .isEqualTo(Texts.get("descent.notFinite"));
    }

    @Test
    void aNewGroundIsMovedToSmoothlyAndReached() {
        worker.ask(question(10, PATH, Part.TRAINING, false));
        Found first = until(f -> f.grid().isComplete());
        worker.ask(question(39, PATH, Part.TRAINING, false));
        Found second = until(f -> f.grid().isComplete() && f.question().snapshot() == moments.get(39));
        LandscapeMotion motion = new LandscapeMotion();
        motion.go(first, 0);
        Landscape before = Objects.requireNonNull(motion.frame(0));
        assertThat(motion.frame(1)).as("nothing has changed").isNull();
        motion.go(second, 1000);
        Landscape began = Objects.requireNonNull(motion.frame(1000));
        assertThat(began.surface().aMin()).isCloseTo(before.surface().aMin(), within(1e-9));
        Landscape half = Objects.requireNonNull(motion.frame(1000 + LandscapeMotion.NANOS / 20));
        Landscape ended = Objects.requireNonNull(motion.frame(1000 + LandscapeMotion.NANOS));
        Area area = second.ground().area();
        assertThat(ended.surface().aMin()).isEqualTo(area.aMin());
        double low = Math.min(before.surface().aMin(), area.aMin());
        double high = Math.max(before.surface().aMin(), area.aMin());
        assertThat(half.surface().aMin()).isBetween(low, high).isNotEqualTo(area.aMin());
        assertThat(ended.tracks().getFirst().lastLoss()).isCloseTo(second.walk().loss(), within(1e-6));
        assertThat(motion.frame(1001 + LandscapeMotion.NANOS)).isNull();
        assertSamePlaces(ended.surface(), second.grid());
    }

    private static void assertSamePlaces(Surface surface, LossGrid grid) {
        for (double across : new double[] {0, 0.3, 1}) {
            for (double up : new double[] {0, 0.1, 1}) {
                int node = (int) Math.round(up * (surface.side() - 1)) * surface.side() + (int) Math.round(across * (surface.side() - 1));
                assertThat((double) surface.losses()[node]).isCloseTo(grid.at(surface.a(across), surface.b(up)), within(1e-5));
            }
        }
    }

    @Test
    void halfWayTheLossIsTheGeometricMean() {
        Area area = Area.square(0, 0, 1);
        double[] ones = new double[9];
        double[] fours = new double[9];
        Arrays.fill(ones, 1);
        Arrays.fill(fours, 4);
        fours[0] = Double.NaN;
        LossGrid mixed = LandscapeMotion.mixed(new LossGrid(area, 3, ones), new LossGrid(area, 3, fours), 0.5);
        assertThat(mixed.loss(2, 2)).isCloseTo(2, within(1e-9));
        assertThat(mixed.loss(0, 0)).as("known on one side only").isEqualTo(1);
    }

    @Test
    void beyondAnEdgeTheLossIsThatAtTheEdge() {
        double[] ones = new double[9];
        double[] fours = new double[9];
        Arrays.fill(ones, 1);
        Arrays.fill(fours, 4);
        LossGrid mixed = LandscapeMotion.mixed(new LossGrid(Area.square(0, 0, 1), 3, ones),
                new LossGrid(Area.square(0, 0, 3), 3, fours), 0.5);
        assertThat(mixed.area()).isEqualTo(Area.square(0, 0, 2));
        for (double loss : mixed.losses()) {
            assertThat(loss).isCloseTo(2, within(1e-9));
        }
    }
}
