/* Circumstances: how and when something was said, where the cue's own words tell: "said on Friday
 * in a post on X", "In an interview on Monday, she said".
 *
 * cost  bounded, and O(log times) for each word looked at
 */
#ifndef PL_QUOTE_CIRCUMSTANCES_H
#define PL_QUOTE_CIRCUMSTANCES_H

#include "quote/cues.h"

typedef struct PlCircumstances {
    PlTokRange channel; /* "a post on X"; may be empty */
    int32_t time;       /* index into the mentions' times, -1 = none */
} PlCircumstances;

PlCircumstances pl_circumstances_find(const PlQuoteContext *context, const PlCue *cue);

#endif
