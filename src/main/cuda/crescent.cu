// All kernels of Crescent, as one module. KERNEL stands before each; kernels and what they share are in the files below.
#include "common.cuh"
#include "memory.cuh"
