/* Event tables: the events of the record in the shapes that the field's tools read. Lines end in a
 * line feed, fields are split by tabs; what a field would break on becomes a space. What Parley
 * does not know is empty: nothing is guessed into a column.
 *
 * gdelt           GDELT 2.0 events, no header; a row a pair of parties
 * gdelt-mentions  GDELT 2.0 mentions, no header; a row a mention and pair
 * icews           ICEWS coded events, with a header; a row a pair of parties
 * polecat         POLECAT, with a header; a row an event, several actors with "; " between
 *
 * Denied and hypothetical events are left out, plans are coded as intents (view/event_codes.h):
 * none of these tables has a column for the status. docs/coding.md says what each column holds.
 *
 * owner    `arena`
 * cost     O(mentions, and the bytes of their reports)
 * threads  pure
 * source   GDELT 2.0 codebooks; ICEWS coded event data README; POLECAT codebook
 */
#ifndef PL_VIEW_EVENT_TABLE_H
#define PL_VIEW_EVENT_TABLE_H

#include "base/buffer.h"
#include "pipeline/record.h"

typedef struct PlEventTable {
    ParleyEventTable format;
    const char *file_name;
    const char *columns; /* with '|' between */
    bool has_header;
} PlEventTable;

extern const PlEventTable pl_event_tables[PARLEY_N_EVENT_TABLES];

void pl_event_table_write(PlArena *arena, ParleyEventTable format, const PlRecord *record,
                          PlBuffer *out);

#endif
