package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Part;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Task;
import dev.crescent.train.History;
import dev.crescent.train.Snapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class PathRecorderTest {
    private static PathPoint point(long step, int size) {
        return new PathPoint(step, step / 10.0, step / 5.0, new float[size]);
    }

    private static List<Long> steps(PathRecorder recorder) {
        return recorder.path().stream().map(PathPoint::step).toList();
    }

    @Test
    void memoryIsBoundedTheStartIsKeptAndLatelyEverything() {
        PathRecorder recorder = new PathRecorder(40, 1 << 20);
        for (long step = 0; step <= 5000; step++) {
            recorder.add(1, point(step, 3));
            assertThat(recorder.path()).hasSizeLessThanOrEqualTo(40);
        }
        List<Long> steps = steps(recorder);
        assertThat(steps).hasSize(40).isSorted().startsWith(0L)
                .endsWith(4992L, 4993L, 4994L, 4995L, 4996L, 4997L, 4998L, 4999L, 5000L);
        assertThat(recorder.path().getLast().loss(Part.TRAINING)).isEqualTo(500);
        assertThat(recorder.path().getLast().loss(Part.TEST)).isEqualTo(1000);
    }

    @Test
    void theLongerAgoTheFewerPoints() {
        PathRecorder recorder = new PathRecorder(80, 1 << 20);
        for (long step = 0; step <= 8000; step++) {
            recorder.add(1, point(step, 3));
        }
        List<Long> steps = steps(recorder);
        int[] inQuarter = new int[4];
        long longest = 0;
        for (int i = 0; i < steps.size(); i++) {
            inQuarter[(int) Math.min(3, steps.get(i) / 2000)]++;
            longest = i == 0 ? 0 : Math.max(longest, steps.get(i) - steps.get(i - 1));
        }
        assertThat(inQuarter[0]).isGreaterThanOrEqualTo(4);
        assertThat(inQuarter[3]).isGreaterThan(2 * inQuarter[2]);
        assertThat(inQuarter[2]).isGreaterThanOrEqualTo(inQuarter[1]);
        assertThat(inQuarter[1]).isGreaterThanOrEqualTo(inQuarter[0]);
        assertThat(longest).isLessThan(1000);
    }

    /// The first bend of a long way is still one.
    @Test
    void whereTheWayBendsPointsAreKept() {
        PathRecorder recorder = new PathRecorder(60, 1 << 20);
        for (long step = 0; step <= 6000; step++) {
            double along = Math.min(step, 200) / 200.0;
            float[] parameters = step <= 200
                    ? new float[] {(float) Math.sin(Math.PI * along), (float) (1 - Math.cos(Math.PI * along))}
                    : new float[] {-(step - 200) / 5800f, 2};
            recorder.add(1, new PathPoint(step, 1, 1, parameters));
        }
        List<Long> steps = steps(recorder);
        assertThat(steps).hasSize(60);
        assertThat(steps.stream().filter(step -> step > 0 && step <= 200).count()).as("half a circle").isBetween(6L, 30L);
        assertThat(steps.stream().filter(step -> step > 200 && step < 3000).count()).as("straight on").isLessThan(15);
    }

    @Test
    void aNewRunOrAnotherNetworkBeginsAnew() {
        PathRecorder recorder = new PathRecorder();
        recorder.add(1, point(0, 3));
        recorder.add(1, point(1, 3));
        recorder.add(2, point(5, 3));
        assertThat(steps(recorder)).containsExactly(5L);
        recorder.add(2, point(6, 4));
        assertThat(steps(recorder)).containsExactly(6L);
    }

    @Test
    void aSnapshotsLossesAndParametersAreThePoints() {
        Dataset.Samples none = new Dataset.Samples(0, new float[0], new float[0], 2, new int[0], new float[0]);
        Dataset data = new Dataset(Task.CLASSIFICATION, List.of("0", "1"), List.of("x1", "x2"), List.of(2), none, none,
                null);
        float[] parameters = {1, 2, 3};
        PathRecorder recorder = new PathRecorder();
        recorder.add(2, point(5, 3));
        recorder.add(new Snapshot(Experiment.defaults(), data, 3, 7, 0.5, parameters, OptimizerState.newAt(7),
                new Metrics(0.25, 1), new Metrics(0.75, 0.5), 0, true, History.EMPTY));
        assertThat(recorder.path()).containsExactly(new PathPoint(7, 0.25, 0.75, parameters));
        assertThat(recorder.path().getFirst().loss(Part.TEST)).isEqualTo(0.75);
    }

    @Test
    void theSameStepIsReplacedAndAnEarlierOneTakesThePathBack() {
        PathRecorder recorder = new PathRecorder();
        for (long step = 0; step < 10; step++) {
            recorder.add(1, point(step, 3));
        }
        PathPoint changed = new PathPoint(9, 7, 7, new float[3]);
        recorder.add(1, changed);
        assertThat(recorder.path()).hasSize(10).endsWith(changed);
        recorder.add(1, point(4, 3));
        assertThat(steps(recorder)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void ofLargeNetworksFewerPointsAreKept() {
        PathRecorder recorder = new PathRecorder(200, 1 << 16);
        for (long step = 0; step < 300; step++) {
            recorder.add(1, point(step, 512));
        }
        assertThat(recorder.path()).hasSize(32);
        for (long step = 0; step < 300; step++) {
            recorder.add(2, point(step, 100_000));
        }
        assertThat(recorder.path()).as("a line").hasSize(16);
    }
}
