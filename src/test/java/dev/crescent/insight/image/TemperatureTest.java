package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {
    private static float[] softmax(double[] logits, double temperature) {
        double sum = 0;
        for (double z : logits) {
            sum += Math.exp(z / temperature);
        }
        float[] p = new float[logits.length];
        for (int k = 0; k < p.length; k++) {
            p[k] = (float) (Math.exp(logits[k] / temperature) / sum);
        }
        return p;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1.6, 7, 20})
    void softensAsIfLogitsWereDivided(double temperature) {
        double[] logits = {1.5, -2, 0.3, 4};
        assertThat(Temperature.soften(softmax(logits, 1), temperature))
                .containsExactly(softmax(logits, temperature), within(1e-6f));
    }

    @Test
    void oneChangesNoBit() {
        float[] p = {0.1f, 0.2f, 0.69f, 0};
        assertThat(Temperature.soften(p, 1)).containsExactly(p).isNotSameAs(p);
    }

    @Test
    void whatWasRoundedToZeroCountsAsTheSmallestFloat() {
        assertThat(Temperature.soften(new float[] {1, 0}, 1.01)[1]).isLessThan(1e-44f);
        float expected = (float) (1 / (1 + Math.exp(-Math.log(Float.MIN_VALUE) / 20)));
        assertThat(Temperature.soften(new float[] {1, 0}, 20)[1]).isCloseTo(expected, within(1e-7f));
        assertThat(Temperature.soften(new float[] {1, 0}, 0.05)).containsExactly(1, 0);
    }

    @Test
    void noNumberStaysNone() {
        assertThat(Temperature.soften(new float[] {0.5f, Float.NaN}, 2)).containsExactly(Float.NaN, Float.NaN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void temperaturesAreAboveZero(double temperature) {
        assertThatThrownBy(() -> Temperature.soften(new float[] {1}, temperature))
                .hasMessage("temperature: must be a number above 0, is " + temperature);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5})
    void fitFindsTheTemperatureThatTheLabelsWereDrawnAt(double temperature) {
        SplittableRandom random = new SplittableRandom(8);
        int count = 20_000;
        float[][] probabilities = new float[count][];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            double[] logits = random.doubles(4, -3, 3).toArray();
            probabilities[i] = softmax(logits, 1);
            float[] drawn = softmax(logits, temperature);
            double at = random.nextDouble();
            int label = 0;
            while (label < 3 && at >= drawn[label]) {
                at -= drawn[label++];
            }
            labels[i] = label;
        }
        double fitted = Temperature.fit(probabilities, labels);
        assertThat(fitted).isCloseTo(temperature, within(0.05 * temperature));
        double least = likelihood(probabilities, labels, fitted);
        assertThat(likelihood(probabilities, labels, fitted * 1.02)).isGreaterThan(least);
        assertThat(likelihood(probabilities, labels, fitted / 1.02)).isGreaterThan(least);
    }

    private static double likelihood(float[][] probabilities, int[] labels, double temperature) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double powers = 0;
            for (float p : probabilities[i]) {
                powers += Math.pow(p, 1 / temperature);
            }
            sum -= Math.log(Math.pow(probabilities[i][labels[i]], 1 / temperature) / powers);
        }
        return sum / labels.length;
    }

    @Test
    void fitStopsAtTheEndsOfItsRange() {
        float[][] sure = {{0.9f, 0.1f}, {0.2f, 0.8f}};
        assertThat(Temperature.fit(sure, new int[] {0, 1})).isCloseTo(0.05, within(1e-6));
        assertThat(Temperature.fit(sure, new int[] {1, 0})).isCloseTo(20, within(1e-6));
        assertThat(Temperature.fit(new float[][] {{1, 0}}, new int[] {1})).isCloseTo(20, within(1e-6));
        assertThat(Temperature.fit(new float[0][], new int[0])).isEqualTo(1);
    }

    @Test
    void samplesWithoutNumbersDoNotCount() {
        float[][] some = {{0.9f, 0.1f}, {0.9f, 0.1f}, {0.9f, 0.1f}, {Float.NaN, Float.NaN}};
        assertThat(Temperature.fit(some, new int[] {0, 0, 1, 1}))
                .isEqualTo(Temperature.fit(new float[][] {some[0], some[1], some[2]}, new int[] {0, 0, 1}));
        assertThat(Temperature.threshold(new float[][] {{Float.NaN, 1}}, new int[] {1}, 0.5)).isEmpty();
    }

    @Test
    void theThresholdIsTheLeastThatIsRightOftenEnough() {
        float[][] p = {{0.9f, 0.1f}, {0.2f, 0.8f}, {0.7f, 0.3f}, {0.4f, 0.6f}};
        int[] labels = {0, 1, 1, 1};
        assertThat(Temperature.threshold(p, labels, 1)).hasValue(0.8f);
        assertThat(Temperature.threshold(p, labels, 0.75)).hasValue(0.6f);
        assertThat(Temperature.threshold(p, labels, 0.76)).hasValue(0.8f);
        assertThat(Temperature.threshold(p, new int[] {1, 0, 0, 0}, 0.5)).isEmpty();
        assertThat(Temperature.threshold(p, new int[] {1, 0, 0, 0}, 0.26)).hasValue(0.7f);
        assertThat(Temperature.threshold(p, new int[] {1, 0, 0, 0}, 0)).hasValue(0.6f);
    }

    @Test
    void equallySureSamplesAreAcceptedTogether() {
        float[][] p = {{0.9f, 0.1f}, {0.9f, 0.1f}, {0.1f, 0.9f}};
        assertThat(Temperature.threshold(p, new int[] {0, 0, 0}, 0.9)).isEmpty();
        assertThat(Temperature.threshold(p, new int[] {0, 0, 0}, 0.6)).hasValue(0.9f);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Temperature.fit(new float[2][2], new int[1]))
                .hasMessage("labels: must be one for each of 2 samples, are 1");
        assertThatThrownBy(() -> Temperature.threshold(new float[0][], new int[0], 1.5))
                .hasMessage("share: must be from 0 to 1, is 1.5");
    }
}
