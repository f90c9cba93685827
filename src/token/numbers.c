/* Numbers: what begins with a digit. */
#include <string.h>

#include "token/cursor.h"

/* Units that are written onto a number and are words of their own; case tells M from m. */
static bool is_unit(PlSlice letters)
{
    static const char *const units[] = {"am", "pm",  "AM",  "PM",  "m",    "M",   "bn",  "b",  "tn",
                                        "mn", "k",   "K",   "km",  "kg",   "cm",  "mm",  "ft", "lb",
                                        "t",  "lbs", "mph", "kph", "mg",   "min", "hr",  "x",  "oz",
                                        "MW", "GW",  "kW",  "Hz",  "mins", "hrs", "trn", "kt", "F"};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (pl_slice_is(letters, units[i])) return true;
    return false;
}

/* Digits with single separators between them: 1,200.5  7:30  9/11 */
static size_t skip_number(const PlCursor *cursor, size_t i)
{
    for (;;) {
        while (pl_cursor_is_digit(cursor, i))
            i++;
        char c = pl_cursor_byte(cursor, i);
        bool joins = c == ',' || c == '.' || c == ':' || c == '/';
        if (!joins || !pl_cursor_is_digit(cursor, i + 1)) return i;
        i++;
    }
}

/* Length of the run of digits at `i`, counted up to 5. */
static size_t n_digits(const PlCursor *cursor, size_t i)
{
    size_t n = 0;
    while (n < 5 && pl_cursor_is_digit(cursor, i + n))
        n++;
    return n;
}

/* 713-853-3989, 853-3989: the end of a telephone number, or 0. Any other hyphen makes a range. */
static size_t phone_end(const PlCursor *cursor, size_t i)
{
    for (uint32_t n_groups = 1; n_groups <= 4; n_groups++) {
        size_t len = n_digits(cursor, i);
        bool has_more = pl_cursor_byte(cursor, i + len) == '-';
        if (len == 4 && n_groups > 1 && !has_more) return i + len;
        if (!has_more || (len != 3 && !(n_groups == 1 && len == 1))) return 0;
        i += len + 1;
    }
    return 0;
}

/* The end of the number at the cursor, without letters. */
static size_t number_end(const PlCursor *cursor)
{
    size_t end = phone_end(cursor, cursor->at);
    if (!end) end = skip_number(cursor, cursor->at);
    if (end == cursor->at) pl_utf8_next(cursor->text, &end); /* a digit that is not ASCII */
    return end;
}

/* The 1990's are a decade, not somebody's. */
static bool is_decade(const PlCursor *cursor, size_t end, size_t word_end)
{
    PlSlice rest = {cursor->text.ptr + end, word_end - end};
    return cursor->text.ptr[end - 1] == '0' &&
           (pl_slice_is(rest, "'s") || pl_slice_is(rest, "\xe2\x80\x99s"));
}

void pl_numbers_cut(PlCursor *cursor)
{
    if (pl_addresses_cut(cursor)) return;
    size_t end = number_end(cursor);
    size_t letters_end = pl_cursor_skip_letters(cursor, end);
    size_t word_end = pl_cursor_skip_word(cursor, end);
    PlSlice letters = {cursor->text.ptr + end, letters_end - end};
    if (is_decade(cursor, end, word_end))
        pl_cursor_emit(cursor, word_end);
    else if (letters_end == word_end && is_unit(letters))
        pl_cursor_emit(cursor, end);
    else
        pl_clitics_cut(cursor, word_end);
}
