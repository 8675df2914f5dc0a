#pragma once
#include "activations.cuh"

// dev.crescent.experiment.Loss, in its order.
enum Loss {
    CROSS_ENTROPY, BINARY_CROSS_ENTROPY, MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER, HINGE
};

// Cross-entropy of one row: -sum t log softmax(z).
INLINE double crossEntropy(const float* z, const float* t, float* d, int units, float factor) {
    float most = z[0];
    for (int i = 1; i < units; i++) {
        most = z[i] > most || z[i] != z[i] ? z[i] : most;
    }
    float total = 0;
    float targets = 0;
    for (int i = 0; i < units; i++) {
        total += expf(z[i] - most);
        targets += t[i];
    }
    double logarithm = most + log((double) total);
    double sum = 0;
    for (int i = 0; i < units; i++) {
        sum += t[i] == 0 ? 0 : t[i] * (logarithm - z[i]);
        if (d) {
            d[i] = factor * (expf(z[i] - most) / total * targets - t[i]);
        }
    }
    return sum;
}

// Hinge of one row with several units: sum over the wrong ones of max(0, 1 - y_right + y) / units.
INLINE double margins(const float* y, const float* t, float* d, int units, float factor) {
    int right = 0;
    for (int i = 1; i < units; i++) {
        right = t[i] > t[right] ? i : right;
    }
    double sum = 0;
    int wrong = 0;
    for (int i = 0; i < units; i++) {
        float missing = i == right ? 0 : 1 - y[right] + y[i];
        sum += missing > 0 || missing != missing ? missing : 0;
        wrong += missing > 0 ? 1 : 0;
        if (d) {
            d[i] = missing > 0 ? factor / units : 0;
        }
    }
    if (d) {
        d[right] = -wrong * (factor / units);
    }
    return sum / units;
}

// The sum of h(y - t) over a row for the losses of differences.
INLINE double differences(int kind, const float* y, const float* t, float* d, int units, float factor) {
    double sum = 0;
    for (int i = 0; i < units; i++) {
        float difference = y[i] - t[i];
        double size = fabs((double) difference);
        sum += kind == HUBER ? (size < 1 ? 0.5 * size * size : size - 0.5)
                : (kind == MEAN_SQUARED_ERROR ? 1 : 0.5) * size * size;
        if (d) {
            float slope = kind == HUBER ? fminf(fmaxf(difference, -1), 1) : difference;
            d[i] = (kind == MEAN_SQUARED_ERROR ? 2 : 1) * factor * slope;
        }
    }
    return sum;
}

// One sample's loss, and its gradient times `factor` where `d` is not 0. `scores`: what the last activation sees where the
// loss takes it over (cross-entropy with softmax, binary cross-entropy), else its outputs; the gradient is by the same, and
// `y` its outputs always.
INLINE double lossOf(int kind, const float* scores, const float* y, const float* t, float* d, int units, float factor) {
    if (kind == CROSS_ENTROPY) {
        return crossEntropy(scores, t, d, units, factor);
    }
    if (kind == BINARY_CROSS_ENTROPY) {
        double z = scores[0];
        if (d) {
            d[0] = factor * (y[0] - t[0]);
        }
        return z != z ? z : (z > 0 ? z : 0) - z * t[0] + log(1 + exp(-fabs(z)));
    }
    if (kind == HINGE && units > 1) {
        return margins(scores, t, d, units, factor);
    }
    if (kind == HINGE) {
        float missing = 1 - t[0] * scores[0];
        if (d) {
            d[0] = missing > 0 ? -t[0] * factor : 0;
        }
        return missing > 0 || missing != missing ? missing : 0;
    }
    return differences(kind, scores, t, d, units, factor);
}

// A thread a sample.
KERNEL void losses(int kind, const float* scores, const float* y, const float* t, float* d, double* values, int samples,
        int units, float factor) {
    for (int n = firstOfAll(); n < samples; n += allThreads()) {
        size_t at = (size_t) n * units;
        values[n] = lossOf(kind, scores + at, y + at, t + at, d ? d + at : 0, units, factor);
    }
}

// Whether a sample is classified right; NaN tells no class. A single output tells class 1 above `threshold`.
INLINE bool isRight(const float* scores, int label, int units, float threshold) {
    int guess = 0;
    if (units == 1) {
        guess = scores[0] > threshold ? 1 : scores[0] <= threshold ? 0 : -1;
    }
    for (int i = 1; i < units; i++) {
        guess = scores[i] > scores[guess] || scores[i] != scores[i] ? i : guess;
    }
    float best = scores[guess >= 0 && guess < units ? guess : 0];
    return guess >= 0 && best == best && guess == label;
}

// 1 for each sample that is classified right, else 0.
KERNEL void judge(const float* scores, const int* labels, double* right, int first, int samples, int units,
        float threshold) {
    for (int n = firstOfAll(); n < samples; n += allThreads()) {
        right[n] = isRight(scores + (size_t) n * units, labels[first + n], units, threshold) ? 1 : 0;
    }
}

// into[at] = or += the sum of all values; one block.
KERNEL void sum_values(const double* values, double* into, int count, int at, int anew) {
    __shared__ double room[256];
    double sum = 0;
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        sum += values[i];
    }
    sum = sumOfBlock(sum, room);
    if (threadIdx.x == 0) {
        into[at] = (anew ? 0 : into[at]) + sum;
    }
}
