/* Time scan: what the rules for times share. Private to times.c, time_dates.c and time_spans.c. */
#ifndef PL_MENTION_TIME_SCAN_H
#define PL_MENTION_TIME_SCAN_H

#include "mention/moments.h"
#include "mention/number_words.h"
#include "mention/tense.h"
#include "mention/times.h"

/* The classes of data/en/times.tsv, in the order of pl_time_class_names. */
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
    PL_N_TIME_CLASSES
} PlTimeClass;

struct PlTimesModel {
    PlPieceWords words;
    const PlNumbers *numbers;
    const PlTenseModel *tense;
};

typedef struct PlTimeScan {
    PlArena *arena;
    const PlTimesModel *model;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    const PlPieces *pieces;
    bool has_now;
    PlDay now; /* the report's day */
    PlDate now_date;
    bool has_last;
    PlDay last;        /* the day last spoken of */
    int32_t last_year; /* the year last spoken of, PL_MOMENT_UNKNOWN */
    bool sent_has_day;
    PlDay sent_day; /* the day last spoken of in this sentence */
} PlTimeScan;

typedef struct PlTimeFound {
    uint32_t first; /* pieces */
    uint32_t end;
    PlTimeType type;
    PlSlice value;
    int32_t year; /* PL_MOMENT_UNKNOWN */
    bool has_day; /* it is a calendar day, or a time of it */
    PlDay day;
} PlTimeFound;

/* The word of `class_` at piece `i`, or NULL. */
const PlPieceWord *pl_time_word(const PlTimeScan *scan, int64_t i, PlTimeClass class_, uint32_t *n);
/* The part of speech of the piece's token. */
uint8_t pl_time_upos(const PlTimeScan *scan, int64_t i);
/* The unit at piece `i` ("Y", "TH"), empty = none; *is_plural: "years". */
PlSlice pl_time_unit(const PlTimeScan *scan, int64_t i, bool *is_plural);

/* Dates and times of day that begin at piece `i`: time_dates.c. */
bool pl_time_date(PlTimeScan *scan, uint32_t i, PlTimeFound *found);
/* Durations, sets, and words like "now", that begin at piece `i`: time_spans.c. */
bool pl_time_stretch(PlTimeScan *scan, uint32_t i, PlTimeFound *found);

/* `n` units (Y, M, W, D, E, C, Q, F) from `from`, at the grain of the unit. */
PlMoment pl_time_shifted(PlDay from, PlSlice unit, int32_t n);

#endif
