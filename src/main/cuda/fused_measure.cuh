#pragma once
#include "fused.cuh"

// The mean of the losses of many networks over all samples, which go through each `batch` at a time: those at the places
// (a, b) of a plane, origin + a u + b v. A block a place.
KERNEL void __launch_bounds__(MOST_THREADS) fused_losses(const int* words, const float* inputs, const float* targets,
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
    double sum = 0;
    for (int first = 0; first < samples; first += batch) {
        int now = min(batch, samples - first);
        take(inputs, 0, first, now, plan.stage[0].units, dynamic + plan.stage[0].out);
        take(targets, 0, first, now, plan.stage[plan.stages - 1].units, dynamic + plan.targets);
        forwardThroughAll(plan, now, 0, 0);
        sum += lossOfRows(plan, now, 0);
        __syncthreads();
    }
    sum = sumOfBlock(sum, room);
    if (threadIdx.x == 0) {
        losses[blockIdx.x] = sum / ((double) samples * plan.each);
    }
}

// What units give out for `count` samples: x is [feature][count], y [row][count], of the rows that the stages have. A block
// takes `batch` samples.
KERNEL void __launch_bounds__(MOST_THREADS) fused_outputs(const int* words, const float* parameters, const float* x, float* y,
        int count, int batch) {
    __shared__ Plan plan;
    readPlan(words, &plan);
    int first = blockIdx.x * batch;
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
