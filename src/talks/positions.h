/* Positions: what each side demands, offers, accepts, rejects, concedes, supports and opposes.
 *
 * A stance is a verb with a side before it and an issue after it, a noun that a side owns ("its
 * demand for"), an adjective ("is willing to"), a predicate of an issue ("tariffs are off the
 * table"), or what a side says must be or that it will do. A side that is not known, or a stance on
 * nothing that can be named, gives no position.
 *
 * owner    `talks`, in the reading's arena
 * cost     O(tokens)
 */
#ifndef PL_TALKS_POSITIONS_H
#define PL_TALKS_POSITIONS_H

#include "talks/talks_reading.h"

void pl_positions_find(const PlReading *reading, PlTalks *talks);

#endif
