// Kernels right and wrong, to see that what runs kernels in tests finds the mistakes. Says nothing when it does.
#include <cstdio>

#include "shim.h"

#define KERNEL extern "C" __global__

template <int N, bool WAIT, typename F>
__device__ __forceinline__ float sum(const float* x, int n, F f) {
    __shared__ float part[N];
    part[threadIdx.x] = static_cast<int>(threadIdx.x) < n ? f(x[threadIdx.x]) : 0;
    __syncthreads();
    for (unsigned int s = N / 2; s > 0; s /= 2) {
        if (threadIdx.x < s) {
            part[threadIdx.x] += part[threadIdx.x + s];
        }
        if (WAIT) {
            __syncthreads();
        }
    }
    float all = part[0];
    __syncthreads();
    return all;
}

// Uses all kinds of shared memory.
KERNEL void __launch_bounds__(128) sums(const float* x, float* y, int n) {
    extern __shared__ float dynamic[];
    __shared__ float factor;
    if (threadIdx.x == 0) {
        factor = 2;
    }
    float one = sum<128, true>(x, n, [] __device__(float v) { return v; });
    float two = sum<128, true>(x, n, [=] __device__(float v) { return v * factor; });
    dynamic[threadIdx.x] = one + max(0.0f, two) + min(0, 1L);
    __syncthreads();
    if (threadIdx.x == 0) {
        y[blockIdx.x + gridDim.x * blockIdx.y] = dynamic[blockDim.x - 1];
    }
}

KERNEL void forgets_a_barrier(const float* x, float* y, int n) {
    float all = sum<128, false>(x, n, [] __device__(float v) { return v; });
    if (threadIdx.x == 0) {
        y[0] = all;
    }
}

KERNEL void reads_what_nobody_wrote(float* y) {
    __shared__ float a[4];
    extern __shared__ float dynamic[];
    y[0] = a[0];
    y[1] = dynamic[0];
    a[0] = dynamic[0] = 1;
}

KERNEL void waits_not_in_all_threads(float* y) {
    if (threadIdx.x < 3) {
        __syncthreads();
    }
    y[threadIdx.x] = 1;
}

KERNEL void waits_at_two_places(float* y) {
    if (threadIdx.x < 3) {
        __syncthreads();
    } else {
        y[threadIdx.x] = 1;
        __syncthreads();
    }
}

KERNEL void leaves_its_shared_memory(float* y) {
    extern __shared__ float dynamic[];
    dynamic[threadIdx.x] = y[0];
}

static int mistakes;

static void expect(bool so, const char* what) {
    if (!so) {
        printf("not so: %s\n", what);
        mistakes++;
    }
}

int main() {
    float x[128], y[128] = {};
    for (int i = 0; i < 128; i++) {
        x[i] = i;
    }
    const float* from = x;
    float* to = y;
    int n = 100;
    void* all[] = {&from, &to, &n};
    void* only[] = {&to};
    Kernel right = shim_kernel("sums", sums);
    Kernel forgets = shim_kernel("forgets", forgets_a_barrier);
    Kernel reads = shim_kernel("reads", reads_what_nobody_wrote);
    expect(right.sizes == std::vector<size_t>{8, 8, 4}, "sizes of arguments");

    bool found = false;
    for (Order order : {Order{Order::ASCENDING}, Order{Order::DESCENDING}, Order{Order::RANDOM, 1}, Order{Order::RANDOM, 2}}) {
        expect(run_grid(right, all, {2, 3, 1}, 128, 512, order).empty(), "a right kernel runs");
        for (int block = 0; block < 6; block++) {
            expect(y[block] == 3 * 4950, "its results are right in any order");
        }
        run_grid(forgets, all, {1, 1, 1}, 128, 0, order);
        found = found || y[0] != 4950;
    }
    expect(found, "a barrier that is missing shows in some order");

    run_grid(reads, only, {3, 1, 1}, 1, 4, {});
    expect(y[0] != y[0] && y[1] != y[1], "shared memory is no number when a block begins");

    auto wrong = [&](const char* name, void (*kernel)(float*), const char* what) {
        expect(run_grid(shim_kernel(name, kernel), only, {1, 1, 1}, 8, 28, {}).find(what) != std::string::npos, what);
    };
    wrong("not in all threads", waits_not_in_all_threads, "threads 0 and 3 of a block wait");
    wrong("at two places", waits_at_two_places, "threads 0 and 3 of a block wait");
    wrong("leaves", leaves_its_shared_memory, "wrote beyond the 28 bytes");
    expect(run_grid(right, all, {1, 1, 1}, 128, 512, {}).empty() && y[0] == 3 * 4950, "a right kernel runs after wrong ones");
    return mistakes;
}
