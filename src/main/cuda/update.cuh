#pragma once
#include "common.cuh"

// What follows the gradient: penalties, clipping, and the optimizers of dev.crescent.engine.cpu.Updater, by number.
enum Rule {
    DESCENT, MOMENTUM, NESTEROV, RMSPROP, ADAGRAD, ADADELTA, ADAM, NADAM, LION
};

// A gradient with that of l1 sum |w| + l2/2 sum w^2; 0 has slope 0.
INLINE float penalized(float g, float w, float l1, float l2) {
    float sign = w > 0 ? 1 : w < 0 ? -1 : w;
    return g + (l1 * sign + l2 * w);
}

KERNEL void penalize(const float* w, float* g, int count, float l1, float l2) {
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        g[i] = penalized(g[i], w[i], l1, l2);
    }
}

// Each block's share of the sum of squares.
KERNEL void squares(const float* g, double* sums, int count) {
    __shared__ double room[256];
    double sum = 0;
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        sum += (double) g[i] * g[i];
    }
    sum = sumOfBlock(sum, room);
    if (threadIdx.x == 0) {
        sums[blockIdx.x] = sum;
    }
}

// What shortens a gradient of a norm above `largest` to it: min(1, largest / (norm + 1e-6)).
INLINE float shortening(double squares, double largest) {
    double quotient = largest / (sqrt(squares) + 1e-6);
    return (float) (quotient > 1 ? 1 : quotient);
}

// Likewise, of the sum of all blocks' shares; one block.
KERNEL void shorten(const double* sums, float* factor, int count, double largest) {
    __shared__ double room[256];
    double sum = 0;
    for (int i = threadIdx.x; i < count; i += blockDim.x) {
        sum += sums[i];
    }
    sum = sumOfBlock(sum, room);
    if (threadIdx.x == 0) {
        factor[0] = shortening(sum, largest);
    }
}

// One parameter by its gradient; a and b are what the optimizer remembers of it. The numbers are those of the step:
//   DESCENT, MOMENTUM, NESTEROV  rate, momentum
//   RMSPROP                      rate, rho, 1 - rho, epsilon inside the root, outside
//   ADAGRAD                      rate
//   ADADELTA                     rate, rho, 1 - rho
//   ADAM                         rate / (1 - beta1^t), beta1, 1 - beta1, beta2, 1 - beta2, 1 / sqrt(1 - beta2^t), kept
//   NADAM                        of the gradient, beta1, 1 - beta1, beta2, 1 - beta2, 1 / sqrt(1 - beta2^t), of the momentum
//   LION                         rate, beta1, 1 - beta1, beta2, 1 - beta2
INLINE float updated(int rule, float w, float g, float* a, float* b, float n0, float n1, float n2, float n3, float n4,
        float n5, float n6) {
    switch (rule) {
        case DESCENT:
            return w - n0 * g;
        case MOMENTUM:
            *a = n1 * *a + g;
            return w - n0 * *a;
        case NESTEROV:
            *a = n1 * *a + g;
            return w - n0 * (g + n1 * *a);
        case RMSPROP:
            *a = n1 * *a + n2 * g * g;
            return w - n0 * g / (sqrtf(*a + n3) + n4);
        case ADAGRAD:
            *a += g * g;
            return w - n0 * g / (sqrtf(*a) + 1e-8f);
        case ADADELTA: {
            *a = n1 * *a + n2 * g * g;
            float d = sqrtf(*b + 1e-6f) / sqrtf(*a + 1e-6f) * g;
            *b = n1 * *b + n2 * d * d;
            return w - n0 * d;
        }
        case ADAM:
            *a = n1 * *a + n2 * g;
            *b = n3 * *b + n4 * g * g;
            return n6 * w - n0 * *a / (sqrtf(*b) * n5 + 1e-8f);
        case NADAM:
            *a = n1 * *a + n2 * g;
            *b = n3 * *b + n4 * g * g;
            return w - (n0 * g + n6 * *a) / (sqrtf(*b) * n5 + 1e-8f);
        default: {
            float direction = n1 * *a + n2 * g;
            *a = n3 * *a + n4 * g;
            return w - n0 * (direction > 0 ? 1 : direction < 0 ? -1 : direction);
        }
    }
}

// All parameters; without clipping `factor` is 0, without a memory `a` is, without a second one `b`.
KERNEL void update(int rule, float* w, const float* g, float* a, float* b, int count, const float* factor, float n0,
        float n1, float n2, float n3, float n4, float n5, float n6) {
    float shortened = factor ? factor[0] : 1;
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        float first = a ? a[i] : 0;
        float second = b ? b[i] : 0;
        float gradient = factor ? g[i] * shortened : g[i];
        w[i] = updated(rule, w[i], gradient, &first, &second, n0, n1, n2, n3, n4, n5, n6);
        if (a) {
            a[i] = first;
        }
        if (b) {
            b[i] = second;
        }
    }
}
