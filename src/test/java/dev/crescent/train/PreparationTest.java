package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An engine that makes something ready before it trains, or cannot.
class PreparationTest {
    private static final Experiment ASKING = Experiments.random().withDevice(Device.ND4J);

    private final FakeEngine other = new FakeEngine("nd4j");
    private final Engines engines = new Engines(List.of(new CpuEngine(), other));

    private void breakEngine() {
        other.preparing = _ -> {
            throw new UnavailableException("It has no libraries");
        };
    }

    @Test
    void onlyItsNameChoosesIt() throws Exception {
        assertThat(engines.choose(Device.AUTO).id()).isEqualTo("cpu");
        assertThat(engines.choose(Device.ND4J)).isSameAs(other);
    }

    @Test
    void whereItCannotWorkTheRunGoesOnOnTheCpuAndNothingIsLost() {
        breakEngine();
        Driven driven = new Driven(engines).ask(new Command.Become(Experiments.random(), "")).steps(5);
        Snapshot before = driven.latest();
        driven.ask(new Command.Become(ASKING, "engine"));
        assertThat(driven.latest().experiment()).as("what is asked for stays").isEqualTo(ASKING);
        assertThat(driven.latest().step()).isEqualTo(5);
        assertThat(driven.latest().parameters()).isEqualTo(before.parameters());
        assertThat(driven.latest().optimizer().vectors()).hasSize(2);
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.FELL_BACK);
        assertThat(driven.notice().text())
                .isEqualTo("It has no libraries; use the device cpu. Training goes on with it.");
        assertThat(other.opened).hasValue(0);
        driven.steps(1).ask(new Command.Reset(), new Command.Become(ASKING.withTitle("Mine"), "title"));
        assertThat(driven.notice().number()).as("said once").isEqualTo(1);
    }

    @Test
    void theFirstExperimentFallsBackToo() {
        breakEngine();
        Driven driven = new Driven(engines).ask(new Command.Become(ASKING, ""));
        assertThat(driven.latest().experiment()).isEqualTo(ASKING);
        assertThat(driven.steps(1).latest().step()).isEqualTo(1);
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.FELL_BACK);
    }

    @Test
    void whatIsPreparedIsToldAndTakenBack() {
        Driven driven = new Driven(engines);
        List<Notice> seen = new ArrayList<>();
        other.preparing = watcher -> {
            for (double share : new double[] {0, 0.001, 0.5, 1}) {
                watcher.goesOn("Unpacking", share);
                seen.add(driven.notice());
            }
        };
        driven.ask(new Command.Become(ASKING, ""));
        assertThat(seen).extracting(Notice::kind).containsOnly(Notice.Kind.PREPARING);
        assertThat(seen).extracting(Notice::text)
                .containsExactly("Unpacking: 0 %", "Unpacking: 0 %", "Unpacking: 50 %", "Unpacking: 100 %");
        assertThat(seen).extracting(Notice::number).as("the same percent is told once").containsExactly(1L, 1L, 2L, 3L);
        assertThat(driven.notice()).isEqualTo(new Notice(4, Notice.Kind.READY, ""));
        assertThat(driven.latest().experiment()).isEqualTo(ASKING);
    }

    @Test
    void aRefusedExperimentPreparesNothing() {
        other.preparing = _ -> {
            throw new AssertionError("must not be prepared");
        };
        Driven driven = new Driven(engines).ask(new Command.Become(Experiments.moons(), ""),
                new Command.Become(Experiments.refused().withDevice(Device.ND4J), ""));
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.REFUSED);
    }

    @Test
    void withoutATrainerTheSentenceIsTheError() throws Exception {
        breakEngine();
        assertThatThrownBy(() -> Run.start(ASKING, Experiments.data(ASKING), engines)).isInstanceOf(TrainingException.class)
                .hasMessage("It has no libraries; use the device cpu");
        assertThat(Run.check(ASKING, Experiments.data(ASKING), engines).network()).isEqualTo(ASKING.model());
    }

    @Test
    @Timeout(30)
    void closingTheTrainerEndsIt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        other.preparing = watcher -> {
            while (true) {
                watcher.goesOn("Unpacking", 0.5);
                begun.countDown();
            }
        };
        Trainer trainer = new Trainer(ASKING, engines, Path.of(""), failures::add);
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        trainer.close();
        assertThat(failures).isEmpty();
        assertThat(other.opened).hasValue(0);
    }
}
