package dev.crescent.app;

import dev.crescent.engine.Problem;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.insight.step.LensStep;
import dev.crescent.train.Engines;
import dev.crescent.train.NextBatch;
import dev.crescent.train.Run;
import dev.crescent.train.Snapshot;
import dev.crescent.train.TrainingException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Computes the step that training would take next, on a thread of its own.
final class StepLensWorker implements AutoCloseable {
    /// Of the next mini-batch, not of one sample.
    static final int BATCH = -1;
    /// Only asked whether it refuses a network; nothing is trained on it.
    private static final Engines ENGINES = new Engines(List.of(new CpuEngine(1)));

    private final AtomicReference<@Nullable Answer> newest = new AtomicReference<>();
    private final NewestServer<Question> server;

    /// @param sample the number of a training sample; [#BATCH] for the next mini-batch
    record Question(Snapshot snapshot, int sample) {}

    /// @param step null where there is none
    /// @param sentence why; else empty
    record Answer(Question question, @Nullable LensStep step, String sentence) {}

    StepLensWorker(Consumer<Throwable> onFailure) {
        server = new NewestServer<>("crescent-lens", question -> newest.set(answer(question)), onFailure);
    }

    void ask(Question question) {
        server.ask(question);
    }

    /// What was found since the last call; null for nothing.
    @Nullable Answer take() {
        return newest.getAndSet(null);
    }

    private static Answer answer(Question question) {
        Snapshot of = question.snapshot();
        Experiment experiment = of.experiment().withDevice(Device.CPU);
        try {
            Problem problem = Run.check(experiment, of.dataset(), ENGINES);
            NextBatch batch = NextBatch.of(of);
            int[] samples = question.sample() == BATCH ? batch.samples() : new int[] {question.sample()};
            return new Answer(question, LensStep.of(problem, of.parameters(), of.optimizer(), samples, batch.rate()), "");
        } catch (TrainingException | IllegalArgumentException e) {
            return new Answer(question, null, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
