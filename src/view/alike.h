/* Alike: whether two stretches of text say the same in other words, by the words that they share.
 *
 * A blunt measure, for choosing what fits on a page: nothing is dropped from the record by it.
 *
 * source   overlap coefficient over content words cut to a stem
 */
#ifndef PL_VIEW_ALIKE_H
#define PL_VIEW_ALIKE_H

#include "base/arena.h"

typedef struct PlWordSet {
    uint64_t *hashes; /* [n] sorted, each once */
    uint32_t n;
} PlWordSet;

/* Of at most 64 content words. */
PlWordSet pl_word_set_make(PlArena *arena, PlSlice text);
/* At least two words are shared, and three fifths of the smaller set. */
bool pl_word_sets_alike(const PlWordSet *a, const PlWordSet *b);

#endif
