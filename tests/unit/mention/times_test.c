#include "reading_desk.h"

/* The tests' reports are of Wednesday, 14 March 2029. */
static const char *const today = "2029-03-14";

/* All times of `text` as "words=value; words=value". */
static void assert_times_of(const char *text, const char *published, const char *expected)
{
    char got[1024] = "";
    size_t n = 0;
    desk_read(text, published);
    for (uint32_t i = 0; i < desk.mentions.times.n; i++) {
        const PlTime *time = &desk.mentions.times.items[i];
        PlSlice words = pl_slice_of(desk.article.text, time->span);
        assert_true(n + words.len + time->value.len + 4 < sizeof got);
        n += (size_t)sprintf(got + n, "%s%.*s=%.*s", i ? "; " : "", PL_PRI(words),
                             PL_PRI(time->value));
    }
    assert_string_equal(got, expected);
}

static void assert_times(const char *text, const char *expected)
{
    assert_times_of(text, today, expected);
}

static void dates_in_all_spellings(void **state)
{
    (void)state;
    assert_times("The pact was signed on 3 May 2019.", "3 May 2019=2019-05-03");
    assert_times("The pact was signed on May 3, 2019.", "May 3, 2019=2019-05-03");
    assert_times("The pact was signed on the 3rd of May, 2019.", "the 3rd of May, 2019=2019-05-03");
    assert_times("The pact was signed on Sept. 21st, 2019.", "Sept. 21st, 2019=2019-09-21");
    assert_times("The pact of 2019-05-03 holds.", "2019-05-03=2019-05-03");
    assert_times("The pact of 25/11/2019 holds.", "25/11/2019=2019-11-25");
    assert_times("The pact of 03.05.2019 holds.", "03.05.2019=2019-05-03");
    /* Which of the two is the month is not known, and not guessed. */
    assert_times("The pact of 3/5/2019 holds.", "3/5/2019=2019-XX-XX");
    assert_times("The pact of June 2019 holds.", "June 2019=2019-06");
    assert_times("It began in early 2022.", "early 2022=2022");
    assert_times("There is no 31 April 2019.", "April 2019=2019-04");
}

static void years_are_told_from_counts(void **state)
{
    (void)state;
    assert_times("The failed 2022 talks ended.", "2022=2022");
    assert_times("About 2000 soldiers left.", "");
    assert_times("The army sent 2000 soldiers.", "");
    assert_times("They paid $1950 for it.", "");
    assert_times("They have fought since 1987.", "1987=1987");
    assert_times("It covers 1900 km.", "");
}

static void decades_and_centuries(void **state)
{
    (void)state;
    assert_times("The border was drawn in the 1970s.", "the 1970s=197");
    assert_times("The border was drawn in the 19th century.", "the 19th century=18");
    assert_times("They have argued for decades.", "decades=PXE");
}

static void weekdays_follow_the_tense(void **state)
{
    (void)state;
    assert_times("The envoy arrived on Monday.", "Monday=2029-03-12");
    assert_times("The envoy arrived on Thursday.", "Thursday=2029-03-08");
    assert_times("The envoy will arrive on Thursday.", "Thursday=2029-03-15");
    assert_times("The envoy will arrive on Monday.", "Monday=2029-03-19");
    assert_times("Talks are scheduled for Friday.", "Friday=2029-03-16");
    assert_times("The envoy arrived on Wednesday.", "Wednesday=2029-03-14");
    assert_times("They will meet on Thursday or Friday.", "Thursday=2029-03-15; Friday=2029-03-16");
    assert_times("Last Friday they met.", "Last Friday=2029-03-09");
    assert_times("They will meet next Wednesday.", "next Wednesday=2029-03-21");
}

static void days_and_parts_of_days(void **state)
{
    (void)state;
    assert_times("They met yesterday.", "yesterday=2029-03-13");
    assert_times("They meet tonight.", "tonight=2029-03-14TNI");
    assert_times("They met on Tuesday evening.", "Tuesday evening=2029-03-13TEV");
    assert_times("They met this morning.", "this morning=2029-03-14TMO");
    assert_times("They met last night.", "last night=2029-03-13TNI");
    assert_times("Shells fell on Monday. That evening, they met.",
                 "Monday=2029-03-12; That evening=2029-03-12TEV");
}

static void clock_times(void **state)
{
    (void)state;
    assert_times("The session opened at 1:35 pm.", "1:35 pm=2029-03-14T13:35");
    assert_times("The session opened at 9 a.m. on Tuesday.", "9 a.m. on Tuesday=2029-03-13T09:00");
    assert_times("The session opened at 1035 GMT.", "1035 GMT=2029-03-14T10:35Z");
    assert_times("The session opened at noon.", "noon=2029-03-14T12:00");
    assert_times("The session opened at 12:05 am.", "12:05 am=2029-03-14T00:05");
}

static void stretches_from_the_report(void **state)
{
    (void)state;
    assert_times("Prices rose last month.", "last month=2029-02");
    assert_times("Prices rose this year.", "this year=2029");
    assert_times("Prices will rise next week.", "next week=2029-W12");
    assert_times("They met three weeks ago.", "three weeks ago=2029-W08");
    assert_times("They met two days ago.", "two days ago=2029-03-12");
    assert_times("They met about ten years ago.", "about ten years ago=2019");
    assert_times("They will meet in ten days.", "ten days=2029-03-24");
    assert_times("Prices rose in the third quarter.", "the third quarter=2028-Q3");
    assert_times("The first half of 2028 was calm.", "The first half of 2028=2028-H1");
    assert_times("They met last summer.", "last summer=2028-SU");
}

static void months_take_the_nearest_year(void **state)
{
    (void)state;
    assert_times("The strike began in November.", "November=2028-11");
    assert_times("The strike will begin in June.", "June=2029-06");
    assert_times("The strike began on March 2.", "March 2=2029-03-02");
    /* Words that are months too. */
    assert_times("They may march again.", "");
}

static void durations(void **state)
{
    (void)state;
    assert_times("A 30-day truce holds.", "30-day=P30D");
    assert_times("After three long years it ended.", "three long years=P3Y");
    assert_times("It lasted over three years.", "over three years=P3Y");
    assert_times("It lasted nearly two and a half hours.", "nearly two and a half hours=PT2.5H");
    assert_times("It lasted two to three months.", "two to three months=P2M/P3M");
    assert_times("It lasted half an hour.", "half an hour=PT30M");
    assert_times("It took several weeks.", "several weeks=PXW");
    assert_times("They waited for hours.", "hours=PTXH");
    assert_times("In the past two years little changed.", "the past two years=P2Y");
}

static void sets(void **state)
{
    (void)state;
    assert_times("They meet every Monday.", "every Monday=XXXX-WXX-1");
    assert_times("They file a daily report.", "daily=P1D");
    assert_times("They meet twice a week.", "a week=P1W");
    assert_times("They meet every two weeks.", "every two weeks=P2W");
}

static void references(void **state)
{
    (void)state;
    assert_times("The port is currently closed.", "currently=PRESENT_REF");
    assert_times("He previously led the union.", "previously=PAST_REF");
    assert_times("Peace is near in the near future.", "the near future=FUTURE_REF");
    assert_times("They left shortly after the vote.", "");
}

static void without_a_date_nothing_is_guessed(void **state)
{
    (void)state;
    assert_times_of("The envoy arrived on Thursday.", "", "Thursday=XXXX-WXX-4");
    assert_times_of("The envoy arrived on May 3.", "", "May 3=XXXX-05-03");
    assert_times_of("Prices rose last month.", "", "last month=XXXX-XX");
    assert_times_of("The envoy arrived on May 3, 2019.", "", "May 3, 2019=2019-05-03");
}

static void names_are_no_times(void **state)
{
    (void)state;
    assert_times("Prime Minister April Okafor spoke.", "");
}

static void long_lines_end(void **state)
{
    (void)state;
    enum { N = 20000 };
    static char text[N * 8 + 1];
    for (size_t i = 0; i < N; i++)
        memcpy(text + i * 8, "Monday, ", 8);
    desk_read(text, today);
    assert_true(desk.mentions.times.n > 0);
    for (uint32_t i = 1; i < desk.mentions.times.n; i++)
        assert_true(desk.mentions.times.items[i - 1].span.end_byte <=
                    desk.mentions.times.items[i].span.start_byte);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_in_all_spellings),
        cmocka_unit_test(years_are_told_from_counts),
        cmocka_unit_test(decades_and_centuries),
        cmocka_unit_test(weekdays_follow_the_tense),
        cmocka_unit_test(days_and_parts_of_days),
        cmocka_unit_test(clock_times),
        cmocka_unit_test(stretches_from_the_report),
        cmocka_unit_test(months_take_the_nearest_year),
        cmocka_unit_test(durations),
        cmocka_unit_test(sets),
        cmocka_unit_test(references),
        cmocka_unit_test(without_a_date_nothing_is_guessed),
        cmocka_unit_test(names_are_no_times),
        cmocka_unit_test(long_lines_end),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
