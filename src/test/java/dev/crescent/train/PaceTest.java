package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;
    /// Anywhere: times are not counted from 0, and may be negative.
    private static final long START = -5 * SECOND + 17;

    private static Pace at(double speed) {
        Pace pace = new Pace();
        pace.set(speed, START);
        return pace;
    }

    @Test
    void withoutALimitEverythingIsDue() {
        Pace pace = new Pace();
        pace.start(START);
        pace.took(1_000_000, 10_000_000, START + SECOND);
        assertThat(pace.due(START + SECOND)).isEqualTo(Long.MAX_VALUE);
        assertThat(pace.untilNext(START + SECOND)).isZero();
    }

    @Test
    void oneStepASecondIsOneStepASecond() {
        Pace pace = at(1);
        for (int second = 0; second < 100; second++) {
            long now = START + second * SECOND;
            assertThat(pace.due(now)).isEqualTo(1);
            assertThat(pace.untilNext(now)).isZero();
            pace.took(1, 10, now);
            assertThat(pace.due(now + SECOND / 2)).isZero();
            assertThat(pace.untilNext(now + SECOND / 4)).isCloseTo(3 * SECOND / 4, within(2L));
        }
        assertThat(pace.samplesPerSecond(START + 99 * SECOND)).isCloseTo(10, within(1e-9));
    }

    @Test
    void aThousandStepsASecondAreAThousandHoweverLateEachLook() {
        Pace pace = at(1000);
        long taken = 0;
        for (long now = START; now <= START + 10 * SECOND; now += 7_300_000) {
            long due = pace.due(now);
            taken += due;
            pace.took(due, due, now);
        }
        assertThat(taken).isBetween(9_990L, 10_001L);
    }

    @Test
    void afterAStallItGoesOnAtItsPaceAndDoesNotRace() {
        for (double speed : new double[] {1, 3, 60, 1000}) {
            Pace pace = at(speed);
            pace.took(1, 10, START);
            long now = START + 3600 * SECOND;
            long burst = pace.due(now);
            assertThat(burst).isBetween(1L, (long) Math.ceil(speed / 10));
            pace.took(burst, 10 * burst, now);
            assertThat(pace.due(now)).as("speed %s", speed).isZero();
            assertThat(pace.due(now + SECOND / 50)).isLessThanOrEqualTo((long) Math.ceil(speed / 50));
            assertThat(pace.untilNext(now)).isBetween(1L, (long) (SECOND / speed) + 1);
        }
    }

    @Test
    void whatWasMissedForLongerThanATenthOfASecondIsNotMadeUpFor() {
        Pace pace = at(100);
        pace.took(1, 1, START);
        long now = START + 154_000_000;
        assertThat(pace.due(now)).isEqualTo(10);
        pace.took(10, 10, now);
        assertThat(pace.due(now)).isZero();
        assertThat(pace.untilNext(now)).isEqualTo(10_000_000);
    }

    @Test
    void aMachineThatIsTooSlowDoesNotRaceOnceItCan() {
        Pace pace = at(1_000_000);
        long now = START;
        for (int i = 0; i < 1000; i++) {
            now += 4_000_000;
            pace.took(10, 100, now);
        }
        assertThat(pace.due(now)).isLessThanOrEqualTo(100_000);
        pace.took(pace.due(now), 0, now);
        assertThat(pace.due(now + 1_000_000)).isLessThanOrEqualTo(1_001);
    }

    @Test
    void theRateIsOfTheLastHalfSecond() {
        Pace pace = new Pace();
        pace.start(START);
        pace.took(1, 1000, START + SECOND / 10);
        assertThat(pace.samplesPerSecond(START + SECOND / 10)).isCloseTo(10_000, within(1e-6));
        pace.took(1, 1000, START + SECOND / 2);
        assertThat(pace.samplesPerSecond(START + SECOND / 2)).isCloseTo(4_000, within(1e-6));
        pace.took(1, 8000, START + SECOND);
        assertThat(pace.samplesPerSecond(START + SECOND)).isCloseTo(16_000, within(1e-6));
        pace.stop();
        assertThat(pace.samplesPerSecond(START + SECOND)).isZero();
    }

    @Test
    void publishingTakesASmallShareOfTheTime() {
        Rhythm rhythm = new Rhythm();
        long cost = 10_000_000;
        rhythm.published(0, START, START + cost);
        rhythm.published(1, START + cost, START + 2 * cost);
        long end = START + 2 * cost;
        assertThat(rhythm.isDue(1, end + SECOND, 0)).as("nothing new").isFalse();
        assertThat(rhythm.isDue(2, end + 120_000_000, 0)).isFalse();
        assertThat(rhythm.isDue(2, end + 126_000_000, 0)).isTrue();
        assertThat(rhythm.isDue(2, end + 13_000_000, SECOND)).as("there is time").isTrue();
        assertThat(rhythm.isDue(2, end + 11_000_000, SECOND)).as("faster than any screen").isFalse();
        assertThat(rhythm.untilNext(1, end)).as("nothing new").isEqualTo(Long.MAX_VALUE);
        assertThat(rhythm.untilNext(2, end + 2_000_000)).isEqualTo(10_000_000);
        assertThat(rhythm.untilNext(2, end + SECOND)).isEqualTo(1);
        rhythm.published(2, end, end + SECOND);
        assertThat(rhythm.isDue(3, end + SECOND + 126_000_000, 0)).as("one that was held up").isTrue();
    }
}
