#pragma once
#include "fused.cuh"

// Of a multiprocessor's registers each thread gets 64 then; on its own the compiler takes 40, and spills some.
#define BLOCKS_AT_ONCE 4

// This thread's part of the summed losses over all samples, which go through the network `batch` at a time, and of how many
// are classified right, where `labels` is not 0.
INLINE double measured(const Plan& plan, const float* inputs, const float* targets, const int* labels, int samples, int batch,
        float threshold, int* right) {
    const Stage& last = plan.stage[plan.stages - 1];
    double sum = 0;
    for (int first = 0; first < samples; first += batch) {
        int now = min(batch, samples - first);
        take(inputs, 0, first, now, plan.stage[0].units, dynamic + plan.stage[0].out);
        take(targets, 0, first, now, last.units, dynamic + plan.targets);
        forwardThroughAll(plan, now, 0, 0);
        sum += lossOfRows(plan, now, 0);
        int scores = plan.fused && plan.loss != BINARY_CROSS_ENTROPY ? last.z : last.y;
        for (int row = threadIdx.x; labels && row < now; row += blockDim.x) {
            *right += isRight(dynamic + scores + row * last.units, labels[first + row], last.units, threshold);
        }
        __syncthreads();
    }
    return sum;
}

// The mean of the losses of many networks over all samples: those at the places (a, b) of a plane, origin + a u + b v. A block
// a place.
KERNEL void __launch_bounds__(MOST_THREADS, BLOCKS_AT_ONCE) fused_losses(const int* words, const float* inputs, const float* targets,
        int samples, int batch, const double* origin, const double* u, const double* v, const double* places,
        double* losses) {
    __shared__ Plan plan;
    __shared__ double room[MOST_THREADS];
    readPlan(words, &plan);
    double a = places[2 * blockIdx.x];
    double b = places[2 * blockIdx.x + 1];
    for (int i = threadIdx.x; i < plan.size; i += blockDim.x) {
        dynamic[i] = (float) (origin[i] + a * u[i] + b * v[i]);
    }
    int nothing = 0;
    double sum = sumOfBlock(measured(plan, inputs, targets, 0, samples, batch, 0, &nothing), room);
    if (threadIdx.x == 0) {
        losses[blockIdx.x] = sum / ((double) samples * plan.each);
    }
}

// The mean of the losses over all samples, and how many are classified right, of networks with parameters [networks][size],
// into [networks][2]. A block a network.
KERNEL void __launch_bounds__(MOST_THREADS, BLOCKS_AT_ONCE) fused_metrics(const int* words, const float* inputs, const float* targets,
        const int* labels, int samples, int batch, float threshold, const float* parameters, double* into) {
    __shared__ Plan plan;
    __shared__ double room[MOST_THREADS];
    readPlan(words, &plan);
    copy(parameters + (size_t) blockIdx.x * plan.size, dynamic, plan.size);
    int right = 0;
    double sum = sumOfBlock(measured(plan, inputs, targets, labels, samples, batch, threshold, &right), room);
    double count = sumOfBlock((double) right, room);
    if (threadIdx.x == 0) {
        into[2 * blockIdx.x] = sum / ((double) samples * plan.each);
        into[2 * blockIdx.x + 1] = count;
    }
}

// What units give out for samples from `from` on, of `count`: x is [feature][count], y [row][count], of the rows that the
// stages have. A block takes `batch` samples.
KERNEL void __launch_bounds__(MOST_THREADS) fused_outputs(const int* words, const float* parameters, const float* x, float* y,
        int count, int batch, int from) {
    __shared__ Plan plan;
    readPlan(words, &plan);
    int first = from + blockIdx.x * batch;
    int now = min(batch, count - first);
    const Stage& input = plan.stage[0];
    const Stage& last = plan.stage[plan.stages - 1];
    copy(parameters, dynamic, plan.size);
    for (int i = threadIdx.x; i < now * input.units; i += blockDim.x) {
        dynamic[input.out + i % now * input.units + i / now] = x[(size_t) (i / now) * count + first + i % now];
    }
    forwardThroughAll(plan, now, 0, 0);
    for (int row = threadIdx.x; last.activation == SOFTMAX && row < now; row += blockDim.x) {
        softmaxOf(dynamic + last.z + row * last.units, dynamic + last.y + row * last.units, last.units);
    }
    __syncthreads();
    for (int s = 0; s < plan.stages; s++) {
        const Stage& stage = plan.stage[s];
        for (int i = threadIdx.x; stage.row >= 0 && i < now * stage.units; i += blockDim.x) {
            y[(size_t) (stage.row + i / now) * count + first + i % now] = dynamic[stage.out + i % now * stage.units + i / now];
        }
    }
}
