#pragma once
#include "loss.cuh"
#include "masks.cuh"
#include "update.cuh"

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

// The smallest power of two for `count`, at most the block.
INLINE int widthFor(int count) {
    int width = 1;
    while (width < count && width < blockDim.x) {
        width *= 2;
    }
    return width;
}

INLINE void backThrough(const Stage& own, const Stage& before, int samples, u64 key) {
    for (int i = threadIdx.x; i < samples * before.units; i += blockDim.x) {
        int sample = i / before.units;
        const float* dz = dynamic + own.delta + sample * own.units;
        const float* w = dynamic + own.weights + (i - sample * before.units);
        float sum = 0;
        for (int unit = 0; unit < own.units; unit++) {
            sum = fmaf(dz[unit], w[unit * before.units], sum);
        }
        sum = kept(sum, key, i, before.rate, before.scale);
        dynamic[before.delta + i] = sum * slopeOf(before.activation, dynamic[before.z + i], dynamic[before.y + i]);
    }
}

// The gradient by parameter number i, penalties included; `at` is the number of its stage, or of one before.
INLINE float gradientOf(const Plan& plan, int i, int* at, int samples, float l1, float l2) {
    while (*at + 1 < plan.stages && i >= plan.stage[*at + 1].weights) {
        ++*at;
    }
    const Stage& own = plan.stage[*at];
    const Stage& before = plan.stage[*at - 1];
    int place = i - own.weights;
    int unit = place / before.units;
    bool weight = unit < own.units;
    const float* dz = dynamic + own.delta + (weight ? unit : place - own.units * before.units);
    const float* x = dynamic + before.out + (weight ? place - unit * before.units : 0);
    float sum = 0;
    for (int n = 0; n < samples; n++) {
        sum = fmaf(dz[n * own.units], weight ? x[n * before.units] : 1, sum);
    }
    return weight && (l1 != 0 || l2 != 0) ? penalized(sum, dynamic[i], l1, l2) : sum;
}

// What a thread needs to know of an update: the rule of the step, and its numbers.
struct Learning {
    int rule;
    float l1;
    float l2;
    float n[7];
};

INLINE void learn(const Plan& plan, const Learning& by, int i, float gradient) {
    float first = plan.first < 0 ? 0 : dynamic[plan.first + i];
    float second = plan.second < 0 ? 0 : dynamic[plan.second + i];
    dynamic[i] = updated(by.rule, dynamic[i], gradient, &first, &second, by.n[0], by.n[1], by.n[2], by.n[3], by.n[4],
            by.n[5], by.n[6]);
    if (plan.first >= 0) {
        dynamic[plan.first + i] = first;
    }
    if (plan.second >= 0) {
        dynamic[plan.second + i] = second;
    }
}

// Changes the parameters; `room` is as long as the block.
INLINE void learnAll(const Plan& plan, const Learning& by, int samples, double clip, double* room) {
    float factor = 1;
    int at = 1;
    if (plan.gradient >= 0) {
        double squares = 0;
        for (int i = threadIdx.x; i < plan.size; i += blockDim.x) {
            float g = gradientOf(plan, i, &at, samples, by.l1, by.l2);
            dynamic[plan.gradient + i] = g;
            squares += (double) g * g;
        }
        factor = shortening(sumOfBlock(squares, room), clip);
    }
    at = 1;
    for (int i = threadIdx.x; i < plan.size; i += blockDim.x) {
        float g = plan.gradient < 0 ? gradientOf(plan, i, &at, samples, by.l1, by.l2) : dynamic[plan.gradient + i] * factor;
        learn(plan, by, i, g);
    }
}

// Some steps of some networks, each of its own parameters, memory [networks][size], rule, and numbers [networks][steps][7],
// on the same mini-batches: `samples` numbers in `order`, `batch` a step. A network ends with a step whose loss, one of
// [networks][steps], is no finite number; one with a rule below 0 takes none. `step` are those done before.
KERNEL void __launch_bounds__(MOST_THREADS) fused_train(const int* words, const float* inputs, const float* targets,
        const int* order, int samples, int batch, const int* rules, const float* numbers, float l1, float l2, double clip,
        u64 seed, u64 step, float* parameters, float* first, float* second, double* losses) {
    __shared__ Plan plan;
    __shared__ double room[MOST_THREADS];
    Learning by = {rules[blockIdx.x], l1, l2};
    if (by.rule < 0) {
        return;
    }
    readPlan(words, &plan);
    size_t own = (size_t) blockIdx.x * plan.size;
    copy(parameters + own, dynamic, plan.size);
    copy(first + own, dynamic + plan.first, plan.first < 0 ? 0 : plan.size);
    copy(second + own, dynamic + plan.second, plan.second < 0 ? 0 : plan.size);
    const Stage& input = plan.stage[0];
    int steps = (samples + batch - 1) / batch;
    for (int k = 0; k < steps; k++) {
        int now = min(batch, samples - k * batch);
        size_t at = (size_t) blockIdx.x * steps + k;
        for (int i = 0; i < 7; i++) {
            by.n[i] = numbers[at * 7 + i];
        }
        take(inputs, order, k * batch, now, input.units, dynamic + input.out);
        take(targets, order, k * batch, now, plan.stage[plan.stages - 1].units, dynamic + plan.targets);
        maskInput(input, now, keyBehind(input, seed, step + k));
        forwardThroughAll(plan, now, seed, step + k);
        double divisor = (double) now * plan.each;
        double sum = sumOfFirst(widthFor(now), lossOfRows(plan, now, (float) (1 / divisor)), room);
        for (int i = plan.stages - 1; i > 1; i--) {
            backThrough(plan.stage[i], plan.stage[i - 1], now, keyBehind(plan.stage[i - 1], seed, step + k));
            __syncthreads();
        }
        learnAll(plan, by, now, clip, room);
        __syncthreads();
        if (threadIdx.x == 0) {
            losses[at] = sum / divisor;
        }
        if (!(sum - sum == 0)) {
            break;
        }
    }
    copy(dynamic, parameters + own, plan.size);
    copy(dynamic + plan.first, first + own, plan.first < 0 ? 0 : plan.size);
    copy(dynamic + plan.second, second + own, plan.second < 0 ? 0 : plan.size);
}

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
