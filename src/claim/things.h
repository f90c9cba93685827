/* Things: what a noun means as the subject of a number: "negotiations" are "talks", and "the number
 * of trucks" is of trucks.
 *
 * owner    `arena`, immutable afterwards
 * cost     a look-up is O(1)
 * threads  shared
 */
#ifndef PL_CLAIM_THINGS_H
#define PL_CLAIM_THINGS_H

#include "base/arena.h"
#include "base/slice.h"

typedef struct PlThings PlThings;

/* From things.tsv, figures.tsv and common-words.tsv. */
const PlThings *pl_things_load(PlArena *arena);

/* What `lemma` is called: itself where no table has it; empty for words that every text has. */
PlSlice pl_thing_name(const PlThings *things, PlSlice lemma);
/* What is counted by its lemma, "casualties" of "killed"; empty where the table has it not. */
PlSlice pl_figure_name(const PlThings *things, PlSlice lemma);
/* "number", "amount": what stands behind its "of" is meant. */
bool pl_thing_is_looked_through(const PlThings *things, PlSlice lemma);

#endif
