/* Absences: who stays away from talks.
 *
 * "The king will not attend", "skipped the summit", "the absence of their presidents".
 *
 * owner    `talks`, with its facts found before, in the reading's arena
 * cost     bounded for one token
 */
#ifndef PL_TALKS_ABSENCES_H
#define PL_TALKS_ABSENCES_H

#include "talks/talks_reading.h"

/* The rows that the verb or noun at `tok` gives. */
void pl_absences_find(const PlReading *reading, PlTalks *talks, uint32_t tok);

#endif
