package dev.crescent.insight.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewTest {
    private static final Dataset.Samples NONE = new Dataset.Samples(0, new float[0], new float[0], 3, new int[0], new float[0]);

    private static Dataset of(float... inputs) {
        int count = inputs.length / 3;
        return new Dataset(Task.CLASSIFICATION, List.of("a", "b"), List.of("x", "y", "z"), List.of(3),
                new Dataset.Samples(count, inputs, inputs, 3, new int[count], new float[count]), NONE, null);
    }

    /// Most along z, less along x, not at all along y.
    @Test
    void theTwoDirectionsOfMostVarianceBecomeThePlane() {
        Dataset seen = Overview.of(of(1, 5, 0, -1, 5, 0, 0, 5, 4, 0, 5, -4), 100);
        assertThat(seen.train().raw()).usingComparatorWithPrecision(1e-5f).containsExactly(0, 1, 0, -1, 4, 0, -4, 0);
        assertThat(seen.extent()).containsExactly(new double[] {-4, 4, -1, 1}, within(1e-5));
    }

    @Test
    void asManySamplesAsAreWanted() {
        assertThat(Overview.of(of(1, 2, 3, 4, 5, 6, 7, 8, 10), 2).train().count()).isEqualTo(2);
    }

    @Test
    void samplesThatAreAllAlikeLieInOnePlace() {
        assertThat(Overview.of(of(1, 2, 3, 1, 2, 3), 9).train().raw()).containsOnly(0);
    }
}
