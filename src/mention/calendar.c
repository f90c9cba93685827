#include "mention/calendar.h"

PlDay pl_calendar_day(PlDate date)
{
    int32_t year = date.month <= 2 ? date.year - 1 : date.year;
    int32_t era = (year >= 0 ? year : year - 399) / 400;
    int32_t year_of_era = year - era * 400;
    int32_t shifted_month = date.month > 2 ? date.month - 3 : date.month + 9;
    int32_t day_of_year = (153 * shifted_month + 2) / 5 + date.day - 1;
    int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

PlDate pl_calendar_date(PlDay day)
{
    int32_t from_zero = day + 719468;
    int32_t era = (from_zero >= 0 ? from_zero : from_zero - 146096) / 146097;
    int32_t day_of_era = from_zero - era * 146097;
    int32_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int32_t shifted_month = (5 * day_of_year + 2) / 153;
    PlDate date;
    date.day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    date.month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    date.year = year_of_era + era * 400 + (date.month <= 2);
    return date;
}

int32_t pl_calendar_weekday(PlDay day)
{
    int32_t from_monday = (day + 3) % 7; /* 1970-01-01 was a Thursday */
    return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

PlWeek pl_calendar_week(PlDay day)
{
    /* A week belongs to the year of its Thursday. */
    PlDay thursday = day - pl_calendar_weekday(day) + 4;
    PlDate date = pl_calendar_date(thursday);
    PlDay first = pl_calendar_day((PlDate){date.year, 1, 1});
    return (PlWeek){date.year, (thursday - first) / 7 + 1};
}

int32_t pl_calendar_month_days(int32_t year, int32_t month)
{
    static const int8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && is_leap ? 29 : days[month - 1];
}

bool pl_calendar_is_date(int32_t year, int32_t month, int32_t day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= pl_calendar_month_days(year, month);
}

PlDate pl_calendar_add_months(PlDate date, int32_t n)
{
    int32_t months = date.year * 12 + date.month - 1 + n;
    if (months < 12) months = 12; /* no year before 1 */
    PlDate sum = {months / 12, months % 12 + 1, date.day};
    int32_t last = pl_calendar_month_days(sum.year, sum.month);
    if (sum.day > last) sum.day = last;
    return sum;
}

static bool read_digits(PlSlice text, size_t from, size_t n, int32_t *value)
{
    *value = 0;
    if (from + n > text.len) return false;
    for (size_t i = from; i < from + n; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9') return false;
        *value = *value * 10 + (text.ptr[i] - '0');
    }
    return true;
}

bool pl_calendar_read(PlSlice iso, PlDay *day)
{
    PlDate date;
    if (iso.len < 10 || iso.ptr[4] != '-' || iso.ptr[7] != '-') return false;
    if (!read_digits(iso, 0, 4, &date.year) || !read_digits(iso, 5, 2, &date.month) ||
        !read_digits(iso, 8, 2, &date.day))
        return false;
    if (!pl_calendar_is_date(date.year, date.month, date.day)) return false;
    *day = pl_calendar_day(date);
    return true;
}

bool pl_calendar_read_clock(PlSlice iso, int32_t *minute)
{
    int32_t hour;
    if (iso.len < 16 || (iso.ptr[10] != 'T' && iso.ptr[10] != ' ') || iso.ptr[13] != ':')
        return false;
    if (!read_digits(iso, 11, 2, &hour) || !read_digits(iso, 14, 2, minute)) return false;
    if (hour > 23 || *minute > 59) return false;
    *minute += 60 * hour;
    return true;
}
