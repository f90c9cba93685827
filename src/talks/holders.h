/* Holders: who is called a supporter or an opponent of something, as stances on it.
 *
 * "Supporters of the pact include Senator Vik", "Vik, a critic of the quota".
 *
 * owner    `talks` in the reading's arena
 * cost     O(tokens)
 */
#ifndef PL_TALKS_HOLDERS_H
#define PL_TALKS_HOLDERS_H

#include "talks/talks_reading.h"

void pl_holders_find(const PlReading *reading, PlTalks *talks);

#endif
