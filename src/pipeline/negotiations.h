/* Negotiations: which reports of a record are about the same talks, and between whom.
 *
 * A report is about the pair of sides that it most often puts at one table: named as parties of
 * talks, or meeting and negotiating in its events. Pairs that share a side are one negotiation when
 * the reports of the one keep naming the other (a mediator's talks with each side, six powers and
 * one). Half a year of silence ends a negotiation. A report that names no table goes with the story
 * that it belongs to.
 *
 * A pure function of the record, so of the set of reports.
 *
 * owner    `arena`
 * cost     O(n log n) in facts and events of the record
 * threads  pure
 */
#ifndef PL_PIPELINE_NEGOTIATIONS_H
#define PL_PIPELINE_NEGOTIATIONS_H

#include "pipeline/record.h"

typedef struct PlNegotiation {
    PlSlice id;              /* that of its first report */
    int32_t first_report;    /* by date, then id */
    PL_VEC(int32_t) parties; /* actors, those in most reports first; at least two */
    PL_VEC(int32_t) reports; /* sorted */
    PlSlice first;           /* published, ISO; may be empty */
    PlSlice last;
} PlNegotiation;

typedef struct PlNegotiations {
    PL_VEC(PlNegotiation) negotiations; /* those with most reports first, then by id */
} PlNegotiations;

void pl_negotiations_find(PlArena *arena, const PlRecord *record, PlNegotiations *found);

/* "United States and Iran" */
PlSlice pl_negotiation_title(PlArena *arena, const PlRecord *record,
                             const PlNegotiation *negotiation);

/* The negotiation that `words` mean: its id or the beginning of it, else words that each stand in
 * its title. -1 when none does; the one with most reports when several do. */
int32_t pl_negotiations_choose(PlArena *arena, const PlRecord *record, const PlNegotiations *found,
                               PlSlice words);

#endif
