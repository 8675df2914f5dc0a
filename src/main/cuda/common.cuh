#pragma once

// Where kernels begin: `KERNEL void name(arguments)`, the name and the bracket on one line.
#define KERNEL extern "C" __global__
