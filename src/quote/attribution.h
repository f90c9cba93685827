/* Attribution: which cue a quoted stretch belongs to, or whose words it goes on with.
 *
 * In this order: the cue that reports it (said that they were "ready") or stands beside it ("...,"
 * she said); for whole quoted sentences the name in a line below them; then whoever is speaking
 * anyway: in the paragraph before, when the quotation runs on, in the quotation or the sentence
 * before. The title of a work has no speaker.
 *
 * cost  O(stretches log cues)
 */
#ifndef PL_QUOTE_ATTRIBUTION_H
#define PL_QUOTE_ATTRIBUTION_H

#include "quote/cues.h"
#include "quote/stretches.h"

typedef struct PlAttribution {
    int32_t cue;       /* -1 = none, or carried over */
    PlSpeaker speaker; /* empty words when carried over */
    uint8_t is_said;   /* somebody says it, known or not */
    uint8_t is_title;  /* of a book, a film: quoted, and said by nobody */
    uint8_t is_whole;  /* no word of the writer stands in its sentences */
} PlAttribution;

/* out: one for each stretch, in `context->arena`. */
PlAttribution *pl_attribution_find(const PlQuoteContext *context, const PlTurns *turns,
                                   const PlStretches *stretches, const PlCues *cues);

#endif
