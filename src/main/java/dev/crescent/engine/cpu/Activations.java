package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import dev.crescent.experiment.Activation;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/// The activations, value and slope, over the elements `from <= i < to` of arrays.
///
/// `softplus(z) = log(1 + e^z)`, `swish(z) = z sigmoid(z)`, `mish(z) = z tanh(softplus(z))`, `gelu(z) = z Phi(z)` with
/// the normal distribution's `Phi` and `phi`. Loops are one operation long and run through a scratch array, so that
/// C2 makes vectors of them; it does not where a value is kept or not, so those are written as vectors.
final class Activations {
    private static final float LEAK = 0.01f;

    private Activations() {}

    /// Whether the slope follows from the value alone, so that the value may lie where its argument was.
    static boolean inPlace(Activation activation) {
        return switch (activation) {
            case LINEAR, RELU, LEAKY_RELU, ELU, SIGMOID, TANH -> true;
            case GELU, SOFTPLUS, SWISH, MISH, SINE, STEP, SOFTMAX -> false;
        };
    }

    /// Whether value or slope need room beside their arrays.
    static boolean wantsScratch(Activation activation) {
        return switch (activation) {
            case ELU, GELU, SOFTPLUS, SWISH, MISH, SINE -> true;
            case LINEAR, RELU, LEAKY_RELU, SIGMOID, TANH, STEP, SOFTMAX -> false;
        };
    }

    /// `a = f(z)`; softmax is not elementwise and has a method of its own.
    static void apply(Activation activation, float[] z, float[] a, float[] scratch, int from, int to) {
        switch (activation) {
            case LINEAR, SOFTMAX -> copy(z, a, from, to);
            case RELU -> relu(z, a, from, to);
            case LEAKY_RELU -> leaky(z, a, from, to);
            case ELU -> elu(z, a, scratch, from, to);
            case GELU -> {
                normal(z, a, scratch, from, to);
                times(z, a, from, to);
            }
            case SOFTPLUS -> softplus(z, a, scratch, from, to);
            case SIGMOID -> VectorMath.sigmoid(z, a, from, to);
            case TANH -> VectorMath.tanh(z, a, from, to);
            case SWISH -> {
                VectorMath.sigmoid(z, a, from, to);
                times(z, a, from, to);
            }
            case MISH -> {
                tanhOfSoftplus(z, a, scratch, from, to);
                times(z, a, from, to);
            }
            case SINE -> VectorMath.sin(z, a, from, to);
            case STEP -> step(z, a, from, to);
        }
    }

    /// `d *= f'(z)`, where `a = f(z)`.
    static void slope(Activation activation, float[] z, float[] a, float[] d, float[] scratch, int from, int to) {
        switch (activation) {
            case LINEAR, SOFTMAX -> { }
            case RELU -> reluSlope(a, d, from, to);
            case LEAKY_RELU -> leakySlope(a, d, from, to);
            case ELU -> eluSlope(a, d, from, to);
            case GELU -> geluSlope(z, d, scratch, from, to);
            case SOFTPLUS -> {
                VectorMath.sigmoid(z, scratch, from, to);
                times(scratch, d, from, to);
            }
            case SIGMOID -> sigmoidSlope(a, d, from, to);
            case TANH -> tanhSlope(a, d, from, to);
            case SWISH -> swishSlope(z, a, d, scratch, from, to);
            case MISH -> mishSlope(z, d, scratch, from, to);
            case SINE -> {
                VectorMath.cos(z, scratch, from, to);
                times(scratch, d, from, to);
            }
            case STEP -> throw new IllegalStateException("the step activation has no gradient");
        }
    }

    /// Softmax over the units of one panel, stable by taking off each sample's largest value.
    ///
    /// @param z `[units][16]` from `offset` on; `p` likewise receives the shares
    /// @param top `[16]` receives each sample's largest value
    /// @param sum `[16]` receives the sum of `e^(z - top)`
    static void softmax(float[] z, float[] p, int offset, int units, float[] top, float[] sum) {
        System.arraycopy(z, offset, top, 0, SAMPLES);
        int end = offset + units * SAMPLES;
        for (int row = offset + SAMPLES; row < end; row += SAMPLES) {
            for (int s = 0; s < SAMPLES; s++) {
                top[s] = Math.max(top[s], z[row + s]);
            }
        }
        for (int row = offset; row < end; row += SAMPLES) {
            for (int s = 0; s < SAMPLES; s++) {
                p[row + s] = z[row + s] - top[s];
            }
        }
        VectorMath.exp(p, p, offset, end);
        System.arraycopy(p, offset, sum, 0, SAMPLES);
        for (int row = offset + SAMPLES; row < end; row += SAMPLES) {
            for (int s = 0; s < SAMPLES; s++) {
                sum[s] += p[row + s];
            }
        }
        for (int row = offset; row < end; row += SAMPLES) {
            for (int s = 0; s < SAMPLES; s++) {
                p[row + s] /= sum[s];
            }
        }
    }

    /// `d_i = p_i (d_i - sum_j d_j p_j)` over the units of one panel: the transposed Jacobian of softmax.
    ///
    /// @param sum `[16]`, overwritten
    static void softmaxSlope(float[] p, float[] d, int offset, int units, float[] sum) {
        Arrays.fill(sum, 0, SAMPLES, 0f);
        int end = offset + units * SAMPLES;
        for (int row = offset; row < end; row += SAMPLES) {
            for (int s = 0; s < SAMPLES; s++) {
                sum[s] += d[row + s] * p[row + s];
            }
        }
        for (int row = offset; row < end; row += SAMPLES) {
            for (int s = 0; s < SAMPLES; s++) {
                d[row + s] = p[row + s] * (d[row + s] - sum[s]);
            }
        }
    }

    private static void copy(float[] z, float[] a, int from, int to) {
        if (z != a) {
            System.arraycopy(z, from, a, from, to - from);
        }
    }

    private static void times(float[] x, float[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] *= x[i];
        }
    }

    private static void relu(float[] z, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Math.max(z[i], 0f);
        }
    }

    private static void reluSlope(float[] a, float[] d, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector slope = FloatVector.fromArray(SPECIES, d, i);
            VectorMask<Float> on = FloatVector.fromArray(SPECIES, a, i).compare(VectorOperators.GT, 0f);
            FloatVector.zero(SPECIES).blend(slope, on).intoArray(d, i);
        }
    }

    private static void leaky(float[] z, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Math.max(z[i], LEAK * z[i]);
        }
    }

    private static void leakySlope(float[] a, float[] d, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector slope = FloatVector.fromArray(SPECIES, d, i);
            VectorMask<Float> on = FloatVector.fromArray(SPECIES, a, i).compare(VectorOperators.GT, 0f);
            slope.mul(LEAK).blend(slope, on).intoArray(d, i);
        }
    }

    private static void elu(float[] z, float[] a, float[] scratch, int from, int to) {
        VectorMath.exp(z, scratch, from, to);
        for (int i = from; i < to; i += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, z, i);
            VectorMask<Float> below = value.compare(VectorOperators.LE, 0f);
            value.blend(FloatVector.fromArray(SPECIES, scratch, i).sub(1), below).intoArray(a, i);
        }
    }

    private static void eluSlope(float[] a, float[] d, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector slope = FloatVector.fromArray(SPECIES, d, i);
            FloatVector value = FloatVector.fromArray(SPECIES, a, i);
            VectorMask<Float> on = value.compare(VectorOperators.GT, 0f);
            slope.mul(value.add(1)).blend(slope, on).intoArray(d, i);
        }
    }

    private static void sigmoidSlope(float[] a, float[] d, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, a, i);
            FloatVector slope = value.mul(FloatVector.broadcast(SPECIES, 1f).sub(value));
            FloatVector.fromArray(SPECIES, d, i).mul(slope).intoArray(d, i);
        }
    }

    private static void tanhSlope(float[] a, float[] d, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            FloatVector value = FloatVector.fromArray(SPECIES, a, i);
            FloatVector slope = FloatVector.broadcast(SPECIES, 1f).sub(value.mul(value));
            FloatVector.fromArray(SPECIES, d, i).mul(slope).intoArray(d, i);
        }
    }

    /// `(z s)' = s + z s (1 - s) = s (1 + z - a)` with `s = sigmoid(z)`.
    private static void swishSlope(float[] z, float[] a, float[] d, float[] scratch, int from, int to) {
        VectorMath.sigmoid(z, scratch, from, to);
        for (int i = from; i < to; i++) {
            d[i] *= scratch[i] * (1 + z[i] - a[i]);
        }
    }

    /// `max(z, 0) + log(1 + e^-|z|)`; the logarithm by its series in `u / (2 + u)`, which is at most 1/3.
    private static void softplus(float[] z, float[] a, float[] scratch, int from, int to) {
        decay(z, scratch, from, to);
        for (int i = from; i < to; i++) {
            float r = scratch[i] / (2 + scratch[i]);
            float s = r * r;
            float series = 1 + s * (1f / 3 + s * (1f / 5 + s * (1f / 7 + s * (1f / 9 + s * (1f / 11 + s * (1f / 13))))));
            a[i] = Math.max(z[i], 0f) + 2 * r * series;
        }
    }

    /// `e^-|z|`.
    private static void decay(float[] z, float[] scratch, int from, int to) {
        for (int i = from; i < to; i++) {
            scratch[i] = -Math.abs(z[i]);
        }
        VectorMath.exp(scratch, scratch, from, to);
    }

    /// With `n = e^-|z|`: `(1 + 2n) / (1 + 2n + 2n^2)` where z is positive, else `(n^2 + 2n) / (n^2 + 2n + 2)`.
    private static void tanhOfSoftplus(float[] z, float[] a, float[] scratch, int from, int to) {
        decay(z, scratch, from, to);
        for (int i = from; i < to; i++) {
            float n = scratch[i];
            float top = z[i] > 0 ? 1 + 2 * n : n * (n + 2);
            a[i] = top / (top + (z[i] > 0 ? 2 * n * n : 2f));
        }
    }

    /// `(z t)' = t + z (1 - t^2) sigmoid(z)` with `t = tanh(softplus(z))`.
    private static void mishSlope(float[] z, float[] d, float[] scratch, int from, int to) {
        decay(z, scratch, from, to);
        for (int i = from; i < to; i++) {
            float n = scratch[i];
            float top = z[i] > 0 ? 1 + 2 * n : n * (n + 2);
            float t = top / (top + (z[i] > 0 ? 2 * n * n : 2f));
            float sigmoid = (z[i] > 0 ? 1f : n) / (1 + n);
            d[i] *= t + z[i] * (1 - t * t) * sigmoid;
        }
    }

    /// `Phi(z)`, by Abramowitz and Stegun's 7.1.26 with an absolute error below 2e-7; leaves `e^(-z^2/2)` in `scratch`.
    private static void normal(float[] z, float[] a, float[] scratch, int from, int to) {
        for (int i = from; i < to; i++) {
            scratch[i] = -0.5f * z[i] * z[i];
        }
        VectorMath.exp(scratch, scratch, from, to);
        for (int i = from; i < to; i++) {
            a[i] = normal(z[i], scratch[i]);
        }
    }

    private static float normal(float z, float bell) {
        float t = 1 / (1 + 0.3275911f * 0.70710677f * Math.abs(z));
        float tail = 0.5f * bell * t * (0.2548296f
                + t * (-0.28449672f + t * (1.4214138f + t * (-1.4531521f + t * 1.0614054f))));
        return z > 0 ? 1 - tail : tail;
    }

    /// `(z Phi(z))' = Phi(z) + z phi(z)`.
    private static void geluSlope(float[] z, float[] d, float[] scratch, int from, int to) {
        for (int i = from; i < to; i++) {
            scratch[i] = -0.5f * z[i] * z[i];
        }
        VectorMath.exp(scratch, scratch, from, to);
        for (int i = from; i < to; i++) {
            d[i] *= normal(z[i], scratch[i]) + z[i] * 0.3989423f * scratch[i];
        }
    }

    /// NaN stays NaN.
    private static void step(float[] z, float[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = z[i] > 0 ? 1f : z[i] <= 0 ? 0f : z[i];
        }
    }
}
