/* Manifest: a TSV file that says what reports are, for files that cannot say it themselves.
 *
 *   path                 source            published
 *   reports/monday.txt   Harbour Gazette   2024-02-05
 *
 * The header row names the columns: `path`, and any of id, source, url, title, published. Other
 * columns (notes) are left alone, with a warning that names them. '#' begins a comment line.
 *
 * owner    the arena
 * cost     O(bytes); a look-up is O(length of the path) expected
 * threads  pl_manifest_find: any number
 */
#ifndef PL_BYTES_MANIFEST_H
#define PL_BYTES_MANIFEST_H

#include "base/symbols.h"
#include "bytes/input.h"

typedef struct PlManifest {
    PlSymbols paths; /* as the manifest has them: symbol = row */
    PlSymbols names; /* file names, each once */
    PL_VEC(PlMetadata) rows;
    PL_VEC(int32_t) row_of_name; /* -1 = several files are called so */
} PlManifest;

/* `name` is the manifest's, for messages.
 * errors   BAD_INPUT: no column `path`, a column twice, a row with too many cells, a path twice */
ParleyStatus pl_manifest_parse(PlArena *arena, const char *name, PlSlice text, PlInputNotice notice,
                               void *context, PlManifest *manifest, ParleyError *error);

/* The row of a report: by path as given, else by file name where only one row has it; NULL = none.
 */
const PlMetadata *pl_manifest_find(const PlManifest *manifest, const char *path);

#endif
