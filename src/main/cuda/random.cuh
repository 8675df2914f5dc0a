#pragma once
#include "common.cuh"

// Random numbers as a function of their place: dev.crescent.engine.CounterRandom, to the bit.

#define GOLDEN 0x9E3779B97F4A7C15ull

INLINE u64 mixed(u64 z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}

INLINE u64 keyOf(u64 seed, u64 step, u64 stream) {
    return mixed(mixed(mixed(seed) + step * GOLDEN) + stream * GOLDEN);
}

INLINE u64 bitsAt(u64 key, u64 index) {
    return mixed(key + (index + 1) * GOLDEN);
}

// From 0 up to, not including, 1, in steps of 2^-24.
INLINE float uniformAt(u64 key, u64 index) {
    return (float) (bitsAt(key, index) >> 40) * 0x1p-24f;
}

// Standard normal, by Box and Muller's transform of the two halves of one number's bits.
INLINE double normalAt(u64 key, u64 index) {
    u64 bits = bitsAt(key, index);
    double radius = ((double) (bits >> 32) + 0.5) * 0x1p-32;
    return sqrt(-2 * log(radius)) * cos(6.283185307179586 * ((double) (bits & 0xFFFFFFFFull) * 0x1p-32));
}
