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
           point == '+' || point == '<' || point == '>' || point == '`' || point == '$' ||
           point == '#' || point == '\\';
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

/* "Norway 's", "they 're": clitics of a text that was cut into words before. */
static bool is_loose_clitic(const PlCursor *cursor, PlSlice letters, size_t end)
{
    static const char *const clitics[] = {"s", "re", "ve", "ll", "d", "m"};
    if (!pl_cursor_is_gap(cursor, end)) return false;
    for (size_t k = 0; k < sizeof clitics / sizeof clitics[0]; k++)
        if (pl_slice_is(letters, clitics[k])) return true;
    return false;
}

/* 's behind a mark, 'em and the like: the end of the word with its apostrophe, or 0. */
static size_t apostrophe_word_end(const PlCursor *cursor, size_t i)
{
    static const char *const words[] = {"em", "til", "cause", "bout"};
    size_t end = pl_cursor_skip_letters(cursor, i);
    PlSlice letters = {cursor->text.ptr + i, end - i};
    if (!pl_cursor_is_gap_before(cursor, cursor->at))
        return pl_slice_is_nocase(letters, "s") ? end : 0;
    if (is_loose_clitic(cursor, letters, end)) return end;
    if (pl_slice_is_nocase(letters, "n")) { /* rock 'n' roll */
        size_t next = end;
        bool closes = end < cursor->text.len && is_apostrophe(pl_utf8_next(cursor->text, &next));
        return closes ? next : 0;
    }
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

/* :) ;-) and the like, standing alone. */
static size_t emoticon_end(const PlCursor *cursor, size_t i)
{
    if (!pl_cursor_is_gap_before(cursor, cursor->at)) return 0;
    if (pl_cursor_byte(cursor, i) == '-') i++;
    char mouth = pl_cursor_byte(cursor, i);
    bool smiles = mouth == ')' || mouth == '(' || mouth == 'D' || mouth == 'P';
    return smiles && pl_cursor_is_gap(cursor, i + 1) ? i + 1 : 0;
}

/* [...], the mark of words left out. */
static size_t omission_end(const PlCursor *cursor, size_t i)
{
    size_t end = skip_stops(cursor, i);
    return end > i && pl_cursor_byte(cursor, end) == ']' ? end + 1 : 0;
}

/* +49, a country's code. */
static size_t plus_end(const PlCursor *cursor, size_t i)
{
    size_t end = i;
    while (pl_cursor_is_digit(cursor, end))
        end++;
    return end > i && pl_cursor_is_gap_before(cursor, cursor->at) ? end : 0;
}

size_t pl_marks_join_slash(const PlCursor *cursor, size_t end)
{
    static const char *const words[] = {"w/o", "b/c", "c/o", "n/a", "w/"};
    for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
        size_t len = pl_slice(words[k]).len;
        if (cursor->at + len > cursor->text.len || cursor->at + 1 != end) continue;
        PlSlice form = {cursor->text.ptr + cursor->at, len};
        if (pl_slice_is_nocase(form, words[k]) && pl_cursor_is_gap(cursor, cursor->at + len))
            return cursor->at + len;
    }
    return end;
}

/* Two single marks for a double one: '' and its curly sisters. */
static size_t double_mark_end(const PlCursor *cursor, size_t i, uint32_t point)
{
    if (!is_apostrophe(point) || i >= cursor->text.len) return 0;
    size_t next = i;
    uint32_t second = pl_utf8_next(cursor->text, &next);
    bool pairs = point == '\'' ? second == '\'' : second == PL_UTF8_SINGLE_CLOSE || second == point;
    return pairs ? next : 0;
}

void pl_marks_cut(PlCursor *cursor)
{
    size_t next = cursor->at;
    uint32_t point = pl_utf8_next(cursor->text, &next);
    size_t end = 0;
    if (is_stop(point)) end = skip_stops(cursor, next);
    if (is_apostrophe(point)) end = apostrophe_word_end(cursor, next);
    if (point == '@' || point == '#') end = tag_end(cursor, next);
    if (point == ':' || point == ';' || point == '=') end = emoticon_end(cursor, next);
    if (point == '[') end = omission_end(cursor, next);
    if (point == '+') end = plus_end(cursor, next);
    if (!end && forms_runs(point)) end = skip_same(cursor, next, point);
    if (!end) end = double_mark_end(cursor, next, point);
    pl_cursor_emit(cursor, end ? end : next);
}
