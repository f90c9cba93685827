/* Anaphora: mentions without names, found from left to right among those with names.
 *
 * cost     O(tokens); every look back is bounded
 * threads  pure
 */
#ifndef PL_MENTION_ANAPHORA_H
#define PL_MENTION_ANAPHORA_H

#include "mention/coref.h"

/* Adds the mentions of descriptions and pronouns, and entities for those who have no name. Call
 * after pl_countries_find. */
void pl_anaphora_find(PlCoref *coref);

#endif
