/* Claims: the comparable statements of one report, as subject, attribute, value.
 *
 * owner    `arena`
 * threads  pure
 */
#ifndef PL_CLAIM_CLAIMS_H
#define PL_CLAIM_CLAIMS_H

#include "event/events.h"
#include "quote/quotes.h"
#include "talks/talks.h"

typedef struct PlClaim {
    int32_t entity;       /* what it is about, or whose aspect is meant; -1 = the aspect alone */
    PlSlice aspect;       /* "delegation" (of the entity), "talks"; empty = the entity itself */
    PlSlice attribute;    /* "office", "level", "proposer", "time since the last talks", ... */
    PlSlice topic;        /* claims of one attribute are compared within a topic only: the title
                             of an office; may be empty */
    PlSlice value;        /* in the report's words, trimmed to what is compared */
    int32_t value_entity; /* a value that is an entity; -1 = it is words */
    PlSlice key;          /* words: what equality is judged by */
    double low;           /* the value as numbers, NaN = not a number, or open */
    double high;
    PlSpan span; /* evidence */
} PlClaim;

typedef struct PlClaims {
    PL_VEC(PlClaim) claims;
} PlClaims;

void pl_claims_find(PlArena *arena, const PlArticle *article, const PlMentions *mentions,
                    const PlTalks *talks, PlClaims *claims);

#endif
