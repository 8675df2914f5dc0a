package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Part;
import dev.crescent.engine.Session;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTest {
    private static float[] trained(Experiment experiment, int steps) throws Exception {
        try (Run run = Experiments.run(experiment)) {
            for (int i = 0; i < steps; i++) {
                run.train();
            }
            return run.parameters();
        }
    }

    @Test
    void goesTheSameWayWhetherOrNotItIsEvaluated() throws Exception {
        try (Run run = Experiments.run(Experiments.random())) {
            for (int i = 0; i < 100; i++) {
                run.evaluate(Part.TEST);
                run.train();
                run.evaluate(Part.TRAINING);
                run.optimizerState();
            }
            assertThat(run.parameters()).isEqualTo(trained(Experiments.random(), 100))
                    .isNotEqualTo(trained(Experiments.random(), 99));
        }
    }

    @Test
    void goesOnInAnotherRunWithTheSameBits() throws Exception {
        for (int taken : new int[] {1, 6, 7, 8, 40}) {
            try (Run first = Experiments.run(Experiments.random()); Run second = Experiments.run(Experiments.random())) {
                for (int i = 0; i < taken; i++) {
                    first.train();
                }
                second.goOn(first.parameters(), first.optimizerState(), first.step(), first.epoch());
                assertThat(second.epoch()).isEqualTo(first.epoch());
                for (int i = taken; i < 100; i++) {
                    second.train();
                }
                assertThat(second.parameters()).isEqualTo(trained(Experiments.random(), 100));
            }
        }
    }

    @Test
    void anEpochTakesEverySampleOnce() throws Exception {
        try (Run run = Experiments.run(Experiments.moons())) {
            int samples = 0;
            for (int i = 1; i <= Experiments.STEPS_PER_EPOCH; i++) {
                samples += run.train();
                assertThat(run.step()).isEqualTo(i);
                assertThat(run.epoch()).isCloseTo((double) i / Experiments.STEPS_PER_EPOCH, within(1e-12));
            }
            assertThat(samples).isEqualTo(50);
            assertThat(run.epochsDone()).isEqualTo(1);
            assertThat(run.atEpochStart()).isTrue();
        }
    }

    @Test
    void theOrderFollowsFromSeedAndEpoch() throws Exception {
        Experiment moons = Experiments.moons();
        Experiment otherSeed = moons.withTraining(moons.training().withSeed(2));
        assertThat(trained(moons, 7)).isNotEqualTo(trained(otherSeed, 7));
        try (Run later = Experiments.run(moons); Run first = Experiments.run(moons)) {
            later.goOn(first.parameters(), first.optimizerState(), 0, 5);
            first.train();
            later.train();
            assertThat(later.parameters()).isNotEqualTo(first.parameters());
        }
    }

    @Test
    void everyStepIsTakenAtTheSchedulesRate() throws Exception {
        Experiment moons = Experiments.moons();
        Experiment scheduled = moons.withTraining(moons.training().withSchedule(new Schedule.Exponential(0.5, 2)));
        FakeEngine engine = new FakeEngine("cpu");
        try (Run run = Run.start(scheduled, Experiments.data(scheduled), new Engines(List.of(engine)))) {
            for (int step = 0; step < 4 * Experiments.STEPS_PER_EPOCH; step++) {
                int epoch = step / Experiments.STEPS_PER_EPOCH;
                double rise = Math.min(1, (step + 1.0) / (2 * Experiments.STEPS_PER_EPOCH));
                run.train();
                assertThat(engine.rate).as("step %d", step).isCloseTo(0.01 * rise * Math.pow(0.5, epoch), within(1e-12));
            }
        }
    }

    @Test
    void withoutShufflingTheOrderIsTheFiles() throws Exception {
        Experiment moons = Experiments.moons();
        Experiment plain = new Experiment(moons.title(), moons.notes(), moons.data(), moons.features(), moons.model(),
                new Training(Loss.CROSS_ENTROPY, moons.training().optimizer(), 8, 100, false, 1, 0, 0,
                        moons.training().schedule(), 0), moons.device());
        float[] expected;
        try (Session session = new CpuEngine().open(Problems.of(plain, Experiments.data(plain)))) {
            int[] order = IntStream.range(0, 50).toArray();
            for (int epoch = 0; epoch < 2; epoch++) {
                for (int from = 0; from < 50; from += 8) {
                    session.train(order, from, Math.min(8, 50 - from), 0.01);
                }
            }
            expected = session.parameters();
        }
        assertThat(trained(plain, 2 * Experiments.STEPS_PER_EPOCH)).isEqualTo(expected)
                .isNotEqualTo(trained(moons, 2 * Experiments.STEPS_PER_EPOCH));
    }

    @Test
    void anotherBatchSizeGoesOnAtTheNextPlaceAndNeverBack() throws Exception {
        for (int batch : new int[] {1, 3, 7, 8, 10, 49, 50, 1000}) {
            Experiment changed = Experiments.moons().withTraining(Experiments.moons().training().withBatchSize(batch));
            int stepsPerEpoch = Math.ceilDiv(50, batch);
            for (int place = 0; place < Experiments.STEPS_PER_EPOCH; place++) {
                try (Run run = Experiments.run(changed)) {
                    double epoch = 3 + (double) place / Experiments.STEPS_PER_EPOCH;
                    run.goOn(run.parameters(), run.optimizerState(), 21 + place, epoch);
                    assertThat(run.epoch()).as("batch %d, epoch %s", batch, epoch).isBetween(epoch - 1e-9,
                            Math.min(4, epoch + 1.0 / stepsPerEpoch));
                    assertThat(run.step()).isEqualTo(21 + place);
                    assertThat(run.train()).isPositive();
                }
            }
        }
    }

    @Test
    void withoutSamplesNothingHappens() throws Exception {
        try (Run run = Experiments.run(Experiments.painted())) {
            assertThat(run.hasSamples()).isFalse();
            assertThat(run.train()).isZero();
            assertThat(run.evaluate(Part.TRAINING)).isEqualTo(Metrics.NONE);
            assertThat(run.divergence(Metrics.NONE)).isEmpty();
            assertThat(run.epoch()).isZero();
        }
    }

    @Test
    void aLossThatIsNoNumberIsADivergence() throws Exception {
        try (Run run = Experiments.run(Experiments.diverging(1e3))) {
            run.evaluate(Part.TRAINING);
            for (int i = 0; i < 1000 && !run.broken(); i++) {
                run.train();
            }
            assertThat(run.broken()).isTrue();
            float[] start = trained(Experiments.moons().withModel(run.experiment().model()), 0);
            assertThat(run.divergence(run.evaluate(Part.TRAINING))).get().asString()
                    .matches("Training diverged at epoch [0-9.]+: the weights grew until the loss was no number any more\\."
                            + " The steps were too large for this network: the learning rate is 1000\\.");
            run.load(start);
            assertThat(run.broken()).as("after other weights").isFalse();
            assertThat(run.divergence(run.evaluate(Part.TRAINING))).isEmpty();
            for (int i = 0; i < 1000 && !run.broken(); i++) {
                run.train();
            }
            run.goOn(start, OptimizerState.START, 0, 0);
            assertThat(run.broken()).as("elsewhere").isFalse();
        }
    }

    @Test
    void aLossThatExplodesIsADivergence() throws Exception {
        try (Run run = Experiments.run(Experiments.diverging(1))) {
            Metrics start = run.evaluate(Part.TRAINING);
            assertThat(start.loss()).isGreaterThan(1);
            assertThat(run.divergence(start)).isEmpty();
            assertThat(run.divergence(new Metrics(999 * start.loss(), 0.5))).isEmpty();
            assertThat(run.divergence(new Metrics(1001 * start.loss(), 0.5))).get().asString()
                    .startsWith("Training diverged at epoch 0: the loss exploded from ")
                    .contains(" to " + Text.number(1001 * start.loss()) + ". The steps were too large for this network: the learning rate is 1.");
        }
    }

    @Test
    void aSmallLossExplodesAboveAThousand() throws Exception {
        try (Run run = Experiments.run(Experiments.moons())) {
            assertThat(run.evaluate(Part.TRAINING).loss()).isLessThan(0.99);
            assertThat(run.divergence(new Metrics(999, 0.5))).isEmpty();
            assertThat(run.divergence(new Metrics(1001, 0.5))).isPresent();
        }
    }

    @Test
    void aDeviceThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Experiments.run(Experiments.moons().withDevice(Device.CUDA)))
                .isInstanceOf(TrainingException.class)
                .hasMessage("device: this version of Crescent has no cuda engine; use auto or cpu");
    }
}
