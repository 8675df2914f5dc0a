#pragma once
#include "random.cuh"

// Inverted dropout: number i of what comes in is kept, and multiplied by `scale`, where uniform(key, i) >= rate. On the way
// back the same numbers are drawn again. A rate below 0 keeps everything as it is.
INLINE float kept(float x, u64 key, u64 i, float rate, float scale) {
    return rate < 0 ? x : uniformAt(key, i) >= rate ? x * scale : 0;
}

KERNEL void dropout(const float* x, float* y, int count, u64 key, u64 first, float rate, float scale) {
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        y[i] = kept(x[i], key, first + i, rate, scale);
    }
}

// Normal noise of that deviation.
KERNEL void noise(const float* x, float* y, int count, u64 key, u64 first, double deviation) {
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        y[i] = x[i] + (float) (deviation * normalAt(key, first + i));
    }
}
