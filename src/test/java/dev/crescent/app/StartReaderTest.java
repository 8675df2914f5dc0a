package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.digits.Centering;
import dev.crescent.data.digits.SyntheticDigits;
import dev.crescent.engine.Engine;
import dev.crescent.engine.EngineOverCpu;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Model;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final SyntheticDigits DIGITS = new SyntheticDigits(99, SyntheticDigits.Part.TEST);

    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private StartReader.Read await(StartReader reader) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            StartReader.Read read = reader.take();
            if (read != null) {
                return read;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("Not read", failure.get());
    }

    private static float[] digit(int number) {
        float[] ink = new float[SyntheticDigits.PIXELS];
        DIGITS.draw(number, ink, 0);
        for (int p = 0; p < ink.length; p++) {
            ink[p] /= 255;
        }
        return ink;
    }

    /// No digit at all.
    private static float[] grid() {
        float[] ink = new float[SyntheticDigits.PIXELS];
        for (int p = 0; p < ink.length; p++) {
            ink[p] = p / Centering.SIDE % 6 < 2 && p % Centering.SIDE % 6 < 2 ? 1 : 0;
        }
        return ink;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody let it go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsDigitsAndKnowsThatAScribbleIsNone() {
        CountDownLatch measure = new CountDownLatch(1);
        try (StartReader reader = new StartReader(new CpuEngine(1), experiment -> {
            await(measure);
            return StartReader.digits(experiment);
        }, failure::set)) {
            assertThat(reader.take()).isNull();
            reader.ask(digit(0));
            StartReader.Read early = await(reader);
            measure.countDown();
            StartReader.Read measured = await(reader); // from now on each drawing is read once
            assertThat(measured.digit()).isEqualTo(early.digit()).isEqualTo(DIGITS.label(0));
            assertThat(measured.probability()).as("softened").isNotEqualTo(early.probability());
            int sure = 0;
            for (int i = 0; i < 5; i++) {
                reader.ask(digit(i));
                StartReader.Read read = await(reader);
                assertThat(read.digit()).isEqualTo(DIGITS.label(i));
                assertThat(read.probability()).isBetween(0.3, 1.0);
                sure += read.sure() ? 1 : 0;
            }
            assertThat(sure).as("of digits").isGreaterThanOrEqualTo(4);
            reader.ask(grid());
            assertThat(await(reader).sure()).as("of a grid").isFalse();
        }
        assertThat(failure.get()).isNull();
    }

    /// A hand that writes leaves no time for it.
    @Test
    void digitsAreDrawnOnceAndOnlyWhenNoNewerDrawingWaits() {
        AtomicReference<StartReader> hand = new AtomicReference<>();
        AtomicInteger read = new AtomicInteger();
        AtomicInteger drawn = new AtomicInteger();
        AtomicInteger readBefore = new AtomicInteger();
        Engine engine = new Watched(() -> {
            if (read.incrementAndGet() < 4) {
                hand.get().ask(digit(read.get())); // the hand goes on while it reads
            }
        });
        try (StartReader reader = new StartReader(engine, experiment -> {
            readBefore.compareAndSet(0, read.get());
            if (drawn.incrementAndGet() == 1) {
                hand.get().ask(digit(7)); // and once more while they are drawn
            }
            return StartReader.digits(experiment);
        }, failure::set)) {
            hand.set(reader);
            reader.ask(digit(0));
            while (read.get() < 6) { // five drawings, the last one again when its sureness is known
                await(reader);
            }
        }
        assertThat(readBefore).as("drawings that were read before").hasValue(4);
        assertThat(drawn).hasValue(1);
        assertThat(failure.get()).isNull();
    }

    /// Tells when a single image is run.
    private static final class Watched extends EngineOverCpu {
        private final Runnable onImage;

        Watched(Runnable onImage) {
            super("watched");
            this.onImage = onImage;
        }

        @Override
        public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
            Evaluator evaluator = super.evaluator(network, inputShape);
            return new Evaluator() {
                @Override
                public ParameterLayout layout() {
                    return evaluator.layout();
                }

                @Override
                public void forward(float[] parameters, float[] inputs, int count, float[] @Nullable [] outputs) {
                    evaluator.forward(parameters, inputs, count, outputs);
                    if (count == 1) {
                        onImage.run();
                    }
                }
            };
        }
    }
}
