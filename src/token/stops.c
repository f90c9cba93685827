/* Stops: the full stops that belong to the word before them. */
#include "token/cursor.h"

enum { LONGEST_ABBREVIATION = 12, LONGEST_WORD_BEFORE = 32, MOST_ACRONYM_PARTS = 12 };

/* Where the next token begins: the first byte from `i` that is not white space, or the end. */
static size_t skip_gap(const PlCursor *cursor, size_t i)
{
    while (i < cursor->text.len) {
        size_t next = i;
        if (!pl_utf8_is_space(pl_utf8_next(cursor->text, &next))) break;
        i = next;
    }
    return i;
}

/* "The", and not a name or a title. */
static bool begins_sentence(const PlCursor *cursor, size_t i)
{
    char lower[LONGEST_ABBREVIATION];
    size_t end = pl_cursor_skip_letters(cursor, i);
    if (end - i > LONGEST_ABBREVIATION || !pl_utf8_is_upper(pl_cursor_point(cursor, i)))
        return false;
    PlSlice form = {cursor->text.ptr + i, end - i};
    return pl_lookup_find(&cursor->tables->beginnings, pl_ascii_lower(lower, form), NULL);
}

/* U.S., p.m., Ph.D., U.S.A: its end; 0 when it is none. */
static size_t acronym_end(const PlCursor *cursor, size_t i)
{
    uint32_t n_parts = 0;
    while (n_parts < MOST_ACRONYM_PARTS) {
        size_t end = pl_cursor_skip_letters(cursor, i);
        if (end == i || end - i > (n_parts == 0 ? 2u : 1u)) break;
        n_parts++;
        i = end;
        if (pl_cursor_byte(cursor, i) != '.') break;
        i++;
    }
    /* A part that is longer is another word: "J.Smith". */
    if (pl_cursor_is_letter(cursor, i)) return 0;
    return n_parts >= 2 ? i : 0;
}

/* The word before `i` begins in lower case. */
static bool is_lower_before(const PlCursor *cursor, size_t i)
{
    while (i > cursor->start && pl_is_ascii_space(cursor->text.ptr[i - 1]))
        i--;
    size_t least = i > LONGEST_WORD_BEFORE ? i - LONGEST_WORD_BEFORE : 0;
    if (least < cursor->start) least = cursor->start;
    while (i > least && pl_is_ascii_letter(cursor->text.ptr[i - 1]))
        i--;
    return pl_cursor_byte(cursor, i) >= 'a' && pl_cursor_byte(cursor, i) <= 'z';
}

/* J. in a name, but not the B of "plan B. The" or the I of "so am I. Ask". */
static bool is_initial(const PlCursor *cursor, size_t start, size_t end)
{
    uint32_t letter = pl_cursor_point(cursor, start);
    size_t letter_end = start;
    pl_utf8_next(cursor->text, &letter_end);
    if (letter_end != end || !pl_utf8_is_upper(letter)) return false;
    if (letter == 'I' && is_lower_before(cursor, start)) return false;
    size_t next = skip_gap(cursor, end + 1);
    return pl_cursor_is_letter(cursor, next) && !begins_sentence(cursor, next);
}

/* EWT writes "etc" and a stop of its own where a sentence ends. */
static bool ends_with_etc(const PlCursor *cursor, PlSlice lower, size_t end)
{
    if (!pl_slice_is(lower, "etc.")) return false;
    size_t next = skip_gap(cursor, end + 1);
    return next == cursor->text.len || pl_utf8_is_upper(pl_cursor_point(cursor, next));
}

static bool is_abbreviation(const PlCursor *cursor, size_t start, size_t end)
{
    char bytes[LONGEST_ABBREVIATION];
    PlSlice form = {cursor->text.ptr + start, end + 1 - start};
    if (form.len > LONGEST_ABBREVIATION) return false;
    PlSlice lower = pl_ascii_lower(bytes, form);
    PlAbbreviation kind = pl_abbreviation_find(&cursor->tables->abbreviations, form, lower);
    if (kind == PL_ABBREVIATION_ANY) return !ends_with_etc(cursor, lower, end);
    if (kind != PL_ABBREVIATION_NUMBER) return kind != PL_ABBREVIATION_NONE;
    return pl_cursor_is_digit(cursor, skip_gap(cursor, end + 1));
}

size_t pl_stops_join(const PlCursor *cursor, size_t start, size_t end)
{
    size_t acronym = acronym_end(cursor, start);
    if (acronym) return acronym;
    bool joins = is_initial(cursor, start, end) || is_abbreviation(cursor, start, end);
    return joins ? end + 1 : end;
}
