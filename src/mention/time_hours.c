/* The words and digits of a time of day: "7:56:30 pm", "1035 GMT", "half past seven", "T09:30:00Z".
 * What its neighbours add is in time_clock.c. */
#include "mention/time_scan.h"

/* Numbers of at most two digits with separators between them: how many; 0 = it is none. */
static uint32_t split_numbers(PlSlice text, char separator, int32_t parts[3])
{
    uint32_t n = 0;
    uint32_t n_digits = 0;
    parts[0] = parts[1] = parts[2] = 0;
    for (size_t k = 0; k < text.len; k++) {
        char c = text.ptr[k];
        if (c == separator) {
            if (n_digits == 0 || (n > 0 && n_digits != 2) || ++n > 2) return 0;
            n_digits = 0;
        } else if (c >= '0' && c <= '9' && n_digits < 2) {
            parts[n] = parts[n] * 10 + (c - '0');
            n_digits++;
        } else {
            return 0;
        }
    }
    return n > 0 && n_digits == 2 ? n + 1 : 0;
}

/* "7:56:30", "13:35", "8.30": how many numbers; 0 = it is none. */
static uint32_t split_clock(PlSlice text, char separator, int32_t parts[3])
{
    uint32_t n = split_numbers(text, separator, parts);
    return parts[0] <= 24 && parts[1] < 60 && parts[2] < 60 ? n : 0;
}

static bool set_digits(const PlPiece *piece, PlTimeHour *clock)
{
    int32_t parts[3];
    uint32_t n = split_clock(piece->lower, ':', parts);
    clock->n = 1;
    clock->is_sure = n > 0;
    if (n == 0 && split_clock(piece->lower, '.', parts) == 2) n = 2;
    if (n > 0) {
        clock->hour = parts[0];
        clock->minute = parts[1];
        clock->second = parts[2];
        clock->has_second = n == 3;
        return true;
    }
    int32_t digits = pl_numbers_digits(piece);
    if (digits < 0) return false;
    bool is_military = piece->lower.len == 4 && digits < 2400 && digits % 100 < 60;
    if (!is_military && (digits > 24 || piece->lower.len > 2)) return false;
    clock->hour = is_military ? digits / 100 : digits;
    clock->minute = is_military ? digits % 100 : 0;
    clock->is_bare = !is_military;
    return true;
}

/* An hour of twelve, "7" or "seven". */
static int32_t hour_of_twelve(const PlTimeScan *scan, uint32_t i, uint32_t *n)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    int32_t hour = pl_numbers_digits(piece);
    *n = 1;
    if (hour < 0 && !pl_numbers_small(scan->model->numbers, scan->pieces, i, &hour, n)) return 0;
    return hour >= 1 && hour <= 12 && *n == 1 ? hour : 0;
}

/* "half past seven", "twenty minutes past eight", "a quarter to five". */
static bool set_past(const PlTimeScan *scan, uint32_t i, PlTimeHour *clock)
{
    const PlPieces *p = scan->pieces;
    uint32_t at = i;
    uint32_t n;
    int32_t minutes = -1;
    bool is_plural;
    bool is_said = false; /* nothing else is meant */
    if (pl_piece_is(p, at, "a")) at++;
    if (pl_piece_is(p, at, "half")) {
        minutes = 30;
        at++;
    } else if (pl_piece_is(p, at, "quarter")) {
        minutes = 15;
        at++;
        is_said = true;
    } else if (at == i) {
        minutes = pl_numbers_digits(pl_piece_at(p, at));
        n = 1;
        if (minutes < 0 && !pl_numbers_small(scan->model->numbers, p, at, &minutes, &n))
            return false;
        at += n;
        if (pl_slice_is(pl_time_unit(scan, at, &is_plural), "TM")) {
            is_said = true;
            at++;
        }
    }
    if (minutes < 1 || minutes > 59) return false;
    bool is_to = pl_piece_is(p, at, "to");
    if (!is_to && !pl_piece_is(p, at, "past")) return false;
    /* "10 to 5" is a vote. */
    if (is_to && (!is_said || minutes == 30)) return false;
    if (!is_said && minutes != 30 && minutes % 5 != 0) return false;
    clock->hour = hour_of_twelve(scan, at + 1, &n);
    if (clock->hour == 0) return false;
    clock->minute = is_to ? 60 - minutes : minutes;
    if (is_to) clock->hour = clock->hour == 1 ? 12 : clock->hour - 1;
    clock->n = at + 1 + n - i;
    clock->is_sure = true;
    return true;
}

/* "seven", "five-thirty", "two forty-five". */
static bool set_words(const PlTimeScan *scan, uint32_t i, PlTimeHour *clock)
{
    uint32_t n;
    int32_t minute;
    if (pl_piece_at(scan->pieces, i)->kind == PL_PIECE_NUMBER) return false;
    int32_t hour;
    if (!pl_numbers_small(scan->model->numbers, scan->pieces, i, &hour, &n) || n != 1) return false;
    if (hour < 1 || hour > 12) return false;
    clock->hour = hour;
    clock->n = 1;
    clock->is_bare = true;
    uint32_t at = i + 1;
    if (pl_piece_is_hyphen(scan->pieces, at)) at++;
    if (pl_piece_at(scan->pieces, at)->kind == PL_PIECE_WORD &&
        pl_numbers_small(scan->model->numbers, scan->pieces, at, &minute, &n) && minute >= 10 &&
        minute < 60) {
        clock->minute = minute;
        clock->n = at + n - i;
    }
    return true;
}

static uint32_t read_zone(const PlTimeScan *scan, int64_t i, PlSlice *zone)
{
    uint32_t n;
    bool is_bracketed = pl_piece_is(scan->pieces, i, "(");
    const PlPieceWord *word = pl_time_word(scan, i + is_bracketed, PL_TIME_ZONE, &n);
    if (!word) return 0;
    if (is_bracketed && !pl_piece_is(scan->pieces, i + 2, ")")) return 0;
    int32_t minutes = (int32_t)word->number;
    /* "GMT+3" */
    const PlPiece *sign = pl_piece_at(scan->pieces, i + n);
    const PlPiece *offset = pl_piece_at(scan->pieces, i + n + 1);
    int32_t hours = pl_numbers_digits(offset);
    bool has_offset = minutes == 0 && !is_bracketed && sign->is_glued && offset->is_glued &&
                      (pl_slice_is(sign->lower, "+") || pl_slice_is(sign->lower, "-")) &&
                      hours >= 0 && hours <= 14;
    if (has_offset) {
        minutes = pl_slice_is(sign->lower, "-") ? -60 * hours : 60 * hours;
        n += 2;
    }
    int32_t size = minutes < 0 ? -minutes : minutes;
    *zone = minutes == 0 ? PL_SLICE("Z")
                         : pl_arena_format(scan->arena, "%c%02d:%02d", minutes < 0 ? '-' : '+',
                                           (int)(size / 60), (int)(size % 60));
    return is_bracketed ? 3 : n;
}

/* "10:30Z", "10:30:00+02:00" of a time stamp. */
static uint32_t read_stamp_zone(const PlTimeScan *scan, uint32_t at, PlSlice *zone)
{
    const PlPiece *sign = pl_piece_at(scan->pieces, at);
    if (!sign->is_glued) return 0;
    if (pl_slice_is(sign->lower, "z")) {
        *zone = PL_SLICE("Z");
        return 1;
    }
    int32_t parts[3];
    bool has_sign = pl_slice_is(sign->lower, "+") || pl_slice_is(sign->lower, "-");
    const PlPiece *offset = pl_piece_at(scan->pieces, (int64_t)at + 1);
    if (!has_sign || !offset->is_glued) return 0;
    uint32_t n = 2;
    if (pl_piece_is(scan->pieces, (int64_t)at + 2, ":")) {
        parts[0] = pl_numbers_digits(offset);
        parts[1] = pl_numbers_digits(pl_piece_at(scan->pieces, (int64_t)at + 3));
        if (parts[0] < 0 || parts[0] > 14 || parts[1] < 0 || parts[1] > 59) return 0;
        n = 4;
    } else if (split_clock(offset->lower, ':', parts) != 2) {
        return 0;
    }
    *zone = pl_arena_format(scan->arena, "%.*s%02d:%02d", PL_PRI(sign->lower), (int)parts[0],
                            (int)parts[1]);
    return n;
}

/* am, pm and "o'clock" after the numbers. */
static void read_half(const PlTimeScan *scan, uint32_t i, PlTimeHour *clock)
{
    uint32_t n;
    uint32_t at = i + clock->n;
    bool is_number = pl_piece_at(scan->pieces, i)->kind == PL_PIECE_NUMBER;
    if (pl_piece_is(scan->pieces, at, "o'clock") || pl_piece_is(scan->pieces, at, "oclock") ||
        pl_piece_is(scan->pieces, at, "o\u2019clock")) {
        clock->is_sure = true;
        clock->n++;
        at++;
    }
    bool is_pm = pl_time_word(scan, at, PL_TIME_PM, &n) != NULL;
    bool is_am = !is_pm && pl_time_word(scan, at, PL_TIME_AM, &n) != NULL;
    /* "I am" is no time: the abbreviation follows digits or has its points. */
    if (is_am && !is_number && pl_piece_is(scan->pieces, at, "am")) is_am = false;
    if (!is_pm && !is_am) return;
    if (is_pm && clock->hour < 12) clock->hour += 12;
    if (is_am && clock->hour == 12) clock->hour = 0;
    clock->has_half = clock->is_sure = true;
    clock->is_bare = false;
    clock->n += n;
}

/* "T09:30:00Z" glued to a day, which the tokeniser cuts at the first colon. */
bool pl_time_stamp(const PlTimeScan *scan, uint32_t i, PlTimeHour *clock)
{
    const PlPieces *p = scan->pieces;
    int32_t parts[3];
    for (uint32_t k = 0; k < 4; k++)
        if (!pl_piece_at(p, (int64_t)i + k)->is_glued) return false;
    *clock = (PlTimeHour){.hour = pl_numbers_digits(pl_piece_at(p, (int64_t)i + 1))};
    if (!pl_piece_is(p, i, "t") || !pl_piece_is(p, (int64_t)i + 2, ":")) return false;
    const PlPiece *rest = pl_piece_at(p, (int64_t)i + 3);
    clock->has_second = split_numbers(rest->lower, ':', parts) == 2;
    clock->minute = clock->has_second ? parts[0] : pl_numbers_digits(rest);
    clock->second = clock->has_second ? parts[1] : 0;
    if (clock->hour < 0 || clock->hour > 24 || clock->minute < 0 || clock->minute > 59 ||
        clock->second > 59)
        return false;
    clock->n = 4;
    clock->is_sure = clock->has_half = true;
    clock->n += read_stamp_zone(scan, i + clock->n, &clock->zone);
    return true;
}

bool pl_time_hour(const PlTimeScan *scan, uint32_t i, PlTimeHour *clock)
{
    const PlPieces *p = scan->pieces;
    const PlPiece *piece = pl_piece_at(p, i);
    uint32_t n;
    *clock = (PlTimeHour){0};
    if (i >= p->pieces.n) return false;
    bool is_twelve = pl_piece_is(p, i, "12") || pl_piece_is(p, i, "twelve");
    const PlPieceWord *word = pl_time_word(scan, (int64_t)i + is_twelve, PL_TIME_CLOCK, &n);
    if (word) {
        *clock =
            (PlTimeHour){.hour = (int32_t)word->number / 100, .is_sure = true, .has_half = true};
        clock->n = n + is_twelve;
    } else {
        if (!set_past(scan, i, clock)) {
            *clock = (PlTimeHour){0};
            bool is_read = piece->kind == PL_PIECE_NUMBER ? set_digits(piece, clock)
                                                          : set_words(scan, i, clock);
            if (!is_read) return false;
        }
        read_half(scan, i, clock);
    }
    uint32_t n_zone = read_zone(scan, (int64_t)i + clock->n, &clock->zone);
    if (n_zone == 0 && piece->kind == PL_PIECE_NUMBER)
        n_zone = clock->is_sure ? read_stamp_zone(scan, i + clock->n, &clock->zone) : 0;
    clock->is_sure |= n_zone > 0;
    clock->n += n_zone;
    return clock->hour <= 24;
}
