/* Delegates: the people near the words that say who was sent, and the rows made of them.
 *
 * owner    rows lie in `talks`, in the reading's arena
 * cost     each question is bounded
 * threads  one report, one thread
 */
#ifndef PL_TALKS_DELEGATES_H
#define PL_TALKS_DELEGATES_H

#include "talks/talks_reading.h"

/* The longest mention by name at `tok`, else any; NULL = none. */
const PlMention *pl_delegates_mention(const PlReading *reading, uint32_t tok);
/* One person, no group. */
bool pl_delegates_is_person(const PlReading *reading, int32_t entity);
bool pl_delegates_is_named(const PlReading *reading, int32_t entity);
/* The side of a person, -1 when they stand for themselves. */
int32_t pl_delegates_side_of(const PlReading *reading, int32_t person);
void pl_delegates_add(const PlReading *reading, PlTalks *talks, int32_t party, int32_t person,
                      PlDelegationRole role, PlSlice level, PlToks words);

/* The first named person from `first` on in the sentence of `cue`, before a verb or the end of the
 * clause; `*end` is where their mention ends. A comma may stand inside: "led by its secretary, Ana
 * Ruiz". -1 = none. */
int32_t pl_delegates_after(const PlReading *reading, uint32_t cue, uint32_t first, uint32_t *end);
/* The named person whose mention ends at most `reach` tokens before `tok`, or -1. */
int32_t pl_delegates_before(const PlReading *reading, uint32_t tok, uint32_t reach,
                            uint32_t *first);
/* The person who does the verb at `tok`, or -1; a pronoun that is resolved counts. */
int32_t pl_delegates_subject(const PlReading *reading, uint32_t tok, uint32_t *first);

/* A noun for talks follows `tok` closely. */
bool pl_delegates_talks_near(const PlReading *reading, uint32_t tok);
/* The facts found say that `party` is one of the talks. */
bool pl_delegates_is_party(const PlTalks *talks, int32_t party);
/* A party or host by the facts, or one that the rows found say sends somebody or stays away. */
bool pl_delegates_is_at_table(const PlTalks *talks, int32_t party);
/* The facts found say that the talks are held there. */
bool pl_delegates_is_place(const PlTalks *talks, int32_t entity);

#endif
