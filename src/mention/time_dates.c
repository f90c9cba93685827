/* Dates and times of day.
 *
 * A date is read in two steps: what the words say (a month and a day, a weekday, "last year"), and
 * what of the calendar that is, given the report's day and the tense of the clause. A time of day
 * before or after it joins: "9 a.m. on Tuesday", "Thursday evening".
 */
#include "mention/time_scan.h"

/* "2014-18": the year that the two digits after a year say. */
static bool read_other_year(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    int32_t digits = pl_numbers_digits(piece);
    if (!scan->has_prev || scan->prev.grain != PL_GRAIN_YEAR || scan->prev_end + 1 != i)
        return false;
    if (!pl_piece_is_hyphen(scan->pieces, (int64_t)i - 1) || piece->lower.len != 2) return false;
    if (digits <= scan->prev.year % 100) return false;
    read->moment = pl_moment(PL_GRAIN_YEAR);
    read->moment.year = scan->prev.year / 100 * 100 + digits;
    read->n = 1;
    return true;
}

/* "since nineteen ninety-six" */
static bool read_year_in_words(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    static const char *const cues[] = {"in", "since", "by", "until", "till", "from", "of", "to"};
    int32_t year;
    bool is_plural;
    uint32_t n = pl_time_year_words(scan, i, &year);
    bool has_cue = false;
    for (size_t k = 0; n && k < sizeof cues / sizeof *cues; k++)
        has_cue |= pl_piece_is(scan->pieces, (int64_t)i - 1, cues[k]);
    uint8_t upos = pl_time_upos(scan, (int64_t)i + n);
    if (!has_cue || upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ || upos == PL_UPOS_NUM ||
        pl_piece_is(scan->pieces, (int64_t)i + n, "of") ||
        pl_time_unit(scan, (int64_t)i + n, &is_plural).len)
        return false;
    read->moment = pl_moment(PL_GRAIN_YEAR);
    read->moment.year = year;
    read->n = n;
    return true;
}

bool pl_time_simple(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    int32_t year;
    *read = (PlTimeRead){.moment = pl_moment(PL_GRAIN_NONE)};
    if (pl_time_holiday(scan, i, read) || pl_time_weekday(scan, i, read) ||
        pl_time_numeric(scan, i, read) || pl_time_month(scan, i, read) ||
        pl_time_other_day(scan, i, read) || pl_time_lone_day(scan, i, read) ||
        pl_time_day_word(scan, i, read) || pl_time_decade(scan, i, read) ||
        pl_time_century(scan, i, read) || pl_time_fiscal_year(scan, i, read) ||
        pl_time_year_part(scan, i, read) || pl_time_shift(scan, i, read) ||
        pl_time_neighbour(scan, i, read) || pl_time_same(scan, i, read) ||
        pl_time_edged_unit(scan, i, read) || pl_time_this_unit(scan, i, read) ||
        pl_time_season(scan, i, 0, false, read) || read_other_year(scan, i, read) ||
        read_year_in_words(scan, i, read))
        return true;
    if (!pl_time_year(scan, i, &year) || !pl_time_is_bare_year(scan, i, year)) return false;
    /* "the 1988 third quarter" */
    if (i + 1 < scan->pieces->pieces.n && pl_time_year_part(scan, i + 1, read)) {
        read->n++;
        read->moment.year = year;
        return true;
    }
    read->moment = pl_moment(PL_GRAIN_YEAR);
    read->moment.year = year;
    read->n = 1;
    return true;
}

bool pl_time_calendar(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    *read = (PlTimeRead){.moment = pl_moment(PL_GRAIN_NONE)};
    return pl_time_week(scan, i, read) || pl_time_simple(scan, i, read);
}

uint32_t pl_time_separator(const PlTimeScan *scan, uint32_t i)
{
    static const char *const words[] = {"to", "until", "till", "through", "and", "or", "~"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (pl_piece_is(scan->pieces, i, words[k])) return 1;
    return pl_piece_is_dash(scan->pieces, i);
}

bool pl_time_date(PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    PlTimeRead read = {.moment = pl_moment(PL_GRAIN_NONE)};
    if (!pl_time_clock(scan, i, &read)) {
        read.moment = pl_moment(PL_GRAIN_NONE);
        if (pl_time_calendar(scan, i, &read))
            pl_time_join_clock(scan, i, &read);
        else if (!pl_time_day_part(scan, i, &read))
            return false;
    }
    found->first = i;
    found->has_moment = true;
    found->moment = read.moment;
    found->has_half = read.has_half;
    found->names_month = read.names_month;
    found->end = i + read.n;
    found->type = pl_moment_is_time(&read.moment) ? PL_TIME_TIME : PL_TIME_DATE;
    found->value = pl_moment_value(scan->arena, &read.moment);
    found->has_day = pl_moment_day(&read.moment, &found->day);
    bool is_of_year = read.moment.grain != PL_GRAIN_CENTURY && read.moment.grain != PL_GRAIN_DECADE;
    found->year = is_of_year ? read.moment.year : PL_MOMENT_UNKNOWN;
    return true;
}
