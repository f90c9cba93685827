/* Bodies: which body that a report names is meant by "the union", "the company", "the group".
 *
 * threads  pure
 */
#ifndef PL_TALKS_BODIES_H
#define PL_TALKS_BODIES_H

#include "talks/talks_reading.h"

/* The entity named last before `tok` that has the noun at `tok` in its name, else one of its
 * sector, else one whose name has a word of that kind, else, for a company or a group, one of which
 * nothing else is known; -1 = none, or the noun is none for a body. O(mentions looked back at) */
int32_t pl_body_named(const PlReading *reading, uint32_t tok);

#endif
