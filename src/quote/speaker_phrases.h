/* Speaker phrases: the noun phrases that name a speaker, and whom they name.
 *
 * cost  bounded
 */
#ifndef PL_QUOTE_SPEAKER_PHRASES_H
#define PL_QUOTE_SPEAKER_PHRASES_H

#include "quote/context.h"

typedef struct PlSpeaker {
    PlTokRange words; /* may be empty: nobody is named */
    int32_t entity;   /* -1 = none known */
} PlSpeaker;

/* The noun phrase whose head is at `tok`. */
PlSpeaker pl_speaker_at(const PlQuoteContext *context, uint32_t tok);
/* The one that starts at `tok` (after "according to", "by"); empty when none does. */
PlSpeaker pl_speaker_from(const PlQuoteContext *context, uint32_t tok);
/* The one that ends before `end_tok`, with what hangs on it: "officials in the capital". */
PlSpeaker pl_speaker_before(const PlQuoteContext *context, uint32_t end_tok);
/* "Ada Moreau, the head of the union, a group of dockers, said": from the last of what is said
 * about her back to her name. */
PlSpeaker pl_speaker_before_apposition(const PlQuoteContext *context, PlSpeaker speaker);

/* Somebody who can speak and think, named or not: "she", "many voters", "the board". */
bool pl_speaker_is_somebody(const PlQuoteContext *context, PlSpeaker speaker);
/* Somebody, or a thing that tells something: "a poll released in May". */
bool pl_speaker_can_tell(const PlQuoteContext *context, PlSpeaker speaker);

#endif
