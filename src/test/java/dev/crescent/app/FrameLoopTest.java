package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxExtension;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class FrameLoopTest {
    @Test
    void aFrameThatFailsIsToldOnceAndTheNextOneComes() {
        List<Long> frames = new ArrayList<>();
        FrameLoop loop = new FrameLoop(now -> {
            frames.add(now);
            if (now == 1 || now == 2 || now == 4) {
                throw new IllegalStateException("frame " + now);
            }
        });
        List<String> told = new ArrayList<>();
        Thread thread = Thread.currentThread();
        Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler((of, error) -> told.add(String.valueOf(error.getMessage())));
        try {
            for (long now = 0; now < 6; now++) {
                loop.handle(now);
            }
        } finally {
            thread.setUncaughtExceptionHandler(before);
        }
        assertThat(frames).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(told).as("of failures in a row the first").containsExactly("frame 1", "frame 4");
    }
}
