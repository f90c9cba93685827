/* Representatives: who heads a side by representing it ("Velia is represented by X").
 *
 * owner    rows lie in `talks`, in the reading's arena
 * cost     bounded for one token
 * threads  one report, one thread
 */
#ifndef PL_TALKS_REPRESENTATIVES_H
#define PL_TALKS_REPRESENTATIVES_H

#include "talks/talks_reading.h"

/* The row that the verb at `tok` gives. */
void pl_representatives_find(const PlReading *reading, PlTalks *talks, uint32_t tok);

#endif
