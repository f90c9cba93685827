/* Word vectors as train/word_vectors.py writes them.
 *
 * owner    the arena given in
 */
#ifndef PL_TRAIN_VECTORS_H
#define PL_TRAIN_VECTORS_H

#include "base/symbols.h"

typedef struct Vectors {
    PlSymbols keys; /* word keys (word_features.h); of two words with one key the more frequent */
    uint32_t *row;  /* [keys] */
    uint32_t n_words;
    uint32_t n_dims;
    const float *values; /* (n_words, n_dims) */
} Vectors;

void vectors_read(PlArena *arena, const char *path, Vectors *vectors);
/* The row of a key, or -1. Rows are in order of frequency. */
int32_t vectors_row(const Vectors *vectors, PlSlice key);

#endif
