/* Report notes: what was found in each sentence of a report, in a few words.
 *
 * owner    `arena`
 * threads  pure
 */
#ifndef PL_VIEW_REPORT_NOTES_H
#define PL_VIEW_REPORT_NOTES_H

#include "pipeline/record.h"

typedef struct PlReportNote {
    uint32_t sentence; /* from 1 */
    uint32_t order;    /* within the sentence */
    const char *kind;  /* "quote", "position", "condition", ... */
    PlSlice text;
} PlReportNote;

typedef PL_VEC(PlReportNote) PlReportNotes;

/* Sorted by sentence. */
void pl_report_notes_find(PlArena *arena, const PlRecord *record, int32_t report,
                          PlReportNotes *notes);

#endif
