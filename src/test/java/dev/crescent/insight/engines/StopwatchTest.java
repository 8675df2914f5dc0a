package dev.crescent.insight.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class StopwatchTest {
    private final AtomicLong clock = new AtomicLong(-5);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Stopwatch watch = new Stopwatch(clock::get, stopped::get);

    private IntSupplier work(int units, long nanos) {
        return () -> {
            clock.addAndGet(nanos);
            return units;
        };
    }

    @Test
    void aSliceLastsUntilItsTimeIsOverAndTakesAtLeastOnePiece() {
        assertThat(watch.slice(work(10, 300), 1000)).isEqualTo(new Stopwatch.Slice(40, 1200));
        assertThat(watch.slice(work(10, 5000), 1000)).isEqualTo(new Stopwatch.Slice(10, 5000));
        assertThat(watch.slice(work(10, 5000), 1000).rate()).isEqualTo(2e6);
    }

    @Test
    void whoeverStopsItWaitsForOnePiece() {
        stopped.set(true);
        assertThat(watch.slice(work(10, 1), 1000)).isEqualTo(new Stopwatch.Slice(10, 1));
        watch.warmUp(work(10, 1), 1000, 1_000_000);
        assertThat(clock.get()).as("nothing more").isEqualTo(-4);
    }

    @Test
    void itIsWarmWhenTheRateIsStable() {
        List<Long> pieces = new ArrayList<>(List.of(900L, 500L, 300L, 210L, 200L, 200L, 200L, 200L, 200L));
        watch.warmUp(() -> {
            clock.addAndGet(pieces.removeFirst());
            return 1;
        }, 1, 1_000_000);
        assertThat(pieces).as("three in a row").hasSize(9 - 6);
    }

    @Test
    void whatIsNeverStableEndsInTime() {
        long[] nanos = {100};
        watch.warmUp(() -> {
            nanos[0] = nanos[0] == 100 ? 200 : 100;
            clock.addAndGet(nanos[0]);
            return 1;
        }, 1, 10_000);
        assertThat(clock.get()).isBetween(9_995L, 10_195L);
    }
}
