#pragma once
#include "random.cuh"

// Inverted dropout: number i of what comes in is kept, and multiplied by `scale`, where uniform(key, first + i) >= rate. On
// the way back the same numbers are drawn again. A rate below 0 keeps everything as it is.
KERNEL void dropout(const float* x, float* y, int count, u64 key, u64 first, float rate, float scale) {
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        y[i] = rate < 0 ? x[i] : uniformAt(key, first + i) >= rate ? x[i] * scale : 0;
    }
}

// Normal noise of that deviation.
KERNEL void noise(const float* x, float* y, int count, u64 key, u64 first, double deviation) {
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        y[i] = x[i] + (float) (deviation * normalAt(key, first + i));
    }
}
