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
    int32_t entity;    /* the subject, when it is an entity; -1 otherwise */
    PlSlice subject;   /* for people: "talks", "Ukrainian delegation", "Marco Rubio" */
    PlSlice attribute; /* "office", "level", "proposer", "since", "date", "place", "terms", ... */
    PlSlice value;     /* in the report's words, trimmed to what is compared */
    PlSlice key;       /* what equality is judged by: "former secretary of state", "P3Y>" */
    double low;        /* the value as numbers, NaN = not a number or open */
    double high;
    PlSpan span; /* evidence */
} PlClaim;

typedef struct PlClaims {
    PL_VEC(PlClaim) claims;
} PlClaims;

void pl_claims_find(PlArena *arena, const PlArticle *article, const PlTokens *tokens,
                    const PlSyntax *syntax, const PlMentions *mentions, const PlEvents *events,
                    const PlQuotes *quotes, const PlTalks *talks, PlClaims *claims);

#endif
