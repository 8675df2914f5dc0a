package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.History;
import dev.crescent.train.Trainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final Experiment ASTRAY = Experiment.defaults()
            .withModel(new Model.Network(1, List.of(new Layer.Dense(2, Activation.LINEAR))))
            .withTraining(Experiment.defaults().training().withLoss(Loss.MEAN_SQUARED_ERROR)
                    .withOptimizer(new Optimizer.Sgd(1000, 0, false)));

    private static History diverged(Experiment experiment) {
        try (Trainer trainer = new Trainer(experiment, new Engines(List.of(new CpuEngine())), Path.of(""), error -> {
            throw new AssertionError(error);
        })) {
            trainer.send(new Command.Go());
            long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
            while (trainer.notice() == null && System.nanoTime() < end) {
                LockSupport.parkNanos(1_000_000);
            }
            return Objects.requireNonNull(trainer.latest()).history();
        }
    }

    @Test
    void aPinnedRunShowsItsTestCurveEvenIfItWentAstray() {
        History history = diverged(ASTRAY);
        double[] test = history.column(2);
        assertThat(test[0]).isFinite();
        assertThat(test[test.length - 1]).isNaN();
        assertThat(Curves.ghost("astray", history).loss()).isEqualTo(test);
        assertThat(Curves.ghost("astray", history).accuracy()).isEqualTo(history.column(4));
    }

    @Test
    void aPinnedRunWithoutATestPartShowsItsTrainingCurve() {
        History history = diverged(ASTRAY.withData(ASTRAY.data().withTestFraction(0)));
        assertThat(Curves.ghost("untested", history).loss()).isEqualTo(history.column(1));
        assertThat(Curves.ghost("untested", history).accuracy()).isEqualTo(history.column(3));
    }
}
