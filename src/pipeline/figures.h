/* Figures: a number that several reports give of one thing, side by side: its lowest, its highest,
 * the one that most give, and the latest.
 *
 * The numbers are the claims of measures (claim/measures.h) in reports on one negotiation, or of
 * one story where there is none, that are of one thing (claim/measure_groups.h). Of one thing there
 * may be several figures, two dead in a night and forty thousand in a war: the highest is at most
 * four times the lowest.
 *
 * Nothing is settled: every number keeps its report and words.
 *
 * owner    `arena`; text borrows the record
 * cost     O(n log n) in the claims of the record
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
    PlSlice of;   /* what tells it from others of its name: "miner"; may be empty */
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
