/* Repeated: sentences told alike whose agreement is there already, as what somebody says or does.
 *
 * threads  pure
 */
#ifndef PL_CLAIM_REPEATED_H
#define PL_CLAIM_REPEATED_H

#include "claim/differences.h"

/* [found->differences.n]: whether the agreement is of sentences ("tell"), and in two of its reports
 * evidence of one other agreement ("says", "deed") lies within them. O(n log n) in the evidence. */
const uint8_t *pl_differences_repeated(PlArena *arena, const PlDifferences *found);

#endif
