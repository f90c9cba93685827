/* Weekdays and weeks: "Friday the 26th", "Tuesday of next week", "the week of May 6", "the last
 * week of July", "the first Monday of next month". */
#include "mention/time_scan.h"

#include <string.h>

static PlDay monday_of(PlDay day)
{
    return day - pl_calendar_weekday(day) + 1;
}

static PlMoment week_moment(PlDay day, bool is_weekend)
{
    PlWeek week = pl_calendar_week(day);
    PlMoment moment = pl_moment(is_weekend ? PL_GRAIN_WEEKEND : PL_GRAIN_WEEK);
    moment.year = week.year;
    moment.part = week.week;
    return moment;
}

static PlMoment weekday_moment(const PlTimeScan *scan, uint32_t i, int32_t weekday)
{
    if (scan->has_now) return pl_moment_of_day(pl_time_anchor_weekday(scan, i, weekday));
    PlMoment moment = pl_moment(PL_GRAIN_WEEKDAY);
    moment.day = weekday;
    return moment;
}

/* "next week", "the following week" at piece `i`: its pieces, 0 = none. */
static uint32_t read_shifted_week(const PlTimeScan *scan, uint32_t i, int32_t *shift)
{
    uint32_t n;
    bool is_plural;
    uint32_t at = i;
    if (pl_piece_is(scan->pieces, at, "the")) at++;
    const PlPieceWord *word = pl_time_word(scan, at, PL_TIME_SHIFT, &n);
    if (!word || !pl_slice_is(pl_time_unit(scan, (int64_t)at + n, &is_plural), "W") || is_plural)
        return 0;
    *shift = (int32_t)word->number;
    return at + n + 1 - i;
}

/* "Tuesday next week", "Wednesday evening of this week": the week after a weekday. */
static bool read_week_after(const PlTimeScan *scan, uint32_t i, int32_t weekday, PlTimeRead *read)
{
    uint32_t at = i + read->n;
    uint32_t n;
    int32_t shift;
    const PlPieceWord *part = pl_time_word(scan, at, PL_TIME_PART, &n);
    if (part) at += n;
    if (pl_piece_is(scan->pieces, at, "of")) at++;
    uint32_t n_week = read_shifted_week(scan, at, &shift);
    if (!n_week || !scan->has_now) return false;
    read->moment = pl_moment_of_day(monday_of(scan->now) + 7 * shift + weekday - 1);
    if (part) read->moment.day_part = part->value;
    read->n = at + n_week - i;
    return true;
}

/* "Monday 21", "Friday the 26th": of the days with this weekday and number, the nearest one that
 * the tense speaks for. */
static bool read_day_of_weekday(const PlTimeScan *scan, uint32_t i, int32_t weekday, bool is_short,
                                PlTimeRead *read)
{
    enum { DAYS_AROUND = 400 };
    const PlPieces *p = scan->pieces;
    uint32_t n;
    int32_t ordinal;
    uint32_t at = i + read->n;
    bool has_article = pl_piece_is(p, at, "the");
    at += has_article;
    if (at >= p->pieces.n || !scan->has_now) return false;
    int32_t day = pl_time_day_number(scan, at, &n);
    bool is_ordinal = pl_numbers_ordinal(scan->model->numbers, p, at, &ordinal, &n);
    if (day == 0 || ((has_article || is_short) && !is_ordinal)) return false;
    if (!is_ordinal) {
        n = 1;
        /* "on Monday 21 people": a number alone ends its clause or stands before a time. */
        const PlPiece *next = pl_piece_at(p, (int64_t)at + 1);
        bool is_end = next->lower.len == 0 || (next->kind == PL_PIECE_MARK && !next->is_glued) ||
                      pl_slice_is(next->lower, "!") || pl_slice_is(next->lower, ".") ||
                      pl_slice_is(next->lower, ",") || pl_slice_is(next->lower, "?") ||
                      pl_slice_is(next->lower, "at") || pl_slice_is(next->lower, "between");
        if (!is_end) return false;
    } else if (!has_article && !is_short && pl_time_upos(scan, (int64_t)at + n) == PL_UPOS_NOUN) {
        return false;
    }
    bool is_future = pl_time_tense(scan, i, NULL) == PL_TENSE_FUTURE;
    for (int32_t k = 0; k <= DAYS_AROUND; k++) {
        for (int32_t side = 0; side < 2; side++) {
            PlDay tried = scan->now + ((side == 0) == is_future ? k : -k);
            if (pl_calendar_weekday(tried) != weekday || pl_calendar_date(tried).day != day)
                continue;
            read->moment = pl_moment_of_day(tried);
            read->n = at + n - i;
            return true;
        }
    }
    return false;
}

static bool is_after_ordinal(const PlTimeScan *scan, uint32_t i)
{
    const PlNumbers *numbers = scan->model->numbers;
    int32_t ordinal;
    uint32_t n;
    return (i >= 1 && pl_numbers_ordinal(numbers, scan->pieces, i - 1, &ordinal, &n) && n == 1) ||
           (i >= 2 && pl_numbers_ordinal(numbers, scan->pieces, i - 2, &ordinal, &n) && n == 2);
}

bool pl_time_weekday(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_WEEKDAY, &n);
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    bool is_short = !word;
    bool is_sure = word != NULL;
    if (!word) {
        word = pl_time_word(scan, i, PL_TIME_WEEKDAY_SHORT, &n);
        if (!word) return false;
        is_sure = piece->is_capital &&
                  (pl_slice_ends(piece->lower, ".") || pl_time_month_at(scan, (int64_t)i + n) ||
                   (pl_piece_is(scan->pieces, (int64_t)i + n, ",") &&
                    pl_time_month_at(scan, (int64_t)i + n + 1)));
    }
    read->n = n;
    /* "Monday, Oct. 26", "Monday 26 October", "Friday 2018-07-06": the date knows more. */
    uint32_t at = i + n;
    if (pl_piece_is(scan->pieces, at, ",") || pl_piece_is(scan->pieces, at, "(") ||
        pl_piece_is_hyphen(scan->pieces, at))
        at++;
    if (pl_piece_is(scan->pieces, at, "the")) at++;
    PlTimeRead date = {.moment = pl_moment(PL_GRAIN_NONE)};
    if (is_sure && (pl_time_month(scan, at, &date) || pl_time_numeric(scan, at, &date)) &&
        date.moment.grain == PL_GRAIN_DAY && date.moment.part > 0) {
        *read = date;
        read->n = at - i + date.n;
        return true;
    }
    int32_t weekday = (int32_t)word->number;
    if (read_day_of_weekday(scan, i, weekday, is_short, read)) return true;
    if (!is_sure) return false;
    if (read_week_after(scan, i, weekday, read)) return true;
    read->moment = pl_moment(PL_GRAIN_WEEKDAY);
    read->moment.day = weekday;
    /* "the first Monday after the vote": which one it is depends on what is not known. */
    if (is_after_ordinal(scan, i)) return true;
    read->moment = weekday_moment(scan, i, weekday);
    return true;
}

PlMoment pl_time_shifted_weekday(const PlTimeScan *scan, uint32_t i, int32_t weekday, int32_t shift)
{
    if (!scan->has_now) return weekday_moment(scan, i, weekday);
    int32_t ahead = (weekday - pl_calendar_weekday(scan->now) + 7) % 7;
    /* "this Monday" said on a Sunday is tomorrow. */
    if (shift == 0 && ahead == 1) return pl_moment_of_day(scan->now + 1);
    /* In reports "last Tuesday" is the latest one that was not yesterday or today, "next Friday"
     * the one of next week, "the coming Friday" the nearest. */
    bool is_near = pl_piece_is(scan->pieces, i, "coming") ||
                   pl_piece_is(scan->pieces, i, "upcoming") || pl_piece_is(scan->pieces, i, "past");
    bool is_last = pl_piece_is(scan->pieces, i, "last");
    if (is_last && ahead == 6) return pl_moment_of_day(scan->now - 8);
    if (!is_near && !is_last)
        return pl_moment_of_day(monday_of(scan->now) + 7 * shift + weekday - 1);
    if (shift > 0) return pl_moment_of_day(scan->now + (ahead ? ahead : 7));
    return pl_moment_of_day(scan->now + ahead - 7);
}

/* "next week on Tuesday": the weekday after a week; 0 = none. */
uint32_t pl_time_weekday_after(const PlTimeScan *scan, uint32_t i, int32_t shift, PlMoment *moment)
{
    uint32_t at = i;
    uint32_t n;
    bool has_mark = pl_piece_is(scan->pieces, at, "on") || pl_piece_is_dash(scan->pieces, at);
    at += has_mark;
    const PlPieceWord *word = pl_time_word(scan, at, PL_TIME_WEEKDAY, &n);
    if (!word && pl_piece_at(scan->pieces, at)->is_capital)
        word = pl_time_word(scan, at, PL_TIME_WEEKDAY_SHORT, &n);
    if (!word || !scan->has_now) return 0;
    *moment = pl_moment_of_day(monday_of(scan->now) + 7 * shift + (int32_t)word->number - 1);
    return at + n - i;
}

/* "the week of May 6", "the week beginning Monday", "the weekend of 4 June". */
static bool read_week_of(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    static const char *const words[] = {"of", "beginning", "starting", "commencing"};
    const PlPieces *p = scan->pieces;
    bool is_plural;
    PlDay day;
    PlSlice unit = pl_time_unit(scan, i, &is_plural);
    if (unit.len == 0 || unit.ptr[0] != 'W' || is_plural) return false;
    bool is_of = false;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        is_of |= pl_piece_is(p, (int64_t)i + 1, words[k]);
    uint32_t at = i + 2;
    if (!is_of) return false;
    if (pl_piece_is(p, at, "on")) at++;
    if (pl_piece_is(p, at, "the")) at++;
    PlTimeRead date;
    if (!pl_time_simple(scan, at, &date) || !pl_moment_day(&date.moment, &day)) return false;
    read->moment = week_moment(day, unit.len == 2);
    read->n = at + date.n - i;
    return true;
}

/* What the "last week" or "third Monday" is counted in: "of 2019", "in May", "of next month". */
static uint32_t read_container(const PlTimeScan *scan, uint32_t i, PlDay *first, PlDay *last)
{
    const PlPieces *p = scan->pieces;
    uint32_t at = i;
    bool is_plural;
    if (!pl_piece_is(p, at, "of") && !pl_piece_is(p, at, "in")) return 0;
    at++;
    bool has_article = pl_piece_is(p, at, "the");
    at += has_article;
    PlTimeRead read;
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (has_article && unit.len && !is_plural && scan->has_now && strchr("MYQ", unit.ptr[0])) {
        read.moment = pl_time_shifted(scan->now, unit, 0);
        read.n = 1;
    } else if (!pl_time_simple(scan, at, &read) || pl_moment_is_time(&read.moment) ||
               read.moment.grain == PL_GRAIN_DAY) {
        return 0;
    }
    if (!pl_moment_extent(&read.moment, first, last)) return 0;
    return at + read.n - i;
}

static PlDay nth_weekday(PlDay first, PlDay last, int32_t weekday, int32_t nth)
{
    if (nth > 0) return first + (weekday - pl_calendar_weekday(first) + 7) % 7 + 7 * (nth - 1);
    return last - (pl_calendar_weekday(last) - weekday + 7) % 7;
}

/* "the first Monday of next month", "the last week of July", "the third month of 2021". */
static bool read_nth(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    int32_t nth;
    uint32_t n;
    uint32_t n_part = 0;
    bool is_plural;
    PlDay first;
    PlDay last;
    if (pl_piece_is(p, i, "last") || pl_piece_is(p, i, "final")) {
        nth = -1;
        n = 1;
    } else if (!pl_numbers_ordinal(scan->model->numbers, p, i, &nth, &n) || nth < 1) {
        return false;
    }
    uint32_t at = i + n;
    if (pl_piece_is(p, at, "full")) at++;
    const PlPieceWord *weekday = pl_time_word(scan, at, PL_TIME_WEEKDAY, &n);
    const PlPieceWord *part = NULL;
    PlSlice unit = {0};
    if (weekday) {
        part = pl_time_word(scan, (int64_t)at + n, PL_TIME_PART, &n_part);
        at += n + (part ? n_part : 0);
    } else {
        unit = pl_time_unit(scan, at, &is_plural);
        if (unit.len == 0 || is_plural || !strchr("DWM", unit.ptr[0])) return false;
        at++;
    }
    uint32_t n_of = read_container(scan, at, &first, &last);
    if (!n_of) return false;
    PlDay day = nth > 0 ? first + nth - 1 : last;
    if (weekday) {
        day = nth_weekday(first, last, (int32_t)weekday->number, nth);
        read->moment = pl_moment_of_day(day);
        if (part) read->moment.day_part = part->value;
    } else if (unit.ptr[0] == 'W') {
        /* As in ISO 8601 a week is of the month and year of its Thursday. */
        day = nth_weekday(first, last, unit.len == 2 ? 6 : 4, nth);
        read->moment = week_moment(day, unit.len == 2);
    } else if (unit.ptr[0] == 'M') {
        PlDate date = pl_calendar_date(nth > 0 ? first : last);
        date = pl_calendar_add_months((PlDate){date.year, date.month, 1}, nth > 0 ? nth - 1 : 0);
        day = pl_calendar_day(date);
        read->moment = pl_moment(PL_GRAIN_MONTH);
        read->moment.year = date.year;
        read->moment.part = date.month;
    } else {
        read->moment = pl_moment_of_day(day);
    }
    if (day < first || day > last) return false;
    read->n = at + n_of - i;
    return true;
}

/* "over the weekend": the one behind or ahead, as the tense has it. */
static bool read_weekend(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    bool is_plural;
    if (!pl_slice_is(pl_time_unit(scan, i, &is_plural), "WE") || is_plural) return false;
    if (!pl_piece_is(scan->pieces, (int64_t)i - 1, "the")) return false;
    read->n = 1;
    read->moment = pl_moment(PL_GRAIN_WEEKEND);
    if (!scan->has_now) return true;
    bool is_over =
        pl_calendar_weekday(scan->now) <= 5 && pl_time_tense(scan, i, NULL) == PL_TENSE_PAST;
    read->moment = week_moment(scan->now - (is_over ? 7 : 0), true);
    return true;
}

/* "week 27 of 2027" */
static bool read_numbered_week(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    enum { LAST_WEEK = 53 };
    bool is_plural;
    PlDay first;
    PlDay last;
    int32_t week = pl_numbers_digits(pl_piece_at(scan->pieces, (int64_t)i + 1));
    if (!pl_slice_is(pl_time_unit(scan, i, &is_plural), "W") || is_plural) return false;
    if (week < 1 || week > LAST_WEEK) return false;
    uint32_t n = read_container(scan, i + 2, &first, &last);
    if (!n || last - first < 364) return false;
    read->moment = pl_moment(PL_GRAIN_WEEK);
    read->moment.year = pl_calendar_date(first).year;
    read->moment.part = week;
    read->n = 2 + n;
    return true;
}

bool pl_time_week(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    return read_nth(scan, i, read) || read_numbered_week(scan, i, read) ||
           read_week_of(scan, i, read) || read_weekend(scan, i, read);
}
