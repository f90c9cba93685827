/* Bargains: what a side demands and offers by the conditions that it sets.
 *
 * "Nothing is signed without an amnesty" demands the amnesty, "it would free the crew in exchange
 * for fuel" offers the crew and demands the fuel.
 *
 * owner    `talks`, with its conditions and positions found before, in the reading's arena
 * cost     O(conditions x tokens of one + conditions x positions)
 */
#ifndef PL_TALKS_BARGAINS_H
#define PL_TALKS_BARGAINS_H

#include "talks/talks_reading.h"

void pl_bargains_find(const PlReading *reading, PlTalks *talks);

#endif
