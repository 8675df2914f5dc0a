// How kernels run on the processor: between the kernels (kernels.cpp, which a test generates), what lets a C++ compiler
// read them (shim.h), what runs them (blocks.cpp), and the driver around them (standin.cpp).
#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

struct dim3 {
    unsigned int x = 1, y = 1, z = 1;
};

// The thread that runs now, as kernels see it.
extern dim3 threadIdx, blockIdx, blockDim, gridDim;

// Room for the shared memory that a launch asks for, as a kernel declares it: `extern __shared__ float dynamic[];`.
constexpr size_t DYNAMIC_FLOATS = 228 * 1024 / sizeof(float);

// Where a thread of a block waits for the others.
void shim_barrier(const char* file, int line);

struct Kernel {
    std::string name;
    std::vector<size_t> sizes;                        // bytes of each argument
    void (*run)(void (*function)(), void** arguments);  // calls it as one thread
    void (*function)();
};

// All kernels of the sources.
std::vector<Kernel> shim_kernels();

template <typename... A, size_t... I>
void shim_call(void (*function)(A...), void** arguments, std::index_sequence<I...>) {
    function(*static_cast<A*>(arguments[I])...);
}

template <typename... A>
void shim_run(void (*function)(), void** arguments) {
    shim_call(reinterpret_cast<void (*)(A...)>(function), arguments, std::index_sequence_for<A...>());
}

template <typename... A>
Kernel shim_kernel(const char* name, void (*function)(A...)) {
    return {name, {sizeof(A)...}, shim_run<A...>, reinterpret_cast<void (*)()>(function)};
}

// In which order the threads of a block run between barriers, and the blocks of a grid.
struct Order {
    enum { ASCENDING, DESCENDING, RANDOM } kind = ASCENDING;
    unsigned long seed = 0;
};

// Runs all blocks, one after the other. Shared memory holds NaN when a block begins.
// Answers what a kernel did that it must not; empty if nothing.
std::string run_grid(const Kernel& kernel, void** arguments, dim3 grid, unsigned int threads, size_t shared_bytes, Order order);
