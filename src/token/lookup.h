/* Look-up: a key in a sorted table of data/en, without loading it.
 *
 * The rows are sorted by the bytes of their first cell, so a look-up halves the file itself:
 * nothing is parsed ahead, nothing is kept, and a layer without a model needs none.
 *
 * cost     O(log rows)
 * threads  read-only, shared
 */
#ifndef PL_TOKEN_LOOKUP_H
#define PL_TOKEN_LOOKUP_H

#include "base/slice.h"

typedef struct PlLookup {
    PlSlice rows; /* the file after its comments and the line that names the columns */
} PlLookup;

PlLookup pl_lookup_open(const char *name);

/* True when there is a row whose first cell is `key`; `*rest` (may be NULL) is what follows its
 * tab. */
bool pl_lookup_find(const PlLookup *lookup, PlSlice key, PlSlice *rest);

#endif
