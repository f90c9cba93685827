#include "base/log2.h"

uint32_t pl_log2_ratio(uint64_t a, uint64_t b)
{
    uint64_t x = (a << 16) / b;
    uint32_t result = 0;
    while (x >= 2u << 16) {
        x >>= 1;
        result += 256;
    }
    for (uint32_t bit = 128; bit; bit >>= 1) {
        x = x * x >> 16;
        if (x >= 2u << 16) {
            x >>= 1;
            result += bit;
        }
    }
    return result;
}
