/* Requirements: what must be. "The shelling must stop," a minister said: what a side says has to
 * be, it demands; what must not be, it opposes.
 *
 * owner    `search->talks`, in the reading's arena
 * cost     O(tokens of the clause)
 */
#ifndef PL_TALKS_REQUIREMENTS_H
#define PL_TALKS_REQUIREMENTS_H

#include "talks/stance_search.h"

/* What has to be in the clause `toks` after a verb ("insists that any deal must ..."). */
PlContent pl_requirements_content(const PlStanceSearch *search, PlToks toks);
/* The stance that "must", "has to" at `tok` gives. */
void pl_requirements_find(PlStanceSearch *search, uint32_t tok);

#endif
