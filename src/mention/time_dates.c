/* Dates and times of day.
 *
 * A date is read in two steps: what the words say (a month and a day, a weekday, "last year"), and
 * what of the calendar that is, given the report's day and the tense of the clause. A time of day
 * before or after it joins: "9 a.m. on Tuesday", "Thursday evening".
 */
#include "mention/time_scan.h"

bool pl_time_calendar(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    int32_t year;
    if (pl_time_weekday(scan, i, read) || pl_time_numeric(scan, i, read) ||
        pl_time_month(scan, i, read) || pl_time_day_word(scan, i, read) ||
        pl_time_decade(scan, i, read) || pl_time_century(scan, i, read) ||
        pl_time_year_part(scan, i, read) || pl_time_shift(scan, i, read) ||
        pl_time_same(scan, i, read) || pl_time_edged_unit(scan, i, read) ||
        pl_time_holiday(scan, i, read) || pl_time_season(scan, i, 0, false, read))
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
    found->end = i + read.n;
    found->type = pl_moment_is_time(&read.moment) ? PL_TIME_TIME : PL_TIME_DATE;
    found->value = pl_moment_value(scan->arena, &read.moment);
    found->has_day = pl_moment_day(&read.moment, &found->day);
    bool is_of_year = read.moment.grain != PL_GRAIN_CENTURY && read.moment.grain != PL_GRAIN_DECADE;
    found->year = is_of_year ? read.moment.year : PL_MOMENT_UNKNOWN;
    return true;
}
