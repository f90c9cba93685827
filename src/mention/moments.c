#include "mention/moments.h"

#include <stdio.h>

enum { MAX_VALUE = 64 };

PlMoment pl_moment(PlGrain grain)
{
    return (PlMoment){.grain = grain,
                      .year = PL_MOMENT_UNKNOWN,
                      .part = PL_MOMENT_UNKNOWN,
                      .day = PL_MOMENT_UNKNOWN};
}

PlMoment pl_moment_of_day(PlDay day)
{
    PlDate date = pl_calendar_date(day);
    PlMoment moment = pl_moment(PL_GRAIN_DAY);
    moment.year = date.year;
    moment.part = date.month;
    moment.day = date.day;
    return moment;
}

bool pl_moment_is_time(const PlMoment *moment)
{
    return moment->has_clock || moment->day_part.len > 0;
}

bool pl_moment_day(const PlMoment *moment, PlDay *day)
{
    if (moment->grain != PL_GRAIN_DAY || moment->year < 1 || moment->part < 1) return false;
    if (!pl_calendar_is_date(moment->year, moment->part, moment->day)) return false;
    *day = pl_calendar_day((PlDate){moment->year, moment->part, moment->day});
    return true;
}

static bool months_extent(int32_t year, int32_t month, int32_t n_months, PlDay *first, PlDay *last)
{
    if (year < 1 || year > 9998) return false;
    PlDate date = {year, month, 1};
    *first = pl_calendar_day(date);
    *last = pl_calendar_day(pl_calendar_add_months(date, n_months)) - 1;
    return true;
}

bool pl_moment_extent(const PlMoment *moment, PlDay *first, PlDay *last)
{
    int32_t year = moment->year;
    int32_t part = moment->part;
    if (pl_moment_day(moment, first)) {
        *last = *first;
        return true;
    }
    switch (moment->grain) {
    case PL_GRAIN_CENTURY:
        return year > 0 && months_extent(100 * year, 1, 1200, first, last);
    case PL_GRAIN_DECADE:
        return year > 0 && months_extent(10 * year, 1, 120, first, last);
    case PL_GRAIN_YEAR:
        return months_extent(year, 1, 12, first, last);
    case PL_GRAIN_HALF:
        return part > 0 && months_extent(year, 6 * part - 5, 6, first, last);
    case PL_GRAIN_QUARTER:
        return part > 0 && months_extent(year, 3 * part - 2, 3, first, last);
    case PL_GRAIN_MONTH:
        return part > 0 && months_extent(year, part, 1, first, last);
    case PL_GRAIN_WEEK:
    case PL_GRAIN_WEEKEND: {
        if (part < 1 || year < 1) return false;
        /* 4 January is in the first week. */
        PlDay fourth = pl_calendar_day((PlDate){year, 1, 4});
        *first = fourth - pl_calendar_weekday(fourth) + 1 + 7 * (part - 1);
        *last = *first + 6;
        if (moment->grain == PL_GRAIN_WEEKEND) *first += 5;
        return true;
    }
    default:
        return false;
    }
}

/* "2019", "XXXX" */
static void put_year(char out[16], int32_t year)
{
    if (year < 0)
        (void)snprintf(out, 16, "XXXX");
    else
        (void)snprintf(out, 16, "%04d", (int)(year % 10000));
}

/* "-05", "-XX" */
static void put_two(char out[16], int32_t value)
{
    if (value < 0)
        (void)snprintf(out, 16, "XX");
    else
        (void)snprintf(out, 16, "%02d", (int)(value % 100));
}

static void put_date(char out[MAX_VALUE], const PlMoment *m)
{
    static const char *const seasons[] = {"SP", "SU", "FA", "WI"};
    char year[16];
    char part[16];
    char day[16];
    put_year(year, m->year);
    put_two(part, m->part);
    put_two(day, m->day);
    switch (m->grain) {
    case PL_GRAIN_CENTURY:
        (void)snprintf(out, MAX_VALUE, "%02d", (int)m->year);
        break;
    case PL_GRAIN_DECADE:
        (void)snprintf(out, MAX_VALUE, "%03d", (int)m->year);
        break;
    case PL_GRAIN_YEAR:
        (void)snprintf(out, MAX_VALUE, "%s", year);
        break;
    case PL_GRAIN_FISCAL_YEAR:
        (void)snprintf(out, MAX_VALUE, "FY%s", year);
        break;
    case PL_GRAIN_HALF:
        (void)snprintf(out, MAX_VALUE, "%s-H%d", year, (int)m->part);
        break;
    case PL_GRAIN_QUARTER:
        if (m->part < 0)
            (void)snprintf(out, MAX_VALUE, "%s-QX", year);
        else
            (void)snprintf(out, MAX_VALUE, "%s-Q%d", year, (int)m->part);
        break;
    case PL_GRAIN_SEASON:
        (void)snprintf(out, MAX_VALUE, "%s-%s", year, seasons[m->part & 3]);
        break;
    case PL_GRAIN_MONTH:
        (void)snprintf(out, MAX_VALUE, "%s-%s", year, part);
        break;
    case PL_GRAIN_WEEK:
        (void)snprintf(out, MAX_VALUE, "%s-W%s", year, part);
        break;
    case PL_GRAIN_WEEKEND:
        (void)snprintf(out, MAX_VALUE, "%s-W%s-WE", year, part);
        break;
    case PL_GRAIN_WEEKDAY:
        (void)snprintf(out, MAX_VALUE, "XXXX-WXX-%d", (int)m->day);
        break;
    case PL_GRAIN_NONE:
    case PL_GRAIN_DAY:
        (void)snprintf(out, MAX_VALUE, "%s-%s-%s", year, part, day);
        break;
    }
}

PlSlice pl_moment_value(PlArena *arena, const PlMoment *moment)
{
    char date[MAX_VALUE];
    put_date(date, moment);
    if (moment->has_clock && moment->has_second)
        return pl_arena_format(arena, "%sT%02d:%02d:%02d%.*s", date, (int)moment->hour,
                               (int)moment->minute, (int)moment->second, PL_PRI(moment->zone));
    if (moment->has_clock)
        return pl_arena_format(arena, "%sT%02d:%02d%.*s", date, (int)moment->hour,
                               (int)moment->minute, PL_PRI(moment->zone));
    if (moment->day_part.len)
        return pl_arena_format(arena, "%sT%.*s", date, PL_PRI(moment->day_part));
    return pl_arena_format(arena, "%s", date);
}
