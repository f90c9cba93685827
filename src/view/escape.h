/* Escape: text from reports, made safe for where it goes.
 *
 * Whatever a report holds, a terminal gets no control character from it (C0, DEL, C1) and no
 * character that turns the direction of what follows (U+202A to U+202E, U+2066 to U+2069): each
 * becomes U+FFFD. White space of any kind becomes one space in a line.
 *
 * Input may be any bytes; invalid UTF-8 becomes U+FFFD too. O(bytes). Threads: pure.
 */
#ifndef PL_VIEW_ESCAPE_H
#define PL_VIEW_ESCAPE_H

#include "base/arena.h"
#include "base/buffer.h"

/* One line of plain text, without white space at its ends. In `arena`, or `text` itself. */
PlSlice pl_escape_line(PlArena *arena, PlSlice text);

/* Text or attribute value of HTML. Line feeds stay. */
void pl_escape_html(PlBuffer *out, PlSlice text);

/* One field of CSV (RFC 4180), quoted when need be. A field that a spreadsheet would run as a
 * formula (=, @, or + or - before what is no number) gets an apostrophe in front. */
void pl_escape_csv(PlBuffer *out, PlSlice text);

#endif
