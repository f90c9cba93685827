/* Contents: the words that a cue reports, by the frames of its verb or noun.
 *
 * cost  O(words of the sentence) for the end of a content; all else bounded
 */
#ifndef PL_QUOTE_CONTENTS_H
#define PL_QUOTE_CONTENTS_H

#include "quote/cues.h"

/* Fills in content, host, hearer, about and is_beside of a verb's cue, whose words are known. */
void pl_content_of_verb(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue);
/* What stands before a passive verb whose agent is the speaker: "The plan was praised by ...", "a
 * view echoed by ...". */
void pl_content_of_passive(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue);
/* What stands after a passive verb without an agent: "is expected to ...", "was accused of ...". */
void pl_content_of_agentless(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue);
/* The same of a noun's: its content stands after "that", "of", ... */
void pl_content_of_noun(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue);
/* The same of an adjective's: "confident that", "worried about". */
void pl_content_of_adjective(const PlQuoteContext *context, const PlSpeechEntry *entry, PlCue *cue);
/* [start, the end of what `start` begins), without the sentence's last stop. */
PlTokRange pl_content_from(const PlQuoteContext *context, uint32_t start);
/* What stands before a cue that ends its clause: "The port is shut, she said". `limit` is the first
 * token that may belong to it. */
PlTokRange pl_content_before(const PlQuoteContext *context, uint32_t limit, uint32_t cue_first);
/* Whether the range can be a report: a clause, or quoted words. */
bool pl_content_says(const PlQuoteContext *context, PlTokRange range);

#endif
