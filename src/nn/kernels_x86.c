#include "nn/kernels_x86.h"

uint32_t pl_nn_kernels_x86(const PlNnKernels *able[2])
{
    uint32_t n = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512vnni"))
        able[n++] = &pl_nn_kernels_avx512;
    if (__builtin_cpu_supports("avx2")) able[n++] = &pl_nn_kernels_avx2;
#else
    (void)able;
#endif
    return n;
}
