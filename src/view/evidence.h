/* Evidence: the places in reports that say what a line says, and how a line names them.
 *
 * A reference, [003:12], is the report's shortest prefix (PlRecord.refs) and the sentence's number
 * from 1. A line shows few of them, one a publisher first, then how many more there are.
 *
 * owner    `arena`
 * threads  pure
 */
#ifndef PL_VIEW_EVIDENCE_H
#define PL_VIEW_EVIDENCE_H

#include "base/json.h"
#include "pipeline/record.h"
#include "view/layout.h"

typedef struct PlPlaceInReport {
    int32_t report;
    PlSpan span;
} PlPlaceInReport;

typedef PL_VEC(PlPlaceInReport) PlEvidence;

void pl_evidence_add(PlArena *arena, PlEvidence *evidence, int32_t report, PlSpan span);
/* Sorts by report, then span, and drops what is there twice. */
void pl_evidence_sort(PlEvidence *evidence);
/* Independent publishers among the reports. `evidence` is sorted. O(n log n). */
uint32_t pl_evidence_n_publishers(PlArena *arena, const PlRecord *record,
                                  const PlEvidence *evidence);
/* Reports. `evidence` is sorted. */
uint32_t pl_evidence_n_reports(const PlEvidence *evidence);

/* The places to show in one line: at most `most`, one a sentence, new publishers before known
 * ones; `*n_more` is how many sentences are left. */
PlEvidence pl_evidence_choose(PlArena *arena, const PlRecord *record, const PlEvidence *evidence,
                              uint32_t most, uint32_t *n_more);
/* "003:12", or "003" for what stands in no sentence. */
PlSlice pl_evidence_ref(PlArena *arena, const PlRecord *record, PlPlaceInReport place);
/* Adds " [003:12] [004:7] +2". */
void pl_evidence_put_refs(PlArena *arena, const PlRecord *record, const PlEvidence *evidence,
                          uint32_t most, PlRich *rich);
/* [{"report","start","end"}] */
void pl_evidence_write_json(PlJson *json, const PlRecord *record, const PlEvidence *evidence);

#endif
