/* Past talks: whether words speak of earlier talks than the ones reported on.
 *
 * threads  pure
 */
#ifndef PL_TALKS_PAST_TALKS_H
#define PL_TALKS_PAST_TALKS_H

#include "talks/reading.h"

/* The token is a noun for talks ("talks", "bargaining session"). */
bool pl_is_talk_noun(const PlReading *reading, uint32_t tok);
/* The clause around `tok` says "previously", "the last", "failed", "earlier", or a year before the
 * report's. */
bool pl_is_past_talk(const PlReading *reading, uint32_t tok);

#endif
