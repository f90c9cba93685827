/* Quantise: floats into the bytes of the model (nn/kernels.h).
 *
 * Every input of a layer has a range of its own, taken from what the network makes of the
 * treebanks; every output has a scale of its own. Both are chosen to make the squared error least:
 * what lies far out is cut where that makes the rest finer.
 *
 * owner    the arena given in
 */
#ifndef PL_TRAIN_QUANTISE_H
#define PL_TRAIN_QUANTISE_H

#include "base/arena.h"
#include "nn/kernels.h"

/* Activations as bytes, by column. */
typedef struct ByteColumns {
    int16_t *factor; /* [n] as PlNnBytes */
    int16_t *zero;   /* [n] */
    float *unit;     /* [n] what a byte counts, in activations of 1.0 */
    float *mean;     /* [n] of the activations */
    size_t n;
} ByteColumns;

/* From activations seen: rows (n_rows, n). With `positive` all below 0 becomes 0. */
void byte_columns_find(PlArena *arena, const float *rows, size_t n_rows, size_t n, bool positive,
                       ByteColumns *columns);

/* weights (n_in, n_out), bias [n_out] or NULL. The input is parts of `columns` one after another.
 * Ends the program when the layer fits no fixed point. */
void layer_quantise(PlArena *arena, const float *weights, const float *bias, size_t n_in,
                    size_t n_out, const ByteColumns *columns, PlNnLayer *layer);

#endif
