#pragma once
#include "loss.cuh"
#include "masks.cuh"

// Networks of dense layers that are small enough for one block: parameters, the optimizer's memory and what goes from layer
// to layer stay in its shared memory over many steps. A block a network, or a block a part of the work on one.

#define MOST_THREADS 256
#define MOST_STAGES 17

// The input, or a dense layer, with the dropout behind it. Places are in floats from the begin of the shared memory, of
// [samples][units] each but for weights and biases; the layout of dev.crescent.engine.cuda.FusedPlan.
struct Stage {
    int units;
    int weights;  // [units][units of the stage before]
    int biases;   // -1 for none
    int activation;
    int z;      // what the activation sees
    int y;      // what it gives out
    int out;    // what dropout leaves of it
    int delta;  // of the gradient by z
    int layer;  // of dropout, which its random numbers follow from
    float rate; // of dropout; below 0 for none
    float scale;
    int row;    // where its outputs are stored; below 0 for not at all
};

struct Plan {
    int size;      // parameters, which lie at 0
    int first;     // the optimizer's memory; below 0 for none
    int second;
    int gradient;  // below 0 where nobody asks for its norm
    int targets;   // [samples][units of the last stage]
    int loss;
    int fused;     // whether the loss takes over the last activation
    int each;      // losses of a sample that its mean is over
    int stages;
    Stage stage[MOST_STAGES];
};

#define WORDS (sizeof(Plan) / sizeof(int))

extern __shared__ float dynamic[];

INLINE void readPlan(const int* words, Plan* plan) {
    for (int i = threadIdx.x; i < WORDS; i += blockDim.x) {
        ((int*) plan)[i] = words[i];
    }
    __syncthreads();
}

INLINE void copy(const float* from, float* to, int count) {
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        to[i] = from[i];
    }
}

INLINE u64 keyBehind(const Stage& stage, u64 seed, u64 step) {
    return stage.rate < 0 ? 0 : keyOf(seed, step, stage.layer);
}

// Rows of samples, those numbered in `order` from `from` on; without an order their own.
INLINE void take(const float* rows, const int* order, int from, int samples, int width, float* to) {
    for (int i = threadIdx.x; i < samples * width; i += blockDim.x) {
        int n = from + i / width;
        to[i] = rows[(size_t) (order ? order[n] : n) * width + i % width];
    }
}

// Dropout on what came in, in place.
INLINE void maskInput(const Stage& input, int samples, u64 key) {
    for (int i = threadIdx.x; input.rate >= 0 && i < samples * input.units; i += blockDim.x) {
        dynamic[input.out + i] = kept(dynamic[input.out + i], key, i, input.rate, input.scale);
    }
}

INLINE void forwardThrough(const Stage& before, const Stage& own, int samples, u64 key) {
    for (int i = threadIdx.x; i < samples * own.units; i += blockDim.x) {
        int sample = i / own.units;
        int unit = i - sample * own.units;
        const float* x = dynamic + before.out + sample * before.units;
        const float* w = dynamic + own.weights + unit * before.units;
        float sum = 0;
        for (int k = 0; k < before.units; k++) {
            sum = fmaf(x[k], w[k], sum);
        }
        float z = own.biases < 0 ? sum : sum + dynamic[own.biases + unit];
        float y = activated(own.activation, z);
        dynamic[own.z + i] = z;
        dynamic[own.y + i] = y;
        if (own.rate >= 0) {
            dynamic[own.out + i] = kept(y, key, i, own.rate, own.scale);
        }
    }
}

// All stages, with the inputs there; the last one's softmax is left to whoever goes over its rows.
INLINE void forwardThroughAll(const Plan& plan, int samples, u64 seed, u64 step) {
    __syncthreads();
    for (int i = 1; i < plan.stages; i++) {
        forwardThrough(plan.stage[i - 1], plan.stage[i], samples, keyBehind(plan.stage[i], seed, step));
        __syncthreads();
    }
}

// The sum of this thread's samples' losses, and their delta where `factor` is not 0; a thread a row.
INLINE double lossOfRows(const Plan& plan, int samples, float factor) {
    const Stage& last = plan.stage[plan.stages - 1];
    bool softmax = last.activation == SOFTMAX;
    double sum = 0;
    for (int row = threadIdx.x; row < samples; row += blockDim.x) {
        int at = row * last.units;
        const float* z = dynamic + last.z + at;
        float* y = dynamic + last.y + at;
        float* delta = factor != 0 ? dynamic + last.delta + at : 0;
        if (softmax && !plan.fused) {
            softmaxOf(z, y, last.units);
        }
        sum += lossOf(plan.loss, plan.fused ? z : y, y, dynamic + plan.targets + at, delta, last.units, factor);
        if (delta && softmax && !plan.fused) {
            softmaxBackOf(delta, y, delta, last.units);
        }
        for (int i = 0; delta && !softmax && !plan.fused && i < last.units; i++) {
            delta[i] *= slopeOf(last.activation, z[i], y[i]);
        }
    }
    return sum;
}
