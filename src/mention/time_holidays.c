/* Holidays that are on one day of the calendar all over the world, fixed or counted from Easter,
 * and those of one country that no other gives another day. */
#include "mention/time_scan.h"

/* Easter Sunday; of the Eastern churches when `is_julian`.
 *
 * source   Meeus, Astronomical Algorithms, chapter 8
 */
static PlDay easter(int32_t year, bool is_julian)
{
    if (is_julian) {
        int32_t a = year % 4;
        int32_t b = year % 7;
        int32_t c = year % 19;
        int32_t d = (19 * c + 15) % 30;
        int32_t e = (2 * a + 4 * b - d + 34) % 7;
        int32_t sum = d + e + 114;
        /* The Julian calendar is behind by so many days. */
        int32_t behind = year / 100 - year / 400 - 2;
        return pl_calendar_day((PlDate){year, sum / 31, sum % 31 + 1}) + behind;
    }
    int32_t a = year % 19;
    int32_t b = year / 100;
    int32_t c = year % 100;
    int32_t h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int32_t m = (a + 11 * h + 22 * l) / 451;
    int32_t sum = h + l - 7 * m + 114;
    return pl_calendar_day((PlDate){year, sum / 31, sum % 31 + 1});
}

static int32_t read_number(const char **at, const char *end)
{
    bool is_negative = *at < end && **at == '-';
    if (*at < end && (**at == '-' || **at == '+' || **at == '.')) (*at)++;
    int32_t value = 0;
    for (; *at < end && **at >= '0' && **at <= '9'; (*at)++)
        value = value * 10 + (**at - '0');
    return is_negative ? -value : value;
}

/* The day of a holiday in a year, as times.tsv writes it: "1225", "E-2", "O+0", "11.4.4+1" (the
 * fourth Thursday of November and a day; -1 is the last). */
static PlDay holiday_day(PlSlice rule, int32_t year)
{
    const char *at = rule.ptr;
    const char *end = rule.ptr + rule.len;
    bool is_julian = *at == 'O';
    if (is_julian || *at == 'E') {
        at++;
        return easter(year, is_julian) + read_number(&at, end);
    }
    int32_t month = read_number(&at, end);
    if (at == end) return pl_calendar_day((PlDate){year, month / 100, month % 100});
    int32_t weekday = read_number(&at, end);
    at += at < end; /* the point before the count, which may be negative */
    int32_t nth = read_number(&at, end);
    int32_t n_days = pl_calendar_month_days(year, month);
    PlDay first = pl_calendar_day((PlDate){year, month, 1});
    PlDay last = first + n_days - 1;
    PlDay day = nth > 0 ? first + (weekday - pl_calendar_weekday(first) + 7) % 7 + 7 * (nth - 1)
                        : last - (pl_calendar_weekday(last) - weekday + 7) % 7;
    return day + read_number(&at, end);
}

static bool is_fixed(PlSlice rule)
{
    return rule.len == 4 && rule.ptr[0] >= '0' && rule.ptr[0] <= '9';
}

bool pl_time_holiday(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    enum { FIRST_YEAR = 1584 }; /* of the Gregorian reckoning of Easter */
    uint32_t n;
    uint32_t n_holiday;
    PlDay days[3];
    const PlPieceWord *shift = pl_time_word(scan, i, PL_TIME_SHIFT, &n);
    if (!shift) n = 0;
    const PlPieceWord *word = pl_time_word(scan, (int64_t)i + n, PL_TIME_HOLIDAY, &n_holiday);
    if (!word && pl_piece_at(scan->pieces, (int64_t)i + n)->is_capital)
        word = pl_time_word(scan, (int64_t)i + n, PL_TIME_HOLIDAY_WORD, &n_holiday);
    if (!word) return false;
    n += n_holiday;
    int32_t year;
    uint32_t n_year = shift ? 0 : pl_time_year_after(scan, (int64_t)i + n, &year);
    read->n = n + n_year;
    if (n_year) {
        if (year < FIRST_YEAR) return false;
        read->moment = pl_moment_of_day(holiday_day(word->value, year));
        return true;
    }
    read->moment = pl_moment(PL_GRAIN_DAY);
    if (!scan->has_now) {
        if (is_fixed(word->value)) {
            read->moment.part = (int32_t)word->number / 100;
            read->moment.day = (int32_t)word->number % 100;
        }
        return true;
    }
    for (int32_t k = 0; k < 3; k++)
        days[k] = holiday_day(word->value, scan->now_date.year + k - 1);
    PlDay day = days[pl_time_choose_year(scan, i, days)];
    int32_t side = shift ? (int32_t)shift->number : 0;
    if (side < 0) day = days[1] < scan->now ? days[1] : days[0];
    if (side > 0) day = days[1] > scan->now ? days[1] : days[2];
    if (shift && side == 0) day = days[1];
    read->moment = pl_moment_of_day(day);
    return true;
}
