/* Position rows: how a stance that was found becomes rows of positions.
 *
 * owner    `talks` in the reading's arena
 * threads  one report, one thread
 */
#ifndef PL_TALKS_POSITION_ROWS_H
#define PL_TALKS_POSITION_ROWS_H

#include "talks/content.h"
#include "talks/sides.h"

enum { PL_POSITIONS_RECENT = 8 /* positions looked back at */ };

/* One row, unless the words next to it have said the same. */
void pl_positions_add(const PlReading *reading, PlTalks *talks, PlPosition position);
/* A row for each side and each issue of the content; a stance on what would undo an accord is the
 * opposite stance on the accord. */
void pl_positions_add_content(const PlReading *reading, PlTalks *talks, const PlSides *sides,
                              int8_t stance, const PlContent *content, PlToks words);

#endif
