/* Figures: a number that several reports give of one thing, side by side: its lowest, its highest,
 * the one that most give, and the latest.
 *
 * Numbers are of one thing when what is counted is, by data/en/figures.tsv (dead, deaths, killed)
 * or else by its lemma, with the same unit, in reports on one negotiation, or of one story where
 * there is none. Small numbers, and numbers of what every text counts ("two sides", "60 people",
 * "11 times"), are no figures unless the table has them. Of one thing there may be several figures,
 * two dead in a night and forty thousand in a war: the highest is at most MOST_RATIO the lowest.
 *
 * Nothing is settled: every number keeps its report and words.
 *
 * owner    `arena`; text borrows the record
 * cost     O(n log n) in the quantities of the record
 * threads  pure
 */
#ifndef PL_PIPELINE_FIGURES_H
#define PL_PIPELINE_FIGURES_H

#include "pipeline/record.h"

typedef struct PlFigureSaid {
    int32_t report;
    PlSpan span;   /* the number's words */
    double number; /* the value, else the bound that is given */
} PlFigureSaid;

typedef struct PlFigure {
    PlSlice what; /* "casualties", "hectare" */
    PlSlice unit; /* may be empty */
    uint32_t n_publishers;
    PL_VEC(PlFigureSaid) said; /* by number, then report, then place */
    uint32_t low;              /* indices into said */
    uint32_t high;
    uint32_t best;   /* the number that most publishers give, of equals the one given last */
    uint32_t latest; /* of the report with the last date, of equals as in best */
} PlFigure;

/* Those that two independent publishers or more give, most publishers first, then by what, unit and
 * number. */
typedef PL_VEC(PlFigure) PlFigures;

void pl_figures_find(PlArena *arena, const PlRecord *record, PlFigures *figures);

#endif
