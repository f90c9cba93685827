/* Undertakings: what an agreement lays on a side, which that side has thereby accepted.
 *
 * "The accord calls for Velia to close the camp", "under the contract, the company will rehire
 * forty workers". What is only proposed binds nobody.
 *
 * owner    `talks` in the reading's arena
 * cost     O(tokens)
 */
#ifndef PL_TALKS_UNDERTAKINGS_H
#define PL_TALKS_UNDERTAKINGS_H

#include "talks/talks_reading.h"

void pl_undertakings_find(const PlReading *reading, PlTalks *talks);

#endif
