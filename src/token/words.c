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

/* co-founder, anti-war: the prefix, its hyphen and the word are one token. Returns the word's end;
 * prefixes may follow each other (non-co-operation), which ends with the word. */
static size_t join_prefix(const PlCursor *cursor, size_t end)
{
    size_t start = cursor->at;
    while (pl_cursor_byte(cursor, end) == '-' && end - start <= LONGEST_PREFIX &&
           pl_cursor_is_letter(cursor, end + 1)) {
        char lower[LONGEST_PREFIX];
        size_t n = 0;
        for (; start + n < end; n++)
            lower[n] = (char)(pl_is_ascii_upper(cursor->text.ptr[start + n])
                                  ? cursor->text.ptr[start + n] + 32
                                  : cursor->text.ptr[start + n]);
        if (!pl_lookup_find(&cursor->prefixes, (PlSlice){lower, n}, NULL)) break;
        start = end + 1;
        end = pl_cursor_skip_word(cursor, start);
    }
    return end;
}

static void cut_word(PlCursor *cursor)
{
    if (pl_addresses_cut(cursor)) return;
    size_t end = pl_cursor_skip_word(cursor, cursor->at);
    char next = pl_cursor_byte(cursor, end);
    if (next == '-') end = join_prefix(cursor, end);
    if (next == '.' && pl_stops_cut(cursor, end)) return;
    pl_clitics_cut(cursor, end);
}

void pl_words_cut(PlTokenColumns *columns, PlSpan span)
{
    PlCursor cursor = {.columns = columns,
                       .text = {columns->tokens.text.ptr, span.end_byte},
                       .start = span.start_byte,
                       .at = span.start_byte,
                       .abbreviations = pl_lookup_open("abbreviations.tsv"),
                       .openers = pl_lookup_open("openers.tsv"),
                       .prefixes = pl_lookup_open("prefixes.tsv")};
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
