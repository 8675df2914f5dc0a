package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.digits.Centering;
import dev.crescent.data.digits.SyntheticDigits;
import dev.crescent.engine.cpu.CpuEngine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class StartReaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private StartReader.Read await(StartReader reader, Predicate<StartReader.Read> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            StartReader.Read read = reader.take();
            if (read != null && condition.test(read)) {
                return read;
            }
            LockSupport.parkNanos(1_000_000);
        }
        throw new AssertionError("Not read as expected", failure.get());
    }

    @Test
    void readsDigitsAndKnowsThatAScribbleIsNone() {
        try (StartReader reader = new StartReader(new CpuEngine(1), failure::set)) {
            assertThat(reader.take()).isNull();
            SyntheticDigits digits = new SyntheticDigits(99, SyntheticDigits.Part.TEST);
            for (int i = 0; i < 5; i++) {
                float[] ink = new float[SyntheticDigits.PIXELS];
                digits.draw(i, ink, 0);
                for (int p = 0; p < ink.length; p++) {
                    ink[p] /= 255;
                }
                reader.ask(ink);
                int label = digits.label(i);
                assertThat(await(reader, read -> read.digit() == label).probability()).isBetween(0.3, 1.0);
            }
            float[] grid = new float[SyntheticDigits.PIXELS];
            for (int p = 0; p < grid.length; p++) {
                grid[p] = p / Centering.SIDE % 6 < 2 && p % Centering.SIDE % 6 < 2 ? 1 : 0;
            }
            reader.ask(grid);
            assertThat(await(reader, read -> !read.sure()).sure()).isFalse();
        }
        assertThat(failure.get()).isNull();
    }
}
