#pragma once
#include "common.cuh"

// y[i] = value
KERNEL void fill(float* y, float value, int count) {
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < count; i += gridDim.x * blockDim.x) {
        y[i] = value;
    }
}
