/* Positions: what each side demands, offers, accepts, rejects, concedes, supports and opposes.
 *
 * A stance is a verb with a side before it and an issue after it, a noun that a side owns ("its
 * demand for"), an adjective ("is willing to"), or a predicate of an issue ("tariffs are off the
 * table"). What a side makes a
 * condition it demands. A side that is not known, or a stance on nothing that can be named, gives
 * no position.
 *
 * owner    `talks`, with its conditions found before, in the reading's arena
 * cost     O(tokens)
 */
#ifndef PL_TALKS_POSITIONS_H
#define PL_TALKS_POSITIONS_H

#include "talks/talks_reading.h"

void pl_positions_find(const PlReading *reading, PlTalks *talks);

#endif
