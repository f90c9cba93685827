/* Whole phrases: the words that name a speaker with all that the sentence says of them there: title
 * and office, "of" and "for", apposition, age, relative clause.
 *
 * cost  O(words of the phrase), bounded
 */
#ifndef PL_QUOTE_WHOLE_PHRASES_H
#define PL_QUOTE_WHOLE_PHRASES_H

#include "quote/cues.h"

/* The phrase around the speaker of `cue`, as the tree has it: its words touch neither the cue nor
 * what it reports, and no quotation that the speaker is not in. The speaker's own words when they
 * are a pronoun. */
PlTokRange pl_whole_phrase_of_speaker(const PlQuoteContext *context, const PlCue *cue);

#endif
