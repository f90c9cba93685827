/* Kernels: the arithmetic of the language engine, in integers.
 *
 * Activations are int16 with PL_NN_ONE for 1.0, within +-PL_NN_MOST. What goes into a layer is
 * unsigned bytes made of them, and weights are signed bytes: a CPU multiplies 32 or 64 of these at
 * once. Sums are int32 and never overflow (pl_nn_layer_is_safe says so of a layer once, when it is
 * loaded), so their order does not matter and every version of a kernel gives the same bytes. The
 * plain version is the meaning; the others are tested against it.
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
    PL_NN_COLUMNS = 32,     /* outputs come in multiples of this */
    PL_NN_MOST_TERMS = 28,  /* rows that sum_terms adds */
    PL_NN_MOST_TERM = 1160, /* absolute value in a row that sum_terms adds: 28 stay in an int16 */
    PL_NN_MOST_ROWS = 16,   /* rows that embed adds */
    PL_NN_ROW_SHIFT = 6,    /* of what they count: an activation is 1 << 6 */
    PL_NN_MOST_PAIR = 128,  /* 255 times this stays in an int16 */
    PL_NN_SHORT_ROW = 16,
    PL_NN_MOST_SHORT_ROWS = 255 /* rows that sum_short_rows adds: as many bytes stay in an int16 */
};

/* A row of activations as bytes: byte = cut(round(activation * factor / 2^15) + zero, 0, 255). */
typedef struct PlNnBytes {
    const int16_t *factor; /* [n] not negative */
    const int16_t *zero;   /* [n] 0 to 255: the byte of an activation of 0 */
} PlNnBytes;

/* value = ((in * weights) * scale + bias) >> shift, an activation. The bias holds what the zeros of
 * the bytes add, and half a unit to round by. Weights lie in blocks of PL_NN_COLUMNS outputs, in
 * each by four inputs: (n_out / 32, n_in / 4, 32, 4). */
typedef struct PlNnLayer {
    const int8_t *weights;
    const int32_t *scale; /* [n_out] */
    const int32_t *bias;  /* [n_out] */
    uint32_t n_in;        /* a multiple of 4 */
    uint32_t n_out;       /* a multiple of PL_NN_COLUMNS */
    uint32_t shift;
} PlNnLayer;

/* Rows that go through a layer. Row r is `n_parts` stretches of n_in / n_parts bytes, a multiple of
 * 4; part p begins at bytes + r * stride + p * part_stride. */
typedef struct PlNnInput {
    const uint8_t *bytes;
    size_t stride;
    size_t part_stride;
    uint32_t n_parts;
    uint32_t n_rows;
} PlNnInput;

/* A row of signed bytes that count `scale` each. */
typedef struct PlNnScaledRow {
    const int8_t *bytes;
    int32_t scale; /* 0 to 65535 */
} PlNnScaledRow;

typedef struct PlNnKernels {
    const char *name;
    /* A word: out[j] = (the sum over rows of bytes[j] * scale) >> PL_NN_ROW_SHIFT, rounded, +
     * plus[j], cut to +-PL_NN_MOST; also as bytes. At most PL_NN_MOST_ROWS rows; n a multiple
     * of 32. */
    void (*embed)(const PlNnScaledRow *rows, uint32_t n_rows, const int16_t *plus, uint32_t n,
                  const PlNnBytes *as, int16_t *out, uint8_t *out_bytes);
    /* A residual layer: x[r][j] + max(value, 0), cut at PL_NN_MOST, in its place; also as bytes.
     * x and out_bytes: (n_rows, n_out), out_bytes apart from the input. */
    void (*add_relu)(const PlNnLayer *layer, const PlNnInput *in, int16_t *x, const PlNnBytes *as,
                     uint8_t *out_bytes);
    /* Terms for sum_terms: out[r][j] = value + plus[r][j], cut to +-PL_NN_MOST_TERM. */
    void (*make_terms)(const PlNnLayer *layer, const PlNnInput *in, const int16_t *const *plus,
                       int16_t *out);
    /* The sum over rows of rows[i][j], as bytes. n a multiple of 32. */
    void (*sum_terms)(const int16_t *const *rows, uint32_t n_rows, uint32_t n, const PlNnBytes *as,
                      uint8_t *out);
    /* out[r][j] = value before the shift. */
    void (*score_rows)(const PlNnLayer *layer, const PlNnInput *in, int32_t *out);
    /* sum[c] = the sum over rows of rows[i][c]. */
    void (*sum_short_rows)(const int8_t *const *rows, uint32_t n_rows,
                           int16_t sum[PL_NN_SHORT_ROW]);
    /* The index of the largest of n scores, the first of equal ones. n at least 1. */
    uint32_t (*best)(const int32_t *scores, uint32_t n);
} PlNnKernels;

/* The kernels that this CPU can run, the best first; `index` from 0; NULL past the last, which is
 * the plain version. */
const PlNnKernels *pl_nn_kernels(uint32_t index);

/* No sum of the layer can leave an int32, whatever the bytes that go in; and no pair of
 * neighbouring weights of one sign is larger than PL_NN_MOST_PAIR. */
bool pl_nn_layer_is_safe(const PlNnLayer *layer);

#endif
