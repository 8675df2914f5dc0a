#pragma once
#include "common.cuh"

// Batch normalization as in PyTorch: n = (x - mean) / sqrt(variance + 1e-5), y = scale n + shift, each channel by itself; x
// is [sample][channel][place]. A block a channel.

#define EPSILON 1e-5

INLINE size_t normAt(int i, int channel, int channels, int places) {
    return ((size_t) (i / places) * channels + channel) * places + i % places;
}

// With the mean and variance of the mini-batch, which are stored, [channels] each.
KERNEL void batch_norm(const float* x, const float* scale, const float* shift, float* n, float* y, double* mean, double* variance,
        int samples, int channels, int places) {
    __shared__ double room[256];
    int channel = blockIdx.x;
    int count = samples * places;
    double sum = 0;
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        sum += x[normAt(i, channel, channels, places)];
    }
    double middle = sumOfBlock(sum, room) / count;
    double squares = 0;
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        double difference = x[normAt(i, channel, channels, places)] - middle;
        squares += difference * difference;
    }
    double spread = sumOfBlock(squares, room) / count;
    float factor = (float) (1 / sqrt(spread + EPSILON));
    float offset = (float) (-middle / sqrt(spread + EPSILON));
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        size_t at = normAt(i, channel, channels, places);
        n[at] = factor * x[at] + offset;
        y[at] = scale[channel] * n[at] + shift[channel];
    }
    if (threadIdx.x == 0) {
        mean[channel] = middle;
        variance[channel] = spread;
    }
}

// With the running mean and variance.
KERNEL void batch_norm_evaluate(const float* x, const float* scale, const float* shift, const float* mean, const float* variance,
        float* y, int samples, int channels, int places) {
    int channel = blockIdx.x;
    double factor = scale[channel] / sqrt((double) variance[channel] + EPSILON);
    float slope = (float) factor;
    float offset = (float) (shift[channel] - mean[channel] * factor);
    for (int i = threadIdx.x; i < samples * places; i += blockDim.x) {
        size_t at = normAt(i, channel, channels, places);
        y[at] = slope * x[at] + offset;
    }
}

// dx = scale / deviation (dy - mean of dy - n mean of (dy n)); the gradients by scale and shift are added or set. Without
// anybody before who learns `dx` is 0.
KERNEL void batch_norm_back(const float* dy, const float* n, const float* scale, const double* variance, float* dx, float* dscale,
        float* dshift, int samples, int channels, int places, int anew) {
    __shared__ double room[256];
    int channel = blockIdx.x;
    int count = samples * places;
    double plain = 0;
    double weighted = 0;
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        size_t at = normAt(i, channel, channels, places);
        plain += dy[at];
        weighted += (double) dy[at] * n[at];
    }
    plain = sumOfBlock(plain, room);
    weighted = sumOfBlock(weighted, room);
    float factor = (float) (scale[channel] / sqrt(variance[channel] + EPSILON));
    float shift = (float) (plain / count);
    float slope = (float) (weighted / count);
    for (int i = threadIdx.x; dx && i < count; i += blockDim.x) {
        size_t at = normAt(i, channel, channels, places);
        dx[at] = factor * (dy[at] - shift - n[at] * slope);
    }
    if (threadIdx.x == 0) {
        dscale[channel] = (anew ? 0 : dscale[channel]) + (float) weighted;
        dshift[channel] = (anew ? 0 : dshift[channel]) + (float) plain;
    }
}

// The running mean and variance go a tenth of the way towards the mini-batch's, the variance by its unbiased estimate,
// which `unbiased` times it is.
KERNEL void batch_norm_remember(const double* mean, const double* variance, float* runningMean, float* runningVariance,
        int channels, float unbiased) {
    int channel = firstOfAll();
    if (channel < channels) {
        runningMean[channel] = (float) (0.9 * runningMean[channel] + 0.1 * mean[channel]);
        runningVariance[channel] = (float) (0.9 * runningVariance[channel] + 0.1 * unbiased * variance[channel]);
    }
}
