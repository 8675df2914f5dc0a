package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Activation;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorMathTest {
    private static final int COUNT = 160_000;

    /// One of the methods of [VectorMath].
    private interface Method {
        void apply(float[] x, float[] y, int from, int to);
    }

    @Test
    void tanhIsWithinItsBound() {
        assertThat(largestError(VectorMath::tanh, Math::tanh, 20, false)).isLessThan(4e-7);
    }

    @Test
    void sigmoidIsWithinItsBound() {
        assertThat(largestError(VectorMath::sigmoid, x -> 1 / (1 + Math.exp(-x)), 40, false)).isLessThan(3e-7);
    }

    @Test
    void expIsWithinItsBound() {
        assertThat(largestError(VectorMath::exp, Math::exp, 87, true)).isLessThan(2e-7);
    }

    @Test
    void sineAndCosineAreWithinTheirBounds() {
        for (double range : new double[] {4, 100, 990, 1e6}) {
            assertThat(largestError(VectorMath::sin, Math::sin, range, false)).isLessThan(3e-7);
            assertThat(largestError(VectorMath::cos, Math::cos, range, false)).isLessThan(3e-7);
        }
    }

    @Test
    void nothingButNotANumberGivesNotANumber() {
        float[] x = new float[16];
        x[3] = Float.NaN;
        x[5] = Float.POSITIVE_INFINITY;
        x[6] = Float.NEGATIVE_INFINITY;
        float[] y = new float[16];
        VectorMath.tanh(x, y, 0, 16);
        assertThat(y[3]).isNaN();
        assertThat(y[0]).isEqualTo(0);
        assertThat(y[5]).isCloseTo(1, within(1e-6f));
        VectorMath.exp(x, y, 0, 16);
        assertThat(y[3]).isNaN();
        assertThat(y[0]).isEqualTo(1);
        assertThat(y[6]).isLessThan(1e-37f);
        VectorMath.sin(x, y, 0, 16);
        assertThat(y[3]).isNaN();
        assertThat(y[0]).isEqualTo(0);
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, mode = EnumSource.Mode.EXCLUDE, names = "SOFTMAX")
    void everyActivationIsItsDefinition(Activation activation) {
        float[] z = new float[1600];
        for (int i = 0; i < z.length; i++) {
            z[i] = (i - 800) / 60f;
        }
        float[] a = new float[z.length];
        Activations.apply(activation, z, a, new float[z.length], 0, z.length);
        for (int i = 0; i < z.length; i++) {
            double expected = ReferenceNet.activated(activation, (double) z[i]);
            assertThat((double) a[i]).as("at %s", z[i]).isCloseTo(expected, within(4e-7 * Math.max(4, Math.abs(z[i]))));
        }
        z[0] = Float.NaN;
        Activations.apply(activation, z, a, new float[z.length], 0, 16);
        assertThat(a[0]).isNaN();
    }

    private static double largestError(Method method, DoubleUnaryOperator exact, double range, boolean relative) {
        float[] x = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            x[i] = (float) (range * (2.0 * i / COUNT - 1));
        }
        float[] y = new float[COUNT];
        method.apply(x, y, 0, COUNT);
        double largest = 0;
        for (int i = 0; i < COUNT; i++) {
            double expected = exact.applyAsDouble(x[i]);
            largest = Math.max(largest, Math.abs(y[i] - expected) / (relative ? expected : 1));
        }
        return largest;
    }
}
