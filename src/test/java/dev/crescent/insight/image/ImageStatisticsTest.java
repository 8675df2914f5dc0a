package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import org.junit.jupiter.api.Test;

class ImageStatisticsTest {
    @Test
    void countsAndMeansAreThoseOfEachClassAndOfAll() {
        float[] inputs = {1, 0, 0.5f, 0, 0, 1, 0.25f, 0.5f};
        ImageStatistics statistics = ImageStatistics.of(
                new Dataset.Samples(4, inputs, inputs, 2, new int[] {0, 0, 2, 3}, new float[4]), 2, 4);
        assertThat(statistics.counts()).containsExactly(2, 0, 1, 1);
        assertThat(statistics.count()).isEqualTo(4);
        assertThat(statistics.means()).isDeepEqualTo(new float[][] {{0.75f, 0}, {0, 0}, {0, 1}, {0.25f, 0.5f}});
        assertThat(statistics.mean()).containsExactly(0.4375f, 0.375f);
    }

    @Test
    void withoutSamplesAllIsZero() {
        ImageStatistics statistics = ImageStatistics.of(
                new Dataset.Samples(0, new float[0], new float[0], 2, new int[0], new float[0]), 2, 2);
        assertThat(statistics.count()).isZero();
        assertThat(statistics.mean()).containsExactly(0, 0);
    }
}
