/* Happening ids: short forms for people, and the way back.
 *
 * owner    `arena`
 * threads  pure
 */
#ifndef PL_VIEW_HAPPENING_IDS_H
#define PL_VIEW_HAPPENING_IDS_H

#include "pipeline/record.h"

/* [happenings] the shortest beginning of each id, six digits at least, that no other has. O(n log
 * n)
 */
PlSlice *pl_happening_short_ids(PlArena *arena, const PlRecord *record);

/* The happening of this id or beginning of one; -1 = none, -2 = several. O(n) */
int32_t pl_happening_find(const PlRecord *record, const char *beginning);

/* The rows of a happening in tables that are sorted by it: [*first, *end). O(log n) */
void pl_happening_actors(const PlRecord *record, int32_t happening, uint32_t *first, uint32_t *end);
void pl_happening_mentions(const PlRecord *record, int32_t happening, uint32_t *first,
                           uint32_t *end);

#endif
