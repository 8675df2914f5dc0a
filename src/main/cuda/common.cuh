#pragma once

// Where kernels begin: `KERNEL void name(arguments)`, the name and the bracket on one line.
#define KERNEL extern "C" __global__
#define INLINE __device__ __forceinline__

typedef unsigned long long u64;

// The first element of a loop over all threads of the grid, and its stride.
INLINE int firstOfAll() {
    return blockIdx.x * blockDim.x + threadIdx.x;
}

INLINE int allThreads() {
    return gridDim.x * blockDim.x;
}

// The sum of one number of each of the first `width` threads of a block, a power of two, in the same order always. Every
// thread has to call it, and gets the sum. `room` is as long as `width`.
template <class T>
INLINE T sumOfFirst(int width, T own, T* room) {
    if (threadIdx.x < width) {
        room[threadIdx.x] = own;
    }
    for (int half = width / 2; half > 0; half /= 2) {
        __syncthreads();
        if (threadIdx.x < half) {
            room[threadIdx.x] += room[threadIdx.x + half];
        }
    }
    __syncthreads();
    T sum = room[0];
    // The room is free for the next sum when all have read this one.
    __syncthreads();
    return sum;
}

// Likewise, of all threads of a block of a power of two.
template <class T>
INLINE T sumOfBlock(T own, T* room) {
    return sumOfFirst((int) blockDim.x, own, room);
}
