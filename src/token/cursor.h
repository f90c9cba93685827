/* Cursor: a place in a block that is being cut into words, and the tables that cutting asks.
 *
 * Everything from `at` to `end` is in no token yet. Only the files that cut words include this.
 */
#ifndef PL_TOKEN_CURSOR_H
#define PL_TOKEN_CURSOR_H

#include "text/utf8.h"
#include "token/abbreviations.h"
#include "token/ascii.h"
#include "token/columns.h"
#include "token/tables.h"

typedef struct PlCursor {
    PlTokenColumns *columns;
    const PlTokenTables *tables;
    PlSlice text; /* the report up to the block's end */
    size_t start; /* of the block */
    size_t at;
    size_t checked_end; /* addresses have been looked for up to here */
} PlCursor;

/* The byte at `i`; NUL (which no text holds) behind the end. */
static inline char pl_cursor_byte(const PlCursor *cursor, size_t i)
{
    if (i >= cursor->text.len) return 0;
    return cursor->text.ptr[i];
}

static inline uint32_t pl_cursor_point(const PlCursor *cursor, size_t i)
{
    return pl_utf8_at(cursor->text, i);
}

static inline bool pl_cursor_is_letter(const PlCursor *cursor, size_t i)
{
    return i < cursor->text.len && ((unsigned char)cursor->text.ptr[i] < 0x80
                                        ? pl_is_ascii_letter(cursor->text.ptr[i])
                                        : pl_utf8_is_letter(pl_cursor_point(cursor, i)));
}

static inline bool pl_cursor_is_digit(const PlCursor *cursor, size_t i)
{
    return pl_is_ascii_digit(pl_cursor_byte(cursor, i));
}

/* White space or the block's end at `i`. */
static inline bool pl_cursor_is_gap(const PlCursor *cursor, size_t i)
{
    return i >= cursor->text.len || pl_utf8_is_space(pl_cursor_point(cursor, i));
}

/* White space or the block's start before `i`. */
static inline bool pl_cursor_is_gap_before(const PlCursor *cursor, size_t i)
{
    return i <= cursor->start || pl_utf8_is_space(pl_utf8_before(cursor->text, i));
}

/* text[at, end) is a token; `at` moves to `end`. */
static inline void pl_cursor_emit(PlCursor *cursor, size_t end)
{
    if (end <= cursor->at) return;
    pl_token_columns_add(cursor->columns, (uint32_t)cursor->at, (uint32_t)end);
    cursor->at = end;
}

/* Behind the letters from `i`. */
size_t pl_cursor_skip_letters(const PlCursor *cursor, size_t i);
/* Behind the letters, digits and underscores from `i`, with apostrophes between letters. */
size_t pl_cursor_skip_word(const PlCursor *cursor, size_t i);

/* Cuts the address at `at`; false when there is none, and the cursor stays. */
bool pl_addresses_cut(PlCursor *cursor);
/* The end of the word [start, end) with the stops that belong to it; `end` when none does. */
size_t pl_stops_join(const PlCursor *cursor, size_t start, size_t end);
/* Cuts [at, end) into a word and its clitics. */
void pl_clitics_cut(PlCursor *cursor, size_t end);
/* Cuts the number at `at`. */
void pl_numbers_cut(PlCursor *cursor);
/* Cuts the mark, or run of marks, at `at`. */
void pl_marks_cut(PlCursor *cursor);
/* The end of w/o, b/c and the like, whose first word ends at `end`; `end` when it is none. */
size_t pl_marks_join_slash(const PlCursor *cursor, size_t end);

#endif
