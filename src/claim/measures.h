/* Measures: what a number, a sum, a share, a duration or a date is said of.
 *
 *   "the talks lasted 18 days"             talks, duration, 18 days
 *   "after 18 days of intense bargaining"  talks, duration, 18 days
 *   "a ban on exports for ten years"       ban, duration, ten years; modifier export
 *   "cut its fleet by 40 percent"          fleet, share, 40 percent
 *   "at least 300 trucks were stopped"     truck, number, at least 300
 *   "the deadline of 30 June"              deadline, day, 30 June
 *   "the ban ends after two years"         ban, delay, two years
 *
 * The tree says what: the noun that the number counts or qualifies, else the object of its clause,
 * else the subject. Small counts ("two sides") and what every text counts ("60 people") are no
 * measures, unless data/en/figures.tsv has them; vague times ("recent weeks") have no number.
 *
 * owner    `arena`
 * cost     O(tokens)
 * threads  pure
 */
#ifndef PL_CLAIM_MEASURES_H
#define PL_CLAIM_MEASURES_H

#include "claim/things.h"
#include "mention/mentions.h"

typedef struct PlMeasure {
    PlSlice thing;     /* what it is called: things.h */
    PlSlice modifiers; /* the lemmas of the nouns and names that tell it from others of its name, a
                          space between; may be empty */
    PlSlice attribute; /* "number", "share", "amount in USD", "duration", "delay", "day" */
    double low;        /* of durations and days in days; at least one bound is given */
    double high;
    PlSpan span; /* of the number or time */
} PlMeasure;

typedef PL_VEC(PlMeasure) PlMeasures;

void pl_measures_find(PlArena *arena, const PlThings *things, const PlTokens *tokens,
                      const PlSyntax *syntax, const PlMentions *mentions, PlMeasures *measures);

#endif
