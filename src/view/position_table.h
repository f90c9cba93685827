/* Position table: issues by parties on a terminal's page, and below it what others hold.
 *
 * Too narrow a page has one issue under the other instead.
 *
 * owner    page->arena
 * threads  pure
 */
#ifndef PL_VIEW_POSITION_TABLE_H
#define PL_VIEW_POSITION_TABLE_H

#include "view/brief.h"

typedef struct PlPositionTable {
    PlPage *page;
    const PlRecord *record;
    const PlBrief *brief;  /* parties, n_columns, issues, others */
    bool *is_cited;        /* [n_reports] reports that a reference leads to; NULL = not asked */
    uint32_t most_stances; /* terms that one cell shows */
} PlPositionTable;

void pl_position_table_write(const PlPositionTable *table);

#endif
