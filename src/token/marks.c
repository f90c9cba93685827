/* Marks: what begins with neither a letter nor a digit. */
#include "token/cursor.h"

static bool is_stop(uint32_t point)
{
    return point == '.' || point == '!' || point == '?' || point == PL_UTF8_ELLIPSIS;
}

static size_t skip_stops(const PlCursor *cursor, size_t i)
{
    size_t next = i;
    while (i < cursor->text.len && is_stop(pl_utf8_next(cursor->text, &next)))
        i = next;
    return i;
}

static size_t skip_same(const PlCursor *cursor, size_t i, uint32_t point)
{
    size_t next = i;
    while (i < cursor->text.len && pl_utf8_next(cursor->text, &next) == point)
        i = next;
    return i;
}

static bool forms_runs(uint32_t point)
{
    return point == '-' || point == '=' || point == '*' || point == '_' || point == '~' ||
           point == '+' || point == '<' || point == '>' || point == '`';
}

static bool is_apostrophe(uint32_t point)
{
    return point == '\'' || point == PL_UTF8_SINGLE_CLOSE || point == PL_UTF8_SINGLE_OPEN;
}

/* '90s, '72: two digits behind an apostrophe. */
static size_t short_year_end(const PlCursor *cursor, size_t i)
{
    if (!pl_cursor_is_digit(cursor, i) || !pl_cursor_is_digit(cursor, i + 1)) return 0;
    i += 2;
    if (pl_cursor_byte(cursor, i) == 's') i++;
    return pl_cursor_is_digit(cursor, i) || pl_cursor_is_letter(cursor, i) ? 0 : i;
}

/* 's behind a mark or number, 'em and the like: the end of the word with its apostrophe, or 0. */
static size_t apostrophe_word_end(const PlCursor *cursor, size_t i)
{
    static const char *const words[] = {"em", "til", "cause", "n", "bout", "round"};
    size_t end = pl_cursor_skip_letters(cursor, i);
    PlSlice letters = {cursor->text.ptr + i, end - i};
    if (!pl_cursor_is_gap_before(cursor, cursor->at))
        return pl_slice_is_nocase(letters, "s") ? end : 0;
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
        if (pl_slice_is_nocase(letters, words[k])) return end;
    return short_year_end(cursor, i);
}

/* @handle, #tag */
static size_t tag_end(const PlCursor *cursor, size_t i)
{
    if (!pl_cursor_is_letter(cursor, i) && pl_cursor_byte(cursor, i) != '_') return 0;
    if (!pl_cursor_is_gap_before(cursor, cursor->at)) return 0;
    while (pl_cursor_is_letter(cursor, i) || pl_cursor_is_digit(cursor, i) ||
           pl_cursor_byte(cursor, i) == '_')
        pl_utf8_next(cursor->text, &i);
    return i;
}

void pl_marks_cut(PlCursor *cursor)
{
    size_t next = cursor->at;
    uint32_t point = pl_utf8_next(cursor->text, &next);
    size_t end = 0;
    if (is_stop(point))
        end = skip_stops(cursor, next);
    else if (forms_runs(point))
        end = skip_same(cursor, next, point);
    else if (is_apostrophe(point))
        end = apostrophe_word_end(cursor, next);
    else if (point == '@' || point == '#')
        end = tag_end(cursor, next);
    pl_cursor_emit(cursor, end ? end : next);
}
