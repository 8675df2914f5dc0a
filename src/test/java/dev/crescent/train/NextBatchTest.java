package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.Problem;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import dev.crescent.insight.step.LensStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The mini-batch that is said to be next is the one that is taken.
class NextBatchTest {
    private static final Engines ENGINES = new Engines(List.of(new CpuEngine(1)));

    private static Snapshot await(Trainer trainer, Predicate<Snapshot> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Snapshot latest = trainer.latest();
        while (latest == null || !condition.test(latest)) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(100_000);
            latest = trainer.latest();
        }
        return latest;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyStepOfTwoEpochsIsTheOneThatWasForetold(boolean shuffled) throws Exception {
        Experiment experiment = Experiment.defaults();
        Training training = experiment.training().withBatchSize(17).withSchedule(new Schedule.Exponential(0.5, 1.5));
        training = new Training(training.loss(), training.optimizer(), 17, 5, shuffled, 3, 0, 0,
                training.schedule(), 0);
        Experiment changed = experiment.withTraining(training);
        try (Trainer trainer = new Trainer(changed, ENGINES, Path.of(""), error -> { })) {
            Snapshot now = await(trainer, s -> true);
            long steps = 2 * now.stepsPerEpoch() + 2;
            for (long step = 1; step <= steps; step++) {
                NextBatch batch = NextBatch.of(now);
                Problem problem = Run.check(changed, now.dataset(), ENGINES);
                LensStep foretold = LensStep.of(problem, now.parameters(), now.optimizer(), batch.samples(), batch.rate());
                long wanted = step;
                trainer.send(new Command.Step());
                now = await(trainer, s -> s.step() == wanted && !s.running());
                double[] next = foretold.next();
                for (int i = 0; i < next.length; i++) {
                    assertThat(Math.abs(next[i] - now.parameters()[i])).as("step %d, parameter %d", step, i)
                            .isLessThan(1e-6 * Math.max(1, Math.abs(next[i])));
                }
            }
        }
    }
}
