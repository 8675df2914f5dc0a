package dev.crescent.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The schedules against PyTorch's closed forms of StepLR, ExponentialLR and CosineAnnealingLR.
class ScheduleTest {
    private static void assertFactors(Schedule schedule, double... expected) {
        for (int epoch = 0; epoch < expected.length; epoch++) {
            assertThat(schedule.factor(epoch)).as("epoch %d", epoch).isCloseTo(expected[epoch], within(1e-12));
        }
    }

    @Test
    void aConstantStaysAsItIs() {
        assertFactors(new Schedule.Constant(0), 1, 1, 1);
        assertThat(new Schedule.Constant(0).factorAt(1_000_000, 3, 7)).isEqualTo(1);
    }

    @Test
    void stepsFallEverySoManyEpochs() {
        assertFactors(new Schedule.Step(3, 0.5, 0), 1, 1, 1, 0.5, 0.5, 0.5, 0.25);
    }

    @Test
    void anExponentialFallsEveryEpoch() {
        assertFactors(new Schedule.Exponential(0.9, 0), 1, 0.9, 0.81, 0.729);
        assertThat(new Schedule.Exponential(0.9, 0).factor(1_000_000_000)).isZero();
    }

    @Test
    void aCosineFallsToZeroAndStaysThere() {
        assertFactors(new Schedule.Cosine(4, 0), 1, (2 + Math.sqrt(2)) / 4, 0.5, (2 - Math.sqrt(2)) / 4, 0, 0, 0, 0, 0);
    }

    @Test
    void theRateRisesWithEveryStepOfTheWarmUp() {
        Schedule schedule = new Schedule.Constant(2);
        assertThat(schedule.factorAt(0, 0, 4)).isEqualTo(1 / 8.0);
        assertThat(schedule.factorAt(0, 3, 4)).isEqualTo(0.5);
        assertThat(schedule.factorAt(1, 0, 4)).isEqualTo(5 / 8.0);
        assertThat(schedule.factorAt(1, 3, 4)).isEqualTo(1);
        assertThat(schedule.factorAt(2, 0, 4)).isEqualTo(1);
    }

    @Test
    void theWarmUpIsAFactorOnTheSchedule() {
        assertThat(new Schedule.Exponential(0.5, 4).factorAt(1, 1, 2)).isCloseTo(0.5 * 0.5, within(1e-12));
        assertThat(new Schedule.Step(1, 0.1, 0.5).factorAt(2, 0, 2)).isCloseTo(0.01, within(1e-12));
    }
}
