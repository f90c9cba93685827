/* Dateline: where, and for whom, a report was filed: "GENEVA, May 3 (Reuters) -", "Vienna (CNN)",
 * "BRUSSELS - ".
 *
 * source  the agencies that stand in brackets: data/en/agencies.tsv
 * cost    O(1): only a line's beginning is read
 */
#ifndef PL_TEXT_DATELINE_H
#define PL_TEXT_DATELINE_H

#include "base/arena.h"

typedef struct PlDateline {
    PlSpan span;  /* up to its dash or bracket; empty = none */
    PlSpan place; /* the first place named; may be empty: "(Reuters) -" has none */
} PlDateline;

/* The dateline that the paragraph text[span] begins with. */
PlDateline pl_dateline_find(PlArena *arena, PlSlice text, PlSpan span);

#endif
