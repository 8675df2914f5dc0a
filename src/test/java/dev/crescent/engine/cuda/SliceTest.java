package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {
    private static final long MOST = 20_000_000;

    /// Launches of a device whose steps take so long, beside 30 microseconds for each launch.
    private static List<Long> launches(Slice slice, long nanosPerStep, int count) {
        List<Long> lasted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int steps = slice.steps();
            lasted.add(30_000 + steps * nanosPerStep);
            slice.took(steps, lasted.getLast());
        }
        return lasted;
    }

    @ParameterizedTest
    @ValueSource(longs = {800, 10_000, 100_000, 600_000})
    void launchesBecomeAsLongAsTheyShouldBeAndNeverTooLong(long nanosPerStep) {
        List<Long> lasted = launches(new Slice(), nanosPerStep, 20);
        assertThat(lasted).allMatch(nanos -> nanos <= MOST);
        assertThat(lasted.getLast()).isBetween(6_000_000L, 14_000_000L);
    }

    @Test
    void stepsThatAreLongerThanALaunchShouldBeAreTakenOneByOne() {
        Slice slice = new Slice();
        launches(slice, 50_000_000, 1);
        assertThat(slice.steps()).isEqualTo(1);
    }

    @Test
    void whatBecomesSlowIsCutShortAtOnceAndLongAgainInAWhile() {
        Slice slice = new Slice();
        launches(slice, 1000, 20);
        launches(slice, 100_000, 1);
        assertThat(launches(slice, 100_000, 1)).allMatch(nanos -> nanos <= MOST);
        List<Long> lasted = launches(slice, 1000, 20);
        assertThat(lasted).allMatch(nanos -> nanos <= MOST);
        assertThat(lasted.getLast()).isGreaterThan(6_000_000);
    }

    /// The end of an epoch: its time is mostly that of the launch.
    @Test
    void shortLaunchesDoNotMakeTheNextOnesLong() {
        Slice slice = new Slice();
        int before = slice.steps();
        slice.took(1, 1);
        assertThat(slice.steps()).isEqualTo(before);
    }
}
