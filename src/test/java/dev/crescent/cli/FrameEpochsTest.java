package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameEpochsTest {
    @ParameterizedTest
    @ValueSource(longs = {60, 61, 62, 100, 119, 1000, 1_000_000_000L})
    void longRunsHaveSixtyFramesFromTheStartToTheEnd(long total) {
        long[] epochs = FrameEpochs.of(total);
        assertThat(epochs).hasSize(60).startsWith(0).endsWith(total).isSorted();
        assertThat(Arrays.stream(epochs).distinct()).hasSize(60);
    }

    @Test
    void shortRunsShowEveryEpoch() {
        assertThat(FrameEpochs.of(3)).containsExactly(0, 1, 2, 3);
        assertThat(FrameEpochs.of(0)).containsExactly(0);
    }

    @Test
    void halfOfTheFramesAreOfTheFirstQuarter() {
        assertThat(Arrays.stream(FrameEpochs.of(1000)).filter(epoch -> epoch <= 250)).hasSizeBetween(29, 31);
    }
}
