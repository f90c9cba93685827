/* Cues: the words of a report that say that somebody says something, with who, to whom, and where
 * the reported words stand.
 *
 * Invariants
 *  1. cues are sorted by their first token, which is unique.
 *  2. `content` and `host` lie in the cue's sentence. `content` is what is reported: empty for "he
 *     said" beside a quotation, and when the verb reports only with quoted words. `host` is where
 *     quoted words are the speaker's: from the cue to the content's end; it may be empty.
 *
 * cost  O(tokens)
 */
#ifndef PL_QUOTE_CUES_H
#define PL_QUOTE_CUES_H

#include "quote/speakers.h"

typedef struct PlCue {
    PlTokRange words;
    uint32_t group_first; /* of the auxiliaries and adverbs before them: "has repeatedly said" */
    PlSpeaker speaker;
    PlSpeaker hearer;
    PlSpeaker about;
    PlTokRange content;
    PlTokRange host;
    uint8_t is_beside;   /* nothing follows that it could report: its quotation stands beside it */
    uint8_t is_real;     /* something was said: neither denied nor to come */
    uint8_t is_open;     /* told of somebody by nobody who is named: "is accused of" */
    uint8_t is_unsaid;   /* denied, or still to come */
    uint8_t is_mind;     /* somebody thinks so; the words may be those of who tells it */
    uint8_t is_attitude; /* the content is what is judged, felt or wanted, not what is said of it */
} PlCue;

typedef struct PlCues {
    PL_VEC(PlCue) cues;
    uint32_t *sent_first_cue; /* [n_sents + 1] */
} PlCues;

/* A colon ends the cue's paragraph: "She went on:", with the words below it. */
bool pl_cue_ends_with_colon(const PlQuoteContext *context, const PlCue *cue);

void pl_cues_find(const PlQuoteContext *context, PlCues *cues);

#endif
