/* Calendar: days of the proleptic Gregorian calendar and their ISO 8601 weeks.
 *
 * A day is a count from 1970-01-01. Years 1 to 9999 only; the caller keeps to them.
 *
 * threads  all functions are pure
 * source   H. Hinnant, "chrono-compatible low-level date algorithms"; ISO 8601 for weeks
 */
#ifndef PL_MENTION_CALENDAR_H
#define PL_MENTION_CALENDAR_H

#include "base/slice.h"

typedef int32_t PlDay;

typedef struct PlDate {
    int32_t year;
    int32_t month; /* 1 to 12 */
    int32_t day;   /* 1 to 31 */
} PlDate;

typedef struct PlWeek {
    int32_t year; /* the ISO year: 2021-01-01 is in 2020-W53 */
    int32_t week; /* 1 to 53 */
} PlWeek;

PlDay pl_calendar_day(PlDate date);
PlDate pl_calendar_date(PlDay day);
/* 1 = Monday ... 7 = Sunday */
int32_t pl_calendar_weekday(PlDay day);
PlWeek pl_calendar_week(PlDay day);
int32_t pl_calendar_month_days(int32_t year, int32_t month);
bool pl_calendar_is_date(int32_t year, int32_t month, int32_t day);
/* `n` months on, not before January of year 1; the day is cut to the length of the new month. */
PlDate pl_calendar_add_months(PlDate date, int32_t n);
/* Reads the day of an ISO 8601 date or date and time, "2019-05-03T10:00Z"; false when it has none.
 */
bool pl_calendar_read(PlSlice iso, PlDay *day);
/* Reads its time of day in minutes, "2019-05-03T10:20Z" or with a space; false when it has none. */
bool pl_calendar_read_clock(PlSlice iso, int32_t *minute);

#endif
