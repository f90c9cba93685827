/* The kernels for x86-64: AVX2 and AVX-512 with VNNI. Elsewhere there are none.
 *
 * Four inputs are one 32-bit lane that multiplies the weights of 8 (AVX2) or 16 (AVX-512) outputs
 * at once. Tiles of rows share the loads of the weights.
 */
#ifndef PL_NN_KERNELS_X86_H
#define PL_NN_KERNELS_X86_H

#include "nn/kernels.h"

#include <string.h>

/* Fills `able` with those that this CPU runs, the best first; returns how many, at most 2. */
uint32_t pl_nn_kernels_x86(const PlNnKernels *able[2]);

extern const PlNnKernels pl_nn_kernels_avx2;
extern const PlNnKernels pl_nn_kernels_avx512;

/* What becomes of the values of a layer. */
typedef enum PlNnUse { PL_NN_USE_ADD_RELU, PL_NN_USE_TERMS, PL_NN_USE_SCORES } PlNnUse;

typedef struct PlNnTarget {
    int16_t *x;                 /* PL_NN_USE_ADD_RELU, PL_NN_USE_TERMS: (n_rows, n_out) */
    uint8_t *bytes;             /* PL_NN_USE_ADD_RELU */
    const PlNnBytes *as;        /* PL_NN_USE_ADD_RELU */
    const int16_t *const *plus; /* PL_NN_USE_TERMS */
    int32_t *scores;            /* PL_NN_USE_SCORES */
} PlNnTarget;

static inline int32_t pl_nn_quad_at(const uint8_t *in)
{
    int32_t quad;
    memcpy(&quad, in, sizeof quad);
    return quad;
}

#endif
