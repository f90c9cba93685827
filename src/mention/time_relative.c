/* Days and stretches that are counted from the report's day or from the day spoken of. */
#include "mention/time_scan.h"

#include <string.h>

static PlMoment weekday_moment(const PlTimeScan *scan, uint32_t i, int32_t weekday)
{
    if (scan->has_now) return pl_moment_of_day(pl_time_anchor_weekday(scan, i, weekday));
    PlMoment moment = pl_moment(PL_GRAIN_WEEKDAY);
    moment.day = weekday;
    return moment;
}

bool pl_time_weekday(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_WEEKDAY, &n);
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    if (!word) {
        word = pl_time_word(scan, i, PL_TIME_WEEKDAY_SHORT, &n);
        bool is_sure =
            word && piece->is_capital &&
            (pl_slice_ends(piece->lower, ".") || pl_time_month_at(scan, (int64_t)i + 1) ||
             (pl_piece_is(scan->pieces, (int64_t)i + 1, ",") &&
              pl_time_month_at(scan, (int64_t)i + 2)));
        if (!is_sure) return false;
    }
    read->n = n;
    /* "Monday, Oct. 26", "Monday 26 October": the date knows more. */
    uint32_t at = i + n;
    if (pl_piece_is(scan->pieces, at, ",")) at++;
    if (pl_piece_is(scan->pieces, at, "the")) at++;
    PlTimeRead date;
    if (pl_time_month(scan, at, &date) && date.moment.grain == PL_GRAIN_DAY) {
        read->moment = date.moment;
        read->n = at - i + date.n;
        return true;
    }
    read->moment = weekday_moment(scan, i, (int32_t)word->number);
    return true;
}

bool pl_time_day_word(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_DAY, &n);
    if (!word) return false;
    read->n = n;
    read->moment = scan->has_now ? pl_moment_of_day(scan->now + (int32_t)word->number)
                                 : pl_moment(PL_GRAIN_DAY);
    if (pl_piece_is(scan->pieces, i, "tonight")) read->moment.day_part = PL_SLICE("NI");
    return true;
}

static PlMoment shift_weekday(const PlTimeScan *scan, uint32_t i, int32_t weekday, int32_t shift)
{
    if (!scan->has_now || shift == 0) return weekday_moment(scan, i, weekday);
    int32_t ahead = (weekday - pl_calendar_weekday(scan->now) + 7) % 7;
    if (shift > 0) return pl_moment_of_day(scan->now + (ahead ? ahead : 7));
    return pl_moment_of_day(scan->now + ahead - 7);
}

static PlMoment shift_month(const PlTimeScan *scan, int32_t month, int32_t shift)
{
    PlMoment moment = pl_moment(PL_GRAIN_MONTH);
    moment.part = month;
    if (!scan->has_now) return moment;
    moment.year = scan->now_date.year;
    if (shift < 0 && month >= scan->now_date.month) moment.year--;
    if (shift > 0 && month <= scan->now_date.month) moment.year++;
    return moment;
}

/* Which day "that evening", "the next day", "the same week" count from. */
static bool spoken_day(const PlTimeScan *scan, PlDay *day)
{
    if (!scan->has_last && !scan->has_now) return false;
    *day = scan->has_last ? scan->last : scan->now;
    return true;
}

/* What follows "last", "this", "next". The report's day is the origin, but "the next day" and "the
 * previous evening" count from the day spoken of. */
bool pl_time_shift(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    uint32_t n_word;
    bool is_plural;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_SHIFT, &n);
    if (!word) return false;
    int32_t shift = (int32_t)word->number;
    uint32_t at = i + n;
    const PlPieceWord *what = pl_time_word(scan, at, PL_TIME_WEEKDAY, &n_word);
    read->n = n + n_word;
    if (what) {
        read->moment = shift_weekday(scan, i, (int32_t)what->number, shift);
        return true;
    }
    int32_t month = pl_time_month_at(scan, at);
    if (month) {
        read->n = n + 1;
        read->moment = shift_month(scan, month, shift);
        return true;
    }
    if (pl_time_season(scan, at, shift, true, read)) {
        read->n += n;
        return true;
    }
    PlDay day = scan->now;
    what = pl_time_word(scan, at, PL_TIME_PART, &n_word);
    if (what) {
        if (shift > 0 && !pl_piece_is(scan->pieces, (int64_t)i - 1, "the")) return false;
        bool has_day = shift > 0 ? spoken_day(scan, &day) : scan->has_now;
        read->moment = has_day ? pl_moment_of_day(day + shift) : pl_moment(PL_GRAIN_DAY);
        read->moment.day_part = what->value;
        read->n = n + n_word;
        return true;
    }
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (unit.len == 0 || is_plural || (unit.ptr[0] == 'T')) return false;
    read->n = n + 1;
    bool has_day = unit.ptr[0] == 'D' ? spoken_day(scan, &day) : scan->has_now;
    if (has_day)
        read->moment = pl_time_shifted(day, unit, shift);
    else
        read->moment = pl_time_open(unit);
    return true;
}

/* "that year", "the same day", "that evening". */
bool pl_time_same(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    uint32_t n_word;
    bool is_plural;
    if (!pl_time_word(scan, i, PL_TIME_SAME, &n)) return false;
    const PlPieceWord *part = pl_time_word(scan, (int64_t)i + n, PL_TIME_PART, &n_word);
    PlSlice unit = pl_time_unit(scan, (int64_t)i + n, &is_plural);
    if (pl_slice_is(unit, "Y") && !is_plural && scan->last_year > 0) {
        read->moment = pl_moment(PL_GRAIN_YEAR);
        read->moment.year = scan->last_year;
    } else if (!scan->has_last) {
        return false;
    } else if (part) {
        read->moment = pl_moment_of_day(scan->last);
        read->moment.day_part = part->value;
    } else if (unit.len && !is_plural && strchr("DWMY", unit.ptr[0])) {
        read->moment = pl_time_shifted(scan->last, unit, 0);
    } else {
        return false;
    }
    read->n = n + 1;
    return true;
}

/* "the end of the year", "later in the day": the unit after an edge is the report's. */
bool pl_time_edged_unit(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    bool is_plural;
    if (!pl_piece_is(scan->pieces, i, "the") || i == 0) return false;
    PlSlice unit = pl_time_unit(scan, (int64_t)i + 1, &is_plural);
    if (unit.len == 0 || is_plural || !strchr("DWMYEC", unit.ptr[0])) return false;
    bool has_edge = false;
    for (uint32_t k = 1; k <= 4 && k <= i; k++) {
        uint32_t n;
        has_edge |= pl_time_word(scan, (int64_t)i - k, PL_TIME_EDGE, &n) && n == k;
    }
    if (!has_edge) return false;
    PlDay day = scan->sent_has_day && unit.ptr[0] == 'D' ? scan->sent_day : scan->now;
    read->n = 2;
    read->moment = scan->has_now ? pl_time_shifted(day, unit, 0) : pl_time_open(unit);
    return true;
}
