#pragma once
#include "common.cuh"

// The product of two matrices that are read element by element through a view each, so that a convolution's patches need
// not be copied anywhere: c(m, n) = sum over k of a(m, k) b(n, k).
//
// A block of 256 threads takes a tile of 64 x 64 numbers, four by four a thread, 16 steps of k at a time through shared
// memory. The steps of k may be dealt out to several blocks, whose sums are added afterwards in a fixed order.
//
// A view has `Row row(int)`, `Step step(int)` and `float at(Row, Step)`, and says in ALONG whether elements with
// neighboring k lie side by side in memory, else those of neighboring rows do.

#define TILE 64
#define DEPTH 16
#define THREADS 256

template <bool ALONG, class View>
struct Reader;

// Neighboring threads read neighboring k.
template <class View>
struct Reader<true, View> {
    View view;
    typename View::Row rows[4];
    bool inside[4];

    __device__ __forceinline__ Reader(View v, int first, int end) : view(v) {
        for (int i = 0; i < 4; i++) {
            int row = first + threadIdx.x / DEPTH + 16 * i;
            inside[i] = row < end;
            rows[i] = view.row(inside[i] ? row : first);
        }
    }

    __device__ __forceinline__ void read(float (*to)[TILE + 4], int k, int kEnd) {
        int own = threadIdx.x % DEPTH;
        bool there = k + own < kEnd;
        typename View::Step step = view.step(there ? k + own : k);
        for (int i = 0; i < 4; i++) {
            to[own][threadIdx.x / DEPTH + 16 * i] = there && inside[i] ? view.at(rows[i], step) : 0;
        }
    }
};

// Neighboring threads read neighboring rows.
template <class View>
struct Reader<false, View> {
    View view;
    typename View::Row row;
    bool inside;

    __device__ __forceinline__ Reader(View v, int first, int end) : view(v) {
        int own = first + threadIdx.x % TILE;
        inside = own < end;
        row = view.row(inside ? own : first);
    }

    __device__ __forceinline__ void read(float (*to)[TILE + 4], int k, int kEnd) {
        for (int i = 0; i < 4; i++) {
            int own = threadIdx.x / TILE + 4 * i;
            bool there = k + own < kEnd;
            to[own][threadIdx.x % TILE] = there && inside ? view.at(row, view.step(there ? k + own : k)) : 0;
        }
    }
};

// Block (x, y) takes the x-th tile of columns and the y-th of rows; behind all rows' tiles come those of the next part of
// k. `put(part, m, n, sum)` stores.
template <class A, class B, class Put>
INLINE void product(A a, B b, Put put, int m, int n, int k, int parts) {
    __shared__ float as[DEPTH][TILE + 4];
    __shared__ float bs[DEPTH][TILE + 4];
    int tiles = (m + TILE - 1) / TILE;
    int part = blockIdx.y / tiles;
    int firstRow = blockIdx.y % tiles * TILE;
    int firstColumn = blockIdx.x * TILE;
    int steps = (k + parts - 1) / parts;
    int kEnd = min(k, (part + 1) * steps);
    Reader<A::ALONG, A> left(a, firstRow, m);
    Reader<B::ALONG, B> right(b, firstColumn, n);
    int tx = threadIdx.x % 16;
    int ty = threadIdx.x / 16;
    float sums[4][4] = {};
    for (int from = part * steps; from < kEnd; from += DEPTH) {
        left.read(as, from, kEnd);
        right.read(bs, from, kEnd);
        __syncthreads();
        for (int i = 0; i < DEPTH; i++) {
            float x[4];
            float y[4];
            for (int j = 0; j < 4; j++) {
                x[j] = as[i][ty + 16 * j];
                y[j] = bs[i][tx + 16 * j];
            }
            for (int row = 0; row < 4; row++) {
                for (int column = 0; column < 4; column++) {
                    sums[row][column] = fmaf(x[row], y[column], sums[row][column]);
                }
            }
        }
        __syncthreads();
    }
    for (int row = 0; row < 4; row++) {
        for (int column = 0; column < 4; column++) {
            int i = firstRow + ty + 16 * row;
            int j = firstColumn + tx + 16 * column;
            if (i < m && j < n) {
                put(part, i, j, sums[row][column]);
            }
        }
    }
}

// A matrix whose rows lie behind each other: a(row, k) = p[row * width + k].
struct Rows {
    typedef size_t Row;
    typedef int Step;
    static const bool ALONG = true;
    const float* p;
    int width;

    __device__ __forceinline__ size_t row(int i) { return (size_t) i * width; }
    __device__ __forceinline__ int step(int k) { return k; }
    __device__ __forceinline__ float at(size_t row, int k) { return p[row + k]; }
};

// A matrix whose columns lie behind each other: a(row, k) = p[k * width + row].
struct Columns {
    typedef int Row;
    typedef size_t Step;
    static const bool ALONG = false;
    const float* p;
    int width;

    __device__ __forceinline__ int row(int i) { return i; }
    __device__ __forceinline__ size_t step(int k) { return (size_t) k * width; }
    __device__ __forceinline__ float at(int row, size_t k) { return p[k + row]; }
};

// The parts of a gradient that was dealt out, [parts][count], added to it or put in its place.
KERNEL void add_parts(const float* sums, float* gradient, int count, int parts, int anew) {
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        float sum = anew ? 0 : gradient[i];
        for (int part = 0; part < parts; part++) {
            sum += sums[(size_t) part * count + i];
        }
        gradient[i] = sum;
    }
}
