/* Durations: a number and a unit. */
#include "mention/time_scan.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* A duration's amount as TIMEX3 writes it: "3", "8.5", "X". */
static PlSlice amount(PlArena *arena, double value)
{
    if (isnan(value)) return PL_SLICE("X");
    if (value >= 1e9) return PL_SLICE("X");
    double tenths = floor(value * 10 + 0.5);
    if (fmod(tenths, 10) == 0) return pl_arena_format(arena, "%.0f", tenths / 10);
    return pl_arena_format(arena, "%.0f.%.0f", floor(tenths / 10), fmod(tenths, 10));
}

PlSlice pl_time_duration(PlArena *arena, double low, double high, PlSlice unit)
{
    PlSlice time = unit.ptr[0] == 'T' ? PL_SLICE("T") : PL_SLICE("");
    if (time.len) unit = (PlSlice){unit.ptr + 1, 1};
    if (unit.ptr[0] == 'F') { /* a fortnight */
        unit = PL_SLICE("W");
        low *= 2;
        high *= 2;
    }
    PlSlice first = amount(arena, low);
    if (isnan(low) || low == high)
        return pl_arena_format(arena, "P%.*s%.*s%.*s", PL_PRI(time), PL_PRI(first), PL_PRI(unit));
    PlSlice last = amount(arena, high);
    return pl_arena_format(arena, "P%.*s%.*s%.*s/P%.*s%.*s%.*s", PL_PRI(time), PL_PRI(first),
                           PL_PRI(unit), PL_PRI(time), PL_PRI(last), PL_PRI(unit));
}

void pl_time_set_found(PlTimeFound *found, uint32_t first, uint32_t end, PlTimeType type,
                       PlSlice value)
{
    *found = (PlTimeFound){.first = first, .end = end, .type = type, .value = value};
}

/* "$5 a day", "twice a week", "barrels a day": the article means "each". */
static bool is_rate(const PlTimeScan *scan, uint32_t i)
{
    static const char *const cues[] = {"once", "twice", "times", "per", "%", "percent"};
    const PlPiece *before = pl_piece_at(scan->pieces, (int64_t)i - 1);
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        if (pl_slice_is(before->lower, cues[k])) return true;
    if (before->lower.len == 0 || before->kind == PL_PIECE_MARK) return false;
    PlNumber number;
    bool after_number = i > 0 && before->kind == PL_PIECE_NUMBER;
    bool after_magnitude = i > 1 &&
                           pl_numbers_read(scan->model->numbers, scan->pieces, i - 2, &number) &&
                           number.n_pieces == 2;
    bool after_counted = i > 1 && scan->syntax->xpos[before->tok] == PL_XPOS_NNS &&
                         pl_numbers_read(scan->model->numbers, scan->pieces, i - 2, &number);
    return after_number || after_magnitude || after_counted;
}

/* "and a half", "and half" at piece `at`: its pieces, 0 = none. */
static uint32_t and_half(const PlTimeScan *scan, uint32_t at)
{
    if (!pl_piece_is(scan->pieces, at, "and")) return 0;
    bool has_article = pl_piece_is(scan->pieces, (int64_t)at + 1, "a");
    return pl_piece_is(scan->pieces, (int64_t)at + 1 + has_article, "half") ? 2 + has_article : 0;
}

/* "six-year-old", "52 years old": an age is no time. Of decades it is the age of a conflict. */
static bool is_age(const PlTimeScan *scan, uint32_t at)
{
    bool has_hyphen = pl_piece_is_hyphen(scan->pieces, at);
    return pl_piece_is(scan->pieces, (int64_t)at + has_hyphen, "old") ||
           pl_piece_is(scan->pieces, (int64_t)at + has_hyphen, "olds") ||
           (!has_hyphen && pl_piece_is(scan->pieces, at, "of") &&
            pl_piece_is(scan->pieces, (int64_t)at + 1, "age"));
}

/* "the 5 past years", "two upcoming months": the pieces between the number and a plural unit. */
static uint32_t shift_before_unit(const PlTimeScan *scan, uint32_t at)
{
    uint32_t n;
    bool is_plural;
    bool is_shift = pl_time_word(scan, at, PL_TIME_SHIFT, &n) != NULL;
    if (!is_shift && !pl_time_word(scan, at, PL_TIME_SPAN, &n)) return 0;
    return pl_time_unit(scan, (int64_t)at + n, &is_plural).len && is_plural ? n : 0;
}

/* A number and a unit, "30-day", "three long years", "two and a half hours", "half a century". */
bool pl_time_counted(const PlTimeScan *scan, uint32_t i, bool has_quarters, PlTimeFound *found)
{
    const PlPieces *p = scan->pieces;
    PlNumber number;
    bool is_plural;
    uint32_t n;
    if (!pl_numbers_read(scan->model->numbers, p, i, &number)) return false;
    const PlPiece *before = pl_piece_at(p, (int64_t)i - 1);
    const PlPiece *piece = pl_piece_at(p, i);
    /* "T-72 days" and "$5 years" begin elsewhere. */
    if (piece->is_glued && before->kind == PL_PIECE_WORD && before->tok == piece->tok) return false;
    uint32_t at = i + number.n_pieces;
    if (pl_piece_is(p, at, "of")) at += number.is_vague || isnan(number.value);
    /* "one and half hours" */
    if (!number.is_range && !isnan(number.value) && and_half(scan, at) == 2) {
        number.value += 0.5;
        at += 2;
    }
    bool has_hyphen = pl_piece_is_hyphen(p, at);
    at += has_hyphen;
    for (uint32_t k = 0; k < 2 && pl_time_word(scan, at, PL_TIME_FILLER, &n); k++) {
        has_quarters |= pl_piece_is(p, at, "straight") || pl_piece_is(p, at, "consecutive");
        at += n;
    }
    at += shift_before_unit(scan, at);
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    /* "two nights" */
    const PlPieceWord *part = pl_time_word(scan, at, PL_TIME_PART, &n);
    if (part && pl_slice_is(part->value, "NI") && !number.is_range) {
        unit = PL_SLICE("D");
        is_plural = pl_slice_ends(pl_piece_at(p, at)->lower, "s");
    }
    /* "three quarters of the voters" */
    if (unit.len == 0 || (unit.ptr[0] == 'Q' && !has_quarters)) return false;
    if (strchr("YMWD", unit.ptr[0]) && is_age(scan, at + 1)) return false;
    if (part && !is_plural && !has_hyphen && number.value > 1) return false;
    /* "20 minutes past eight" */
    if (pl_slice_is(unit, "TM") && pl_piece_is(p, (int64_t)at + 1, "past")) return false;
    if (!is_plural && !has_hyphen && !(number.value <= 1)) {
        /* "20 year" is a duration only before a noun, "1988 second quarter" is none. */
        bool is_abbreviation = pl_piece_at(p, at)->lower.len <= 3;
        bool is_half = floor(number.value) != number.value;
        if (pl_time_upos(scan, (int64_t)at + 1) != PL_UPOS_NOUN && !is_half && !is_abbreviation)
            return false;
        if (pl_slice_is(unit, "TS") && number.is_plain && !is_abbreviation) return false;
    }
    pl_time_set_found(found, i, at + 1, PL_TIME_DURATION,
                      pl_time_duration(scan->arena, isnan(number.value) ? number.low : number.value,
                                       isnan(number.value) ? number.high : number.value, unit));
    if (isnan(number.value) && !number.is_range)
        found->value = pl_time_duration(scan->arena, NAN, NAN, unit);
    if (pl_piece_is_hyphen(p, found->end) && pl_piece_is(p, (int64_t)found->end + 1, "long"))
        found->end += 2;
    uint32_t n_half = and_half(scan, found->end);
    if (n_half && !isnan(number.value)) {
        number.value += 0.5;
        found->end += n_half;
        found->value = pl_time_duration(scan->arena, number.value, number.value, unit);
    }
    pl_time_count(scan, i, &number, unit, found);
    return true;
}

/* "1 hour and 30 minutes", "2 years, 1 month and 21 days ago". */
bool pl_time_compound(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    static const char order[] = "CEYMWDHNS"; /* largest first; N: minute */
    const PlPieces *p = scan->pieces;
    char text[96] = "P";
    size_t len = 1;
    uint32_t at = i;
    uint32_t end = i;
    uint32_t n_parts = 0;
    int32_t rank = -1;
    int32_t n_months = 0;
    int32_t n_days = 0;
    bool has_time = false;
    for (; n_parts < 6; n_parts++) {
        PlNumber number;
        bool is_plural;
        uint32_t next = at;
        if (n_parts && pl_piece_is(p, next, ",")) next++;
        if (n_parts && pl_piece_is(p, next, "and")) next++;
        if (next >= p->pieces.n || !pl_numbers_read(scan->model->numbers, p, next, &number)) break;
        if (isnan(number.value) || number.value > 9999 || floor(number.value) != number.value)
            break;
        PlSlice unit = pl_time_unit(scan, (int64_t)next + number.n_pieces, &is_plural);
        if (unit.len == 0 || pl_slice_is(unit, "WE") || strchr("QF", unit.ptr[0])) break;
        bool is_time = unit.ptr[0] == 'T';
        char letter = is_time ? unit.ptr[1] : unit.ptr[0];
        char place = is_time && letter == 'M' ? 'N' : letter;
        const char *found_at = memchr(order, place, sizeof order - 1);
        if (!found_at || (int32_t)(found_at - order) <= rank) break;
        rank = (int32_t)(found_at - order);
        int32_t value = (int32_t)number.value;
        if (place == 'Y') n_months += 12 * value;
        if (place == 'M') n_months += value;
        if (place == 'W') n_days += 7 * value;
        if (place == 'D') n_days += value;
        if (is_time && !has_time) text[len++] = 'T';
        has_time |= is_time;
        int put = snprintf(text + len, sizeof text - len, "%d%c", (int)value, letter);
        if (put < 0 || (size_t)put >= sizeof text - len) return false;
        len += (size_t)put;
        at = end = next + number.n_pieces + 1;
    }
    if (n_parts < 2) return false;
    pl_time_set_found(found, i, end, PL_TIME_DURATION, pl_arena_format(scan->arena, "%s", text));
    uint32_t n;
    bool is_ago = pl_time_word(scan, end, PL_TIME_AGO, &n) != NULL;
    bool is_ahead = !is_ago && pl_time_word(scan, end, PL_TIME_FROM_NOW, &n) != NULL;
    if ((!is_ago && !is_ahead) || !scan->has_now || has_time) return true;
    int32_t sign = is_ago ? -1 : 1;
    PlDate date = pl_calendar_add_months(scan->now_date, sign * n_months);
    PlMoment moment = pl_moment_of_day(pl_calendar_day(date) + sign * n_days);
    pl_time_set_moment(scan, found, end + n, &moment);
    return true;
}

/* "a half century", "half-hour", "quarter-century": half and quarter in whole smaller units. */
static bool read_part_unit(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    static const struct {
        const char *part;
        const char *unit;
        const char *value;
    } parts[] = {
        {"half", "C", "P50Y"},   {"half", "E", "P5Y"},     {"half", "Y", "P6M"},
        {"half", "TH", "PT30M"}, {"quarter", "C", "P25Y"}, {"quarter", "TH", "PT15M"},
    };
    const PlPieces *p = scan->pieces;
    bool is_plural;
    uint32_t at = i;
    if (pl_piece_is(p, at, "a")) at++;
    uint32_t part_at = at++;
    if (pl_piece_is_hyphen(p, at)) at++;
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (unit.len == 0 || is_plural || pl_numbers_digits(pl_piece_at(p, (int64_t)part_at - 1)) >= 0)
        return false;
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
        if (!pl_piece_is(p, part_at, parts[k].part) || !pl_slice_is(unit, parts[k].unit)) continue;
        pl_time_set_found(found, i, at + 1, PL_TIME_DURATION, pl_slice(parts[k].value));
        return true;
    }
    return false;
}

/* "a year", "an hour", "half a century", "a decade ago", "a year and a half". */
bool pl_time_article(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    const PlPieces *p = scan->pieces;
    uint32_t at = i;
    uint32_t n;
    double count = 1;
    bool is_plural;
    if (read_part_unit(scan, i, found)) return true;
    if (pl_piece_is(p, at, "half")) {
        count = 0.5;
        at++;
    }
    /* "all day" */
    if (at == i && pl_piece_is(p, at, "all") && !pl_piece_is(p, (int64_t)at + 2, "-")) {
        PlSlice whole = pl_time_unit(scan, (int64_t)at + 1, &is_plural);
        if (whole.len != 1 || is_plural || !strchr("DWMY", whole.ptr[0])) return false;
        pl_time_set_found(found, i, at + 2, PL_TIME_DURATION,
                          pl_time_duration(scan->arena, 1, 1, whole));
        return true;
    }
    /* "on another day" is a day, not a length. */
    bool is_another =
        at == i && pl_piece_is(p, at, "another") && !pl_piece_is(p, (int64_t)i - 1, "on");
    if (!pl_piece_is(p, at, "a") && !pl_piece_is(p, at, "an") && !is_another) return false;
    at++;
    if (pl_piece_is_hyphen(p, at)) at++;
    for (uint32_t k = 0; k < 2 && pl_time_word(scan, at, PL_TIME_FILLER, &n); k++)
        at += n;
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (unit.len == 0 || is_plural || unit.ptr[0] == 'Q' || pl_slice_is(unit, "TS")) return false;
    if (is_age(scan, at + 1)) return false;
    /* "a day of talks" lasts; "a week-long", "a year-end" are read elsewhere. */
    if (pl_piece_is_hyphen(p, (int64_t)at + 1)) return false;
    PlNumber number = {.value = count, .low = count, .high = count};
    bool is_counted_back = pl_time_word(scan, (int64_t)at + 1, PL_TIME_AGO, &n) ||
                           pl_time_word(scan, (int64_t)at + 1, PL_TIME_EARLIER, &n);
    if (at == i + 1 && !is_counted_back && is_rate(scan, i)) {
        pl_time_set_found(found, i, at + 1, PL_TIME_SET, pl_time_duration(scan->arena, 1, 1, unit));
        return true;
    }
    /* A half is written in the next smaller unit. */
    static const struct {
        const char *unit;
        double n;
        const char *smaller;
    } halves[] = {{"TH", 30, "TM"}, {"Y", 6, "M"}, {"D", 12, "TH"}, {"E", 5, "Y"}, {"C", 50, "Y"}};
    for (size_t k = 0; count < 1 && k < sizeof halves / sizeof *halves; k++) {
        if (!pl_slice_is(unit, halves[k].unit)) continue;
        number.value = halves[k].n;
        unit = pl_slice(halves[k].smaller);
        break;
    }
    pl_time_set_found(found, i, at + 1, PL_TIME_DURATION,
                      pl_time_duration(scan->arena, number.value, number.value, unit));
    uint32_t n_half = and_half(scan, found->end);
    if (count == 1 && n_half) {
        number.value = 1.5;
        found->end += n_half;
        found->value = pl_time_duration(scan->arena, 1.5, 1.5, unit);
    }
    pl_time_count(scan, i, &number, unit, found);
    return true;
}
