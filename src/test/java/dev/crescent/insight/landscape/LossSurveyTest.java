package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Engine;
import dev.crescent.engine.EngineOverCpu;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.Surveyor;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class LossSurveyTest {
    private static final Area AREA = Area.square(0.2, -0.1, 2);
    private static final BooleanSupplier NEVER = () -> false;

    private static LossSurvey survey(Problem problem, Part part, int threads) {
        return new LossSurvey(Worlds.ENGINE, problem, MeasuredSamples.of(problem, part), threads);
    }

    private static Plane plane(Problem problem) {
        return FilterPlane.of(Worlds.layout(problem), Worlds.start(problem), 1).plane();
    }

    private static LossGrid whole(Problem problem, Part part, int threads, int side) {
        try (LossSurvey survey = survey(problem, part, threads)) {
            return survey.compute(plane(problem), LossGrid.empty(AREA, side), Place.ORIGIN, LossSurvey.UNLIMITED, NEVER,
                    _ -> { });
        }
    }

    /// A whole number of losses apart, so that every row and column has its turn.
    private static void assertEnginesOwn(Problem problem, Part part, LossGrid grid) {
        Plane plane = plane(problem);
        assertThat(grid.isComplete()).isTrue();
        for (int at = 0; at < grid.losses().length; at += grid.side() == 51 ? 113 : 7) {
            float[] there = plane.at(grid.a(at % grid.side()), grid.b(at / grid.side()));
            assertThat(grid.losses()[at]).isEqualTo(Worlds.loss(problem, problem.samples(part), there)).isFinite();
        }
    }

    @Test
    void theLandscapeOfThePlaygroundIsTheEnginesOwnLoss() {
        Problem problem = Worlds.playground();
        assertThat(problem.train().count()).isEqualTo(250);
        assertEnginesOwn(problem, Part.TRAINING, whole(problem, Part.TRAINING, 1, 51));
        assertEnginesOwn(problem, Part.TEST, whole(problem, Part.TEST, 1, 51));
    }

    /// Asks a surveyor that likes so many places at once, and notes how many it was asked for.
    private static final class Eager extends EngineOverCpu {
        private final int stride;
        private final List<Integer> asked = new ArrayList<>();

        Eager(int stride) {
            super("eager");
            this.stride = stride;
        }

        @Override
        public Surveyor surveyor(Problem problem, Samples samples) {
            Surveyor own = super.surveyor(problem, samples);
            return new Surveyor() {
                @Override
                public ParameterLayout layout() {
                    return own.layout();
                }

                @Override
                public int stride() {
                    return stride;
                }

                @Override
                public void losses(double[] origin, double[] u, double[] v, double[] places, double[] losses) {
                    asked.add(losses.length);
                    own.losses(origin, u, v, places, losses);
                }

                @Override
                public void close() {
                    own.close();
                }
            };
        }
    }

    @Test
    void anEngineThatLikesManyPlacesIsAskedForAllThatItLikes() {
        Problem problem = Worlds.small(Loss.MEAN_SQUARED_ERROR, Activation.LINEAR);
        LossGrid usual = whole(problem, Part.TEST, 1, 17);
        for (int stride : new int[] {17 * 17, 100}) {
            Eager engine = new Eager(stride);
            try (LossSurvey survey = new LossSurvey(engine, problem, MeasuredSamples.of(problem, Part.TEST), 1)) {
                LossGrid grid = survey.compute(plane(problem), LossGrid.empty(AREA, 17), Place.ORIGIN, LossSurvey.UNLIMITED,
                        NEVER, _ -> { });
                assertThat(grid.losses()).isEqualTo(usual.losses());
            }
            if (stride == 100) {
                assertThat(engine.asked).as("squares of 8, 4, 2 and 1 points").startsWith(9, 16, 56).hasSizeLessThanOrEqualTo(6);
            } else {
                assertThat(engine.asked).containsExactly(17 * 17);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = Loss.class, names = "CROSS_ENTROPY", mode = EnumSource.Mode.EXCLUDE)
    void everyLossIsTheEnginesOwn(Loss loss) {
        Problem problem = Worlds.small(loss, loss == Loss.BINARY_CROSS_ENTROPY ? Activation.SIGMOID : Activation.LINEAR);
        assertEnginesOwn(problem, Part.TEST, whole(problem, Part.TEST, 1, 17));
    }

    @Test
    void imagesGoThroughEveryLayerAsInEvaluation() {
        Problem problem = Worlds.images();
        assertEnginesOwn(problem, Part.TRAINING, whole(problem, Part.TRAINING, 2, 9));
    }

    @Test
    void penaltiesAreLeftOut() {
        Problem plain = Worlds.small(Loss.MEAN_SQUARED_ERROR, Activation.LINEAR);
        Problem penalized = new Problem(plain.network(), plain.training().withPenalty(0.5, 0.5), plain.inputShape(),
                plain.train(), plain.test());
        double[] losses = whole(plain, Part.TRAINING, 1, 9).losses();
        assertThat(whole(penalized, Part.TRAINING, 1, 9).losses()).containsExactly(losses);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Problem problem = Worlds.playground();
        double[] alone = whole(problem, Part.TRAINING, 1, 51).losses();
        assertThat(whole(problem, Part.TRAINING, 2, 51).losses()).containsExactly(alone);
        assertThat(whole(problem, Part.TRAINING, 5, 51).losses()).containsExactly(alone);
    }

    @Test
    void whatIsShownOnTheWayGrowsAndAgreesWithTheEnd() {
        Problem problem = Worlds.playground();
        List<LossGrid> shown = new ArrayList<>();
        LossGrid end;
        try (LossSurvey survey = survey(problem, Part.TRAINING, 2)) {
            end = survey.compute(plane(problem), LossGrid.empty(AREA, 51), Place.ORIGIN, LossSurvey.UNLIMITED, NEVER,
                    shown::add);
        }
        assertThat(shown).hasSizeGreaterThanOrEqualTo(3);
        int before = 0;
        for (LossGrid grid : shown) {
            assertThat(grid.known()).isGreaterThan(before).isLessThan(51 * 51);
            before = grid.known();
            for (int at = 0; at < grid.losses().length; at++) {
                assertThat(Double.isNaN(grid.losses()[at]) || grid.losses()[at] == end.losses()[at]).isTrue();
            }
        }
        assertThat(shown.stream().filter(grid -> grid.known() == 64)).hasSize(1);
        LossGrid coarse = shown.stream().filter(grid -> grid.known() >= 64).findFirst().orElseThrow();
        assertThat(coarse.filled().isComplete()).isTrue();
    }

    @Test
    void whoIsStoppedComputesNoMore() {
        Problem problem = Worlds.playground();
        AtomicInteger asked = new AtomicInteger();
        for (int threads : new int[] {1, 2}) {
            try (LossSurvey survey = survey(problem, Part.TRAINING, threads)) {
                asked.set(0);
                LossGrid none = survey.compute(plane(problem), LossGrid.empty(AREA, 51), Place.ORIGIN, LossSurvey.UNLIMITED,
                        () -> true, _ -> { });
                // Another thread may have begun before anybody looked.
                assertThat(none.known()).isLessThanOrEqualTo(threads);
                LossGrid some = survey.compute(plane(problem), LossGrid.empty(AREA, 51), Place.ORIGIN, LossSurvey.UNLIMITED,
                        () -> asked.incrementAndGet() > 2, _ -> { });
                // At the latest it was asked at the start of the third batch, behind which is the second level at most.
                assertThat(some.known()).isBetween(1, 14 * 14);
                assertThat(asked).hasValue(3);
            }
        }
    }

    @Test
    void aSurveyGoesOnAfterItWasStopped() {
        Problem problem = Worlds.playground();
        AtomicInteger asked = new AtomicInteger();
        try (LossSurvey survey = survey(problem, Part.TRAINING, 2)) {
            LossGrid half = survey.compute(plane(problem), LossGrid.empty(AREA, 51), Place.ORIGIN, LossSurvey.UNLIMITED,
                    () -> asked.incrementAndGet() > 2, _ -> { });
            assertThat(half.isComplete()).isFalse();
            double[] marked = half.losses().clone();
            int first = 0;
            while (Double.isNaN(marked[first])) {
                first++;
            }
            marked[first] = -7;
            LossGrid end = survey.compute(plane(problem), new LossGrid(AREA, 51, marked), Place.ORIGIN,
                    LossSurvey.UNLIMITED, NEVER, _ -> { });
            assertThat(end.losses()[first]).as("is not computed again").isEqualTo(-7);
            marked[first] = half.losses()[first];
            double[] losses = end.losses().clone();
            losses[first] = half.losses()[first];
            assertThat(losses).containsExactly(whole(problem, Part.TRAINING, 1, 51).losses());
        }
    }

    @Test
    void withoutTimeThereAreStillTheCoarsestPoints() {
        Problem problem = Worlds.playground();
        try (LossSurvey survey = survey(problem, Part.TRAINING, 2)) {
            LossGrid grid = survey.compute(plane(problem), LossGrid.empty(AREA, 51), Place.ORIGIN, 0, NEVER, _ -> { });
            assertThat(grid.known()).isEqualTo(64);
            assertThat(grid.filled().isComplete()).isTrue();
        }
    }

    @Test
    void lossesThatAreNoNumbersAreInfiniteAndThePictureStaysFinite() {
        Problem problem = Worlds.bowl();
        Plane plane = Plane.ofParameters(Worlds.layout(problem), Worlds.start(problem), 0, 1);
        Area huge = new Area(-1, 3e38, -1, 3e38);
        LossGrid grid;
        try (LossSurvey survey = survey(problem, Part.TRAINING, 1)) {
            grid = survey.compute(plane, LossGrid.empty(huge, 17), Place.ORIGIN, LossSurvey.UNLIMITED, NEVER, _ -> { });
            assertThat(survey.loss(new float[] {Float.NaN, 0})).isInfinite();
            assertThat(survey.loss(new float[] {1, 0})).isFinite();
        }
        assertThat(grid.isComplete()).isTrue();
        assertThat(grid.losses()).contains(Double.POSITIVE_INFINITY);
        assertThat(Arrays.stream(grid.losses()).anyMatch(Double::isFinite)).isTrue();
        LossRange range = LossRange.of(grid);
        assertThat(range.low()).isPositive();
        assertThat(range.high()).isFinite().isGreaterThan(range.low());
    }

    @Test
    void withoutSamplesNothingIsComputed() {
        Problem problem = Worlds.playground();
        Problem untested = new Problem(problem.network(), problem.training(), problem.inputShape(), problem.train(),
                Samples.none(2, 1));
        assertThat(whole(untested, Part.TEST, 2, 9).known()).isZero();
        try (LossSurvey survey = survey(untested, Part.TEST, 1)) {
            assertThat(survey.loss(Worlds.start(problem))).isNaN();
        }
    }

    @Test
    void whatFailsOnAThreadFailsHereAndTheSurveyCanBeClosed() {
        Problem problem = Worlds.playground();
        Plane longer = Plane.of(Worlds.Nets.flat(99), new float[99], Worlds.random(99, 1), Worlds.random(99, 2));
        try (LossSurvey survey = survey(problem, Part.TRAINING, 2)) {
            assertThatThrownBy(() -> survey.compute(longer, LossGrid.empty(AREA, 9), Place.ORIGIN, LossSurvey.UNLIMITED,
                    NEVER, _ -> { })).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> survey.loss(new float[3])).isInstanceOf(IllegalArgumentException.class);
            assertThat(survey.compute(plane(problem), LossGrid.empty(AREA, 9), Place.ORIGIN, LossSurvey.UNLIMITED, NEVER,
                    _ -> { }).isComplete()).isTrue();
        }
        assertThatThrownBy(() -> survey(problem, Part.TRAINING, 0)).hasMessageContaining("threads");
    }

    @Test
    void sessionsAreClosedEvenWhereThereIsNoRoomForAll() {
        Problem problem = Worlds.playground();
        CountingEngine engine = new CountingEngine(2);
        assertThatThrownBy(() -> new LossSurvey(engine, problem, MeasuredSamples.of(problem, Part.TRAINING), 3))
                .hasMessage("no room");
        assertThat(engine.open).hasValue(0);
        try (LossSurvey survey = new LossSurvey(engine, problem, MeasuredSamples.of(problem, Part.TRAINING), 2)) {
            assertThat(survey.measured().isWhole()).isTrue();
            assertThat(engine.open).hasValue(2);
        }
        assertThat(engine.open).hasValue(0);
    }

    /// Opens so many sessions at once.
    private record CountingEngine(int most, AtomicInteger open) implements Engine {
        CountingEngine(int most) {
            this(most, new AtomicInteger());
        }

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public Optional<String> refuses(Problem problem) {
            return Optional.empty();
        }

        @Override
        public Session open(Problem problem) {
            if (open.get() == most) {
                throw new IllegalArgumentException("no room");
            }
            open.incrementAndGet();
            Session session = Worlds.ENGINE.open(problem);
            return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[] {Session.class},
                    (_, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            open.decrementAndGet();
                        }
                        return method.invoke(session, arguments);
                    });
        }

        @Override
        public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
            return Worlds.ENGINE.evaluator(network, inputShape);
        }
    }

    /// Two parameters: the plane of the path is the whole space, and the grid meets a bowl exactly.
    @Test
    void onABowlThePlaneHoldsThePathAndTheDrawnLossIsTheTrueOne() {
        Problem problem = Worlds.bowl();
        List<float[]> path = Worlds.path(problem, 60);
        PathPlane found = PathPlane.of(Worlds.layout(problem), path);
        assertThat(found.held()).isCloseTo(1, within(1e-9));
        List<PathPoint> points = new ArrayList<>();
        for (int step = 0; step < path.size(); step++) {
            double loss = Worlds.loss(problem, problem.train(), path.get(step));
            points.add(new PathPoint(step, loss, Double.NaN, path.get(step)));
        }
        DrawnPath drawn = DrawnPath.of(found.plane(), points);
        assertThat(drawn.farthest()).isLessThan(1e-6);
        LossGrid grid;
        try (LossSurvey survey = survey(problem, Part.TRAINING, 2)) {
            grid = survey.compute(found.plane(), LossGrid.empty(Area.around(drawn.places(), 0.1), 51),
                    drawn.places().getLast(), LossSurvey.UNLIMITED, NEVER, _ -> { });
        }
        double moved = points.getFirst().trainLoss() - points.getLast().trainLoss();
        assertThat(moved).isGreaterThan(0.05);
        for (PathPoint point : points) {
            Place place = found.plane().project(point.parameters());
            assertThat(grid.at(place.a(), place.b())).isCloseTo(point.loss(Part.TRAINING), within(1e-5));
            assertThat(place.distance()).isLessThan(1e-6);
        }
    }
}
