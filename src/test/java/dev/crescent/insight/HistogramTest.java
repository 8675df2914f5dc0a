package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Task;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HistogramTest {
    private static final Offset<Double> NEAR = Offset.offset(1e-9);

    private static Dataset.Samples part(float[] raw, int width, int... labels) {
        return new Dataset.Samples(raw.length / width, raw, raw, width, labels, new float[raw.length / width]);
    }

    private static Dataset data(Task task, List<String> classes, Dataset.Samples train, Dataset.Samples test) {
        return new Dataset(task, classes, List.of("a", "b"), List.of(2), train, test, null);
    }

    @Test
    void bothPartsAreCountedByBinAndClass() {
        Dataset data = data(Task.CLASSIFICATION, List.of("0", "1"),
                part(new float[] {9, 0, 9, 1, 9, 3}, 2, 0, 1, 0), part(new float[] {9, 4, 9, 3.5f}, 2, 1, 1));

        Histogram histogram = Histogram.of(data, 1, 4);

        assertThat(histogram.counts()).isDeepEqualTo(new int[][] {{1, 0}, {0, 1}, {0, 0}, {1, 2}});
        assertThat(histogram.min()).isZero();
        assertThat(histogram.max()).isEqualTo(4);
        assertThat(histogram.most()).isEqualTo(3);
    }

    @Test
    void meanAndDeviationAreThoseOfTheFormula() {
        Dataset data = data(Task.CLASSIFICATION, List.of("0", "1"),
                part(new float[] {2, 0, 4, 0, 4, 0, 4, 0}, 2, 0, 0, 0, 0), part(new float[] {5, 0, 5, 0, 7, 0, 9, 0}, 2, 1, 1, 1, 1));

        Histogram histogram = Histogram.of(data, 0, 3);

        assertThat(histogram.mean()).isCloseTo(5, NEAR);
        assertThat(histogram.deviation()).isCloseTo(2, NEAR);
    }

    @Test
    void aRegressionHasOneKindOfSample() {
        Dataset data = data(Task.REGRESSION, List.of(), part(new float[] {0, 1}, 1, 0, 0), part(new float[] {1}, 1, 0));

        assertThat(Histogram.of(data, 0, 2).counts()).isDeepEqualTo(new int[][] {{1}, {2}});
    }

    @Test
    void equalValuesAndMissingOnesDoNoHarm() {
        Dataset data = data(Task.REGRESSION, List.of(), part(new float[] {5, 5, Float.NaN}, 1, 0, 0, 0),
                part(new float[] {Float.POSITIVE_INFINITY}, 1, 0));

        Histogram histogram = Histogram.of(data, 0, 5);

        assertThat(histogram.counts()[2][0]).isEqualTo(2);
        assertThat(histogram.mean()).isEqualTo(5);
        assertThat(histogram.deviation()).isZero();
    }

    @Test
    void withoutSamplesThereIsNothingToCount() {
        Dataset.Samples none = part(new float[0], 1);

        Histogram histogram = Histogram.of(data(Task.REGRESSION, List.of(), none, none), 0, 5);

        assertThat(histogram.most()).isZero();
        assertThat(histogram.mean()).isNaN();
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        Dataset.Samples none = part(new float[0], 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Histogram.of(data(Task.REGRESSION, List.of(), none, none), 2, 5))
                .withMessageContaining("column 2 of 2");
    }
}
