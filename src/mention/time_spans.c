/* Durations, what repeats, and the words for past, present and future.
 *
 * A duration counted from the report's day is a date: "three weeks ago", "in ten days" of what is
 * to come.
 */
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

static void set_found(PlTimeFound *found, uint32_t first, uint32_t end, PlTimeType type,
                      PlSlice value)
{
    *found = (PlTimeFound){.first = first, .end = end, .type = type, .value = value};
}

static void set_moment(const PlTimeScan *scan, PlTimeFound *found, uint32_t end,
                       const PlMoment *moment)
{
    found->end = end;
    found->type = pl_moment_is_time(moment) ? PL_TIME_TIME : PL_TIME_DATE;
    found->value = pl_moment_value(scan->arena, moment);
    found->has_day = pl_moment_day(moment, &found->day);
}

/* Hours and minutes from the report's time of day; where it has none, or the day spoken of is
 * another one, only whole days are counted. */
static PlMoment counted_in_clock(const PlTimeScan *scan, PlDay origin, double count, PlSlice unit,
                                 int32_t direction)
{
    double minutes = count * (pl_slice_is(unit, "TH") ? 60 : pl_slice_is(unit, "TM") ? 1 : 0);
    if (!scan->has_clock || origin != scan->now || pl_slice_is(unit, "TS"))
        return pl_moment_of_day(origin + direction * (int32_t)(minutes / 1440));
    int32_t at = scan->now_minute + direction * (int32_t)minutes;
    int32_t days = at / 1440 - (at % 1440 < 0);
    at -= 1440 * days;
    PlMoment moment = pl_moment_of_day(origin + days);
    moment.has_clock = true;
    moment.hour = at / 60;
    moment.minute = at % 60;
    return moment;
}

/* The moment `count` units before (-1) or after (+1) the origin. */
static PlMoment counted_from(const PlTimeScan *scan, PlDay origin, double count, PlSlice unit,
                             int32_t direction)
{
    bool is_whole = floor(count) == count;
    if (unit.ptr[0] == 'T') return counted_in_clock(scan, origin, count, unit, direction);
    if (!is_whole && unit.ptr[0] == 'Y')
        return pl_time_shifted(origin, PL_SLICE("M"), direction * (int32_t)(count * 12));
    return pl_time_shifted(origin, unit, direction * (int32_t)count);
}

/* "two years ago this month", "a year ago today": the year is counted, the rest is the report's. */
static bool count_years_ago(const PlTimeScan *scan, const PlNumber *number, uint32_t end,
                            PlTimeFound *found)
{
    uint32_t n;
    PlTimeRead read;
    int32_t years = (int32_t)number->value;
    const PlPieceWord *shift = pl_time_word(scan, end, PL_TIME_SHIFT, &n);
    const PlPieceWord *day = pl_time_word(scan, end, PL_TIME_DAY, &n);
    bool is_this = shift && shift->number == 0;
    if ((!is_this && !(day && day->number == 0)) || !pl_time_calendar(scan, end, &read))
        return false;
    PlMoment *moment = &read.moment;
    bool is_month = moment->grain == PL_GRAIN_MONTH;
    if ((!is_month && moment->grain != PL_GRAIN_DAY) || moment->year <= years) return false;
    PlDate date = {moment->year, moment->part, is_month ? 1 : moment->day};
    date = pl_calendar_add_months(date, -12 * years);
    moment->year = date.year;
    if (!is_month) moment->day = date.day;
    set_moment(scan, found, end + read.n, moment);
    return true;
}

/* "Exports rose to 9 million in the third quarter from 7 million a year earlier": the same quarter
 * is meant where figures are compared. */
static bool compares_quarters(const PlTimeScan *scan, uint32_t i)
{
    enum { PIECES_AROUND = 24, SENTENCES_SINCE = 3 };
    static const char *const words[] = {"than", "from", "versus", "with", "against"};
    if (!scan->has_quarter || scan->last_quarter.year < 2) return false;
    if (scan->pieces->sent > scan->quarter_sent + SENTENCES_SINCE) return false;
    bool has_word = false;
    bool has_number = false;
    for (uint32_t k = 1; k <= PIECES_AROUND && k <= i; k++) {
        int64_t at = (int64_t)i - k;
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            has_word |= pl_piece_is(scan->pieces, at, words[w]);
        has_number |= pl_piece_at(scan->pieces, at)->kind == PL_PIECE_NUMBER;
    }
    return has_word && has_number;
}

/* "ago", "earlier", "from now", "later" after a duration make it a date. */
static void count_from_origin(const PlTimeScan *scan, const PlNumber *number, PlSlice unit,
                              PlTimeFound *found)
{
    uint32_t n;
    bool is_ago = pl_time_word(scan, found->end, PL_TIME_AGO, &n) != NULL;
    bool is_from_now = !is_ago && pl_time_word(scan, found->end, PL_TIME_FROM_NOW, &n) != NULL;
    bool is_earlier =
        !is_ago && !is_from_now && pl_time_word(scan, found->end, PL_TIME_EARLIER, &n) != NULL;
    bool is_later = !is_ago && !is_from_now && !is_earlier &&
                    pl_time_word(scan, found->end, PL_TIME_LATER, &n) != NULL;
    /* "earlier" and "later" go on from what was spoken of when it is a day. */
    bool is_relative = is_later || (is_earlier && unit.ptr[0] == 'D');
    if (!is_ago && !is_from_now && !is_earlier && !is_later) return;
    uint32_t end = found->end + n;
    if (isnan(number->value) || number->value > 3000) {
        if (!is_ago) return;
        found->end = end;
        found->type = PL_TIME_DATE;
        found->value = PL_SLICE("PAST_REF");
        return;
    }
    bool has_origin = is_relative ? scan->has_last : scan->has_now;
    if (is_later && !has_origin) return;
    if (!has_origin) {
        found->end = end;
        return;
    }
    if (is_ago && unit.ptr[0] == 'Y' && floor(number->value) == number->value &&
        count_years_ago(scan, number, end, found))
        return;
    if ((is_ago || is_earlier) && unit.ptr[0] == 'Y' && number->value == 1 &&
        compares_quarters(scan, found->first)) {
        PlMoment quarter = scan->last_quarter;
        quarter.year--;
        set_moment(scan, found, end, &quarter);
        return;
    }
    PlMoment moment = counted_from(scan, is_relative ? scan->last : scan->now, number->value, unit,
                                   is_ago || is_earlier ? -1 : 1);
    if (moment.year <= 1 || moment.year > 9999) { /* "3000 years ago" has no date here */
        found->end = end;
        found->type = PL_TIME_DATE;
        found->value = moment.year <= 1 ? PL_SLICE("PAST_REF") : PL_SLICE("FUTURE_REF");
        return;
    }
    set_moment(scan, found, end, &moment);
}

/* "in ten days" of what is to come. */
static void count_ahead(const PlTimeScan *scan, uint32_t i, const PlNumber *number, PlSlice unit,
                        PlTimeFound *found)
{
    if (found->type != PL_TIME_DURATION || !scan->has_now || isnan(number->value)) return;
    if (!pl_piece_is(scan->pieces, (int64_t)i - 1, "in") || number->value > 3000) return;
    if (unit.ptr[0] == 'E' || unit.ptr[0] == 'C') return;
    uint32_t tok = pl_piece_at(scan->pieces, i)->tok;
    if (pl_tense_around(scan->model->tense, scan->tokens, scan->syntax, tok, NULL) !=
        PL_TENSE_FUTURE)
        return;
    PlMoment moment = counted_from(scan, scan->now, number->value, unit, 1);
    set_moment(scan, found, found->end, &moment);
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

/* "two days after Christmas", "three weeks from tomorrow", "six months after March 2019": a
 * duration counted from a date. A day stays a day whatever the unit. */
static bool count_from_date(const PlTimeScan *scan, uint32_t i, const PlNumber *number,
                            PlSlice unit, PlTimeFound *found)
{
    const PlPieces *p = scan->pieces;
    uint32_t at = found->end;
    bool is_before = pl_piece_is(p, at, "before");
    bool is_after = pl_piece_is(p, at, "after") ||
                    (pl_piece_is(p, at, "from") && !pl_piece_is(p, (int64_t)i - 1, "for"));
    if ((!is_before && !is_after) || isnan(number->value) || number->value > 3000) return false;
    if (floor(number->value) != number->value || unit.ptr[0] == 'T') return false;
    at++;
    bool has_article = pl_piece_is(p, at, "the");
    at += has_article;
    PlTimeRead read;
    PlDay day;
    if (!pl_time_calendar(scan, at, &read) || read.moment.has_clock) return false;
    int32_t count = (is_before ? -1 : 1) * (int32_t)number->value;
    /* "a year after the 1967 war" */
    if (has_article && read.moment.grain == PL_GRAIN_YEAR) return false;
    if (read.moment.grain == PL_GRAIN_YEAR && unit.ptr[0] == 'Y' && read.moment.year + count > 0) {
        read.moment.year += count;
    } else if (read.moment.grain == PL_GRAIN_MONTH && unit.ptr[0] == 'M' && read.moment.year > 0) {
        PlDate date = {read.moment.year, read.moment.part, 1};
        read.moment = pl_time_shifted(pl_calendar_day(date), unit, count);
    } else if (pl_moment_day(&read.moment, &day)) {
        PlDate date = pl_calendar_date(day);
        if (strchr("YMQ", unit.ptr[0])) {
            int32_t months = unit.ptr[0] == 'Y' ? 12 : unit.ptr[0] == 'Q' ? 3 : 1;
            day = pl_calendar_day(pl_calendar_add_months(date, count * months));
        } else if (strchr("DWF", unit.ptr[0])) {
            day += count * (unit.ptr[0] == 'D' ? 1 : unit.ptr[0] == 'W' ? 7 : 14);
        } else {
            return false;
        }
        read.moment = pl_moment_of_day(day);
    } else {
        return false;
    }
    set_moment(scan, found, at + read.n, &read.moment);
    return true;
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
    set_found(found, i, at + 1, PL_TIME_DURATION,
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
    if (count_from_date(scan, i, &number, unit, found)) return true;
    count_from_origin(scan, &number, unit, found);
    count_ahead(scan, i, &number, unit, found);
    return true;
}

/* "1 hour and 30 minutes", "2 years, 1 month and 21 days ago". */
static bool read_compound(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
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
    set_found(found, i, end, PL_TIME_DURATION, pl_arena_format(scan->arena, "%s", text));
    uint32_t n;
    bool is_ago = pl_time_word(scan, end, PL_TIME_AGO, &n) != NULL;
    bool is_ahead = !is_ago && pl_time_word(scan, end, PL_TIME_FROM_NOW, &n) != NULL;
    if ((!is_ago && !is_ahead) || !scan->has_now || has_time) return true;
    int32_t sign = is_ago ? -1 : 1;
    PlDate date = pl_calendar_add_months(scan->now_date, sign * n_months);
    PlMoment moment = pl_moment_of_day(pl_calendar_day(date) + sign * n_days);
    set_moment(scan, found, end + n, &moment);
    return true;
}

/* "a year", "an hour", "half a century", "a decade ago", "a year and a half". */
static bool read_article(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    const PlPieces *p = scan->pieces;
    uint32_t at = i;
    uint32_t n;
    double count = 1;
    bool is_plural;
    if (pl_piece_is(p, at, "half")) {
        count = 0.5;
        at++;
    }
    /* "all day" */
    if (at == i && pl_piece_is(p, at, "all") && !pl_piece_is(p, (int64_t)at + 2, "-")) {
        PlSlice whole = pl_time_unit(scan, (int64_t)at + 1, &is_plural);
        if (whole.len != 1 || is_plural || !strchr("DWMY", whole.ptr[0])) return false;
        set_found(found, i, at + 2, PL_TIME_DURATION, pl_time_duration(scan->arena, 1, 1, whole));
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
        set_found(found, i, at + 1, PL_TIME_SET, pl_time_duration(scan->arena, 1, 1, unit));
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
    set_found(found, i, at + 1, PL_TIME_DURATION,
              pl_time_duration(scan->arena, number.value, number.value, unit));
    uint32_t n_half = and_half(scan, found->end);
    if (count == 1 && n_half) {
        number.value = 1.5;
        found->end += n_half;
        found->value = pl_time_duration(scan->arena, 1.5, 1.5, unit);
    }
    if (count_from_date(scan, i, &number, unit, found)) return true;
    count_from_origin(scan, &number, unit, found);
    count_ahead(scan, i, &number, unit, found);
    return true;
}

/* "the past month", "the last three years", "the next 60 days", "recent weeks". */
static bool read_stretch(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    uint32_t n;
    bool is_plural;
    const PlPieceWord *span = pl_time_word(scan, i, PL_TIME_SPAN, &n);
    bool is_recent = !span && pl_time_word(scan, i, PL_TIME_RECENT, &n);
    bool is_shift = !span && !is_recent && pl_time_word(scan, i, PL_TIME_SHIFT, &n);
    int32_t ordinal;
    bool is_first = !span && !is_recent && !is_shift &&
                    pl_numbers_ordinal(scan->model->numbers, scan->pieces, i, &ordinal, &n) &&
                    ordinal == 1;
    if (!span && !is_recent && !is_shift && !is_first) return false;
    uint32_t at = i + n;
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (unit.len && unit.ptr[0] != 'Q' && (is_recent || span || (is_shift && is_plural))) {
        bool is_one = span && !is_plural;
        if (is_recent && !is_plural) return false;
        set_found(found, i, at + 1, PL_TIME_DURATION,
                  pl_time_duration(scan->arena, is_one ? 1 : NAN, is_one ? 1 : NAN, unit));
        return true;
    }
    /* "over the next decade" lasts; "the last decade" is one of the calendar. */
    if (is_shift && pl_slice_is(unit, "E") && !is_plural) {
        static const char *const preps[] = {"over", "for", "within", "during", "throughout"};
        for (size_t k = 0; k < sizeof preps / sizeof *preps; k++) {
            if (!pl_piece_is(scan->pieces, (int64_t)i - 2, preps[k])) continue;
            set_found(found, i, at + 1, PL_TIME_DURATION, PL_SLICE("P1E"));
            return true;
        }
    }
    if (!read_compound(scan, at, found) && !pl_time_counted(scan, at, true, found)) return false;
    if (found->type != PL_TIME_DURATION) return false;
    found->first = i;
    return true;
}

/* "years", "decades of war": an open duration. */
static bool read_bare(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    bool is_plural;
    uint32_t n;
    const PlPieces *p = scan->pieces;
    PlSlice unit = pl_time_unit(scan, i, &is_plural);
    if (unit.len == 0 || !is_plural || pl_piece_at(p, i)->lower.len < 4) return false;
    if (!strchr("YMWDEC", unit.ptr[0]) && !pl_slice_is(unit, "TH")) return false;
    if (pl_slice_is(unit, "WE")) return false;
    if (pl_piece_is(p, (int64_t)i + 1, "old")) return false;
    /* "two years" is read from its number; a number left over here has another meaning. */
    if (pl_piece_at(p, (int64_t)i - 1)->kind == PL_PIECE_NUMBER) return false;
    set_found(found, i, i + 1, PL_TIME_DURATION, pl_time_duration(scan->arena, NAN, NAN, unit));
    if (pl_time_word(scan, found->end, PL_TIME_AGO, &n)) {
        found->end += n;
        found->type = PL_TIME_DATE;
        found->value = PL_SLICE("PAST_REF");
    } else if (pl_piece_is_hyphen(p, found->end) &&
               pl_piece_is(p, (int64_t)found->end + 1, "long")) {
        found->end += 2;
    }
    return true;
}

static bool stands_before_noun(const PlTimeScan *scan, uint32_t i)
{
    uint8_t upos = pl_time_upos(scan, (int64_t)i + 1);
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ || upos == PL_UPOS_PROPN;
}

/* "now", "the near future", "current", "past". */
static bool read_ref(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    uint32_t n;
    bool is_plural;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_REF, &n);
    if (word) {
        /* "the past two years" and "the future president" say something else. */
        PlNumber number;
        if (pl_time_unit(scan, (int64_t)i + n, &is_plural).len) return false;
        /* "shortly after the vote", "as soon as", "as recently as May" */
        if (pl_piece_is(scan->pieces, (int64_t)i + n, "after") ||
            pl_piece_is(scan->pieces, (int64_t)i + n, "before") ||
            pl_piece_is(scan->pieces, (int64_t)i + n, "as"))
            return false;
        if (pl_slice_is(word->value, "PAST_REF") && i + n < scan->pieces->pieces.n &&
            pl_numbers_read(scan->model->numbers, scan->pieces, i + n, &number))
            return false;
        set_found(found, i, i + n, PL_TIME_DATE, word->value);
        return true;
    }
    word = pl_time_word(scan, i, PL_TIME_LONG, &n);
    if (word) {
        set_found(found, i, i + n, PL_TIME_DURATION, word->value);
        return true;
    }
    PlSlice value = PL_SLICE("PAST_REF");
    bool is_ref = false;
    word = pl_time_word(scan, i, PL_TIME_REF_WORD, &n);
    if (word) {
        value = word->value;
        bool is_future = pl_slice_is(value, "FUTURE_REF");
        is_ref = is_future ? pl_time_upos(scan, i) != PL_UPOS_VERB : stands_before_noun(scan, i);
        if (pl_piece_is(scan->pieces, i, "present")) is_ref &= pl_time_upos(scan, i) == PL_UPOS_ADJ;
    } else if (pl_time_word(scan, i, PL_TIME_RECENT, &n)) {
        is_ref = true;
    } else if (pl_time_word(scan, i, PL_TIME_SPAN, &n)) {
        /* "its past promises", not "walked past guards". */
        uint8_t before = pl_time_upos(scan, (int64_t)i - 1);
        is_ref = stands_before_noun(scan, i) && before != PL_UPOS_VERB && before != PL_UPOS_NOUN &&
                 before != PL_UPOS_NUM && before != PL_UPOS_ADV;
    }
    /* "the current year", "this past Wednesday" are dates. */
    if (!is_ref || pl_time_unit(scan, (int64_t)i + n, &is_plural).len) return false;
    uint32_t n_word;
    if (pl_time_word(scan, (int64_t)i + n, PL_TIME_WEEKDAY, &n_word)) return false;
    set_found(found, i, i + n, PL_TIME_DATE, value);
    return true;
}

/* "the year ended March 31": as long as the unit, up to the date that follows. */
static bool read_ended_year(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    const PlPieces *p = scan->pieces;
    bool is_plural;
    if (!pl_slice_is(pl_time_unit(scan, i, &is_plural), "Y") || is_plural) return false;
    bool is_ended =
        pl_piece_is(p, (int64_t)i + 1, "ended") || pl_piece_is(p, (int64_t)i + 1, "ending");
    bool is_to = pl_piece_is(p, (int64_t)i + 1, "to");
    if (!pl_piece_is(p, (int64_t)i - 1, "the") || (!is_ended && !is_to)) return false;
    if (!pl_time_month_at(scan, (int64_t)i + 2)) return false;
    set_found(found, i, i + 1, PL_TIME_DURATION, PL_SLICE("P1Y"));
    return true;
}

bool pl_time_stretch(PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    return pl_time_set(scan, i, found) || read_article(scan, i, found) ||
           read_stretch(scan, i, found) || read_compound(scan, i, found) ||
           pl_time_counted(scan, i, false, found) || read_ended_year(scan, i, found) ||
           read_bare(scan, i, found) || read_ref(scan, i, found);
}
