/* List markers: "1." "2)" "b." and bullets, when a block is a list that runs on in one line.
 *
 * Only a block that begins with a marker is a list, and only the marker that is next in order
 * begins its next item, so that numbers in running text are never taken for one.
 */
#ifndef PL_TOKEN_LIST_MARKERS_H
#define PL_TOKEN_LIST_MARKERS_H

#include "token/tokens.h"

typedef struct PlListMarkers {
    uint32_t bullet;            /* code point, 0 = none */
    uint32_t next;              /* the number, or the letter, that comes next; 0 = not a list */
    bool has_stop, has_bracket; /* "1." "1)" "1.)" */
} PlListMarkers;

/* The kind of list that the block whose first token is `first_tok` is. */
PlListMarkers pl_list_markers_begin(const PlTokens *tokens, uint32_t first_tok);

/* The end of the marker that begins at `tok`, and the list goes to its next; 0 when none does. */
uint32_t pl_list_markers_match(PlListMarkers *markers, const PlTokens *tokens, uint32_t tok);

#endif
