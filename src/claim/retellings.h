/* Retellings: sentences in which several reports of one story tell the same in words of their own,
 * whoever it is about.
 *
 * Sentences meet when the rarer content words that they share weigh enough of the shorter and of
 * the longer one; weights are logarithms of rarity. A name counts as one word, its titles as none,
 * so that two sentences on one person are not alike for that. Each joins the group of the sentence
 * that it resembles most, if the group's first sentence is like it too.
 *
 * owner    `arena`
 * cost     O(words): candidates come from lists of sentences by word, cut to the first MOST_LISTED
 *          of a story
 * threads  pure: the caller hands them in in an order that depends on the set of reports alone
 */
#ifndef PL_CLAIM_RETELLINGS_H
#define PL_CLAIM_RETELLINGS_H

#include "base/arena.h"
#include "base/slice.h"

typedef struct PlRetelling {
    int32_t story; /* of the report; sentences of two stories never meet */
    int32_t report;
    PlSlice lemmas; /* a space between, each once */
} PlRetelling;

/* [n]: the group of each, the index of its first sentence. */
int32_t *pl_retellings_group(PlArena *arena, const PlRetelling *sentences, uint32_t n);

#endif
