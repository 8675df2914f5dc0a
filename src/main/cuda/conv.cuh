#pragma once
#include "activations.cuh"
#include "product.cuh"

// Convolutions as PyTorch defines them, images as [sample][channel][row][column]. What a filter sees at one place, its patch,
// is read where it lies: k counts channels, then the kernel's rows and columns.

struct Geometry {
    int channels, rows, columns;          // of what comes in
    int filters, outRows, outColumns;     // of what goes out
    int kernel, stride, before;           // before: rows and columns of zeros above and to the left
};

#define GEOMETRY int channels, int rows, int columns, int filters, int outRows, int outColumns, int kernel, int stride, \
        int before
#define THE_GEOMETRY Geometry {channels, rows, columns, filters, outRows, outColumns, kernel, stride, before}

// A place in all images, and a weight in a filter.
struct Place {
    const float* image;
    int row, column;
};

struct Weight {
    int channel, row, column;
};

INLINE Weight weightAt(int k, int kernel) {
    int square = kernel * kernel;
    int rest = k % square;
    return Weight {k / square, rest / kernel, rest % kernel};
}

INLINE Place placeAt(const float* images, int numbers, int i, int rows, int columns) {
    int pixels = rows * columns;
    int pixel = i % pixels;
    return Place {images + (size_t) (i / pixels) * numbers, pixel / columns, pixel % columns};
}

INLINE float seen(const Geometry& g, const Place& place, const Weight& weight) {
    int row = place.row * g.stride + weight.row - g.before;
    int column = place.column * g.stride + weight.column - g.before;
    bool inside = row >= 0 && row < g.rows && column >= 0 && column < g.columns;
    return inside ? place.image[(weight.channel * g.rows + row) * g.columns + column] : 0;
}

// a(place, k): what the weight k meets there.
struct Patches {
    typedef Place Row;
    typedef Weight Step;
    static const bool ALONG = false;
    const float* x;
    Geometry g;

    __device__ __forceinline__ Place row(int i) {
        return placeAt(x, g.channels * g.rows * g.columns, i, g.outRows, g.outColumns);
    }
    __device__ __forceinline__ Weight step(int k) { return weightAt(k, g.kernel); }
    __device__ __forceinline__ float at(const Place& place, const Weight& weight) { return seen(g, place, weight); }
};

// Likewise, the weight being the row and the place the step.
struct Meetings {
    typedef Weight Row;
    typedef Place Step;
    static const bool ALONG = true;
    const float* x;
    Geometry g;

    __device__ __forceinline__ Weight row(int i) { return weightAt(i, g.kernel); }
    __device__ __forceinline__ Place step(int k) {
        return placeAt(x, g.channels * g.rows * g.columns, k, g.outRows, g.outColumns);
    }
    __device__ __forceinline__ float at(const Weight& weight, const Place& place) { return seen(g, place, weight); }
};

// a(filter, place): the gradient there, which is [sample][filter][place].
struct Planes {
    typedef size_t Row;
    typedef size_t Step;
    static const bool ALONG = true;
    const float* dz;
    int filters, places;

    __device__ __forceinline__ size_t row(int i) { return (size_t) i * places; }
    __device__ __forceinline__ size_t step(int k) { return (size_t) (k / places) * filters * places + k % places; }
    __device__ __forceinline__ float at(size_t row, size_t step) { return dz[row + step]; }
};

// a(channel, k): the weights of a channel, k counting filters, then the kernel's rows and columns.
struct Channels {
    typedef size_t Row;
    typedef size_t Step;
    static const bool ALONG = true;
    const float* w;
    int channels, square;

    __device__ __forceinline__ size_t row(int i) { return (size_t) i * square; }
    __device__ __forceinline__ size_t step(int k) { return (size_t) (k / square) * channels * square + k % square; }
    __device__ __forceinline__ float at(size_t row, size_t step) { return w[row + step]; }
};

// a(pixel that came in, k): the gradient at the place whose patch meets the pixel with the weight k, if there is one.
struct Givers {
    typedef Place Row;
    typedef Weight Step;
    static const bool ALONG = false;
    const float* dz;
    Geometry g;

    __device__ __forceinline__ Place row(int i) {
        return placeAt(dz, g.filters * g.outRows * g.outColumns, i, g.rows, g.columns);
    }
    __device__ __forceinline__ Weight step(int k) { return weightAt(k, g.kernel); }
    __device__ __forceinline__ float at(const Place& pixel, const Weight& weight) {
        int row = pixel.row + g.before - weight.row;
        int column = pixel.column + g.before - weight.column;
        bool met = row >= 0 && column >= 0 && row % g.stride == 0 && column % g.stride == 0;
        row /= g.stride;
        column /= g.stride;
        met = met && row < g.outRows && column < g.outColumns;
        return met ? pixel.image[(weight.channel * g.outRows + row) * g.outColumns + column] : 0;
    }
};

// z[sample][filter][place] = sum of weights and what they meet + bias, y = f(z). Without biases `bias` is 0; y may be z.
KERNEL void __launch_bounds__(THREADS) conv(const float* x, const float* w, const float* bias, float* z, float* y,
        int samples, int kind, GEOMETRY) {
    int places = outRows * outColumns;
    int patch = channels * kernel * kernel;
    product(Rows {w, patch}, Patches {x, THE_GEOMETRY}, [=](int, int filter, int place, float sum) {
        float value = bias ? sum + bias[filter] : sum;
        size_t at = ((size_t) (place / places) * filters + filter) * places + place % places;
        z[at] = value;
        if (y != z) {
            y[at] = activated(kind, value);
        }
    }, filters, samples * places, patch, 1);
}

// dx from dz
KERNEL void __launch_bounds__(THREADS) conv_back(const float* dz, const float* w, float* dx, int samples, GEOMETRY) {
    int pixels = rows * columns;
    int square = kernel * kernel;
    product(Channels {w, channels, square}, Givers {dz, THE_GEOMETRY},
            [=](int, int channel, int pixel, float sum) {
        dx[((size_t) (pixel / pixels) * channels + channel) * pixels + pixel % pixels] = sum;
    }, channels, samples * pixels, filters * square, 1);
}

// dw, the places of all samples dealt out: sums is [parts][filters][patch].
KERNEL void __launch_bounds__(THREADS) conv_gradient(const float* dz, const float* x, float* sums, int samples, int parts,
        GEOMETRY) {
    int places = outRows * outColumns;
    int patch = channels * kernel * kernel;
    product(Planes {dz, filters, places}, Meetings {x, THE_GEOMETRY},
            [=](int part, int filter, int weight, float sum) {
        sums[((size_t) part * filters + filter) * patch + weight] = sum;
    }, filters, patch, samples * places, parts);
}
