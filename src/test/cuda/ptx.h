// As much of PTX as the stand-in driver looks at, line by line as nvcc writes it.
#pragma once
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <string>
#include <vector>

struct PtxEntry {
    std::vector<size_t> sizes;  // bytes of each parameter
    size_t shared_bytes = 0;    // that it declares
    unsigned int most_threads = 1024;
};

struct Ptx {
    int version = 0;  // 10 times the major plus the minor number
    int target = 0;   // the least compute capability
    std::map<std::string, PtxEntry> entries;
};

// Bytes of a declaration such as `.param .u64 name,` or `.shared .align 16 .b8 name[1024];`.
inline size_t ptx_bytes(const char* line) {
    const char* at = line;
    while ((at = strchr(at, '.')) != nullptr) {
        const char* digits = at + 2;
        if (strchr("bsuf", at[1]) != nullptr && *digits >= '1' && *digits <= '9') {
            const char* open = strchr(at, '[');
            return strtoul(digits, nullptr, 10) / 8 * (open == nullptr ? 1 : strtoul(open + 1, nullptr, 10));
        }
        at++;
    }
    return 0;
}

inline Ptx read_ptx(const char* text) {
    Ptx ptx;
    PtxEntry* entry = nullptr;
    bool in_body = false;
    while (*text != 0) {
        const char* end = strchr(text, '\n');
        std::string line = end == nullptr ? text : std::string(text, end);
        text += line.size() + (end == nullptr ? 0 : 1);
        int major, minor;
        if (sscanf(line.c_str(), ".version %d.%d", &major, &minor) == 2) {
            ptx.version = 10 * major + minor;
        }
        sscanf(line.c_str(), ".target sm_%d", &ptx.target);
        size_t at = line.find(".entry ");
        if (at != std::string::npos) {
            at += strlen(".entry ");
            entry = &ptx.entries[line.substr(at, line.find('(') - at)];
            in_body = false;
        } else if (entry != nullptr && line[0] == '{') {
            in_body = true;
        } else if (entry != nullptr && line[0] == '}') {
            entry = nullptr;
        } else if (entry != nullptr && !in_body) {
            sscanf(line.c_str(), ".maxntid %u", &entry->most_threads);
            if (line.find(".param ") != std::string::npos) {
                entry->sizes.push_back(ptx_bytes(line.c_str()));
            }
        } else if (entry != nullptr && line.find(".shared ") < 2) {
            entry->shared_bytes += ptx_bytes(line.c_str());
        }
    }
    return ptx;
}
