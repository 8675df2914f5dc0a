package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Spread;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PredictionCounterTest {
    private static final ValueRange RANGE = new ValueRange(0, 10);

    private static Predictions of(float[] truths, float... predicted) {
        return PredictionCounter.of(truths, predicted, RANGE);
    }

    /// Σ(y - mean y)² = 2.25 + 0.25 + 0.25 + 2.25 = 5.
    @Test
    void r2IsOneLessTheShareOfTheVarianceThatIsLeft() {
        float[] truths = {1, 2, 3, 4};
        assertThat(of(truths, 1, 2, 3, 5).r2()).as("1 - 1/5").isCloseTo(0.8, within(1e-12));
        assertThat(of(truths, 1, 2, 3, 4).r2()).isEqualTo(1);
        assertThat(of(truths, 2.5f, 2.5f, 2.5f, 2.5f).r2()).as("the mean").isZero();
        assertThat(of(truths, 4, 3, 2, 1).r2()).as("1 - 20/5").isCloseTo(-3, within(1e-12));
        assertThat(of(truths, 1, 2, 3, Float.POSITIVE_INFINITY).r2()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(of(new float[] {2, 2, 2}, 2, 2, 2).r2()).as("nothing to explain").isNaN();
    }

    /// Without the second, the mean is 8/3 and Σ(y - mean y)² = 42/9.
    @Test
    void whatIsNotANumberIsLeftOut() {
        Predictions predictions = of(new float[] {1, 2, 3, 4}, 1, Float.NaN, 3, 5);
        assertThat(predictions.truths()).containsExactly(1, 3, 4);
        assertThat(predictions.predicted()).containsExactly(1, 3, 5);
        assertThat(predictions.undecided()).isEqualTo(1);
        assertThat(predictions.total()).isEqualTo(4);
        assertThat(predictions.r2()).isCloseTo(1 - 9 / 42.0, within(1e-12));
        assertThat(of(new float[] {1, 2}, Float.NaN, Float.NaN).r2()).isNaN();
    }

    @Test
    void ofManySamplesSomeAreKeptEvenlyAndAllCount() {
        int all = 5001;
        float[] truths = new float[all];
        float[] predicted = new float[all];
        double sum = 0;
        for (int i = 0; i < all; i++) {
            truths[i] = i;
            predicted[i] = i + 1;
            sum += (i - 2500.0) * (i - 2500.0);
        }

        Predictions predictions = of(truths, predicted);

        assertThat(predictions.truths()).hasSize(2000);
        for (int i = 0; i < 2000; i++) {
            assertThat(predictions.truths()[i]).isEqualTo(Spread.place(i, 2000, all));
            assertThat(predictions.predicted()[i]).isEqualTo(predictions.truths()[i] + 1);
        }
        assertThat(predictions.total()).isEqualTo(all);
        assertThat(predictions.r2()).isCloseTo(1 - all / sum, within(1e-9));
    }

    @Test
    void axesHoldWhatIsNotMoreThanOneRangeBeyond() {
        assertThat(of(new float[] {5, 5}, 4, 6).axes()).isEqualTo(RANGE);
        assertThat(of(new float[] {5, 5, 5, 5, 5}, -3, 12, 21, -10.5f, Float.NEGATIVE_INFINITY).axes())
                .isEqualTo(new ValueRange(-3, 12));
        assertThat(of(new float[] {5, 5}, -10, 20).axes()).isEqualTo(new ValueRange(-10, 20));
    }

    /// 2 x1 - x2 + 0.5 is predicted.
    @Test
    void aNetworkIsRunOnTheTestPartAndCanBeStopped() {
        Dataset.Samples test = new Dataset.Samples(3, new float[] {1, 0, 0, 1, 2, 2}, new float[6], 2, new int[3],
                new float[] {2.5f, 0, 2});
        Dataset data = new Dataset(Task.REGRESSION, List.of(), List.of("a", "b"), List.of(2), test, test, null);
        Experiment defaults = Experiment.defaults();
        Experiment experiment = new Experiment("", "", defaults.data(), List.of("x1"),
                new Model.Network(1, List.of(new Layer.Dense(1, Activation.LINEAR))),
                defaults.training().withLoss(Loss.MEAN_SQUARED_ERROR), defaults.device());
        float[] parameters = {2, -1, 0.5f};
        assertThat(OutcomeCounter.suits(experiment, data)).isTrue();
        PredictionCounter counter = (PredictionCounter) OutcomeCounter.of(experiment, data, new CpuEngine());

        Predictions predictions = Objects.requireNonNull(counter.count(parameters, 3, () -> false));

        assertThat(predictions.truths()).containsExactly(2.5f, 0, 2);
        assertThat(predictions.predicted()).containsExactly(2.5f, -0.5f, 2.5f);
        assertThat(predictions.targets()).isEqualTo(new ValueRange(0, 2.5));
        // 0.5² + 0.5² of 1² + 1.5² + 0.5²
        assertThat(predictions.r2()).isCloseTo(1 - 0.5 / 3.5, within(1e-7));
        assertThat(Objects.requireNonNull(counter.count(parameters, 2, () -> false)).total()).isEqualTo(2);
        assertThat(counter.count(parameters, 3, () -> true)).isNull();
    }
}
