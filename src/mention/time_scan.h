/* Time scan: what the rules for times share. Private to times.c and the time_*.c files. */
#ifndef PL_MENTION_TIME_SCAN_H
#define PL_MENTION_TIME_SCAN_H

#include "mention/moments.h"
#include "mention/number_words.h"
#include "mention/tense.h"
#include "mention/times.h"

/* The classes of data/en/times.tsv, in the order of their names in times.c. */
typedef enum PlTimeClass {
    PL_TIME_WEEKDAY,
    PL_TIME_WEEKDAY_SHORT,
    PL_TIME_MONTH,
    PL_TIME_MONTH_WORD,
    PL_TIME_MONTH_SHORT,
    PL_TIME_UNIT,
    PL_TIME_PART,
    PL_TIME_PART_WORD,
    PL_TIME_SEASON,
    PL_TIME_DAY,
    PL_TIME_SHIFT,
    PL_TIME_SPAN,
    PL_TIME_SAME,
    PL_TIME_REF,
    PL_TIME_REF_WORD,
    PL_TIME_RECENT,
    PL_TIME_REGULAR,
    PL_TIME_EACH,
    PL_TIME_AGO,
    PL_TIME_EARLIER,
    PL_TIME_LATER,
    PL_TIME_FROM_NOW,
    PL_TIME_EDGE,
    PL_TIME_FILLER,
    PL_TIME_LONG,
    PL_TIME_CLOCK,
    PL_TIME_AM,
    PL_TIME_PM,
    PL_TIME_ZONE,
    PL_TIME_HOLIDAY,
    PL_TIME_NAMED_DECADE,
    PL_TIME_UNIT_GLUED,
    PL_TIME_HOLIDAY_WORD,
    PL_N_TIME_CLASSES
} PlTimeClass;

struct PlTimesModel {
    PlPieceWords words;
    const PlNumbers *numbers;
    const PlTenseModel *tense;
};

/* The longest phrase of times.tsv at a piece. */
typedef struct PlTimeMatch {
    const PlPieceWord *word; /* NULL = none */
    uint32_t n;              /* pieces */
} PlTimeMatch;

typedef struct PlTimeScan {
    PlArena *arena;
    const PlTimesModel *model;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    const PlPieces *pieces;
    PL_VEC(PlTimeMatch) matches; /* by piece: looked up once, asked for by every rule */
    PL_VEC(uint32_t)
    next_sign; /* by piece: the next one, itself included, that is a word of time or
                  a number */
    bool has_now;
    PlDay now; /* the report's day */
    PlDate now_date;
    bool has_clock; /* the report's time of day is known: minutes after midnight */
    int32_t now_minute;
    bool has_last;
    PlDay last; /* the day last spoken of */
    bool has_last_date;
    PlDay last_date;   /* the last day of the date last spoken of, of whatever grain */
    int32_t last_year; /* the year last spoken of, PL_MOMENT_UNKNOWN */
    bool has_quarter;
    PlMoment last_quarter; /* the quarter last spoken of, and in which sentence */
    uint32_t quarter_sent;
    bool sent_has_day;
    PlDay sent_day; /* the day last spoken of in this sentence */
    bool has_prev;
    PlMoment prev; /* the date kept last in this sentence, and the piece after it */
    uint32_t prev_end;
    bool prev_has_half;
    bool prev_names_month;
} PlTimeScan;

typedef struct PlTimeFound {
    uint32_t first; /* pieces */
    uint32_t end;
    PlTimeType type;
    PlSlice value;
    int32_t year; /* PL_MOMENT_UNKNOWN */
    bool has_day; /* it is a calendar day, or a time of it */
    PlDay day;
    bool has_moment; /* it is a date or a time of day */
    PlMoment moment;
    bool has_half;
    bool names_month;
} PlTimeFound;

/* The word of `class_` at piece `i`, or NULL. */
const PlPieceWord *pl_time_word(const PlTimeScan *scan, int64_t i, PlTimeClass class_, uint32_t *n);
/* The part of speech of the piece's token. */
uint8_t pl_time_upos(const PlTimeScan *scan, int64_t i);
/* The unit at piece `i` ("Y", "TH"), empty = none; *is_plural: "years". */
PlSlice pl_time_unit(const PlTimeScan *scan, int64_t i, bool *is_plural);

/* What was read at a piece. */
typedef struct PlTimeRead {
    PlMoment moment;
    uint32_t n;       /* pieces */
    bool has_half;    /* the half of the day of its time is said */
    bool names_month; /* a month stands in it: "May 3", not "Tuesday" */
} PlTimeRead;

enum { PL_TIME_FIRST_YEAR = 1000, PL_TIME_LAST_YEAR = 2199 };

/* The readers below try what begins at piece `i` and say whether it is there. `read` may be changed
 * where it is not. */

/* time_years.c: four digits that may be a year; whether they are one where they stand alone. */
bool pl_time_year(const PlTimeScan *scan, int64_t i, int32_t *year);
bool pl_time_is_bare_year(const PlTimeScan *scan, uint32_t i, int32_t year);
/* "nineteen ninety-six", "two thousand and fifteen": its pieces, 0 = none. */
uint32_t pl_time_year_words(const PlTimeScan *scan, int64_t i, int32_t *year);
bool pl_time_is_currency(const PlPiece *piece);
bool pl_time_decade(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_century(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);

/* time_anchors.c: the tense around piece `i`; *is_direct may be NULL. */
PlTense pl_time_tense(const PlTimeScan *scan, uint32_t i, bool *is_direct);
/* The day of a weekday (1 to 7) said at piece `i`; the report's day must be known. */
PlDay pl_time_anchor_weekday(const PlTimeScan *scan, uint32_t i, int32_t weekday);
/* The year of a month (day < 0) or of a day of it; PL_MOMENT_UNKNOWN when the report has no date.
 */
int32_t pl_time_year_of_month(const PlTimeScan *scan, uint32_t i, int32_t month, int32_t day);
/* The year of a season or quarter of `n_months` from `first_month`. */
int32_t pl_time_year_of_part(const PlTimeScan *scan, uint32_t i, int32_t first_month,
                             int32_t n_months);
/* Of the same day or month in three years, days[3] in order, the one that tense and nearness speak
 * for: its index. */
int32_t pl_time_choose_year(const PlTimeScan *scan, uint32_t i, const PlDay days[3]);
/* A unit without a date to count from: XXXX-WXX, XXXX-XX. */
PlMoment pl_time_open(PlSlice unit);

/* time_months.c: the month at piece `i`, 0 = none. */
int32_t pl_time_month_at(const PlTimeScan *scan, int64_t i);
/* "3", "3rd", "third": a day of a month and its pieces; 0 = none. */
int32_t pl_time_day_number(const PlTimeScan *scan, int64_t i, uint32_t *n);
/* The same beside its month, "twenty-nine" too. */
int32_t pl_time_day_beside_month(const PlTimeScan *scan, int64_t i, uint32_t *n);
/* ", 2019", " of 2019", " last year" at piece `i`: how many pieces, 0 = none. */
uint32_t pl_time_year_after(const PlTimeScan *scan, int64_t i, int32_t *year);
/* Gives the month or day that read->n pieces from `i` name its year, said after them or not; false
 * when there is no such day. */
bool pl_time_finish_month(const PlTimeScan *scan, uint32_t i, int32_t month, int32_t day,
                          PlTimeRead *read);
/* time_days.c: a month with its day or without. */
bool pl_time_month(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
/* "June 5-6": the day after the separator; "on the 18th". */
bool pl_time_other_day(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_lone_day(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
/* time_numeric.c */
bool pl_time_numeric(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);

/* time_holidays.c, "next" and "last" before them included. */
bool pl_time_holiday(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);

/* time_parts.c; a season after "last", "this", "next" has a shift. */
bool pl_time_fiscal_year(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_season(const PlTimeScan *scan, uint32_t i, int32_t shift, bool is_shifted,
                    PlTimeRead *read);
bool pl_time_year_part(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);

/* time_weeks.c: weekdays; weeks and days counted in a month or year, "the week of May 6". */
bool pl_time_weekday(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_week(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
/* The weekday after "last", "this", "next", "coming" at piece `i`, with their shift. */
PlMoment pl_time_shifted_weekday(const PlTimeScan *scan, uint32_t i, int32_t weekday,
                                 int32_t shift);
/* The weekday after "next week": its pieces, 0 = none. */
uint32_t pl_time_weekday_after(const PlTimeScan *scan, uint32_t i, int32_t shift, PlMoment *moment);

/* time_relative.c */
bool pl_time_this_unit(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_neighbour(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_day_word(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_shift(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_same(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_edged_unit(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);

/* An hour as its own words say it. */
typedef struct PlTimeHour {
    int32_t hour;
    int32_t minute;
    int32_t second;
    bool has_second;
    bool has_half; /* which half of the day is said */
    bool is_sure;
    bool is_bare; /* an hour and nothing more */
    PlSlice zone;
    uint32_t n; /* pieces */
} PlTimeHour;

/* time_hours.c: digits or words that can be an hour, with am, pm and zone; "T09:30Z" glued to a
 * day. */
bool pl_time_hour(const PlTimeScan *scan, uint32_t i, PlTimeHour *hour);
bool pl_time_stamp(const PlTimeScan *scan, uint32_t i, PlTimeHour *hour);

/* time_clock.c: a time of day with the day after it, else the day spoken of; a part of a day; a
 * time of day after the day that was read. */
bool pl_time_clock(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_day_part(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
void pl_time_join_clock(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);

/* time_dates.c: any date, without a time of day. A simple one is not counted in another, so that a
 * chain of "the last day of the last day of" ends. */
bool pl_time_simple(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
bool pl_time_calendar(const PlTimeScan *scan, uint32_t i, PlTimeRead *read);
/* "to", "until", "and", a dash at piece `i`: 1, else 0. */
uint32_t pl_time_separator(const PlTimeScan *scan, uint32_t i);
/* time_dates.c: dates and times of day that begin at piece `i`. */
bool pl_time_date(PlTimeScan *scan, uint32_t i, PlTimeFound *found);
/* time_counts.c: "P3Y", "PT20M", "P2M/P3M" for a range; NaN is "X". */
PlSlice pl_time_duration(PlArena *arena, double low, double high, PlSlice unit);
/* A number and a unit. Quarters only where nothing but time is meant: "three quarters of them". */
bool pl_time_counted(const PlTimeScan *scan, uint32_t i, bool has_quarters, PlTimeFound *found);
/* "2 weeks and 3 days"; "a year", "all day", "another week", "half an hour": time_counts.c too. */
bool pl_time_compound(const PlTimeScan *scan, uint32_t i, PlTimeFound *found);
bool pl_time_article(const PlTimeScan *scan, uint32_t i, PlTimeFound *found);
void pl_time_set_found(PlTimeFound *found, uint32_t first, uint32_t end, PlTimeType type,
                       PlSlice value);
/* time_origins.c: the duration in `found`, `number` of `unit` from piece `i`, becomes a date where
 * "ago", "from now", "before May 3" or the tense count it from somewhere; else it stays. */
void pl_time_count(const PlTimeScan *scan, uint32_t i, const PlNumber *number, PlSlice unit,
                   PlTimeFound *found);
void pl_time_set_moment(const PlTimeScan *scan, PlTimeFound *found, uint32_t end,
                        const PlMoment *moment);
/* time_sets.c: what repeats. */
bool pl_time_set(const PlTimeScan *scan, uint32_t i, PlTimeFound *found);
/* time_spans.c: durations, sets, and words like "now", that begin at piece `i`. */
bool pl_time_stretch(PlTimeScan *scan, uint32_t i, PlTimeFound *found);

/* `n` units (Y, M, W, D, E, C, Q, F) from `from`, at the grain of the unit. */
PlMoment pl_time_shifted(PlDay from, PlSlice unit, int32_t n);

#endif
