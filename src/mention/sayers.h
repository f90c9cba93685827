/* Sayers: whoever says something is somebody, whatever the noun: "critics warn", "some fear",
 * "skeptics of the deal argue", "according to a draft of the treaty".
 *
 * The subject of a verb of speech, or what stands after "according to", becomes an entity when no
 * name, title, body or pronoun tells who it is. Things become one only when they are what a thing
 * says something with: a report, a poll, a law.
 *
 * cost     O(tokens)
 * threads  pure
 */
#ifndef PL_MENTION_SAYERS_H
#define PL_MENTION_SAYERS_H

#include "mention/coref.h"

/* After all other mentions, before entities are numbered. */
void pl_sayers_find(PlCoref *coref);

#endif
