#include "token/words.h"

#include "token/cursor.h"

size_t pl_cursor_skip_letters(const PlCursor *cursor, size_t i)
{
    PlSlice text = cursor->text;
    while (i < text.len) {
        if (pl_is_ascii_letter(text.ptr[i])) {
            i++;
            continue;
        }
        size_t next = i;
        if ((unsigned char)text.ptr[i] < 0x80 || !pl_utf8_is_letter(pl_utf8_next(text, &next)))
            break;
        i = next;
    }
    return i;
}

static bool is_apostrophe(uint32_t point)
{
    return point == '\'' || point == PL_UTF8_SINGLE_CLOSE;
}

size_t pl_cursor_skip_word(const PlCursor *cursor, size_t i)
{
    for (;;) {
        i = pl_cursor_skip_letters(cursor, i);
        while (pl_cursor_is_digit(cursor, i) || pl_cursor_byte(cursor, i) == '_')
            i++;
        if (pl_cursor_is_letter(cursor, i)) continue;
        size_t next = i;
        if (i >= cursor->text.len || !is_apostrophe(pl_utf8_next(cursor->text, &next)) ||
            !pl_cursor_is_letter(cursor, next))
            return i;
        i = next;
    }
}

enum { LONGEST_PREFIX = 8 };

static bool is_prefix(const PlCursor *cursor, size_t start, size_t end)
{
    char lower[LONGEST_PREFIX];
    if (end - start > LONGEST_PREFIX) return false;
    PlSlice form = {cursor->text.ptr + start, end - start};
    return pl_lookup_find(&cursor->tables->prefixes, pl_ascii_lower(lower, form), NULL);
}

/* co-founder, mid-1990s, anti-U.S.: prefix, hyphen and word are one token. Moves `*start` to the
 * last part and returns its end; prefixes may follow each other. */
static size_t join_prefixes(const PlCursor *cursor, size_t *start, size_t end)
{
    while (pl_cursor_byte(cursor, end) == '-' &&
           (pl_cursor_is_letter(cursor, end + 1) || pl_cursor_is_digit(cursor, end + 1)) &&
           is_prefix(cursor, *start, end)) {
        *start = end + 1;
        end = pl_cursor_skip_word(cursor, *start);
    }
    return end;
}

/* PG&E, R&D */
static size_t join_ampersand(const PlCursor *cursor, size_t end)
{
    size_t i = end + 1;
    while (pl_is_ascii_upper(pl_cursor_byte(cursor, i)) && i - end < 4)
        i++;
    bool joins = i > end + 1 && end - cursor->at <= 4 && !pl_cursor_is_letter(cursor, i) &&
                 pl_is_ascii_upper(pl_cursor_byte(cursor, end - 1));
    return joins ? i : end;
}

static void cut_word(PlCursor *cursor)
{
    if (pl_addresses_cut(cursor)) return;
    size_t start = cursor->at;
    size_t end = pl_cursor_skip_word(cursor, start);
    if (pl_cursor_byte(cursor, end) == '-') end = join_prefixes(cursor, &start, end);
    if (pl_cursor_byte(cursor, end) == '&') end = join_ampersand(cursor, end);
    if (pl_cursor_byte(cursor, end) == '.') end = pl_stops_join(cursor, start, end);
    if (pl_cursor_byte(cursor, end) == '/') end = pl_marks_join_slash(cursor, end);
    pl_clitics_cut(cursor, end);
}

void pl_words_cut(PlTokenColumns *columns, const PlTokenTables *tables, PlSpan span)
{
    PlCursor cursor = {.columns = columns,
                       .tables = tables,
                       .text = {columns->tokens.text.ptr, span.end_byte},
                       .start = span.start_byte,
                       .at = span.start_byte};
    while (cursor.at < cursor.text.len) {
        if (pl_is_ascii_space(cursor.text.ptr[cursor.at])) {
            cursor.at++;
            continue;
        }
        size_t next = cursor.at;
        uint32_t point = pl_utf8_next(cursor.text, &next);
        if (pl_utf8_is_space(point))
            cursor.at = next;
        else if (pl_utf8_is_letter(point))
            cut_word(&cursor);
        else if (pl_utf8_is_digit(point))
            pl_numbers_cut(&cursor);
        else
            pl_marks_cut(&cursor);
    }
}
