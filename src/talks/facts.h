/* Facts of the talks themselves: parties, host, mediator, place, venue, date, time since the last
 * ones, and who proposed them.
 *
 * Read off the words around a noun for talks. What is said of earlier talks is left out.
 *
 * owner    `talks` in the reading's arena
 * cost     O(tokens)
 */
#ifndef PL_TALKS_FACTS_H
#define PL_TALKS_FACTS_H

#include "talks/talks_reading.h"

void pl_facts_find(const PlReading *reading, PlTalks *talks);

#endif
