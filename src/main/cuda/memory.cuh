#pragma once
#include "common.cuh"

// y[i] = value
KERNEL void fill(float* y, float value, int count) {
    for (int i = firstOfAll(); i < count; i += allThreads()) {
        y[i] = value;
    }
}

// Rows of `width` numbers, those numbered in `order` from `from` on; without an order their own.
KERNEL void gather(const float* rows, const int* order, float* to, int from, int count, int width) {
    for (int i = firstOfAll(); i < count * width; i += allThreads()) {
        int n = from + i / width;
        to[i] = rows[(size_t) (order ? order[n] : n) * width + i % width];
    }
}

// [rows][columns] to [columns][rows]; in the result a row has `pitch` numbers, of which those from `first` on are set.
KERNEL void transpose(const float* x, float* y, int rows, int columns, int pitch, int first) {
    for (int i = firstOfAll(); i < rows * columns; i += allThreads()) {
        y[(size_t) (i / rows) * pitch + first + i % rows] = x[(size_t) (i % rows) * columns + i / rows];
    }
}

// The reverse: of [columns][pitch] the numbers from `first` on, to [rows][columns].
KERNEL void transpose_from(const float* x, float* y, int rows, int columns, int pitch, int first) {
    for (int i = firstOfAll(); i < rows * columns; i += allThreads()) {
        y[i] = x[(size_t) (i % columns) * pitch + first + i / columns];
    }
}
