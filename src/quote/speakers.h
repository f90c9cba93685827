/* Speakers: whose words a verb of speech reports, by grammar.
 *
 * The subject of the verb: the one that the tree says, or, where the tree says none that fits, the
 * noun phrase before the verb (after it when the order is turned: "...," said the minister). A verb
 * without a subject of its own has that of the verb it hangs on ("and called", ", saying"); a
 * passive has its agent.
 *
 * cost  bounded
 */
#ifndef PL_QUOTE_SPEAKERS_H
#define PL_QUOTE_SPEAKERS_H

#include "quote/speaker_phrases.h"
#include "quote/verb_groups.h"

/* The speaker of the verb at `verb`, whose words of speech end at `end_tok`. Empty when nobody is
 * named. */
PlSpeaker pl_speaker_find(const PlQuoteContext *context, const PlVerbGroup *group, uint32_t verb,
                          uint32_t end_tok);

#endif
