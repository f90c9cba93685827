/* Numbers: what begins with a digit. */
#include <string.h>

#include "token/cursor.h"

/* Units that are written onto a number and are words of their own. */
static bool is_unit(PlSlice letters)
{
    static const char *const units[] = {"am",  "pm", "bn",  "m",  "mn",  "tn",  "k",   "km", "kg",
                                        "cm",  "mm", "ft",  "lb", "lbs", "mph", "kph", "g",  "mg",
                                        "min", "hr", "hrs", "oz", "GB",  "MB",  "MW",  "kW", "GW"};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        if (pl_slice_is_nocase(letters, units[i])) return true;
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

/* 713-853-3989, 853-3989: the end of a telephone number, or 0. */
static size_t phone_end(const PlCursor *cursor, size_t i)
{
    size_t n_groups = 0;
    for (;;) {
        size_t end = i;
        while (pl_cursor_is_digit(cursor, end) && end - i < 5)
            end++;
        n_groups++;
        if (end - i == 4 && n_groups >= 2) return pl_cursor_byte(cursor, end) == '-' ? 0 : end;
        if ((end - i != 3 && n_groups > 1) || end == i || pl_cursor_byte(cursor, end) != '-' ||
            n_groups > 3)
            return 0;
        i = end + 1;
    }
}

void pl_numbers_cut(PlCursor *cursor)
{
    if (pl_addresses_cut(cursor)) return;
    size_t end = phone_end(cursor, cursor->at);
    if (!end) end = skip_number(cursor, cursor->at);
    if (end == cursor->at) pl_utf8_next(cursor->text, &end);
    size_t letters_end = pl_cursor_skip_letters(cursor, end);
    PlSlice letters = {cursor->text.ptr + end, letters_end - end};
    if (letters.len && !pl_cursor_is_digit(cursor, letters_end) && is_unit(letters)) {
        pl_cursor_emit(cursor, end);
        return;
    }
    if (letters.len) end = pl_cursor_skip_word(cursor, end);
    pl_clitics_cut(cursor, end);
}
