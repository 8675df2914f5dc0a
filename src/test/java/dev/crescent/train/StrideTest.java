package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.Part;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Schedule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Steps that are taken some at a time come to what they come to one by one.
class StrideTest {
    private static final Command STEP = new Command.Step();
    private static final Command GO = new Command.Go();

    private final FakeEngine engine = new FakeEngine("cpu");

    private Run run(Experiment experiment) throws Exception {
        return Run.start(experiment, Experiments.data(experiment), new Engines(List.of(engine)));
    }

    private Driven driven(Experiment experiment) {
        return new Driven(new Engines(List.of(engine))).ask(new Command.Become(experiment, ""));
    }

    private static void same(Snapshot actual, Snapshot expected) {
        assertThat(actual.step()).isEqualTo(expected.step());
        assertThat(actual.epoch()).isEqualTo(expected.epoch());
        assertThat(actual.parameters()).isEqualTo(expected.parameters());
        ChangeTest.assertSame(actual.optimizer(), expected.optimizer(), "the optimizer's memory");
        assertThat(actual.train()).isEqualTo(expected.train());
        assertThat(actual.running()).isEqualTo(expected.running());
    }

    /// The mini-batches, the rates of a schedule and what is random are the same, to the bit.
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 1000})
    void strideByStrideIsStepByStep(int stride) throws Exception {
        Experiment random = Experiments.random();
        Experiment scheduled = random.withTraining(random.training().withSchedule(new Schedule.Exponential(0.5, 2)));
        try (Run single = Experiments.run(scheduled); Run strides = run(scheduled)) {
            engine.stride = stride;
            while (strides.step() < 30) {
                long before = strides.step();
                int samples = strides.train(30 - before);
                int expected = 0;
                for (long i = before; i < strides.step(); i++) {
                    expected += single.train();
                }
                assertThat(samples).as("samples").isEqualTo(expected);
                assertThat(strides.epoch()).isEqualTo(single.epoch());
                assertThat(strides.parameters()).as("the same bits").isEqualTo(single.parameters());
            }
            assertThat(strides.step()).as("not one too many").isEqualTo(30);
        }
    }

    @Test
    void noStrideCrossesAnEpoch() throws Exception {
        try (Run run = run(Experiments.moons())) {
            engine.stride = 5;
            for (int i = 0; i < 4; i++) {
                run.train(Long.MAX_VALUE);
            }
            assertThat(run.epochsDone()).isEqualTo(2);
            assertThat(engine.strides).containsExactly(5, 2, 5, 2);
            run.train();
            run.train(4);
            run.train(Long.MAX_VALUE);
            assertThat(engine.strides).containsExactly(5, 2, 5, 2, 4, 2);
        }
    }

    @Test
    void aStrideEndsWithTheStepThatBreaksTheWeights() throws Exception {
        Experiment diverging = Experiments.diverging(1e3);
        try (Run single = Experiments.run(diverging); Run strides = run(diverging)) {
            engine.stride = Experiments.STEPS_PER_EPOCH;
            single.evaluate(Part.TRAINING);
            strides.evaluate(Part.TRAINING);
            while (!single.broken()) {
                single.train();
            }
            while (!strides.broken()) {
                strides.train(Long.MAX_VALUE);
            }
            assertThat(strides.step()).isEqualTo(single.step());
            assertThat(strides.parameters()).isEqualTo(single.parameters());
            assertThat(single.step() % Experiments.STEPS_PER_EPOCH).as("in the middle of a stride").isBetween(1L, 6L);
        }
    }

    @Test
    void singleStepsAndEpochsStayExact() {
        engine.stride = 4;
        Driven driven = driven(Experiments.random());
        Driven single = Driven.of(Experiments.random());
        driven.ask(STEP).toTheEnd();
        same(driven.latest(), single.ask(STEP).toTheEnd().latest());
        driven.ask(STEP, STEP, STEP, STEP, STEP).toTheEnd();
        same(driven.latest(), single.ask(STEP, STEP, STEP, STEP, STEP).toTheEnd().latest());
        same(driven.epochs(3).latest(), single.epochs(3).latest());
        assertThat(engine.strides).contains(4);
    }

    @Test
    void aRunStopsAtTheSamePlaceWithTheSameHistory() {
        engine.stride = 1000;
        Command stop = new Command.StopAt(new StopCondition(9, 0, 0));
        Driven driven = driven(Experiments.random()).ask(stop, GO).toTheEnd();
        Driven single = Driven.of(Experiments.random()).ask(stop, GO).toTheEnd();
        same(driven.latest(), single.latest());
        assertThat(driven.notice().text()).isEqualTo(single.notice().text()).isEqualTo("Stopped after 9 epochs.");
        Command more = new Command.StopAt(new StopCondition(12, 0, 0));
        same(driven.ask(more, GO).toTheEnd().latest(), single.ask(more, GO).toTheEnd().latest());
    }

    /// A slow run has one step due at a time.
    @Test
    void noStepIsTakenBeforeItIsDue() {
        engine.stride = 100;
        Driven driven = driven(Experiments.moons()).ask(new Command.Speed(1e-3), GO);
        for (int i = 0; i < 3; i++) {
            driven.state.work(1_000_000);
        }
        driven.ask(new Command.Pause());
        assertThat(driven.latest().step()).isEqualTo(1);
        assertThat(engine.strides).isEmpty();
    }

    @Test
    void commandsAreLookedAtBehindEveryStride() {
        engine.stride = Experiments.STEPS_PER_EPOCH;
        Driven driven = driven(Experiments.moons()).ask(GO);
        driven.state.work(1);
        driven.ask(new Command.Pause());
        assertThat(driven.latest().step()).isEqualTo(Experiments.STEPS_PER_EPOCH);
        assertThat(driven.latest().running()).isFalse();
    }
}
