#pragma once
#include "fused.cuh"
#include "update.cuh"

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

// Of a row; dev.crescent.engine.cuda.Rule has the same.
#define TABLE 8

// The numbers of `updated` for a step, at a rate: of a table's row, the first is for a rate of 1, and the last is what the one
// before it changes by with the rate.
INLINE void setNumbers(Learning* by, const float* row, float rate) {
    by->n[0] = rate * row[0];
    for (int i = 1; i < 6; i++) {
        by->n[i] = row[i];
    }
    by->n[6] = fmaf(rate, row[7], row[6]);
}

// Some steps of some networks, each of its own parameters, memory [networks][size], rates [networks][steps], and kind of
// optimizer: the number of a rule and of a table [kinds][steps][TABLE]. All go through the same mini-batches: `samples` numbers
// in `order`, `batch` a step. A network ends with a step whose loss, one of [networks][steps], is no finite number; one of a
// kind below 0 takes none. `step` are those done before.
KERNEL void __launch_bounds__(MOST_THREADS) fused_train(const int* words, const float* inputs, const float* targets,
        const int* order, int samples, int batch, const int* kinds, const int* rules, const float* tables, const float* rates,
        float l1, float l2, double clip, u64 seed, u64 step, float* parameters, float* first, float* second,
        double* losses) {
    __shared__ Plan plan;
    __shared__ double room[MOST_THREADS];
    int kind = kinds[blockIdx.x];
    if (kind < 0) {
        return;
    }
    Learning by = {rules[kind], l1, l2};
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
        setNumbers(&by, tables + ((size_t) kind * steps + k) * TABLE, rates[at]);
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
