// Runs the threads of a block as fibers on one thread: each goes on until it waits at a barrier or ends, then the next.
#include "blocks.h"

#include <link.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <random>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/common_interface_defs.h>
#endif

dim3 threadIdx, blockIdx, blockDim, gridDim;

// The guard behind what a launch asks for is checked, so there is room for it.
constexpr size_t GUARD = 256;
alignas(16) thread_local float dynamic[DYNAMIC_FLOATS + GUARD / sizeof(float)];

namespace {
constexpr size_t PAGE = 4096;
constexpr size_t STACK = 64 * PAGE;
constexpr unsigned char POISON = 0xFF;       // four of them are a float that is no number
constexpr unsigned int GUARD_WORD = 0xFFC5A5A5;  // no number either, and none that comes by calculating

struct Fiber {
    char* stack = nullptr;
    void* pointer = nullptr;
    void* sanitizer = nullptr;
    bool ended = false;
    const char* file = nullptr;
    int line = 0;
};

std::vector<Fiber> fibers;
unsigned int current;
void* scheduler;
#ifdef __SANITIZE_ADDRESS__
void* scheduler_sanitizer;
const void* scheduler_stack;
size_t scheduler_size;
#endif
const Kernel* kernel_now;
void** arguments_now;
}  // namespace

extern "C" void shim_switch(void** save, void* go_on);
asm(R"(
.text
.type shim_switch, @function
shim_switch:
    pushq %rbp
    pushq %rbx
    pushq %r12
    pushq %r13
    pushq %r14
    pushq %r15
    movq %rsp, (%rdi)
    movq %rsi, %rsp
    popq %r15
    popq %r14
    popq %r13
    popq %r12
    popq %rbx
    popq %rbp
    ret
)");

namespace {
void to_scheduler(Fiber& fiber) {
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_start_switch_fiber(&fiber.sanitizer, scheduler_stack, scheduler_size);
#endif
    shim_switch(&fiber.pointer, scheduler);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(fiber.sanitizer, &scheduler_stack, &scheduler_size);
#endif
}

void to_fiber(Fiber& fiber) {
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_start_switch_fiber(&scheduler_sanitizer, fiber.stack, STACK);
#endif
    shim_switch(&scheduler, fiber.pointer);
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(scheduler_sanitizer, nullptr, nullptr);
#endif
}

// A fiber runs one thread of one block after the other.
void fiber_main() {
#ifdef __SANITIZE_ADDRESS__
    __sanitizer_finish_switch_fiber(nullptr, &scheduler_stack, &scheduler_size);
#endif
    for (;;) {
        kernel_now->run(kernel_now->function, arguments_now);
        fibers[current].ended = true;
        to_scheduler(fibers[current]);
    }
}

void prepare(Fiber& fiber) {
    if (fiber.stack == nullptr) {
        void* memory = mmap(nullptr, PAGE + STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        mprotect(memory, PAGE, PROT_NONE);
        fiber.stack = static_cast<char*>(memory) + PAGE;
    }
    // Six registers and where to go: the stack is then as after a call.
    void** top = reinterpret_cast<void**>(fiber.stack + STACK) - 8;
    std::fill(top, top + 8, nullptr);
    top[6] = reinterpret_cast<void*>(fiber_main);
    fiber.pointer = top;
}

struct Block {
    char* begin = nullptr;
    size_t bytes = 0;
};

// All shared memory: what this library has as thread-local.
Block shared_memory() {
    Block found;
    dynamic[0] = 0;
    dl_iterate_phdr([](dl_phdr_info* info, size_t, void* data) {
        char* begin = static_cast<char*>(info->dlpi_tls_data);
        for (int i = 0; begin != nullptr && i < info->dlpi_phnum; i++) {
            size_t bytes = info->dlpi_phdr[i].p_memsz;
            char* ours = reinterpret_cast<char*>(dynamic);
            if (info->dlpi_phdr[i].p_type == PT_TLS && ours >= begin && ours < begin + bytes) {
                *static_cast<Block*>(data) = {begin, bytes};
                return 1;
            }
        }
        return 0;
    }, &found);
    return found;
}

void poison(const Block& all, size_t shared_bytes) {
    char* ours = reinterpret_cast<char*>(dynamic);
    char* end = ours + sizeof dynamic;
    memset(all.begin, POISON, ours - all.begin);
    memset(ours, POISON, shared_bytes);
    for (char* guard = ours + shared_bytes; guard < ours + shared_bytes + GUARD; guard += sizeof GUARD_WORD) {
        memcpy(guard, &GUARD_WORD, sizeof GUARD_WORD);
    }
    memset(end, POISON, all.begin + all.bytes - end);
}

void arrange(std::vector<unsigned int>& indices, Order order, std::mt19937& random) {
    if (order.kind == Order::DESCENDING && indices.size() > 1 && indices[0] == 0) {
        std::reverse(indices.begin(), indices.end());
    } else if (order.kind == Order::RANDOM) {
        std::shuffle(indices.begin(), indices.end(), random);
    }
}

bool guard_is_whole(size_t shared_bytes) {
    const char* guard = reinterpret_cast<char*>(dynamic) + shared_bytes;
    for (size_t i = 0; i < GUARD; i += sizeof GUARD_WORD) {
        if (memcmp(guard + i, &GUARD_WORD, sizeof GUARD_WORD) != 0) {
            return false;
        }
    }
    return true;
}

std::string place(const Fiber& fiber) {
    return fiber.ended ? "at the end" : std::string(fiber.file) + ":" + std::to_string(fiber.line);
}

std::string run_block(std::vector<unsigned int>& threads, Order order, std::mt19937& random) {
    for (unsigned int t : threads) {
        fibers[t].ended = false;
    }
    for (;;) {
        arrange(threads, order, random);
        for (unsigned int t : threads) {
            current = t;
            threadIdx = {t, 0, 0};
            to_fiber(fibers[t]);
        }
        const Fiber& first = fibers[0];
        for (unsigned int t : threads) {
            const Fiber& other = fibers[t];
            if (other.ended != first.ended || !other.ended && (other.line != first.line || strcmp(other.file, first.file) != 0)) {
                return "threads 0 and " + std::to_string(t) + " of a block wait for each other at two places: " + place(first)
                    + " and " + place(other);
            }
        }
        if (first.ended) {
            return "";
        }
    }
}
}  // namespace

void shim_barrier(const char* file, int line) {
    Fiber& fiber = fibers[current];
    fiber.file = file;
    fiber.line = line;
    to_scheduler(fiber);
}

std::string run_grid(const Kernel& kernel, void** arguments, dim3 grid, unsigned int threads, size_t shared_bytes, Order order) {
    if (fibers.size() < threads) {
        fibers.resize(threads);
    }
    std::for_each_n(fibers.begin(), threads, prepare);
    kernel_now = &kernel;
    arguments_now = arguments;
    blockDim = {threads, 1, 1};
    gridDim = grid;
    Block all = shared_memory();
    std::mt19937 random(order.seed);
    std::vector<unsigned int> blocks(grid.x * grid.y);
    std::vector<unsigned int> indices(threads);
    std::iota(blocks.begin(), blocks.end(), 0);
    std::iota(indices.begin(), indices.end(), 0);
    arrange(blocks, order, random);
    for (unsigned int block : blocks) {
        blockIdx = {block % grid.x, block / grid.x, 0};
        poison(all, shared_bytes);
        std::string wrong = run_block(indices, order, random);
        if (wrong.empty() && !guard_is_whole(shared_bytes)) {
            wrong = "a block wrote beyond the " + std::to_string(shared_bytes) + " bytes of shared memory it was launched with";
        }
        if (!wrong.empty()) {
            return kernel.name + ", block " + std::to_string(blockIdx.x) + ", " + std::to_string(blockIdx.y) + ": " + wrong;
        }
    }
    return "";
}
