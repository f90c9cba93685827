/* Speakers: whose words a verb of speech reports, by grammar.
 *
 * The subject of the verb: the one that the tree says, or, where the tree says none that fits, the
 * noun phrase before the verb (after it when the order is turned: "...," said the minister). A verb
 * without a subject of its own has that of the verb it hangs on ("and called", ", saying"); a
 * passive has its agent.
 *
 * cost  O(words between subject and verb), bounded
 */
#ifndef PL_QUOTE_SPEAKERS_H
#define PL_QUOTE_SPEAKERS_H

#include "quote/context.h"

typedef struct PlSpeaker {
    PlTokRange words; /* may be empty */
    int32_t entity;   /* -1 = none */
} PlSpeaker;

typedef enum PlVoice {
    PL_VOICE_FINITE,    /* she says, she has said */
    PL_VOICE_PASSIVE,   /* was described (by), described by */
    PL_VOICE_PARTICIPLE /* saying */
} PlVoice;

typedef struct PlVerbGroup {
    uint32_t first_tok; /* of the auxiliaries and adverbs before the verb */
    PlVoice voice;
    bool is_denied; /* not, never */
    bool is_unreal; /* will say, wants to say: nothing has been said */
} PlVerbGroup;

PlVerbGroup pl_verb_group_find(const PlQuoteContext *context, uint32_t verb);

/* The speaker of the verb at `verb`, whose words of speech end at `end_tok`. Empty when nobody is
 * named. */
PlSpeaker pl_speaker_find(const PlQuoteContext *context, const PlVerbGroup *group, uint32_t verb,
                          uint32_t end_tok);

/* The noun phrase that starts at `tok` (after "according to", "by"), and whom it names. */
PlSpeaker pl_speaker_from(const PlQuoteContext *context, uint32_t tok);
/* The noun phrase that ends before `end_tok`, with what hangs on it: "officials in the capital". */
PlSpeaker pl_speaker_before(const PlQuoteContext *context, uint32_t end_tok);

#endif
