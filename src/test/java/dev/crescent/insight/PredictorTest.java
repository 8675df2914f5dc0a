package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictorTest {
    private static Predictor of(int units, Activation activation) {
        return new Predictor(new Model.Network(1, List.of(new Layer.Dense(units, activation))), List.of(2), new CpuEngine());
    }

    /// More samples than are evaluated at once, each with other inputs.
    @Test
    void everySampleGetsItsOwnSoftmax() {
        int count = 700;
        float[] rows = new float[2 * count];
        for (int i = 0; i < count; i++) {
            rows[2 * i] = i * 0.01f - 3;
            rows[2 * i + 1] = 1 - i * 0.003f;
        }
        float[] parameters = {1, 2, -1, 0.5f, 0, 1, 0.1f, 0.2f, 1}; // weights [3][2], biases
        Predictor.Answers answers = of(3, Activation.SOFTMAX).predict(parameters, rows, count);
        for (int i = 0; i < count; i++) {
            double[] z = new double[3];
            double sum = 0;
            int best = 0;
            for (int unit = 0; unit < 3; unit++) {
                z[unit] = Math.exp((double) parameters[2 * unit] * rows[2 * i] + (double) parameters[2 * unit + 1] * rows[2 * i + 1]
                        + parameters[6 + unit]);
                sum += z[unit];
                best = z[unit] > z[best] ? unit : best;
            }
            for (int unit = 0; unit < 3; unit++) {
                assertThat((double) answers.outputs()[3 * i + unit]).isCloseTo(z[unit] / sum, within(1e-5));
            }
            assertThat(answers.classes()[i]).isEqualTo(best);
        }
        assertThat(answers.classes()).contains(0, 1, 2);
    }

    @Test
    void aSingleOutputIsComparedWithTheMiddleOfItsRange() {
        float[] rows = {0.4f, 0, -0.4f, 0};
        assertThat(of(1, Activation.SIGMOID).predict(new float[] {1, 0, 0}, rows, 2).classes()).containsExactly(1, 0);
        assertThat(of(1, Activation.TANH).predict(new float[] {1, 0, 0}, rows, 2).classes()).containsExactly(1, 0);
        assertThat(of(1, Activation.LINEAR).predict(new float[] {1, 0, 0}, rows, 2).outputs()).containsExactly(0.4f, -0.4f);
    }

    @Test
    void whatIsNoNumberHasNoClass() {
        float[] parameters = {1, 0, 0, 1, 0, 0};
        float[] rows = {1, Float.NaN, 0, 1};
        assertThat(of(2, Activation.LINEAR).predict(parameters, rows, 2).classes()).containsExactly(-1, 1);
        assertThat(of(2, Activation.SOFTMAX).predict(parameters, rows, 2).classes()).containsExactly(-1, 1);
    }

    @Test
    void noSamplesHaveNoAnswers() {
        assertThat(of(2, Activation.SOFTMAX).predict(new float[6], new float[0], 0).classes()).isEmpty();
    }
}
