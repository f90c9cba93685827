/* The kernels for x86-64: AVX2 and AVX-512 with VNNI. Elsewhere there are none. */
#ifndef PL_NN_KERNELS_X86_H
#define PL_NN_KERNELS_X86_H

#include "nn/kernels.h"

/* Fills `able` with those that this CPU runs, the best first; returns how many, at most 2. */
uint32_t pl_nn_kernels_x86(const PlNnKernels *able[2]);

#endif
