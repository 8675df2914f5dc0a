package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.Metrics;
import org.junit.jupiter.api.Test;

class GoalAndBaselineTest {
    private static final float[] FINITE = {1, -2};

    @Test
    void stepsAndEpochsAddUp() {
        Goal goal = new Goal();
        assertThat(goal.isOnAndOn()).isTrue();
        goal.step();
        goal.step();
        goal.took(1);
        assertThat(goal.reached(0)).isFalse();
        goal.took(1);
        assertThat(goal.reached(0)).isTrue();
        goal.epoch(5);
        goal.epoch(5);
        assertThat(goal.reached(6)).isFalse();
        assertThat(goal.reached(7)).isTrue();
        goal.restart();
        assertThat(goal.reached(0)).isFalse();
        assertThat(goal.reached(1)).isTrue();
        goal.onAndOn();
        goal.restart();
        goal.took(10);
        assertThat(goal.reached(1_000_000)).isFalse();
    }

    @Test
    void aLossTwiceTheBestIsNotGood() {
        Baseline baseline = new Baseline();
        assertThat(baseline.isGood(1, false, false, FINITE)).isTrue();
        assertThat(baseline.isGood(0.1, false, false, FINITE)).isTrue();
        assertThat(baseline.isGood(0.19, false, false, FINITE)).isTrue();
        assertThat(baseline.isGood(0.21, false, false, FINITE)).isFalse();
        assertThat(baseline.isGood(0.1, true, false, FINITE)).isFalse();
        assertThat(baseline.isGood(Double.NaN, false, false, FINITE)).isFalse();
        assertThat(baseline.isGood(0.1, false, false, new float[] {0, Float.POSITIVE_INFINITY})).isFalse();
        assertThat(baseline.isGood(0.1, false, false, FINITE)).as("after NaN").isTrue();
        assertThat(baseline.isGood(Double.NaN, false, true, FINITE)).as("no samples").isTrue();
    }

    @Test
    void aChangeOfAGoodStateIsANewMeasureAndOneOfABadStateIsNot() {
        Baseline baseline = new Baseline();
        baseline.isGood(0.1, false, false, FINITE);
        baseline.changed();
        assertThat(baseline.isGood(5, false, false, FINITE)).isTrue();
        assertThat(baseline.isGood(1000, false, false, FINITE)).isFalse();
        baseline.changed();
        assertThat(baseline.isGood(1000, false, false, FINITE)).isFalse();
        baseline.restart();
        assertThat(baseline.isGood(1000, false, false, FINITE)).isTrue();
        baseline.restart(0.5);
        assertThat(baseline.isGood(1.1, false, false, FINITE)).isFalse();
    }

    @Test
    void aStopConditionSaysWhatWasReachedAndWhatIsLeft() {
        StopCondition stop = new StopCondition(10, 0.05, 0.955);
        Metrics poor = new Metrics(0.5, 0.8);
        Metrics fine = new Metrics(0.05, 0.96);
        assertThat(stop.met(9, poor, poor)).isEmpty();
        assertThat(stop.met(10, poor, poor)).contains("Stopped after 10 epochs.");
        assertThat(new StopCondition(1, 0, 0).met(1, poor, poor)).contains("Stopped after 1 epoch.");
        assertThat(stop.met(9, fine, poor)).contains("Stopped: the training loss reached 0.05.");
        assertThat(stop.met(9, poor, fine)).contains("Stopped: the test accuracy reached 95.5 %.");
        assertThat(stop.met(9, new Metrics(0.5, 0.96), Metrics.NONE))
                .contains("Stopped: the training accuracy reached 95.5 %.");
        assertThat(stop.met(9, new Metrics(0.5, Double.NaN), Metrics.NONE)).isEmpty();
        assertThat(StopCondition.NEVER.met(1_000_000, new Metrics(0, 1), new Metrics(0, 1))).isEmpty();
        assertThat(stop.beyond(10, fine, poor)).isEqualTo(new StopCondition(0, 0, 0.955));
        assertThat(stop.beyond(9, poor, fine)).isEqualTo(new StopCondition(10, 0.05, 0));
    }
}
