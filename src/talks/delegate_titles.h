/* Delegate titles: "chief negotiator X", "X, the special envoy of Velia".
 *
 * owner    rows lie in `talks`, in the reading's arena
 * cost     bounded for one token
 * threads  one report, one thread
 */
#ifndef PL_TALKS_DELEGATE_TITLES_H
#define PL_TALKS_DELEGATE_TITLES_H

#include "talks/talks_reading.h"

/* The person who bears the title in the `n_toks` tokens from `tok` on, as a row of that role. */
void pl_delegate_titles_find(const PlReading *reading, PlTalks *talks, uint32_t tok,
                             uint32_t n_toks, PlDelegationRole role);
/* A title of a head with words between its parts; false when `tok` begins none. */
bool pl_delegate_titles_find_split(const PlReading *reading, PlTalks *talks, uint32_t tok);

#endif
