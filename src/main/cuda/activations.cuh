#pragma once
#include "common.cuh"

// dev.crescent.experiment.Activation, in its order.
enum Activation {
    LINEAR, RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS, SIGMOID, TANH, SWISH, MISH, SINE, STEP, SOFTMAX
};

INLINE float sigmoid(float z) {
    return 1 / (1 + expf(-z));
}

INLINE float softplus(float z) {
    return fmaxf(z, 0) + log1pf(expf(-fabsf(z)));
}

// The normal distribution's function.
INLINE float phi(float z) {
    return 0.5f * (1 + erff(z * 0.70710678f));
}

// f(z); NaN stays NaN. Softmax is not elementwise and has a kernel of its own.
INLINE float activated(int kind, float z) {
    switch (kind) {
        case RELU: return z <= 0 ? 0 : z;
        case LEAKY_RELU: return z <= 0 ? 0.01f * z : z;
        case ELU: return z <= 0 ? expm1f(z) : z;
        case GELU: return z * phi(z);
        case SOFTPLUS: return z != z ? z : softplus(z);
        case SIGMOID: return sigmoid(z);
        case TANH: return tanhf(z);
        case SWISH: return z * sigmoid(z);
        case MISH: return z != z ? z : z * tanhf(softplus(z));
        case SINE: return sinf(z);
        case STEP: return z > 0 ? 1 : z <= 0 ? 0 : z;
        default: return z;
    }
}

// f'(z), where y = f(z).
INLINE float slopeOf(int kind, float z, float y) {
    switch (kind) {
        case RELU: return z > 0 ? 1 : 0;
        case LEAKY_RELU: return z > 0 ? 1 : 0.01f;
        case ELU: return z > 0 ? 1 : y + 1;
        case GELU: return phi(z) + z * 0.39894228f * expf(-0.5f * z * z);
        case SOFTPLUS: return sigmoid(z);
        case SIGMOID: return y * (1 - y);
        case TANH: return 1 - y * y;
        case SWISH: return sigmoid(z) * (1 + z - y);
        case MISH: {
            float t = tanhf(softplus(z));
            return t + z * (1 - t * t) * sigmoid(z);
        }
        case SINE: return cosf(z);
        default: return 1;
    }
}

// dz = dy f'(z)
KERNEL void activate_back(const float* dy, const float* z, const float* y, float* dz, int count, int kind) {
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        dz[i] = dy[i] * slopeOf(kind, z[i], y[i]);
    }
}

// Softmax of a row, stable by taking off its largest value.
INLINE void softmaxOf(const float* z, float* y, int units) {
    float most = z[0];
    for (int i = 1; i < units; i++) {
        most = z[i] > most || z[i] != z[i] ? z[i] : most;
    }
    float sum = 0;
    for (int i = 0; i < units; i++) {
        y[i] = expf(z[i] - most);
        sum += y[i];
    }
    for (int i = 0; i < units; i++) {
        y[i] /= sum;
    }
}

// dz_i = y_i (dy_i - sum_j dy_j y_j): the transposed Jacobian of softmax, for a row; dz may be dy.
INLINE void softmaxBackOf(const float* dy, const float* y, float* dz, int units) {
    float sum = 0;
    for (int i = 0; i < units; i++) {
        sum += dy[i] * y[i];
    }
    for (int i = 0; i < units; i++) {
        dz[i] = y[i] * (dy[i] - sum);
    }
}

// A thread a row.
KERNEL void softmax(const float* z, float* y, int rows, int units) {
    for (int row = firstOfAll(); row < rows; row += allThreads()) {
        softmaxOf(z + (size_t) row * units, y + (size_t) row * units, units);
    }
}

KERNEL void softmax_back(const float* dy, const float* y, float* dz, int rows, int units) {
    for (int row = firstOfAll(); row < rows; row += allThreads()) {
        size_t at = (size_t) row * units;
        softmaxBackOf(dy + at, y + at, dz + at, units);
    }
}
