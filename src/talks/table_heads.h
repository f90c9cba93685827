/* Table heads: who heads a side of which nobody is said to lead it: the minister who speaks for it
 * where the talks are held.
 *
 * owner    `talks`, in the reading's arena; its facts and the heads that are named come before
 * cost     O(tokens + sentences x rows looked through)
 */
#ifndef PL_TALKS_TABLE_HEADS_H
#define PL_TALKS_TABLE_HEADS_H

#include "talks/talks_reading.h"

void pl_table_heads_find(const PlReading *reading, PlTalks *talks);

#endif
