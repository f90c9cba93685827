/* Views: the record as people and programs read it. From stored rows, never from the engine.
 *
 * Lists print their rows with evidence last, in text, JSON and CSV. Everything from a report is
 * escaped for where it goes: control characters cannot reach a terminal, markup cannot reach HTML.
 *
 * threads  pure
 */
#ifndef PL_VIEW_VIEWS_H
#define PL_VIEW_VIEWS_H

#include "base/json.h"
#include "store/store.h"

/* errors: NOT_FOUND (no such report), BAD_ARGUMENT (a format that the view has not). */
ParleyStatus pl_view_write(const PlRecord *record, const ParleyViewOptions *options, PlBuffer *out,
                           ParleyError *error);

/* Search results need the store's index as well. */
void pl_view_write_hits(const PlRecord *record, const PlStoreHits *hits,
                        const ParleyViewOptions *options, PlBuffer *out);

#endif
