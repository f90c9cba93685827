/* Past talks: whether words speak of earlier talks than the ones reported on.
 *
 * threads  pure
 */
#ifndef PL_TALKS_PAST_TALKS_H
#define PL_TALKS_PAST_TALKS_H

#include "talks/talks_reading.h"

typedef enum PlTalkNoun {
    PL_TALK_NONE,
    PL_TALK_OTHER,   /* "session": talks only beside another word for them */
    PL_TALK_MEETING, /* "summit" */
    PL_TALK_TALKS    /* "negotiations" */
} PlTalkNoun;

/* How sure the noun at `tok` is one for talks. */
PlTalkNoun pl_talk_noun(const PlReading *reading, uint32_t tok);
/* Any noun for talks. */
bool pl_is_talk_noun(const PlReading *reading, uint32_t tok);
/* The clause around `tok` says "previously", "the last", "failed", "earlier", or a year before the
 * report's. */
bool pl_is_past_talk(const PlReading *reading, uint32_t tok);

#endif
