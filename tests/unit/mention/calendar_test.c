#include "unit/cmocka_all.h"

#include "mention/calendar.h"

static PlDay day_of(int32_t year, int32_t month, int32_t day)
{
    return pl_calendar_day((PlDate){year, month, day});
}

static void days_and_dates_are_inverse(void **state)
{
    (void)state;
    assert_int_equal(day_of(1970, 1, 1), 0);
    assert_int_equal(day_of(2000, 3, 1), 11017);
    for (PlDay day = day_of(1, 1, 1); day < day_of(9999, 12, 31); day += 97)
        assert_int_equal(pl_calendar_day(pl_calendar_date(day)), day);
}

static void weekdays_begin_on_monday(void **state)
{
    (void)state;
    assert_int_equal(pl_calendar_weekday(day_of(1970, 1, 1)), 4);
    assert_int_equal(pl_calendar_weekday(day_of(1969, 12, 29)), 1);
    assert_int_equal(pl_calendar_weekday(day_of(2024, 2, 29)), 4);
}

static void weeks_follow_iso(void **state)
{
    (void)state;
    PlWeek week = pl_calendar_week(day_of(2021, 1, 1));
    assert_int_equal(week.year, 2020);
    assert_int_equal(week.week, 53);
    week = pl_calendar_week(day_of(2018, 12, 31));
    assert_int_equal(week.year, 2019);
    assert_int_equal(week.week, 1);
}

static void months_are_added_within_their_length(void **state)
{
    (void)state;
    PlDate date = pl_calendar_add_months((PlDate){2024, 1, 31}, 1);
    assert_int_equal(date.month, 2);
    assert_int_equal(date.day, 29);
    date = pl_calendar_add_months((PlDate){2024, 1, 31}, -2);
    assert_int_equal(date.year, 2023);
    assert_int_equal(date.month, 11);
    date = pl_calendar_add_months((PlDate){3, 5, 1}, -3001);
    assert_int_equal(date.year, 1);
    assert_int_equal(date.month, 1);
}

static void dates_are_read_from_iso(void **state)
{
    (void)state;
    PlDay day;
    assert_true(pl_calendar_read(PL_SLICE("2019-05-03T10:00Z"), &day));
    assert_int_equal(day, day_of(2019, 5, 3));
    assert_false(pl_calendar_read(PL_SLICE("2019-02-29"), &day));
    assert_false(pl_calendar_read(PL_SLICE("2019-5-3"), &day));
    assert_false(pl_calendar_read(PL_SLICE("May 3, 2019"), &day));
    assert_false(pl_calendar_read(PL_SLICE(""), &day));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_and_dates_are_inverse),
        cmocka_unit_test(weekdays_begin_on_monday),
        cmocka_unit_test(weeks_follow_iso),
        cmocka_unit_test(months_are_added_within_their_length),
        cmocka_unit_test(dates_are_read_from_iso),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
