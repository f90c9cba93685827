/* Metadata: what is known of a report besides its text. Empty = unknown.
 *
 * Every field is valid UTF-8 on one line: it goes into JSON, CSV and terminals.
 */
#ifndef PL_BYTES_METADATA_H
#define PL_BYTES_METADATA_H

#include "base/arena.h"
#include "parley/parley.h"

typedef struct PlMetadata {
    PlSlice id; /* the file's name without its ending, unless said otherwise */
    PlSlice source;
    PlSlice url;
    PlSlice title;
    PlSlice published; /* ISO 8601 */
} PlMetadata;

enum { PL_METADATA_MOST_BYTES = 1024 }; /* of one field */

/* A field as it may be kept: trimmed, control characters as spaces, bytes that are not UTF-8 as
 * '?', cut at PL_METADATA_MOST_BYTES between characters. Borrows `value` when it is so already. */
PlSlice pl_metadata_clean(PlArena *arena, PlSlice value);

/* 2025-05-16, or that with a time: 2025-05-16T10:35, ...:00Z, ...:00.5+02:00. Days exist. */
bool pl_metadata_is_date(PlSlice value);

/* What the caller gives for every report; copies. */
PlMetadata pl_metadata_from(PlArena *arena, const ParleyMetadata *given);

/* Fills the empty fields of `metadata` from `more`. */
void pl_metadata_fill(PlMetadata *metadata, const PlMetadata *more);

#endif
