/* Claims: the comparable statements of one report, as subject, attribute, value.
 *
 * owner    `arena`
 * threads  pure
 */
#ifndef PL_CLAIM_CLAIMS_H
#define PL_CLAIM_CLAIMS_H

#include "claim/things.h"
#include "event/events.h"
#include "quote/quotes.h"
#include "talks/talks.h"

typedef struct PlClaim {
    int32_t entity;       /* what it is about, or whose aspect is meant; -1 = the aspect alone */
    PlSlice aspect;       /* "delegation" (of the entity), "talks"; empty = the entity itself */
    PlSlice attribute;    /* "office", "level", "proposer", "time since the last talks", ... */
    PlSlice topic;        /* claims of one attribute are compared within a topic only: the title
                             of an office; of a statement the content lemmas, by which it is
                             brought together with others (claim/statements.h), of a measure its
                             modifiers (claim/measure_groups.h); may be empty */
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

/* What a report says; borrowed. */
typedef struct PlClaimSources {
    const PlArticle *article;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    const PlMentions *mentions;
    const PlEvents *events;
    const PlQuotes *quotes;
    const PlTalks *talks;
} PlClaimSources;

void pl_claims_find(PlArena *arena, const PlThings *things, const PlClaimSources *sources,
                    PlClaims *claims);

#endif
