/* Verb groups: the auxiliaries and adverbs that go with a verb of speech, and what they make of it:
 * said, being said, not said, still to be said.
 *
 * cost  bounded
 */
#ifndef PL_QUOTE_VERB_GROUPS_H
#define PL_QUOTE_VERB_GROUPS_H

#include "quote/context.h"

typedef enum PlVoice {
    PL_VOICE_FINITE,    /* she says, she has said */
    PL_VOICE_PASSIVE,   /* was described (by), described by */
    PL_VOICE_PARTICIPLE /* saying */
} PlVoice;

typedef struct PlVerbGroup {
    uint32_t first_tok; /* of the auxiliaries before the verb; the verb when it has none */
    int32_t carrier;    /* "continued" in "continued to insist"; -1 = none */
    PlVoice voice;
    bool is_denied; /* not, never */
    bool is_unreal; /* will say, wants to say: nothing has been said */
} PlVerbGroup;

PlVerbGroup pl_verb_group_find(const PlQuoteContext *context, uint32_t verb);

#endif
