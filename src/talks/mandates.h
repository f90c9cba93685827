/* Mandates: what a delegation may decide, as a fact of the talks.
 *
 * "carries a mandate to settle the toll", "was not authorised to sign", "without the power to
 * decide". The party is the side of whoever has or lacks it, else the side named last before it.
 *
 * owner    `talks` in the reading's arena
 * cost     O(tokens)
 */
#ifndef PL_TALKS_MANDATES_H
#define PL_TALKS_MANDATES_H

#include "talks/talks_reading.h"

void pl_mandates_find(const PlReading *reading, PlTalks *talks);

#endif
