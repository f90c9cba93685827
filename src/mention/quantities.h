/* Quantities: how many and how much, in digits and words, with what is counted.
 *
 *   "more than 300 casualties"  no value, low 300, no high, what casualty
 *   "about 300 trucks"          value 300, no low and no high
 *   "20 to 30 trucks"           no value, low 20, high 30, what truck
 *   "tens of thousands"         low 10000, high 99999
 *   "$2.5 billion"              2500000000, unit USD
 *   "20% of the fleet"          20, unit percent, what fleet
 *
 * Times, ordinals, numbers of lists and names ("Flight 370"), and "one" as a pronoun are none.
 *
 * Invariants
 *  1. mentions->quantities comes out sorted by start, without overlaps with itself or with times.
 *  2. low <= value <= high wherever they are given.
 *
 * owner    `arena`; call after pl_times_find
 * cost     O(tokens)
 * threads  the model is shared
 */
#ifndef PL_MENTION_QUANTITIES_H
#define PL_MENTION_QUANTITIES_H

#include "mention/mentions.h"

typedef struct PlQuantitiesModel PlQuantitiesModel;

/* The model lives in `arena`, immutable afterwards. */
const PlQuantitiesModel *pl_quantities_model_load(PlArena *arena);

/* Fills mentions->quantities. */
void pl_quantities_find(PlArena *arena, const PlQuantitiesModel *model, const PlTokens *tokens,
                        const PlSyntax *syntax, PlMentions *mentions);

#endif
