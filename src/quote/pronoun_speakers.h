/* Pronoun speakers: "he added" goes on with whoever spoke last; so does "the congressman added".
 *
 * Coreference looks for the nearest person; speech has an order of its own: paragraph after
 * paragraph of "..., she said" stays with one speaker until another is named, whoever is spoken of
 * in between. So "he" or "she" as the subject of a cue is the speaker of the cue before, when
 *  1. that is one person, of no other gender as far as the report's pronouns tell;
 *  2. every sentence in between reports speech, and the paragraph is the same or the next;
 *  3. no person is named before the pronoun in its own sentence.
 * The same holds for an office with "the" that is nobody's yet and tells no place.
 *
 * cost  O(cues + mentions), with bounded looks around a cue
 */
#ifndef PL_QUOTE_PRONOUN_SPEAKERS_H
#define PL_QUOTE_PRONOUN_SPEAKERS_H

#include "quote/cues.h"

/* Sets the speaker's entity of the cues where the rule holds. */
void pl_pronoun_speakers_resolve(const PlQuoteContext *context, PlCues *cues);

#endif
