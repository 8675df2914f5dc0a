// A library that stands in for NVIDIA's driver in tests: libcuda.so.1 with the functions that Crescent uses, whose device is
// the processor. It refuses what a driver refuses, as far as Crescent could do it, and whatever else a test wishes:
//
//     standin_configure("version=12060 capability=90 memory=1000000 devices=1 order=random:7 busy=2 fail=cuMemAlloc:3=2")
//
// begins anew with these settings; what is left out has the defaults below. `version` is 1000 times the major plus 10 times
// the minor number, `memory` is in bytes, `order` is that of threads and blocks (ascending, descending, random:SEED), `busy`
// is how many queries after a launch find work going on, `hang` the number of the launch whose kernel goes on for ever, from
// one, and `fail` is FUNCTION:CALL=CODE[,...], the calls counted from one, the function without its _v2. The environment
// variable STANDIN holds the settings to begin with.
#include <algorithm>
#include <climits>
#include <condition_variable>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include "blocks.h"
#include "ptx.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(address, bytes)
#define ASAN_UNPOISON_MEMORY_REGION(address, bytes)
#endif

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {
constexpr size_t RED_ZONE = 256;
constexpr unsigned char RED = 0xA5;
constexpr unsigned char UNDEFINED = 0xFF;  // what floats read there is no number
constexpr int SHARED_BYTES = 48 << 10;
constexpr int SHARED_BYTES_MOST = 227 << 10;
constexpr int MOST_QUEUED = 1024;

struct Function {
    PtxEntry entry;
    const Kernel* kernel;
    int dynamic_bytes;
};

struct Module {
    std::map<std::string, PtxEntry> entries;
    std::map<std::string, Function> functions;
};

struct Context {};

// What a test wishes, and what has become of it.
struct State {
    int version = 12060;
    int capability = 90;
    int devices = 1;
    size_t memory = size_t(8) << 30;
    std::string name = "Stand-in";
    Order order;
    int busy = 0;
    std::map<std::string, std::map<long, int>> failures;

    std::map<std::string, long> calls;
    std::map<uintptr_t, size_t> allocations;
    size_t used = 0;
    bool initialised = false;
    int sticky = 0;
    int queries_left = 0;
    long launches_to_hang = 0;  // the last of them is the kernel that does not end; 0: none does so
    bool hangs = false;
    int queued = 0;             // behind it
    long queue = 0;             // launches since anybody waited for them
    long longest_queue = 0;
    std::set<Context*> contexts;
    std::string message;
};

std::recursive_mutex mutex;
std::condition_variable_any ended;
State state;
// Not thread_local, which all shared memory is.
std::map<std::thread::id, Context*> current_contexts;

bool is_sticky(int code) {
    return code == 214 || code == 220 || code == 999 || (code >= 700 && code <= 720 && code != 701);
}

// Every function begins here; what it answers, if not 0, is the answer.
int enter(const char* name, bool needs_context = true) {
    long call = ++state.calls[name];
    auto failures = state.failures.find(name);
    if (failures != state.failures.end() && failures->second.count(call) > 0) {
        int code = failures->second[call];
        if (is_sticky(code)) {
            state.sticky = code;
        }
        return code;
    }
    if (state.sticky != 0) {
        return state.sticky;
    }
    if (needs_context) {
        if (!state.initialised) {
            return 3;
        }
        auto found = current_contexts.find(std::this_thread::get_id());
        if (found == current_contexts.end() || state.contexts.count(found->second) == 0) {
            return 201;
        }
    }
    return 0;
}

// Where a driver waits for all kernels; while one hangs that is until a test lets it end.
void wait_for_kernels(std::unique_lock<std::recursive_mutex>& lock) {
    ended.wait(lock, [] { return !state.hangs; });
    state.queue = 0;
}

int refuse(int code, const std::string& why) {
    state.message = why;
    return code;
}

bool is_inside(uintptr_t address, size_t bytes) {
    auto after = state.allocations.upper_bound(address);
    if (after == state.allocations.begin()) {
        return false;
    }
    auto [begin, size] = *std::prev(after);
    return address - begin <= size && bytes <= size - (address - begin);
}

bool is_red(const unsigned char* zone) {
#ifdef __SANITIZE_ADDRESS__
    return true;
#else
    return std::all_of(zone, zone + RED_ZONE, [](unsigned char byte) { return byte == RED; });
#endif
}

void check_red_zones(const std::string& kernel) {
    for (auto [begin, size] : state.allocations) {
        const unsigned char* memory = reinterpret_cast<unsigned char*>(begin);
        if (!is_red(memory - RED_ZONE) || !is_red(memory + size)) {
            state.sticky = 700;
            state.message = kernel + " wrote beside an allocation of " + std::to_string(size) + " bytes";
            return;
        }
    }
}

void give_back(uintptr_t address) {
    size_t bytes = state.allocations[address];
    state.allocations.erase(address);
    state.used -= bytes;
    unsigned char* memory = reinterpret_cast<unsigned char*>(address);
    ASAN_UNPOISON_MEMORY_REGION(memory - RED_ZONE, bytes + 2 * RED_ZONE);
    memset(memory, UNDEFINED, bytes);
    free(memory - RED_ZONE);
}

bool read_order(const std::string& text) {
    if (text == "ascending") {
        state.order = {Order::ASCENDING};
    } else if (text == "descending") {
        state.order = {Order::DESCENDING};
    } else if (text.rfind("random:", 0) == 0) {
        state.order = {Order::RANDOM, strtoul(text.c_str() + 7, nullptr, 10)};
    } else {
        return false;
    }
    return true;
}

bool read_failures(const std::string& text) {
    std::stringstream all(text);
    for (std::string one; std::getline(all, one, ',');) {
        char function[64];
        long call;
        int code;
        if (sscanf(one.c_str(), "%63[^:]:%ld=%d", function, &call, &code) != 3) {
            return false;
        }
        state.failures[function][call] = code;
    }
    return true;
}

bool read(const std::string& key, const std::string& value) {
    long long number = atoll(value.c_str());
    if (key == "version") {
        state.version = number;
    } else if (key == "capability") {
        state.capability = number;
    } else if (key == "devices") {
        state.devices = number;
    } else if (key == "memory") {
        state.memory = number;
    } else if (key == "busy") {
        state.busy = number;
    } else if (key == "order") {
        return read_order(value);
    } else if (key == "hang") {
        state.launches_to_hang = number;
    } else if (key == "fail") {
        return read_failures(value);
    } else {
        return false;
    }
    return true;
}
}  // namespace

// Answers 0, or the number of the setting that is none, from one.
EXPORT int standin_configure(const char* settings) {
    std::lock_guard<std::recursive_mutex> lock(mutex);
    while (!state.allocations.empty()) {
        give_back(state.allocations.begin()->first);
    }
    state = State();
    ended.notify_all();
    current_contexts.clear();
    std::stringstream all(settings);
    int count = 0;
    for (std::string one; all >> one;) {
        count++;
        size_t equals = one.find('=');
        if (equals == std::string::npos || !read(one.substr(0, equals), one.substr(equals + 1))) {
            return count;
        }
    }
    return 0;
}

// Lets calls fail from now on, as the setting `fail` has it, the calls counted from the next. Answers 0, or 1 where it is none.
EXPORT int standin_fail(const char* failures) {
    std::lock_guard<std::recursive_mutex> lock(mutex);
    state.calls.clear();
    state.failures.clear();
    state.longest_queue = 0;
    return read_failures(failures) ? 0 : 1;
}

// Lets the kernel of that launch, counted from the next, go on for ever, and all behind it wait: so do then the calls that
// free, copy and synchronize, and launches when many are waiting already. 0 lets all end.
EXPORT void standin_hang(long launch) {
    std::lock_guard<std::recursive_mutex> lock(mutex);
    state.launches_to_hang = launch;
    state.hangs = false;
    state.queued = 0;
    ended.notify_all();
}

// What was wrong last, as far as a driver's code does not say it; empty if nothing was.
EXPORT const char* standin_message() {
    return state.message.c_str();
}

// How often a function was called or a kernel launched, or the `bytes` that are allocated, or the most launches that nobody had waited for: `queue`.
EXPORT long standin_count(const char* what) {
    std::lock_guard<std::recursive_mutex> lock(mutex);
    return strcmp(what, "bytes") == 0 ? state.used : strcmp(what, "queue") == 0 ? state.longest_queue : state.calls[what];
}

// Behind the state, which is not there yet when functions run that a library names to be called at its start.
[[maybe_unused]] static const bool begun = [] {
    const char* settings = getenv("STANDIN");
    if (settings != nullptr && standin_configure(settings) != 0) {
        fprintf(stderr, "STANDIN=%s: that is no setting\n", settings);
    }
    return true;
}();

#include "driver.inc"
