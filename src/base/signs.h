/* Signs: whether a word may be one of a set. A bit for each sign of a word; most words of a text
 * are not in a given set, and their bit says so before anything is hashed or compared.
 *
 * cost     O(1), whatever the word's length
 * threads  many readers (pl_signs_may_hold) or one writer
 */
#ifndef PL_BASE_SIGNS_H
#define PL_BASE_SIGNS_H

#include "base/slice.h"

enum { PL_N_SIGNS = 1 << 14 };

typedef struct PlSigns {
    uint64_t bits[PL_N_SIGNS / 64];
} PlSigns;

/* Below PL_N_SIGNS: made of length, first, middle and last byte; 0 of an empty word. */
static inline uint32_t pl_sign_of(PlSlice word)
{
    if (word.len == 0) return 0;
    uint32_t first = (unsigned char)word.ptr[0];
    uint32_t middle = (unsigned char)word.ptr[word.len / 2];
    uint32_t last = (unsigned char)word.ptr[word.len - 1];
    return (((first * 37 + middle) * 37 + last) * 37 + (uint32_t)word.len) % PL_N_SIGNS;
}

static inline void pl_signs_add(PlSigns *signs, PlSlice word)
{
    uint32_t sign = pl_sign_of(word);
    signs->bits[sign / 64] |= (uint64_t)1 << sign % 64;
}

/* False: the word was not added. True: it may have been. */
static inline bool pl_signs_may_hold(const PlSigns *signs, PlSlice word)
{
    uint32_t sign = pl_sign_of(word);
    return signs->bits[sign / 64] >> sign % 64 & 1;
}

#endif
