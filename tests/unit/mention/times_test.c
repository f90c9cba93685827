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
    assert_times("They have fought since at least 2009.", "2009=2009");
    assert_times("The photo is from circa 1945.", "1945=1945");
    assert_times("The army lost around 1950 men.", "");
}

static void decades_and_centuries(void **state)
{
    (void)state;
    assert_times("The border was drawn in the 1970s.", "the 1970s=197");
    assert_times("The border was drawn in the 19th century.", "the 19th century=18");
    assert_times("They have argued for decades.", "decades=PXE");
    assert_times("Aid will grow over the next decade.", "the next decade=P1E");
    assert_times("Aid grew in the last decade.", "the last decade=201");
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
    assert_times("Last Monday they met.", "Last Monday=2029-03-12");
    assert_times("Last Tuesday they met.", "Last Tuesday=2029-03-06");
    assert_times("They will meet next Wednesday.", "next Wednesday=2029-03-21");
    assert_times("They met this past Friday.", "this past Friday=2029-03-09");
    assert_times("The truce will hold past Friday.", "Friday=2029-03-16");
}

static void days_and_parts_of_days(void **state)
{
    (void)state;
    assert_times("They met yesterday.", "yesterday=2029-03-13");
    assert_times("They meet tonight.", "tonight=2029-03-14TNI");
    assert_times("They met on Tuesday evening.", "Tuesday evening=2029-03-13TEV");
    assert_times("They met this morning.", "this morning=2029-03-14TMO");
    assert_times("They met last night.", "last night=2029-03-13TNI");
    assert_times("They talked into the night.", "the night=2029-03-14TNI");
    assert_times("By early evening the square was empty.", "early evening=2029-03-14TEV");
    assert_times("He spoke after a morning session.", "");
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
    assert_times("It will be their first meeting in ten years.", "ten years=P10Y");
    assert_times("Prices rose in the third quarter.", "the third quarter=2028-Q3");
    assert_times("The first half of 2028 was calm.", "The first half of 2028=2028-H1");
    assert_times("They met last summer.", "last summer=2028-SU");
    assert_times("The season winds down in autumn.", "autumn=2028-FA");
    assert_times("They sat in spring sunshine.", "");
    assert_times("It rained in May 2019. The following month was dry.",
                 "May 2019=2019-05; The following month=2019-06");
}

static void months_take_the_nearest_year(void **state)
{
    (void)state;
    assert_times("The strike began in November.", "November=2028-11");
    assert_times("The strike will begin in June.", "June=2029-06");
    assert_times("The strike began on March 2.", "March 2=2029-03-02");
    assert_times("A September United Nations vote failed.", "September=2028-09");
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
    assert_times("They were strangers for a half century.", "a half century=P50Y");
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
    assert_times("He formerly led the union.", "formerly=PAST_REF");
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

static void ranges_complete_each_other(void **state)
{
    (void)state;
    assert_times("The council sits from 5 to 6 pm on Tuesday.",
                 "5=2029-03-13T17:00; 6 pm on Tuesday=2029-03-13T18:00");
    assert_times("The depot is open from 11 to 3 pm.",
                 "11=2029-03-14T11:00; 3 pm=2029-03-14T15:00");
    assert_times("Crossings open between 3 and 12 September.",
                 "3=2029-09-03; 12 September=2029-09-12");
    assert_times("The panel met from March to June 2027.", "March=2027-03; June 2027=2027-06");
    assert_times("The truce ran from 28 November to 3 January 2028.",
                 "28 November=2027-11-28; 3 January 2028=2028-01-03");
    assert_times("The talks of February 5-6 failed.", "February 5=2029-02-05; 6=2029-02-06");
    assert_times("The ferry stops from February 27 to the 3rd.",
                 "February 27=2029-02-27; the 3rd=2029-03-03");
    assert_times("The 2010-15 plan failed.", "2010=2010; 15=2015");
    assert_times("There are two April dates to watch.", "April=2029-04");
    /* A number that counts is no second day, and no hour. */
    assert_times("They met on February 5 and 6 envoys left.", "February 5=2029-02-05");
    assert_times("Voters backed it by 10 to 5.", "");
    assert_times("Fighters killed 7 in the morning.", "the morning=2029-03-14TMO");
    assert_times("It hit two in the morning and four in the afternoon.",
                 "the morning=2029-03-14TMO; the afternoon=2029-03-14TAF");
    assert_times("Some 5 to 6 people left at 6 pm.", "6 pm=2029-03-14T18:00");
}

static void clocks_in_words_and_stamps(void **state)
{
    (void)state;
    assert_times("The ferry sank at half past seven.", "half past seven=2029-03-14T07:30");
    assert_times("The ferry sank at a quarter to five.", "a quarter to five=2029-03-14T04:45");
    assert_times("The ferry sank at 20 minutes past eight in the evening.",
                 "20 minutes past eight in the evening=2029-03-14T20:20");
    assert_times("They left at 7 in the morning.", "7 in the morning=2029-03-14T07:00");
    assert_times("They left at 8.30pm on Monday.", "8.30pm on Monday=2029-03-12T20:30");
    assert_times("It closed at 18:00 GMT+3 on Monday.",
                 "18:00 GMT+3 on Monday=2029-03-12T18:00+03:00");
    assert_times("The stamp reads 2029-03-12T09:30:15Z.",
                 "2029-03-12T09:30:15Z=2029-03-12T09:30:15Z");
    assert_times("The stamp reads 2029-03-12 09:30.", "2029-03-12 09:30=2029-03-12T09:30");
    assert_times("Shares closed at 6.45 percent.", "");
    assert_times_of("The raid ended two hours ago.", "2029-03-14T16:20:00Z",
                    "two hours ago=2029-03-14T14:20");
    assert_times_of("The raid ended two hours ago.", "2029-03-14", "two hours ago=2029-03-14");
}

static void weeks_and_what_is_counted_in_them(void **state)
{
    (void)state;
    assert_times("The strike is called for the week of April 9.", "the week of April 9=2029-W15");
    assert_times("The first Monday of next month is free.",
                 "The first Monday of next month=2029-04-02");
    assert_times("The last week of July 2028 was calm.", "The last week of July 2028=2028-W30");
    assert_times("The last Friday in May 2028 was calm.", "The last Friday in May 2028=2028-05-26");
    assert_times("They met on Tuesday of last week.", "Tuesday of last week=2029-03-06");
    assert_times("They will meet Friday next week.", "Friday next week=2029-03-23");
    assert_times("They will march on Friday the 23rd.", "Friday the 23rd=2029-03-23");
    assert_times("They fought over the weekend.", "the weekend=2029-W10-WE");
    /* There is no fifth Tuesday, and a fight has no calendar. */
    assert_times("The fifth Tuesday of June 2028 never came.",
                 "Tuesday=XXXX-WXX-2; June 2028=2028-06");
    assert_times("The first Monday after the vote was calm.", "Monday=XXXX-WXX-1");
    assert_times("The second week of the battle was calm.", "");
}

static void days_of_an_unsaid_month(void **state)
{
    (void)state;
    assert_times("The pact was signed on the 18th.", "the 18th=2029-02-18");
    assert_times("The pact will be signed on the 18th.", "the 18th=2029-03-18");
    assert_times("The pact was signed on the 3rd of this month.",
                 "the 3rd of this month=2029-03-03");
    assert_times_of("The pact was signed on the 18th.", "", "the 18th=XXXX-XX-18");
    assert_times("He spoke to the 18th congress.", "");
    assert_times("He finished on the 2nd attempt.", "");
}

static void spelled_years_and_days(void **state)
{
    (void)state;
    assert_times("The siege began in nineteen ninety-six.", "nineteen ninety-six=1996");
    assert_times("The bridge opened in two thousand and five.", "two thousand and five=2005");
    assert_times("It was signed on May twenty-nine, 2019.", "May twenty-nine, 2019=2019-05-29");
    assert_times("It was signed in May '87.", "May '87=1987-05");
    assert_times("It cost two thousand and five dollars.", "");
    assert_times("He was born on 29 February.", "29 February=2028-02-29");
}

static void numbers_that_are_no_years(void **state)
{
    (void)state;
    assert_times("The line is 138-2010-2015.", "");
    assert_times("Order no. 2015-32 is void.", "");
    assert_times("The line is open 24/7 and seats 1/15 of them.", "");
    assert_times("They met on 25/11.", "25/11=2028-11-25");
    assert_times("They met on 25/11/27.", "25/11/27=2027-11-25");
    assert_times("They met on 5/11/27.", "");
}

static void dates_counted_from_dates(void **state)
{
    (void)state;
    assert_times("They signed two days after Christmas.", "two days after Christmas=2028-12-27");
    assert_times("They signed three weeks before 13 May 2019.",
                 "three weeks before 13 May 2019=2019-04-22");
    assert_times("The court ruled six months after March 2019.",
                 "six months after March 2019=2019-09");
    assert_times("The embargo was lifted two years ago this month.",
                 "two years ago this month=2027-03");
    assert_times("The mine closed 2 weeks and 2 days ago.", "2 weeks and 2 days ago=2029-02-26");
    /* What the day of a vote was, nobody said. */
    assert_times("They signed two days after the vote.", "two days=P2D");
    assert_times("They signed a year after the 1967 war.", "a year=P1Y; 1967=1967");
    assert_times("They met the day before the vote.", "");
    assert_times("Shells fell on Monday. The day before, they had met.",
                 "Monday=2029-03-12; The day before=2029-03-11");
    assert_times("It lasted 2 years, 3 months and 5 days.", "2 years, 3 months and 5 days=P2Y3M5D");
    assert_times("It lasted 1 hour and 30 minutes.", "1 hour and 30 minutes=PT1H30M");
}

static void holidays(void **state)
{
    (void)state;
    assert_times("They prayed on Good Friday.", "Good Friday=2029-03-30");
    assert_times("The truce of Easter 2019 failed.", "Easter 2019=2019-04-21");
    assert_times("The truce of Orthodox Easter 2019 failed.", "Orthodox Easter 2019=2019-04-28");
    assert_times("They met on Thanksgiving 2027.", "Thanksgiving 2027=2027-11-25");
    assert_times("They met last Christmas.", "last Christmas=2028-12-25");
    /* Each country has its own. */
    assert_times("They met on Independence Day.", "");
    assert_times_of("They met on Christmas Eve.", "", "Christmas Eve=XXXX-12-24");
    assert_times_of("They prayed on Good Friday.", "", "Good Friday=XXXX-XX-XX");
    assert_times("They danced on New Year's Eve.", "New Year's Eve=2028-12-31");
    assert_times("The Good Friday Accord holds.", "");
}

static void quarters_and_fiscal_years(void **state)
{
    (void)state;
    assert_times("Output fell in 2017-Q1.", "2017-Q1=2017-Q1");
    assert_times("Output fell in Q3 2027.", "Q3 2027=2027-Q3");
    assert_times("Output fell in the second half of 2028.", "the second half of 2028=2028-H2");
    assert_times("Output fell for three straight quarters.", "three straight quarters=P3Q");
    assert_times("Fiscal year 2028 was bad.", "Fiscal year 2028=FY2028");
    assert_times("Output fell in the year ended March 31, 2027.",
                 "the year=P1Y; March 31, 2027=2027-03-31");
    assert_times("Output fell to 9 million in the third quarter from 12 million a year earlier.",
                 "the third quarter=2028-Q3; a year earlier=2027-Q3");
    assert_times("He was gone for three quarters of the match.", "");
    assert_times("The first half of the match was calm.", "");
}

static void sets_with_their_time_of_day(void **state)
{
    (void)state;
    assert_times("The guard changes every Friday at 9 a.m.",
                 "every Friday at 9 a.m.=XXXX-WXX-5T09:00");
    assert_times("The boats leave on the 19th of every month.",
                 "the 19th of every month=XXXX-XX-19");
    assert_times("Markets open on Friday mornings.", "Friday mornings=XXXX-WXX-5TMO");
    assert_times("They meet every other week.", "every other week=P2W");
    assert_times("They meet at weekends.", "weekends=XXXX-WXX-WE");
    assert_times("They meet in the mornings.", "the mornings=XXXX-XX-XXTMO");
    assert_times("It is a tale for nights when it rains.", "");
    assert_times("They spoke to each other Monday.", "Monday=2029-03-12");
}

static void ages_are_no_times(void **state)
{
    (void)state;
    assert_times("The boy is a six-year-old from the coast.", "");
    assert_times("She is 52 years old.", "");
    assert_times("She is fifty-two years old.", "");
    assert_times("The six-year war is over.", "The six-year=P6Y");
    assert_times("The decades-old feud is over.", "The decades=PXE");
}

static void words_that_only_look_like_times(void **state)
{
    (void)state;
    assert_times("He may march in May.", "May=2029-05");
    assert_times("The party turned on May after the vote.", "");
    assert_times("The second delegate sat down in the sun.", "");
    assert_times("Day 5 of the strike was quiet.", "");
    assert_times("They marked the third anniversary of the truce.", "");
}

static void names_are_no_times(void **state)
{
    (void)state;
    assert_times("Prime Minister April Okafor spoke.", "");
}

/* The times of `part`, again and again, are in order; a rule that looks ahead without end would not
 * come back. */
static void assert_ends(const char *part)
{
    enum { N = 10000, MOST = 32 };
    static char text[N * MOST + 1];
    size_t len = strlen(part);
    assert_true(len <= MOST);
    for (size_t i = 0; i < N; i++)
        memcpy(text + i * len, part, len);
    text[N * len] = '\0';
    desk_read(text, today);
    for (uint32_t i = 1; i < desk.mentions.times.n; i++)
        assert_true(desk.mentions.times.items[i - 1].span.end_byte <=
                    desk.mentions.times.items[i].span.start_byte);
}

static void long_lines_end(void **state)
{
    (void)state;
    assert_ends("Monday, ");
    assert_true(desk.mentions.times.n > 0);
    assert_ends("the week of ");
    assert_ends("the last day of ");
    assert_ends("3 and ");
    assert_ends("from 5 to ");
    assert_ends("two weeks after ");
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
        cmocka_unit_test(ranges_complete_each_other),
        cmocka_unit_test(clocks_in_words_and_stamps),
        cmocka_unit_test(weeks_and_what_is_counted_in_them),
        cmocka_unit_test(days_of_an_unsaid_month),
        cmocka_unit_test(spelled_years_and_days),
        cmocka_unit_test(numbers_that_are_no_years),
        cmocka_unit_test(dates_counted_from_dates),
        cmocka_unit_test(holidays),
        cmocka_unit_test(quarters_and_fiscal_years),
        cmocka_unit_test(sets_with_their_time_of_day),
        cmocka_unit_test(ages_are_no_times),
        cmocka_unit_test(words_that_only_look_like_times),
        cmocka_unit_test(names_are_no_times),
        cmocka_unit_test(long_lines_end),
    };
    return cmocka_run_group_tests(tests, desk_open, desk_close);
}
