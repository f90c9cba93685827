/* What of the calendar is meant: given the report's day and the tense of the clause. */
#include "mention/time_scan.h"

enum { DAYS_NEAR = 45 };

PlTense pl_time_tense(const PlTimeScan *scan, uint32_t i, bool *is_direct)
{
    return pl_tense_around(scan->model->tense, scan->tokens, scan->syntax,
                           pl_piece_at(scan->pieces, i)->tok, is_direct);
}

static bool follows_past_verb(const PlTimeScan *scan, uint32_t i)
{
    if (i == 0) return false;
    uint32_t before = pl_piece_at(scan->pieces, (int64_t)i - 1)->tok;
    uint8_t xpos = scan->syntax->xpos[before];
    if (xpos == PL_XPOS_VBD) return true;
    /* "will be announced Friday" */
    return xpos == PL_XPOS_VBN && i > 1 && !pl_piece_is(scan->pieces, (int64_t)i - 2, "be") &&
           pl_time_tense(scan, i, NULL) != PL_TENSE_FUTURE;
}

PlDay pl_time_anchor_weekday(const PlTimeScan *scan, uint32_t i, int32_t weekday)
{
    int32_t ahead = (weekday - pl_calendar_weekday(scan->now) + 7) % 7;
    int32_t back = (7 - ahead) % 7;
    /* "Thursday or Friday": the second follows the first. */
    const PlPieces *p = scan->pieces;
    bool is_second =
        scan->sent_has_day && i >= 2 &&
        (pl_piece_is(p, (int64_t)i - 1, "or") || pl_piece_is(p, (int64_t)i - 1, "and") ||
         pl_piece_is(p, (int64_t)i - 1, "to") || pl_piece_is_dash(p, (int64_t)i - 1));
    uint32_t n;
    if (is_second && pl_time_word(scan, (int64_t)i - 2, PL_TIME_WEEKDAY, &n)) {
        PlDay second = scan->sent_day + (weekday - pl_calendar_weekday(scan->sent_day) + 7) % 7;
        /* "statements made Friday and Thursday" */
        bool is_over = second - scan->sent_day >= 5 && second > scan->now &&
                       pl_time_tense(scan, i, NULL) != PL_TENSE_FUTURE;
        return is_over ? second - 7 : second;
    }
    /* "the terms announced Friday": the word right before it says that it has been. */
    if (ahead != 1 && follows_past_verb(scan, i)) return scan->now - back;
    /* "Tuesday's attack" has been; "Tuesday's talks" may be to come. */
    const PlPiece *next = pl_piece_at(p, (int64_t)i + 1);
    bool has_owner = pl_slice_is(next->lower, "'s") || pl_slice_is(next->lower, "\u2019s");
    if (has_owner && ahead != 1 &&
        !pl_tense_is_announced(scan->model->tense, scan->tokens, scan->syntax, next->tok + 1))
        return scan->now - back;
    bool is_direct;
    switch (pl_time_tense(scan, i, &is_direct)) {
    case PL_TENSE_FUTURE:
        /* "what was said Tuesday will ..." */
        if (!is_direct && ahead == 6) return scan->now - back;
        return scan->now + ahead;
    case PL_TENSE_PRESENT:
        return ahead <= 3 ? scan->now + ahead : scan->now - back;
    case PL_TENSE_PAST:
        /* "arrived for Friday's talks", written on Thursday. */
        if (!is_direct && ahead == 1) return scan->now + 1;
        return scan->now - back;
    case PL_TENSE_NONE:
        break;
    }
    return ahead == 1 ? scan->now + 1 : scan->now - back;
}

int32_t pl_time_choose_year(const PlTimeScan *scan, uint32_t i, const PlDay days[3])
{
    int32_t nearest = 0;
    for (int32_t k = 1; k < 3; k++) {
        PlDay distance = days[k] > scan->now ? days[k] - scan->now : scan->now - days[k];
        PlDay best =
            days[nearest] > scan->now ? days[nearest] - scan->now : scan->now - days[nearest];
        if (distance < best) nearest = k;
    }
    PlDay offset = days[nearest] - scan->now;
    if (offset > -DAYS_NEAR && offset < DAYS_NEAR) return nearest;
    PlTense tense = pl_time_tense(scan, i, NULL);
    /* A deadline lies ahead of what is told: "has extended the loan through January". */
    const PlPieces *p = scan->pieces;
    static const char *const words[] = {"by", "until", "till", "through", "past", "beyond"};
    bool is_deadline = false;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        is_deadline |= pl_piece_is(p, (int64_t)i - 1, words[k]);
    if (tense == PL_TENSE_FUTURE && offset < 0 && nearest < 2) return nearest + 1;
    if (tense == PL_TENSE_PAST && !is_deadline && offset > 0 && nearest > 0) return nearest - 1;
    return nearest;
}

/* The leap year that is nearest, on the side of the tense. */
static int32_t leap_year(const PlTimeScan *scan, uint32_t i)
{
    bool is_ahead = pl_time_tense(scan, i, NULL) == PL_TENSE_FUTURE;
    int32_t year = scan->now_date.year;
    if (!is_ahead && scan->now_date.month < 2) year--;
    if (is_ahead && scan->now_date.month > 2) year++;
    for (int32_t k = 0; k < 8 && !pl_calendar_is_date(year, 2, 29); k++)
        year += is_ahead ? 1 : -1;
    return year;
}

int32_t pl_time_year_of_month(const PlTimeScan *scan, uint32_t i, int32_t month, int32_t day)
{
    if (!scan->has_now) return PL_MOMENT_UNKNOWN;
    if (day < 0 && month == scan->now_date.month) return scan->now_date.year;
    if (month == 2 && day == 29) return leap_year(scan, i);
    PlDay days[3];
    for (int32_t k = 0; k < 3; k++) {
        int32_t year = scan->now_date.year + k - 1;
        int32_t last = pl_calendar_month_days(year, month);
        int32_t of_month = day < 0 ? 15 : day;
        days[k] = pl_calendar_day((PlDate){year, month, of_month < last ? of_month : last});
    }
    return scan->now_date.year + pl_time_choose_year(scan, i, days) - 1;
}

int32_t pl_time_year_of_part(const PlTimeScan *scan, uint32_t i, int32_t first_month,
                             int32_t n_months)
{
    if (!scan->has_now) return PL_MOMENT_UNKNOWN;
    int32_t month = scan->now_date.month;
    if (month >= first_month && month < first_month + n_months) return scan->now_date.year;
    bool is_ahead = first_month > month;
    PlTense tense = pl_time_tense(scan, i, NULL);
    /* What has just ended is spoken of longer than what is a year away. */
    int32_t months_over = month - (first_month + n_months - 1);
    if (is_ahead && tense != PL_TENSE_FUTURE) return scan->now_date.year - 1;
    if (!is_ahead && tense == PL_TENSE_FUTURE && months_over > n_months)
        return scan->now_date.year + 1;
    return scan->now_date.year;
}

PlMoment pl_time_shifted(PlDay from, PlSlice unit, int32_t n)
{
    PlDate date = pl_calendar_date(from);
    PlMoment moment = pl_moment(PL_GRAIN_YEAR);
    switch (unit.len ? unit.ptr[0] : 'D') {
    case 'C':
        moment.year = date.year + 100 * n;
        break;
    case 'E':
        moment.year = date.year + 10 * n;
        break;
    case 'Y':
        moment.year = date.year + n;
        break;
    case 'Q': {
        PlDate shifted = pl_calendar_add_months(date, 3 * n);
        moment = pl_moment(PL_GRAIN_QUARTER);
        moment.year = shifted.year;
        moment.part = (shifted.month - 1) / 3 + 1;
        break;
    }
    case 'M': {
        PlDate shifted = pl_calendar_add_months(date, n);
        moment = pl_moment(PL_GRAIN_MONTH);
        moment.year = shifted.year;
        moment.part = shifted.month;
        break;
    }
    case 'F':
    case 'W': {
        PlWeek week = pl_calendar_week(from + (unit.ptr[0] == 'F' ? 14 : 7) * n);
        moment = pl_moment(unit.len == 2 ? PL_GRAIN_WEEKEND : PL_GRAIN_WEEK);
        moment.year = week.year;
        moment.part = week.week;
        break;
    }
    default:
        return pl_moment_of_day(from + n);
    }
    if (moment.year < 1) moment.year = 1;
    return moment;
}

/* The unit without a date to count from: XXXX-WXX, XXXX-XX. */
PlMoment pl_time_open(PlSlice unit)
{
    if (unit.ptr[0] == 'W') return pl_moment(unit.len == 2 ? PL_GRAIN_WEEKEND : PL_GRAIN_WEEK);
    if (unit.ptr[0] == 'M') return pl_moment(PL_GRAIN_MONTH);
    if (unit.ptr[0] == 'Q') return pl_moment(PL_GRAIN_QUARTER);
    return pl_moment(unit.ptr[0] == 'D' ? PL_GRAIN_DAY : PL_GRAIN_YEAR);
}
