/* Envoys: who is sent to the talks, or travels to them, without a side at the table.
 *
 * owner    rows lie in `talks`, in the reading's arena
 * cost     bounded for one token
 * threads  one report, one thread
 */
#ifndef PL_TALKS_ENVOYS_H
#define PL_TALKS_ENVOYS_H

#include "talks/talks_reading.h"

/* Somebody of a side that is no party to the talks travels to where they are held. Needs the rows
 * of who leads and who stays away. */
void pl_envoys_find_traveller(const PlReading *reading, PlTalks *talks, uint32_t tok);
/* "diplomats dispatched by the king, including his aide X": people sent to talk. */
void pl_envoys_find_sent(const PlReading *reading, PlTalks *talks, uint32_t tok);

#endif
