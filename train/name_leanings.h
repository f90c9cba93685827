/* Name leanings: of every word that has a vector, how much it looks like a part of the names of
 * people, of organisations and of places, by the vectors of words whose use is known.
 *
 * A small network from a vector to shares of uses. A word that it has learnt from is judged by a
 * network that has not: what the field learns about leanings then holds for words that no corpus
 * has. A leaning is three levels of PL_NAMES_LEANING_BITS bits.
 *
 * source   Passos et al. 2014 (vectors that know lists of names); Wolpert 1992 (held-out judges)
 */
#ifndef PL_TRAIN_NAME_LEANINGS_H
#define PL_TRAIN_NAME_LEANINGS_H

#include "vectors.h"

enum { NAME_USE_NONE = 3, N_NAME_USES };

/* How often each word with a vector is used as what. */
typedef struct NameUses {
    const Vectors *vectors;
    float *counts; /* (vectors->n_words, N_NAME_USES): of people, organisations, places, of none */
} NameUses;

void name_uses_init(PlArena *arena, NameUses *uses, const Vectors *vectors);
/* A key without a vector is passed over. */
void name_uses_add(NameUses *uses, PlSlice key, int use, float count);

/* leanings[vectors->n_words] */
void name_leanings_learn(const NameUses *uses, uint32_t *leanings);

#endif
