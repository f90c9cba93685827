/* Word sets: statements and sentences as sets of words, each word weighed by how rare it is.
 *
 * A weight is the logarithm of a word's rarity over all sets, log2 times 256; in few reports no
 * word is common yet, so a background of other sets is taken to be there.
 *
 * owner    `arena`
 * threads  pure
 */
#ifndef PL_CLAIM_WORD_SETS_H
#define PL_CLAIM_WORD_SETS_H

#include "base/arena.h"
#include "base/slice.h"

enum { PL_WORD_SET_MOST = 48 };

typedef struct PlWordSet {
    int32_t words[PL_WORD_SET_MOST]; /* numbers, sorted */
    uint32_t n;
    uint32_t weight; /* of all of them */
} PlWordSet;

typedef struct PlWordSets {
    PlWordSet *sets;        /* [n] */
    const uint32_t *rarity; /* [n_words] */
    uint32_t n_words;
} PlWordSets;

/* What makes two sets alike. */
typedef struct PlLikeness {
    uint32_t least_words;  /* that they share */
    uint32_t least_weight; /* of these */
    uint32_t of_lighter;   /* in 1024ths of the lighter one */
    uint32_t of_heavier;
} PlLikeness;

/* lemmas: [n], words with a space between, each once. */
void pl_word_sets_make(PlArena *arena, const PlSlice *lemmas, uint32_t n, PlWordSets *sets);

/* What two sets share in 1024ths of the lighter one; 0 when that is less than `least` asks for.
 * O(words of both). */
uint32_t pl_word_sets_compare(const PlWordSets *sets, uint32_t a, uint32_t b,
                              const PlLikeness *least);

#endif
