/* Days of a month: "May 3", "3 to 12 September", "June 5-6", "on the 18th". */
#include "mention/time_scan.h"

/* "May 3, 2019", "May 2019", "May", "May the 3rd", "Oct/2". */
static bool read_month_first(const PlTimeScan *scan, uint32_t i, int32_t month, PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    uint32_t n;
    uint32_t at = i + 1;
    int32_t ordinal;
    bool has_ordinal_after_comma =
        pl_piece_is(p, at, ",") && at + 1 < p->pieces.n &&
        pl_numbers_ordinal(scan->model->numbers, p, at + 1, &ordinal, &n) && n == 2;
    bool is_glued_mark = pl_piece_at(p, at)->is_glued &&
                         pl_piece_at(p, (int64_t)at + 1)->is_glued &&
                         (pl_piece_is(p, at, "/") || pl_piece_is_hyphen(p, at));
    if (pl_piece_is(p, at, "the") || has_ordinal_after_comma || is_glued_mark) at++;
    int32_t year;
    /* "January nineteen ninety-seven" has no day. */
    int32_t day = pl_time_year_words(scan, at, &year) ? 0 : pl_time_day_beside_month(scan, at, &n);
    if (day > 0) {
        read->n = at + n - i;
        if (pl_time_finish_month(scan, i, month, day, read)) return true;
    }
    read->n = 1;
    return pl_time_finish_month(scan, i, month, PL_MOMENT_UNKNOWN, read);
}

/* "3 to 12 September", "18 and 19 June": how many pieces the other days take; 0 = none. */
static uint32_t skip_days(const PlTimeScan *scan, uint32_t i)
{
    uint32_t at = i;
    uint32_t n;
    for (uint32_t k = 0; k < 4; k++) {
        bool is_listed = pl_piece_is(scan->pieces, at, ",");
        if (!is_listed && !pl_time_separator(scan, at)) break;
        uint32_t next = at + 1;
        if (pl_piece_is(scan->pieces, next, "the")) next++;
        if (!pl_time_day_number(scan, next, &n)) break;
        at = next + n;
    }
    return at - i;
}

bool pl_time_month(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    int32_t year;
    const PlPieces *p = scan->pieces;
    int32_t month = pl_time_month_at(scan, i);
    if (month) return read_month_first(scan, i, month, read);
    int32_t day = pl_time_day_beside_month(scan, i, &n);
    if (day == 0) {
        /* "2019-Aug-01", "2017 April" */
        if (!pl_time_year(scan, i, &year)) return false;
        bool has_mark =
            pl_piece_is(p, (int64_t)i + 1, "/") || pl_piece_is_hyphen(p, (int64_t)i + 1);
        month = pl_time_month_at(scan, (int64_t)i + 1 + has_mark);
        uint32_t at = i + 2 + has_mark;
        if (!month) return false;
        day = has_mark && pl_piece_at(p, at)->is_glued ? pl_time_day_number(scan, at + 1, &n) : 0;
        read->moment = pl_moment(day ? PL_GRAIN_DAY : PL_GRAIN_MONTH);
        read->moment.year = year;
        read->moment.part = month;
        read->moment.day = day ? day : PL_MOMENT_UNKNOWN;
        read->n = day ? at + 1 + n - i : at - i;
        read->names_month = true;
        return !day || pl_calendar_is_date(year, month, day);
    }
    uint32_t own = n;
    uint32_t at = i + n;
    uint32_t n_others = skip_days(scan, at);
    at += n_others;
    if (pl_piece_is(p, at, "day")) at++;
    bool has_mark =
        pl_piece_is_hyphen(p, at) || (pl_piece_is(p, at, "/") && pl_piece_at(p, at)->is_glued);
    if (pl_piece_is(p, at, "of") || has_mark) at++;
    month = pl_time_month_at(scan, at);
    read->n = at + 1 - i;
    /* "$12 December 27" */
    uint32_t ignored;
    if (month && pl_time_is_currency(pl_piece_at(p, (int64_t)i - 1)) &&
        pl_time_day_number(scan, at + 1, &ignored))
        return false;
    /* "two April dates" */
    int32_t ordinal;
    if (month && pl_piece_at(p, i)->kind == PL_PIECE_WORD &&
        !pl_numbers_ordinal(scan->model->numbers, p, i, &ordinal, &ignored) &&
        pl_time_upos(scan, (int64_t)at + 1) == PL_UPOS_NOUN)
        return false;
    bool is_day = month > 0 && pl_time_finish_month(scan, i, month, day, read);
    if (n_others) read->n = own;
    return is_day;
}

/* "June 5-6", "April 9th through 17th", "May 27 to the 3rd": the second day has its month from the
 * first. */
bool pl_time_other_day(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    PlDay first;
    uint32_t n;
    uint32_t at = i;
    if (!scan->has_prev || !scan->prev_names_month || scan->prev.has_clock) return false;
    bool has_article = pl_piece_is(p, (int64_t)i - 1, "the");
    if (scan->prev_end + 1 + has_article != i || !pl_time_separator(scan, scan->prev_end))
        return false;
    int32_t day = pl_time_day_number(scan, at, &n);
    if (day == 0 || scan->prev.grain != PL_GRAIN_DAY || scan->prev.day < 1) return false;
    const PlPiece *next = pl_piece_at(p, (int64_t)i + n);
    bool is_plural;
    bool is_ordinal = n == 2;
    uint8_t upos = pl_time_upos(scan, (int64_t)i + n);
    /* "on June 5 and 6 people died" */
    if (next->kind == PL_PIECE_NUMBER || pl_slice_is(next->lower, "%") ||
        pl_time_unit(scan, (int64_t)i + n, &is_plural).len)
        return false;
    if (next->kind == PL_PIECE_WORD && !is_ordinal &&
        (upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ || upos == PL_UPOS_PROPN))
        return false;
    bool is_list = pl_piece_is(p, scan->prev_end, "and") || pl_piece_is(p, scan->prev_end, "or");
    read->moment = scan->prev;
    read->moment.day_part = (PlSlice){0};
    if (day <= scan->prev.day) {
        if (is_list || pl_piece_is_dash(p, scan->prev_end)) return false;
        read->moment.part = scan->prev.part % 12 + 1;
        if (scan->prev.part == 12 && scan->prev.year > 0) read->moment.year++;
    }
    read->moment.day = day;
    read->n = n;
    read->names_month = true;
    return read->moment.year < 1 || pl_moment_day(&read->moment, &first);
}

/* The month of a lone day: the next one or the last one that the tense speaks for, else the
 * nearest.
 */
static void choose_month(const PlTimeScan *scan, uint32_t i, int32_t day, PlMoment *moment)
{
    PlTense tense = pl_time_tense(scan, i, NULL);
    PlDate first = {scan->now_date.year, scan->now_date.month, 1};
    PlDay best = 0;
    bool has_best = false;
    for (int32_t k = -2; k <= 2; k++) {
        PlDate date = pl_calendar_add_months(first, k);
        if (!pl_calendar_is_date(date.year, date.month, day)) continue;
        PlDay tried = pl_calendar_day((PlDate){date.year, date.month, day});
        PlDay offset = tried - scan->now;
        if ((tense == PL_TENSE_FUTURE && offset < 0) || (tense == PL_TENSE_PAST && offset > 0))
            continue;
        if (has_best && (offset < 0 ? -offset : offset) >=
                            (best < scan->now ? scan->now - best : best - scan->now))
            continue;
        best = tried;
        has_best = true;
    }
    if (has_best) *moment = pl_moment_of_day(best);
}

/* "the 18th", "on the 4th": of the month that is nearest by the tense. */
bool pl_time_lone_day(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    uint32_t n;
    uint32_t n_word;
    bool is_plural;
    if (!pl_piece_is(p, (int64_t)i - 1, "the") || pl_piece_at(p, i)->kind != PL_PIECE_NUMBER)
        return false;
    int32_t day = pl_time_day_number(scan, i, &n);
    if (day == 0 || n != 2) return false;
    static const char *const cues[] = {"on",    "of",   "by",     "until", "till",
                                       "since", "from", "before", "after", "between",
                                       "to",    "and",  "around"};
    bool has_cue = false;
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        has_cue |= pl_piece_is(p, (int64_t)i - 2, cues[k]);
    if (!has_cue) return false;
    int64_t at = (int64_t)i + n;
    bool is_of = pl_piece_is(p, at, "of");
    read->moment = pl_moment(PL_GRAIN_DAY);
    read->moment.day = day;
    read->n = n;
    /* "the 18th of this month", "the 18th of the month" */
    const PlPieceWord *shift = pl_time_word(scan, at + is_of, PL_TIME_SHIFT, &n_word);
    int64_t unit_at = shift ? at + is_of + n_word : at + is_of + 1;
    if ((shift || (is_of && pl_piece_is(p, at + 1, "the"))) &&
        pl_slice_is(pl_time_unit(scan, unit_at, &is_plural), "M") && !is_plural) {
        read->n = (uint32_t)(unit_at + 1 - i);
        if (!scan->has_now) return true;
        PlDate date = pl_calendar_add_months(scan->now_date, shift ? (int32_t)shift->number : 0);
        read->moment.year = date.year;
        read->moment.part = date.month;
        return pl_calendar_is_date(date.year, date.month, day);
    }
    /* "the 18th congress", "on the 4th of his visits" */
    if (is_of || (pl_piece_at(p, at)->kind == PL_PIECE_WORD &&
                  !pl_time_separator(scan, (uint32_t)at) && pl_time_upos(scan, at) != PL_UPOS_ADP &&
                  pl_time_upos(scan, at) != PL_UPOS_AUX && pl_time_upos(scan, at) != PL_UPOS_VERB &&
                  pl_time_upos(scan, at) != PL_UPOS_SCONJ && pl_time_upos(scan, at) != PL_UPOS_ADV))
        return false;
    if (!scan->has_now) return true;
    choose_month(scan, i, day, &read->moment);
    return true;
}
