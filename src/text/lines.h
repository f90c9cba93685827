/* Lines: a report's text cut into the pieces that are paragraphs, headings and furniture.
 *
 * A line of the text is one piece. Where a report was wrapped by hand (each line as full as its
 * column allows), the lines of a paragraph are joined into one piece, its line ends inside.
 *
 * owner    `arena`
 * cost     O(bytes)
 * threads  pure
 */
#ifndef PL_TEXT_LINES_H
#define PL_TEXT_LINES_H

#include "base/vec.h"

typedef struct PlLine {
    PlSpan span;       /* without white space at the ends, not empty; in order */
    bool blank_before; /* an empty line, or the text's start, stands before it */
} PlLine;

typedef PL_VEC(PlLine) PlLines;

/* The lines of text[start_byte, end). Line ends are \n, \r\n, \r and U+2028/2029. */
void pl_lines_cut(PlArena *arena, PlSlice text, uint32_t start_byte, PlLines *lines);

/* Joins the lines of paragraphs that were wrapped by hand, if the report was. */
void pl_lines_unwrap(PlSlice text, PlLines *lines);

/* `span` without white space (pl_utf8_is_space) at the ends. */
PlSpan pl_lines_trim(PlSlice text, PlSpan span);

/* Ends with a full stop, a question or exclamation mark or an ellipsis, closing quotation marks and
 * brackets aside. */
bool pl_line_is_stopped(PlSlice line);

#endif
