/* Attribution: which cue a quoted stretch belongs to, or whose words it goes on with.
 *
 * In this order: the innermost cue that reports it (said that they were "ready"); a cue beside it
 * ("...," she said); for whole quoted sentences the speaker that is speaking anyway: of the
 * paragraph before, when the quotation runs on, of the quotation before, of the sentence before.
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
    uint8_t is_whole;  /* no word of the writer stands in its sentences */
} PlAttribution;

/* out: one for each stretch, in `context->arena`. */
PlAttribution *pl_attribution_find(const PlQuoteContext *context, const PlStretches *stretches,
                                   const PlCues *cues);

#endif
