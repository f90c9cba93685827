/* A duration that is counted from somewhere is a date: "three weeks ago", "in ten days" of what is
 * to come, "two days after Christmas". */
#include "mention/time_scan.h"

#include <math.h>
#include <string.h>

void pl_time_set_moment(const PlTimeScan *scan, PlTimeFound *found, uint32_t end,
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
    pl_time_set_moment(scan, found, end + read.n, moment);
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
        pl_time_set_moment(scan, found, end, &quarter);
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
    pl_time_set_moment(scan, found, end, &moment);
}

/* "the first talks in three years", "the worst flood in ten years" look back, whatever the tense.
 */
static bool is_record(const PlTimeScan *scan, uint32_t i)
{
    enum { PIECES_BACK = 12 };
    for (uint32_t k = 2; k <= PIECES_BACK && k <= i; k++) {
        const PlPiece *piece = pl_piece_at(scan->pieces, (int64_t)i - k);
        uint8_t xpos = scan->syntax->xpos[piece->tok];
        bool is_most = xpos == PL_XPOS_JJS || pl_slice_is(piece->lower, "first") ||
                       pl_slice_is(piece->lower, "only");
        if (is_most && !pl_slice_is(piece->lower, "least")) return true;
        if (piece->kind == PL_PIECE_MARK && !pl_piece_is_dash(scan->pieces, (int64_t)i - k))
            return false;
    }
    return false;
}

/* "in ten days" of what is to come. */
static void count_ahead(const PlTimeScan *scan, uint32_t i, const PlNumber *number, PlSlice unit,
                        PlTimeFound *found)
{
    if (found->type != PL_TIME_DURATION || !scan->has_now || isnan(number->value)) return;
    if (!pl_piece_is(scan->pieces, (int64_t)i - 1, "in") || number->value > 3000) return;
    if (unit.ptr[0] == 'E' || unit.ptr[0] == 'C' || is_record(scan, i)) return;
    uint32_t tok = pl_piece_at(scan->pieces, i)->tok;
    if (pl_tense_around(scan->model->tense, scan->tokens, scan->syntax, tok, NULL) !=
        PL_TENSE_FUTURE)
        return;
    PlMoment moment = counted_from(scan, scan->now, number->value, unit, 1);
    pl_time_set_moment(scan, found, found->end, &moment);
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
    pl_time_set_moment(scan, found, at + read.n, &read.moment);
    return true;
}

void pl_time_count(const PlTimeScan *scan, uint32_t i, const PlNumber *number, PlSlice unit,
                   PlTimeFound *found)
{
    if (count_from_date(scan, i, number, unit, found)) return;
    count_from_origin(scan, number, unit, found);
    count_ahead(scan, i, number, unit, found);
}
