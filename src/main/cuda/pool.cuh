#pragma once
#include "common.cuh"

// The largest number of each window; images are [sample][channel][row][column]. `winner` is where in its image it was: of
// equal ones the first, line by line.
KERNEL void max_pool(const float* x, float* y, int* winner, int images, int rows, int columns, int outRows, int outColumns,
        int size, int stride) {
    for (int i = firstOfAll(); i < images * outRows * outColumns; i += allThreads()) {
        const float* image = x + (size_t) (i / (outRows * outColumns)) * rows * columns;
        int top = i / outColumns % outRows * stride;
        int left = i % outColumns * stride;
        int best = top * columns + left;
        for (int row = top; row < min(rows, top + size); row++) {
            for (int column = left; column < min(columns, left + size); column++) {
                float value = image[row * columns + column];
                best = value > image[best] || value != value ? row * columns + column : best;
            }
        }
        y[i] = image[best];
        winner[i] = best;
    }
}

// Each number that came in collects from the windows that it won.
KERNEL void max_pool_back(const float* dy, const int* winner, float* dx, int images, int rows, int columns, int outRows,
        int outColumns, int size, int stride) {
    for (int i = firstOfAll(); i < images * rows * columns; i += allThreads()) {
        int own = i % (rows * columns);
        int row = own / columns;
        int column = own % columns;
        size_t image = (size_t) (i / (rows * columns)) * outRows * outColumns;
        float sum = 0;
        for (int r = max(0, (row - size + stride) / stride); r < outRows && r * stride <= row; r++) {
            for (int c = max(0, (column - size + stride) / stride); c < outColumns && c * stride <= column; c++) {
                size_t at = image + r * outColumns + c;
                sum += winner[at] == own ? dy[at] : 0;
            }
        }
        dx[i] = sum;
    }
}
