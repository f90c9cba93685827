/* Stops: the full stops that belong to the word before them. */
#include "token/cursor.h"

enum { LONGEST_ABBREVIATION = 12 };

/* The next code point that is not white space; 0 at the block's end. `*i` becomes its place. */
static uint32_t next_point(const PlCursor *cursor, size_t *i)
{
    while (*i < cursor->text.len) {
        size_t next = *i;
        uint32_t point = pl_utf8_next(cursor->text, &next);
        if (!pl_utf8_is_space(point)) return point;
        *i = next;
    }
    return 0;
}

static PlSlice lower_into(char *out, PlSlice form)
{
    size_t n = 0;
    for (size_t i = 0; i < form.len; i++)
        out[n++] = (char)(pl_is_ascii_upper(form.ptr[i]) ? form.ptr[i] + 32 : form.ptr[i]);
    return (PlSlice){out, n};
}

/* The word at `i` is an opener, such as "The". */
static bool is_opener(const PlCursor *cursor, size_t i)
{
    char lower[LONGEST_ABBREVIATION + 1];
    size_t end = pl_cursor_skip_letters(cursor, i);
    if (end - i > LONGEST_ABBREVIATION) return false;
    PlSlice form = {cursor->text.ptr + i, end - i};
    return pl_lookup_find(&cursor->openers, lower_into(lower, form), NULL);
}

/* U.S., p.m., Ph.D., U.S.A: behind it; 0 when it is none. */
static size_t acronym_end(const PlCursor *cursor)
{
    size_t i = cursor->at;
    uint32_t n_parts = 0;
    for (;;) {
        size_t end = pl_cursor_skip_letters(cursor, i);
        bool is_short = end > i && end - i <= (n_parts == 0 ? 2u : 1u);
        if (!is_short) break;
        n_parts++;
        i = end;
        if (pl_cursor_byte(cursor, i) != '.') break;
        i++;
        if (!pl_cursor_is_letter(cursor, i)) break;
    }
    /* A part that was cut short is another word: "J.Smith". */
    if (pl_cursor_is_letter(cursor, i)) return 0;
    return n_parts >= 2 ? i : 0;
}

/* J. in a name, but not the B. of "plan B. The". */
static bool is_initial(const PlCursor *cursor, size_t word_end)
{
    uint32_t letter = pl_cursor_point(cursor, cursor->at);
    size_t letter_end = cursor->at;
    pl_utf8_next(cursor->text, &letter_end);
    if (letter_end != word_end || !pl_utf8_is_upper(letter)) return false;
    size_t next = word_end + 1;
    uint32_t point = next_point(cursor, &next);
    return pl_utf8_is_letter(point) && !is_opener(cursor, next);
}

static bool is_abbreviation(const PlCursor *cursor, size_t word_end)
{
    char lower[LONGEST_ABBREVIATION + 1];
    PlSlice form = {cursor->text.ptr + cursor->at, word_end + 1 - cursor->at};
    if (form.len > LONGEST_ABBREVIATION) return false;
    PlAbbreviation kind =
        pl_abbreviation_find(&cursor->abbreviations, form, lower_into(lower, form));
    if (kind != PL_ABBREVIATION_NUMBER) return kind != PL_ABBREVIATION_NONE;
    size_t next = word_end + 1;
    return pl_utf8_is_digit(next_point(cursor, &next));
}

bool pl_stops_cut(PlCursor *cursor, size_t word_end)
{
    size_t end = acronym_end(cursor);
    if (!end && (is_initial(cursor, word_end) || is_abbreviation(cursor, word_end)))
        end = word_end + 1;
    pl_cursor_emit(cursor, end);
    return end != 0;
}
