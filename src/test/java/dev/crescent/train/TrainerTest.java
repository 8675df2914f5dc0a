package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.Part;
import dev.crescent.experiment.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The trainer on its thread.
class TrainerTest {
    private static final long TIMEOUT = 60_000_000_000L;
    private static final int EPOCHS = 400;

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TIMEOUT;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(200_000);
        }
    }

    private static Snapshot await(Trainer trainer, Predicate<Snapshot> wanted) {
        await("snapshot", () -> {
            Snapshot latest = trainer.latest();
            return latest != null && wanted.test(latest);
        });
        return Objects.requireNonNull(trainer.latest());
    }

    private static Notice awaitNotice(Trainer trainer, long number) {
        await("notice", () -> {
            Notice notice = trainer.notice();
            return notice != null && notice.number() >= number;
        });
        return Objects.requireNonNull(trainer.notice());
    }

    private static Trainer trainer(Experiment experiment) {
        return new Trainer(experiment, Experiments.ENGINES, Path.of(""), error -> {
            throw new AssertionError(error);
        });
    }

    private static Command stopAfter(long epochs) {
        return new Command.StopAt(new StopCondition(epochs, 0, 0));
    }

    /// What a run comes to that nobody watches and nobody pauses.
    private static float[] undisturbed() throws Exception {
        try (Run run = Experiments.run(Experiments.random())) {
            while (run.epochsDone() < EPOCHS) {
                run.train();
            }
            assertThat(run.evaluate(Part.TRAINING).loss()).isFinite();
            return run.parameters();
        }
    }

    @Test
    void comesToTheSameBitsAsARunThatNobodyWatches() throws Exception {
        try (Trainer trainer = trainer(Experiments.random())) {
            trainer.send(stopAfter(EPOCHS));
            trainer.send(new Command.Go());
            awaitNotice(trainer, 1);
            Snapshot end = Objects.requireNonNull(trainer.latest());
            assertThat(end.epoch()).isEqualTo(EPOCHS);
            assertThat(end.running()).isFalse();
            assertThat(end.parameters()).isEqualTo(undisturbed());
        }
    }

    @Test
    void comesToTheSameBitsHoweverOftenItIsPaused() throws Exception {
        try (Trainer trainer = trainer(Experiments.random())) {
            Snapshot latest = await(trainer, s -> true);
            for (int i = 0; latest.epoch() < EPOCHS - 50; i++) {
                trainer.send(new Command.Speed(i % 2 == 0 ? 1e5 : Double.POSITIVE_INFINITY));
                trainer.send(stopAfter((long) latest.epoch() + 10));
                trainer.send(i % 3 == 0 ? new Command.Step() : i % 3 == 1 ? new Command.Epoch() : new Command.Go());
                LockSupport.parkNanos(100_000);
                trainer.send(new Command.Pause());
                latest = await(trainer, s -> true);
            }
            trainer.send(new Command.Pause());
            trainer.send(stopAfter(EPOCHS));
            trainer.send(new Command.Go());
            Snapshot end = await(trainer, s -> s.epoch() >= EPOCHS);
            assertThat(end.epoch()).isEqualTo(EPOCHS);
            assertThat(end.parameters()).isEqualTo(undisturbed());
        }
    }

    @Test
    void publishesWhileItTrains() {
        try (Trainer trainer = trainer(Experiments.moons())) {
            Snapshot start = await(trainer, s -> true);
            assertThat(start.running()).isFalse();
            assertThat(start.step()).isZero();
            trainer.send(new Command.Go());
            Snapshot first = await(trainer, s -> s.running() && s.step() > 0);
            Snapshot second = await(trainer, s -> s.step() > first.step() && s.samplesPerSecond() > 0);
            assertThat(second.epoch()).isGreaterThan(first.epoch());
            trainer.send(new Command.Pause());
            Snapshot paused = await(trainer, s -> !s.running());
            assertThat(paused.samplesPerSecond()).isZero();
            assertThat(paused.step()).isGreaterThanOrEqualTo(second.step());
        }
    }

    @Test
    void aFirstExperimentThatIsRefusedIsTold() {
        try (Trainer trainer = trainer(Experiments.refused())) {
            assertThat(awaitNotice(trainer, 1).kind()).isEqualTo(Notice.Kind.REFUSED);
            assertThat(trainer.latest()).isNull();
            trainer.send(new Command.Become(Experiments.moons(), ""));
            await(trainer, s -> s.experiment().equals(Experiments.moons()));
        }
    }

    @Test
    void ofManyChangesThatWaitTheLastCountsAndKeepsAMark() {
        FakeEngine engine = new FakeEngine("cpu");
        try (Trainer trainer = new Trainer(Experiments.moons(), new Engines(List.of(engine)), Path.of(""), _ -> { })) {
            trainer.send(new Command.Step());
            await(trainer, s -> s.step() == 1);
            engine.gate.drainPermits();
            trainer.send(new Command.Become(Experiments.withRate(Experiments.moons(), 0.5), ""));
            await("the first change", () -> engine.opened.get() == 2);
            for (int i = 1; i <= 1000; i++) {
                trainer.send(new Command.Become(Experiments.withRate(Experiments.moons(), i), i < 1000 ? "rate" : ""));
            }
            engine.gate.release(2000);
            Snapshot last = await(trainer, s -> s.experiment().training().optimizer().learningRate() == 1000);
            assertThat(engine.opened).hasValue(3);
            assertThat(last.step()).isEqualTo(1);
            assertThat(last.history().marks()).extracting(History.Mark::text).containsExactly("rate");
        }
    }

    @Test
    void anErrorInTheEngineIsToldAndTheTrainerLivesOn() {
        for (Throwable failure : List.of(new IllegalStateException("broken"), new NoClassDefFoundError("Gone"),
                new OutOfMemoryError())) {
            FakeEngine engine = new FakeEngine("cpu");
            List<Throwable> failures = new CopyOnWriteArrayList<>();
            try (Trainer trainer = new Trainer(Experiments.moons(), new Engines(List.of(engine)), Path.of(""), failures::add)) {
                trainer.send(new Command.Step());
                await(trainer, s -> s.step() == 1);
                trainer.send(new Command.Go());
                await(trainer, Snapshot::running);
                engine.failure = failure;
                Notice notice = awaitNotice(trainer, 1);
                assertThat(notice.kind()).isEqualTo(Notice.Kind.FAILED);
                assertThat(notice.text()).endsWith(failure instanceof OutOfMemoryError
                        ? "the last state is kept. Make them smaller." : "the last state is kept.");
                assertThat(Objects.requireNonNull(trainer.latest()).running()).isFalse();
                await("told", () -> failures.contains(failure));
                long done = Objects.requireNonNull(trainer.latest()).step();
                trainer.send(new Command.Become(Experiments.withRate(Experiments.moons(), 0.5), "rate"));
                awaitNotice(trainer, 2);
                assertThat(engine.open).as("what could not be filled is closed").hasValue(1);
                engine.failure = null;
                trainer.send(new Command.Step());
                await(trainer, s -> s.step() > done);
            }
        }
    }

    @Test
    void closingEndsTheThreadAndItsSession() {
        FakeEngine engine = new FakeEngine("cpu");
        Trainer trainer = new Trainer(Experiments.moons(), new Engines(List.of(engine)), Path.of(""), _ -> { });
        trainer.send(new Command.Go());
        await(trainer, Snapshot::running);
        trainer.send(new Command.Become(Experiments.random(), ""));
        await(trainer, s -> s.experiment().equals(Experiments.random()));
        assertThat(engine.open).hasValue(1);
        trainer.close();
        assertThat(Objects.requireNonNull(engine.thread).isAlive()).isFalse();
        assertThat(engine.open).hasValue(0);
        trainer.send(new Command.Go());
        trainer.close();
    }
}
