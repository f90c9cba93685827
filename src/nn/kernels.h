/* Kernels: the arithmetic of the language engine, in integers.
 *
 * Activations are int16 with PL_NN_ONE for 1.0, within +-PL_NN_MOST. Sums are int32 and never
 * overflow (pl_nn_layer_is_safe says so of a layer once, when it is loaded), so their order does
 * not matter and every version of a kernel gives the same bytes. The plain version is the meaning;
 * the others are tested against it.
 *
 * threads  pure
 */
#ifndef PL_NN_KERNELS_H
#define PL_NN_KERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    PL_NN_ONE = 256,
    PL_NN_MOST = 2047,
    PL_NN_COLUMNS = 32,    /* outputs come in multiples of this */
    PL_NN_MOST_TERMS = 28, /* rows that sum_rows adds */
    PL_NN_MOST_TERM = 1160 /* absolute value in a row that sum_rows adds: 28 stay in an int16 */
};

/* out = in * weights + bias, as a fixed-point number with `shift` more bits than an activation.
 * Weights lie in pairs of inputs: (n_in / 2, n_out, 2). */
typedef struct PlNnLayer {
    const int16_t *weights;
    const int32_t *bias; /* [n_out] */
    uint32_t n_in;       /* even */
    uint32_t n_out;      /* a multiple of PL_NN_COLUMNS */
    uint32_t shift;
} PlNnLayer;

typedef struct PlNnKernels {
    const char *name;
    /* Rows of activations through a layer, rounded back to activations and cut to [low, high]. */
    void (*affine)(const PlNnLayer *layer, const int16_t *in, size_t in_stride, uint32_t n_rows,
                   int16_t *out, size_t out_stride, int16_t low, int16_t high);
    /* One row through a layer, as it is: out[n_out]. */
    void (*scores)(const PlNnLayer *layer, const int16_t *in, int32_t *out);
    /* out[j] = the sum over rows of rows[i][j], cut to [0, PL_NN_MOST]. n a multiple of 32. */
    void (*sum_rows)(const int16_t *const *rows, uint32_t n_rows, uint32_t n, int16_t *out);
} PlNnKernels;

/* The kernels that this CPU can run, the best first; `index` from 0; NULL past the last, which is
 * the plain version. */
const PlNnKernels *pl_nn_kernels(uint32_t index);

/* No sum of the layer can leave an int32, whatever the activations. */
bool pl_nn_layer_is_safe(const PlNnLayer *layer);

#endif
