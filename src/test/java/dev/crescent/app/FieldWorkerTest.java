package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.insight.Confusion;
import dev.crescent.insight.Region;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Trainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FieldWorkerTest {
    private static final Region HOME = Region.square(2, 0);

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final FieldWorker worker = new FieldWorker(new CpuEngine(), failure::complete);

    @AfterEach
    void end() {
        worker.close();
    }

    private static Snapshot snapshot() {
        try (Trainer trainer = new Trainer(Experiment.defaults(), new Engines(List.of(new CpuEngine())), Path.of(""),
                error -> { })) {
            return until(trainer::latest, any -> true);
        }
    }

    private static <T> T until(java.util.function.Supplier<@Nullable T> source, Predicate<T> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < end) {
            T value = source.get();
            if (value != null && condition.test(value)) {
                return value;
            }
            LockSupport.parkNanos(500_000);
        }
        throw new AssertionError("Not seen in 30 s");
    }

    @Test
    void aRestingSnapshotIsRefinedUpToTheFinestAndEachFieldIsTakenOnce() {
        Snapshot snapshot = snapshot();
        worker.ask(snapshot, new Wish(HOME, HOME, null, null, false));
        Fields finest = until(worker::take, fields -> fields.shown().width() == 512);
        assertThat(finest.snapshot()).isSameAs(snapshot);
        assertThat(finest.units().side()).isEqualTo(56);
        assertThat(finest.probe()).isNull();
        assertThat(worker.busy()).isFalse();
        assertThat(worker.take()).isNull();
    }

    @Test
    void aFieldComesWithItsLinesAndKeepsThemUntilItChanges() {
        Snapshot snapshot = snapshot();
        worker.ask(snapshot, new Wish(HOME, HOME, null, null, false));
        Fields output = until(worker::take, fields -> fields.shown().width() == 512);
        assertThat(output.lines().strong()).isNotEmpty();
        assertThat(output.range()).isNull();
        worker.ask(snapshot, new Wish(HOME, HOME, null, new Wish.Place(0, 0), false));
        Fields probed = until(worker::take, fields -> fields.probe() != null);
        assertThat(probed.shown()).isSameAs(output.shown());
        assertThat(probed.lines()).isSameAs(output.lines());
        worker.ask(snapshot, new Wish(HOME, HOME, new Wish.Unit(0, 1), null, false));
        Fields unit = until(worker::take, fields -> fields.wish().unit() != null);
        assertThat(unit.lines()).isNotSameAs(output.lines());
        assertThat(unit.lines().thin()).isEmpty();
        assertThat(unit.range()).isNotNull();
    }

    @Test
    void aPlaceIsAnsweredWithTheOutputsOfTheField() {
        Snapshot snapshot = snapshot();
        worker.ask(snapshot, new Wish(HOME, HOME, null, new Wish.Place(0.5, -0.25), false));
        Fields fields = until(worker::take, some -> some.shown().width() == 512);
        double[] outputs = java.util.Objects.requireNonNull(fields.outputs());
        assertThat(outputs).hasSize(2);
        assertThat(outputs[0] + outputs[1]).isCloseTo(1, within(1e-6));
        assertThat(fields.shown().at(0, 0.5, -0.25)).isCloseTo(outputs[1], within(1e-3));
        assertThat(java.util.Objects.requireNonNull(fields.probe())[0]).containsExactly(0.5f, -0.25f);
    }

    @Test
    void theConfusionIsCountedForTheSnapshotThatIsShownAndOnlyIfWished() {
        Snapshot snapshot = snapshot();
        worker.ask(snapshot, new Wish(HOME, HOME, null, null, false));
        until(worker::take, fields -> fields.shown().width() == 512);
        assertThat(worker.takeOutcome()).isNull();
        worker.ask(snapshot, new Wish(HOME, HOME, null, null, true));
        OutcomePace.Counted counted = until(worker::takeOutcome, any -> true);
        assertThat(counted.snapshot()).isSameAs(snapshot);
        assertThat(((Confusion) counted.outcome()).accuracy()).isEqualTo(snapshot.test().accuracy());
    }

    @Test
    void anErrorIsReportedAndTheNextWishIsServed() throws Exception {
        Snapshot snapshot = snapshot();
        worker.ask(snapshot, new Wish(HOME, HOME, new Wish.Unit(99, 0), null, false));
        assertThat(failure.get(30, TimeUnit.SECONDS)).isInstanceOf(IndexOutOfBoundsException.class);
        worker.ask(snapshot, new Wish(HOME, HOME, new Wish.Unit(0, 5), null, false));
        assertThat(until(worker::take, any -> true).wish().unit()).isEqualTo(new Wish.Unit(0, 5));
    }
}
