package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What is kept of a run, and that it goes on from there as it went.
class TimelineTest {
    private static final Dataset POINTS = data(10);
    private static final double STEPS_PER_EPOCH = 10;

    private static Dataset data(int samples) {
        Dataset.Samples part = new Dataset.Samples(samples, new float[2 * samples], new float[2 * samples], 2,
                new int[samples], new float[samples]);
        return new Dataset(Task.CLASSIFICATION, List.of("0", "1"), List.of("x1", "x2"), List.of(2), part, part, null);
    }

    private static Snapshot snapshot(long run, long step, int size, Dataset data, Experiment experiment) {
        float[] parameters = new float[size];
        parameters[0] = step;
        return new Snapshot(experiment, data, run, step, step / STEPS_PER_EPOCH, parameters,
                new OptimizerState(step, 0, List.of(new float[size], new float[size])), new Metrics(1.0 / (1 + step), 0.5),
                new Metrics(0.7, 0.5), 1000, true, History.EMPTY.with(step / STEPS_PER_EPOCH, 1, 1, 1, 1));
    }

    private static Snapshot snapshot(long run, long step) {
        return snapshot(run, step, 1, POINTS, Experiment.defaults());
    }

    private static List<Long> steps(Timeline timeline) {
        return IntStream.range(0, timeline.size()).mapToObj(timeline::step).toList();
    }

    private static Timeline of(long... steps) {
        Timeline timeline = new Timeline();
        LongStream.of(steps).forEach(step -> timeline.see(snapshot(1, step)));
        return timeline;
    }

    @Test
    void aMillionSnapshotsStayInBoundsAndTheFirstAndTheLastAreKept() {
        Timeline timeline = new Timeline();
        for (long step = 0; step <= 1_000_000; step++) {
            timeline.see(snapshot(1, step));
            if (timeline.size() > Timeline.MOST_MOMENTS || timeline.step(0) != 0
                    || timeline.step(timeline.size() - 1) != step) {
                throw new AssertionError(timeline.size() + " moments, the last of step " + step);
            }
        }
        List<Long> steps = steps(timeline);
        assertThat(steps).hasSize(Timeline.MOST_MOMENTS).isSorted().doesNotHaveDuplicates();
        assertThat(timeline.bytes()).isEqualTo(Timeline.MOST_MOMENTS * Timeline.bytes(snapshot(1, 0)));
        // Lately all of them; then each stretch that is as old as all after it together is thinner than the next one, but
        // for the unevenness of what was kept.
        assertThat(steps.subList(steps.size() - 128, steps.size()))
                .isEqualTo(LongStream.rangeClosed(1_000_000 - 127, 1_000_000).boxed().toList());
        double spacing = 1;
        for (long age = 1000; age <= 512_000; age *= 2) {
            double older = spacing(steps, 1_000_000 - 2 * age, 1_000_000 - age);
            assertThat(older).as("spacing of what is %d to %d steps ago", age, 2 * age).isGreaterThan(0.8 * spacing);
            spacing = Math.max(spacing, older);
        }
        assertThat(spacing).isBetween(1_000_000 / 400.0, 1_000_000 / 100.0);
    }

    /// The mean distance of the moments between two steps.
    private static double spacing(List<Long> steps, long from, long to) {
        return (to - Math.max(0, from)) / Math.max(1.0, steps.stream().filter(step -> step >= from && step < to).count());
    }

    @Test
    void ofALargeNetworkThereAreFewerMoments() {
        int size = 100_000;
        long each = Timeline.bytes(snapshot(1, 0, size, POINTS, Experiment.defaults()));
        Timeline timeline = new Timeline(512, 20 * each);
        for (long step = 0; step < 300; step++) {
            timeline.see(snapshot(1, step, size, POINTS, Experiment.defaults()));
            assertThat(timeline.bytes()).isLessThanOrEqualTo(20 * each);
        }
        assertThat(each).isBetween(1_200_000L, 1_201_000L);
        assertThat(steps(timeline)).hasSize(20).startsWith(0L).endsWith(298L, 299L);
        Timeline tight = new Timeline(512, each / 2);
        for (long step = 0; step < 5; step++) {
            tight.see(snapshot(1, step, size, POINTS, Experiment.defaults()));
        }
        assertThat(steps(tight)).as("the first and the newest, whatever they take").containsExactly(0L, 4L);
    }

    @Test
    void anEarlierStepTakesItBackAndAnotherRunBeginsAnew() {
        Timeline timeline = of(0, 5, 9, 9, 20);
        assertThat(steps(timeline)).containsExactly(0L, 5L, 9L, 20L);
        timeline.see(snapshot(1, 7));
        assertThat(steps(timeline)).containsExactly(0L, 5L, 7L);
        timeline.see(snapshot(2, 8));
        assertThat(steps(timeline)).containsExactly(8L);
        assertThat(timeline.bytes()).isEqualTo(Timeline.bytes(snapshot(2, 8)));
    }

    @Test
    void aMomentIsFoundByItsEpochOrStep() {
        Timeline timeline = of(0, 10, 20, 40);
        assertThat(List.of(timeline.nearest(-1), timeline.nearest(0.4), timeline.nearest(0.6), timeline.nearest(2.9),
                timeline.nearest(3.1), timeline.nearest(99))).containsExactly(0, 0, 1, 2, 3, 3);
        assertThat(List.of(timeline.upTo(-1), timeline.upTo(0.9), timeline.upTo(1), timeline.upTo(3.9), timeline.upTo(4)))
                .containsExactly(0, 0, 1, 2, 3);
        assertThat(List.of(timeline.ofStep(0), timeline.ofStep(19), timeline.ofStep(20), timeline.ofStep(99)))
                .containsExactly(0, 1, 2, 3);
        assertThat(new Timeline().nearest(1)).isEqualTo(-1);
        assertThat(new Timeline().upTo(1)).isEqualTo(-1);
    }

    @Test
    void aMomentRestsAndHasTheWholeHistoryAndTheNewestIsAsItIs() {
        Timeline timeline = of(0, 10);
        Snapshot newest = snapshot(1, 20);
        timeline.see(newest);
        assertThat(timeline.moment(2)).isSameAs(newest);
        Snapshot earlier = timeline.moment(1);
        assertThat(earlier.running()).isFalse();
        assertThat(earlier.samplesPerSecond()).isZero();
        assertThat(earlier.history()).isSameAs(newest.history());
        assertThat(earlier.parameters()).containsExactly(10);
        assertThat(earlier.optimizer().step()).isEqualTo(10);
        assertThat(earlier.epoch()).isEqualTo(1);
    }

    @Test
    void aRunThatIsExpectedHasItsMomentsBack() {
        Timeline timeline = of(0, 10, 20, 30);
        List<Snapshot> left = timeline.moments();
        timeline.see(snapshot(1, 10));
        timeline.see(snapshot(1, 12));
        timeline.expect(left, left.getLast());
        timeline.see(snapshot(1, 13));
        assertThat(steps(timeline)).as("not yet").containsExactly(0L, 10L, 12L, 13L);
        assertThat(timeline.see(snapshot(4, 30))).isTrue();
        assertThat(steps(timeline)).containsExactly(0L, 10L, 20L, 30L);
        assertThat(timeline.moment(1).run()).as("of the run that it is now").isEqualTo(4);
        assertThat(timeline.see(snapshot(4, 31))).isFalse();
        assertThat(steps(timeline)).containsExactly(0L, 10L, 20L, 30L, 31L);

        timeline.expect(left, left.getLast());
        timeline.see(snapshot(5, 2));
        assertThat(steps(timeline)).as("another one before it").containsExactly(2L);
        timeline.see(snapshot(6, 30));
        assertThat(steps(timeline)).containsExactly(0L, 10L, 20L, 30L);
    }

    @Test
    void otherDataThatTakeTooMuchAreForgottenTheOldestFirst() {
        Dataset large = data(1000);
        Dataset larger = data(1200);
        Timeline timeline = new Timeline(512, 100_000);
        Experiment plain = Experiment.defaults();
        timeline.see(snapshot(1, 0, 1, POINTS, plain));
        timeline.see(snapshot(1, 1, 1, large, plain));
        timeline.see(snapshot(1, 2, 1, larger, plain));
        assertThat(steps(timeline)).as("48,480 bytes of others").containsExactly(0L, 1L, 2L);
        timeline.see(snapshot(1, 3, 1, data(10), plain));
        assertThat(steps(timeline)).as("57,600 and 48,000 are too many").containsExactly(2L, 3L);
        assertThat(timeline.bytes()).isEqualTo(2 * Timeline.bytes(snapshot(1, 0)));
    }

    @Test
    void samplesThatEveryEpochDrawsAnewAreNotKept() {
        Experiment fresh = Experiment.defaults().withData(new Data(new Source.Digits(60, true), 3, 0.5, Scaling.UNIT));
        Timeline timeline = new Timeline(512, 1000);
        for (long step = 0; step < 50; step++) {
            timeline.see(snapshot(1, step, 1, data(1000), fresh));
        }
        assertThat(timeline.size()).isGreaterThan(2);
        assertThat(timeline.moments().stream().map(Snapshot::dataset).distinct()).hasSize(1);
        assertThat(timeline.step(0)).isZero();
    }

    /// Every bit, for what is random or counts steps: shuffling, dropout, noise, schedule, bias correction.
    @Test
    void fromAnyMomentTheRunGoesOnAsItWent() {
        Driven driven = Driven.of(Experiments.random());
        Timeline timeline = new Timeline();
        timeline.see(driven.latest());
        for (int i = 0; i < 60; i++) {
            timeline.see(driven.steps(1).latest());
        }
        Snapshot end = driven.latest();
        List<float[]> way = new ArrayList<>();
        timeline.moments().forEach(moment -> way.add(moment.parameters()));
        for (int from : new int[] {40, 33, 7, 0, 21}) {
            Snapshot moment = timeline.moment(from);
            driven.ask(new Command.Return(moment, moment.experiment()));
            assertThat(driven.latest().step()).isEqualTo(from);
            assertThat(driven.latest().running()).isFalse();
            assertThat(driven.latest().run()).as("still the same run").isEqualTo(end.run());
            assertThat(driven.latest().history().epoch(driven.latest().history().size() - 1))
                    .as("what came after is not this run's").isEqualTo(moment.epoch());
            for (int step = from + 1; step <= 60; step++) {
                assertThat(driven.steps(1).latest().parameters()).as("step %d after a return to %d", step, from)
                        .isEqualTo(way.get(step));
            }
            assertThat(driven.latest().train()).isEqualTo(end.train());
            assertThat(driven.latest().optimizer().vectors()).usingRecursiveComparison().isEqualTo(end.optimizer().vectors());
        }
    }

    @Test
    void freshDigitsGoOnAsTheyWentThoughOnlyTheNewestAreThere() {
        Experiment plain = Experiments.moons();
        Experiment digits = plain.withData(new Data(new Source.Digits(60, true), 3, 0.5, Scaling.UNIT))
                .withModel(new Model.Network(1, List.of(new Layer.Dense(10,
                        Activation.SOFTMAX))));
        Driven driven = Driven.of(digits);
        Timeline timeline = new Timeline();
        timeline.see(driven.latest());
        for (int i = 0; i < 12; i++) {
            timeline.see(driven.steps(1).latest());
        }
        float[] end = driven.latest().parameters();
        Snapshot moment = timeline.moment(2);
        driven.ask(new Command.Return(moment, moment.experiment())).steps(10);
        assertThat(driven.latest().parameters()).isEqualTo(end);
    }
}
