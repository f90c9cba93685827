/* Moments: a point or stretch of the calendar as far as it is known, and its TIMEX3 value.
 *
 * What is not known stays open: a month without a year is XXXX-05, a weekday without a week
 * XXXX-WXX-4.
 *
 * threads  all functions are pure
 * source   TIMEX3 values (TimeML 1.2.1), ISO 8601
 */
#ifndef PL_MENTION_MOMENTS_H
#define PL_MENTION_MOMENTS_H

#include "base/arena.h"
#include "mention/calendar.h"

typedef enum PlGrain {
    PL_GRAIN_NONE,
    PL_GRAIN_CENTURY, /* year / 100: "20" is the twenty-first */
    PL_GRAIN_DECADE,  /* year / 10: "197" is the 1970s */
    PL_GRAIN_YEAR,
    PL_GRAIN_FISCAL_YEAR,
    PL_GRAIN_HALF,    /* part: 1, 2 */
    PL_GRAIN_QUARTER, /* part: 1 to 4 */
    PL_GRAIN_SEASON,  /* part: 0 to 3, spring first */
    PL_GRAIN_MONTH,   /* part: 1 to 12 */
    PL_GRAIN_WEEK,    /* part: 1 to 53; year is the ISO year */
    PL_GRAIN_WEEKEND, /* the same */
    PL_GRAIN_DAY,     /* part: month; day */
    PL_GRAIN_WEEKDAY  /* day: 1 to 7, of no known week */
} PlGrain;

enum { PL_MOMENT_UNKNOWN = -1 };

typedef struct PlMoment {
    PlGrain grain;
    int32_t year; /* century or decade number for those; PL_MOMENT_UNKNOWN */
    int32_t part; /* PL_MOMENT_UNKNOWN */
    int32_t day;  /* PL_MOMENT_UNKNOWN */
    bool has_clock;
    int32_t hour;
    int32_t minute;
    int32_t second;
    bool has_second;
    PlSlice zone;     /* "Z", "+02:00"; empty = not said */
    PlSlice day_part; /* MO, MI, AF, EV, NI; empty = none */
} PlMoment;

/* A moment of `grain` with everything open. */
PlMoment pl_moment(PlGrain grain);
PlMoment pl_moment_of_day(PlDay day);
/* The moment has a clock time or a part of the day: its TIMEX3 type is TIME. */
bool pl_moment_is_time(const PlMoment *moment);
/* Its calendar day is known; then *day is set. */
bool pl_moment_day(const PlMoment *moment, PlDay *day);
/* Its first and last day; false when it is not known in the calendar, or its season has no days. */
bool pl_moment_extent(const PlMoment *moment, PlDay *first, PlDay *last);
PlSlice pl_moment_value(PlArena *arena, const PlMoment *moment);

#endif
