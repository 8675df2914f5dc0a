#pragma once
#include "activations.cuh"
#include "product.cuh"

// Dense layers: x is [samples][inputs], w [units][inputs], z and y [samples][units], and so are their gradients dx, dz.

// z = x w^T + bias, y = f(z). Without biases `bias` is 0; y may be z.
KERNEL void __launch_bounds__(THREADS) dense(const float* x, const float* w, const float* bias, float* z, float* y,
        int samples, int inputs, int units, int kind) {
    product(Rows {x, inputs}, Rows {w, inputs}, [=](int, int sample, int unit, float sum) {
        float value = bias ? sum + bias[unit] : sum;
        size_t at = (size_t) sample * units + unit;
        z[at] = value;
        if (y != z) {
            y[at] = activated(kind, value);
        }
    }, samples, units, inputs, 1);
}

// dx = dz w
KERNEL void __launch_bounds__(THREADS) dense_back(const float* dz, const float* w, float* dx, int samples, int inputs,
        int units) {
    product(Rows {dz, units}, Columns {w, inputs}, [=](int, int sample, int input, float sum) {
        dx[(size_t) sample * inputs + input] = sum;
    }, samples, inputs, units, 1);
}

// dw = dz^T x, the samples dealt out: sums is [parts][units][inputs].
KERNEL void __launch_bounds__(THREADS) dense_gradient(const float* dz, const float* x, float* sums, int samples,
        int inputs, int units, int parts) {
    product(Columns {dz, units}, Columns {x, inputs}, [=](int part, int unit, int input, float sum) {
        sums[((size_t) part * units + unit) * inputs + input] = sum;
    }, units, inputs, samples, parts);
}

// The gradient by biases: db[u] = sum over samples and places of dz[sample][u][place]; a block a unit.
KERNEL void bias_gradient(const float* dz, float* db, int samples, int units, int places, int anew) {
    __shared__ float room[256];
    int unit = blockIdx.x;
    float sum = 0;
    for (int i = threadIdx.x; i < samples * places; i += blockDim.x) {
        sum += dz[((size_t) (i / places) * units + unit) * places + i % places];
    }
    sum = sumOfBlock(sum, room);
    if (threadIdx.x == 0) {
        db[unit] = (anew ? 0 : db[unit]) + sum;
    }
}

// Of `pieces` sums each unit takes the largest, z, and gives out f(z); sums is [samples][units][pieces].
KERNEL void maxout(const float* sums, float* z, float* y, int count, int pieces, int kind) {
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        const float* own = sums + (size_t) i * pieces;
        float most = own[0];
        for (int piece = 1; piece < pieces; piece++) {
            most = own[piece] > most || own[piece] != own[piece] ? own[piece] : most;
        }
        z[i] = most;
        if (y != z) {
            y[i] = activated(kind, most);
        }
    }
}

// Of equal largest pieces the first one takes the gradient.
KERNEL void maxout_back(const float* dz, const float* sums, const float* z, float* dsums, int count, int pieces) {
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        float rest = dz[i];
        for (int piece = 0; piece < pieces; piece++) {
            size_t at = (size_t) i * pieces + piece;
            bool largest = sums[at] == z[i];
            dsums[at] = largest ? rest : 0;
            rest = largest ? 0 : rest;
        }
    }
}
