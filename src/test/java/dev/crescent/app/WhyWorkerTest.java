package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Model;
import dev.crescent.insight.image.CounterfactualSearch;
import dev.crescent.insight.image.NearestImages;
import dev.crescent.insight.image.Saliency;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Trainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class WhyWorkerTest {
    private static final List<Integer> SHAPE = List.of(1, 28, 28);
    private static Snapshot snapshot;

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final WhyWorker worker = new WhyWorker(new CpuEngine(1), failure::complete);
    private final MistakesWorker mistakes = new MistakesWorker(new CpuEngine(1), failure::complete);

    @BeforeAll
    static void start() throws Exception {
        try (Trainer trainer = new Trainer(RoomHands.few(), new Engines(List.of(new CpuEngine(1))), Path.of(""), error -> { })) {
            snapshot = until(trainer::latest, any -> true);
        }
    }

    @AfterEach
    void end() {
        worker.close();
        mistakes.close();
    }

    private static <T> T until(Supplier<@Nullable T> source, Predicate<T> condition) {
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

    private static float[] image(int sample) {
        return Arrays.copyOfRange(snapshot.dataset().test().inputs(), sample * 784, (sample + 1) * 784);
    }

    private static WhyWorker.Question question(int sample, int target, int layer) {
        return new WhyWorker.Question(snapshot, image(sample), target, 1, layer);
    }

    private static Model.Network network() {
        return (Model.Network) snapshot.experiment().model();
    }

    @Test
    void everyAnswerIsThatOfItsTool() {
        WhyWorker.Question question = question(3, -1, 0);
        worker.ask(question);
        WhyWorker.Answer whole = until(worker::take, WhyWorker.Answer::isWhole);
        assertThat(whole.question()).isSameAs(question);
        assertThat(Objects.requireNonNull(whole.saliency()).values())
                .isDeepEqualTo(new Saliency(network(), SHAPE).of(snapshot.parameters(), image(3)).values());
        assertThat(whole.nearest()).isEqualTo(NearestImages.of(snapshot.dataset().train(), image(3), 5, () -> false)).hasSize(5);
        assertThat(whole.occlusion()).isNotNull();
        assertThat(Objects.requireNonNull(whole.exciting())).hasSize(24);
        assertThat(whole.exciting().getFirst()).hasSizeBetween(1, 9);
        assertThat(worker.take()).as("each is taken once").isNull();
    }

    @Test
    void theTargetIsTheOneThatWasAsked() {
        worker.ask(question(3, 7, -1));
        WhyWorker.Answer whole = until(worker::take, WhyWorker.Answer::isWhole);
        assertThat(whole.exciting()).isNull();
        assertThat(Objects.requireNonNull(whole.change()).target()).isEqualTo(7);
        assertThat(whole.change().image()).isEqualTo(Objects.requireNonNull(new CounterfactualSearch(new CpuEngine(1), network(),
                SHAPE, snapshot.experiment().training().loss()).find(snapshot.parameters(), image(3), 7,
                CounterfactualSearch.USUAL_BUDGET, () -> false)).image());
    }

    @Test
    void aNewerQuestionCutsAnOlderOneShort() {
        for (int sample = 0; sample < 40; sample++) {
            worker.ask(question(sample, -1, 3));
            int now = sample;
            until(worker::take, answer -> answer.saliency() != null && Arrays.equals(answer.question().image(), image(now)));
        }
        WhyWorker.Question last = question(50, -1, -1);
        worker.ask(question(49, -1, 3));
        worker.ask(last);
        WhyWorker.Answer whole = until(worker::take, WhyWorker.Answer::isWhole);
        assertThat(whole.question()).as("none of the 41 before was answered to the end").isSameAs(last);
    }

    @Test
    void withoutADrawingOnlyTheLayerIsLookedThrough() {
        worker.ask(new WhyWorker.Question(snapshot, new float[0], -1, 1, 0));
        WhyWorker.Answer answer = until(worker::take, some -> some.exciting() != null);
        assertThat(answer.saliency()).isNull();
        assertThat(answer.change()).isNull();
    }

    @Test
    void anErrorIsReportedAndTheNextQuestionIsAnswered() throws Exception {
        worker.ask(question(0, -1, 99));
        assertThat(failure.get(30, TimeUnit.SECONDS)).isInstanceOf(RuntimeException.class);
        WhyWorker.Question next = question(1, -1, -1);
        worker.ask(next);
        assertThat(until(worker::take, answer -> answer.question() == next).saliency()).isNotNull();
    }

    @Test
    void temperatureAndThresholdAreInTheirRangeAndOfTheWholeTestPart() {
        mistakes.ask(snapshot);
        MistakesWorker.Found found = until(mistakes::take, any -> true);
        assertThat(found.snapshot()).isSameAs(snapshot);
        assertThat(found.mistakes().count()).isEqualTo(240);
        assertThat(found.samples()).isSameAs(snapshot.dataset().test());
        assertThat(found.temperature()).isBetween(0.05, 20.0).isNotEqualTo(1);
        assertThat(found.threshold()).isBetween(0.5, 0.9);
    }
}
