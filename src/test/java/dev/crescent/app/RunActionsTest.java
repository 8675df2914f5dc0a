package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.train.Engines;
import dev.crescent.train.Notice;
import dev.crescent.train.Snapshot;
import dev.crescent.train.StopCondition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Presses that come faster than the trainer answers.
class RunActionsTest {
    private final Workbench bench = new Workbench(Document.begun(Experiment.defaults()),
            new Engines(List.of(new CpuEngine())), error -> {
                throw new AssertionError(error);
            });
    private final RunActions run = new RunActions(bench);
    private int changes;

    @AfterEach
    void end() {
        bench.close();
    }

    private Snapshot await(Predicate<Snapshot> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < end) {
            Snapshot latest = bench.trainer().latest();
            if (latest != null && condition.test(latest)) {
                return latest;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("Not reached in 30 s, last: " + bench.trainer().latest());
    }

    /// The first snapshot after everything sent so far was obeyed.
    private Snapshot settled() {
        Experiment next = Experiment.defaults().withTitle("change " + changes++);
        bench.change(next, "", true);
        return await(s -> s.experiment().equals(next));
    }

    private void press(int times) {
        for (int i = 0; i < times; i++) {
            run.toggle();
        }
    }

    @Test
    void twoQuickPressesEndWhereTheyBegan() {
        press(2);
        assertThat(settled().running()).isFalse();
        press(1);
        assertThat(settled().running()).isTrue();
        press(2);
        assertThat(settled().running()).isTrue();
        press(3);
        assertThat(settled().running()).isFalse();
    }

    /// Undo brings back the run that a change of the network gave up, paused; whoever had it run sees that it does not.
    @Test
    void aRunThatUndoBringsBackIsPausedAndOnePressRunsIt() {
        press(1);
        await(s -> s.running() && s.step() > 0);
        Experiment before = bench.experiment();
        Model.Network network = (Model.Network) before.model();
        Experiment changed = before.withModel(network.withLayer(0, new Layer.Dense(9, Activation.RELU)));
        bench.change(changed, "another layer", true);
        await(s -> s.running() && s.experiment().equals(changed) && s.step() > 0);
        bench.undo();
        assertThat(run.isRunning()).isFalse();
        await(s -> !s.running() && s.experiment().equals(before));
        press(1);
        await(s -> s.running() && s.experiment().equals(before));
        assertThat(run.isRunning()).isTrue();
        bench.redo();
        assertThat(run.isRunning()).isFalse();
        await(s -> !s.running() && s.experiment().equals(changed));
    }

    @Test
    void afterTrainingHasEndedByItselfAPressRunsItAgain() {
        run.stopAt(new StopCondition(1, 0, 0));
        press(1);
        await(s -> !s.running() && s.epoch() == 1 && isStopped());
        run.stopAt(StopCondition.NEVER);
        press(1);
        await(s -> s.running() && s.epoch() > 1);
    }

    private boolean isStopped() {
        Notice notice = bench.trainer().notice();
        return notice != null && notice.kind() == Notice.Kind.STOPPED;
    }

    @Test
    void whatWasPressedForOneDocumentSaysNothingOfTheNext() {
        press(1);
        await(Snapshot::running);
        bench.open(Document.begun(Experiment.defaults().withTitle("other")));
        await(s -> s.experiment().title().equals("other") && !s.running() && s.step() == 0);
        press(1);
        assertThat(settled().running()).isTrue();
    }

    @Test
    void afterOneStepAPressRuns() {
        press(1);
        await(Snapshot::running);
        run.step();
        await(s -> !s.running());
        press(1);
        assertThat(settled().running()).isTrue();
    }
}
