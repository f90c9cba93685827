/* Times of day. Before or after a date they join it: "9 a.m. on Tuesday", "Thursday evening".
 *
 * Digits with a colon, am and pm, a zone, "noon" and "half past" are times of day wherever they
 * stand. An hour alone is one only where its neighbours say so: "at 7 in the evening", "tonight
 * around 7", "from 5 to 6 pm".
 */
#include "mention/time_scan.h"

/* In "7 in the evening" the part of the day says which half of it is meant. */
static void take_part(PlTimeHour *clock, PlSlice part)
{
    if (clock->has_half || part.len == 0) return;
    bool is_late = pl_slice_is(part, "AF") || pl_slice_is(part, "EV");
    bool is_night = pl_slice_is(part, "NI");
    if ((is_late && clock->hour < 12) || (is_night && clock->hour >= 6 && clock->hour < 12))
        clock->hour += 12;
    else if (is_night && clock->hour == 12)
        clock->hour = 0;
    clock->has_half = true;
}

/* "in the evening", "at night". */
static uint32_t read_part_after(const PlTimeScan *scan, uint32_t at, PlSlice *part)
{
    uint32_t n;
    bool is_in =
        pl_piece_is(scan->pieces, at, "in") && pl_piece_is(scan->pieces, (int64_t)at + 1, "the");
    if (!is_in && !pl_piece_is(scan->pieces, at, "at")) return 0;
    uint32_t n_words = is_in ? 2 : 1;
    const PlPieceWord *word = pl_time_word(scan, (int64_t)at + n_words, PL_TIME_PART, &n);
    if (!word || (!is_in && !pl_slice_is(word->value, "NI"))) return 0;
    *part = word->value;
    return n_words + n;
}

static bool is_any(const PlTimeScan *scan, int64_t i, const char *const *words, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (pl_piece_is(scan->pieces, i, words[k])) return true;
    return false;
}

static bool is_at(const PlTimeScan *scan, int64_t i)
{
    static const char *const words[] = {"at", "around", "about", "by", "@"};
    return is_any(scan, i, words, sizeof words / sizeof *words);
}

/* "and" and "or" join what is counted as well: "three in the morning and four in the afternoon". */
static bool is_cue(const PlTimeScan *scan, int64_t i)
{
    if (pl_piece_is(scan->pieces, i, "and") || pl_piece_is(scan->pieces, i, "or"))
        return scan->has_prev && scan->prev.has_clock && scan->prev_end == i;
    static const char *const words[] = {"until", "till",    "from",  "before",
                                        "after", "between", "since", "circa"};
    return is_at(scan, i) || is_any(scan, i, words, sizeof words / sizeof *words) ||
           (i > 0 && pl_time_separator(scan, (uint32_t)i) > 0);
}

/* The number before piece `at` counts something: "7 people", "7%". */
static bool is_count(const PlTimeScan *scan, uint32_t at)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, at);
    PlTimeRead read;
    bool is_plural;
    if (piece->lower.len == 0) return false;
    if (pl_slice_is(piece->lower, "%") || pl_time_unit(scan, at, &is_plural).len) return true;
    if (piece->kind == PL_PIECE_MARK)
        return piece->is_glued && !pl_slice_is(piece->lower, ".") &&
               !pl_slice_is(piece->lower, ",");
    if (pl_time_calendar(scan, at, &read)) return false;
    uint8_t upos = pl_time_upos(scan, at);
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ || upos == PL_UPOS_PROPN ||
           upos == PL_UPOS_NUM;
}

static int32_t minutes_of(const PlTimeHour *clock)
{
    return 60 * clock->hour + clock->minute;
}

/* In "5 to 6 pm" and "7:00 to 8:00 pm" the half of the day is of both, but not in "11 to 3 pm". */
static void share_half(PlTimeHour *first, const PlTimeHour *second)
{
    if (first->has_half || !second->has_half || first->hour >= 12 || second->hour < 12) return;
    first->has_half = true;
    if (minutes_of(first) + 12 * 60 < minutes_of(second)) first->hour += 12;
}

/* The day after a time of day, " on Tuesday", ", May 3", " tomorrow morning"; 0 = none. */
static uint32_t read_day_after(const PlTimeScan *scan, uint32_t i, PlMoment *moment)
{
    uint32_t at = i;
    uint32_t n;
    if (pl_piece_is(scan->pieces, at, ",")) at++;
    if (pl_piece_is(scan->pieces, at, "on") || pl_piece_is(scan->pieces, at, "of")) at++;
    PlTimeRead day;
    bool is_day = at < scan->pieces->pieces.n && pl_time_calendar(scan, at, &day) &&
                  (day.moment.grain == PL_GRAIN_DAY || day.moment.grain == PL_GRAIN_WEEKDAY) &&
                  !day.moment.has_clock;
    if (!is_day) return 0;
    moment->grain = day.moment.grain;
    moment->year = day.moment.year;
    moment->part = day.moment.part;
    moment->day = day.moment.day;
    moment->day_part = day.moment.day_part;
    at += day.n;
    const PlPieceWord *part = pl_time_word(scan, at, PL_TIME_PART, &n);
    if (part && !pl_slice_ends(pl_piece_at(scan->pieces, at)->lower, "s")) {
        moment->day_part = part->value;
        at += n;
    }
    return at - i;
}

/* PlTimeHour and the day after it. The day's pieces are in n_day. */
typedef struct Timed {
    PlTimeHour clock;
    PlMoment day;
    uint32_t n_day;
} Timed;

/* What stands at `i` and whether its own words make it a time of day. */
static bool scan_timed(const PlTimeScan *scan, uint32_t i, Timed *timed)
{
    PlSlice part = {0};
    if (!pl_time_hour(scan, i, &timed->clock)) return false;
    PlTimeHour *clock = &timed->clock;
    bool has_cue = is_cue(scan, (int64_t)i - 1);
    bool is_joined = clock->is_sure || has_cue;
    uint32_t n_part = read_part_after(scan, i + clock->n, &part);
    if (n_part && is_joined) {
        take_part(clock, part);
        clock->is_sure = true;
        clock->n += n_part;
    }
    timed->day = pl_moment(PL_GRAIN_DAY);
    timed->n_day = read_day_after(scan, i + clock->n, &timed->day);
    if (timed->n_day && timed->day.day_part.len && is_joined) {
        take_part(clock, timed->day.day_part);
        clock->is_sure = true;
    }
    if (!n_part && !timed->n_day && clock->is_sure) {
        /* "8 a.m. early in the morning" says it twice. */
        uint32_t n;
        const PlPieceWord *word = pl_time_word(scan, (int64_t)i + clock->n, PL_TIME_PART, &n);
        if (word && !clock->has_half) {
            take_part(clock, word->value);
            clock->n += n;
        }
    }
    return true;
}

/* The time before the separator at piece i - 1 was a time of day. */
static bool follows_clock(const PlTimeScan *scan, uint32_t i)
{
    return scan->has_prev && scan->prev.has_clock && i >= 1 && scan->prev_end + 1 == i &&
           pl_time_separator(scan, scan->prev_end) == 1;
}

/* Takes what the other end of a range knows; then an hour alone is a time of day too. */
static void read_range(const PlTimeScan *scan, uint32_t i, Timed *timed)
{
    PlTimeHour *clock = &timed->clock;
    uint32_t at = i + clock->n;
    Timed second = {0};
    uint32_t separator = timed->n_day ? 0 : pl_time_separator(scan, at);
    if (separator && scan_timed(scan, at + separator, &second) && second.clock.is_sure) {
        share_half(clock, &second.clock);
        clock->is_sure = true;
        timed->day = second.day;
        /* The day stands after the second: it is no piece of the first. */
        return;
    }
    /* "from 10:30 to 3 on Monday" */
    if (separator && clock->is_sure && second.n_day && second.clock.is_bare && second.clock.n > 0 &&
        second.day.day > 0) {
        timed->day = second.day;
        return;
    }
    if (!follows_clock(scan, i) || (clock->is_bare && !timed->n_day && is_count(scan, at))) return;
    clock->is_sure = true;
    if (clock->has_half || clock->hour >= 12) return;
    int32_t before = 60 * scan->prev.hour + scan->prev.minute;
    if (scan->prev_has_half && minutes_of(clock) <= before && minutes_of(clock) + 720 > before)
        clock->hour += 12;
}

static void set_clock(PlMoment *moment, const PlTimeHour *clock)
{
    moment->has_clock = true;
    moment->hour = clock->hour;
    moment->minute = clock->minute;
    moment->second = clock->second;
    moment->has_second = clock->has_second;
    moment->zone = clock->zone;
    moment->day_part = (PlSlice){0};
}

/* Without a day of its own a time of day is of the day spoken of in the sentence, else of the
 * report's. */
static void give_day(const PlTimeScan *scan, PlMoment *moment)
{
    PlMoment day = pl_moment(PL_GRAIN_DAY);
    if (scan->sent_has_day)
        day = pl_moment_of_day(scan->sent_day);
    else if (scan->has_now)
        day = pl_moment_of_day(scan->now);
    moment->grain = day.grain;
    moment->year = day.year;
    moment->part = day.part;
    moment->day = day.day;
}

bool pl_time_clock(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    Timed timed;
    if (!scan_timed(scan, i, &timed)) return false;
    read_range(scan, i, &timed);
    if (!timed.clock.is_sure) return false;
    read->moment = timed.day;
    set_clock(&read->moment, &timed.clock);
    if (timed.day.day < 0) give_day(scan, &read->moment);
    read->n = timed.clock.n + timed.n_day;
    read->has_half = timed.clock.has_half;
    return true;
}

/* "in the morning at 7" */
static void join_part(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    PlTimeHour clock;
    uint32_t at = i + read->n;
    if (!is_at(scan, at) || !pl_time_hour(scan, at + 1, &clock)) return;
    if (!clock.is_sure && is_count(scan, at + 1 + clock.n)) return;
    take_part(&clock, read->moment.day_part);
    set_clock(&read->moment, &clock);
    read->n += 1 + clock.n;
    read->has_half = true;
}

bool pl_time_day_part(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    uint32_t ignored;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_PART_WORD, &n);
    bool is_sure = word != NULL;
    if (!word) word = pl_time_word(scan, i, PL_TIME_PART, &n);
    if (!word || pl_slice_ends(pl_piece_at(scan->pieces, i)->lower, "s")) return false;
    const PlPieces *p = scan->pieces;
    PlMoment day = pl_moment(PL_GRAIN_DAY);
    uint32_t n_day = pl_piece_is(p, (int64_t)i + n, "of") ? read_day_after(scan, i + n, &day) : 0;
    read->moment = day;
    read->moment.day_part = word->value;
    read->n = n + n_day;
    if (n_day) return true;
    static const char *const preps[] = {"in", "by", "into", "until", "during", "throughout"};
    bool has_edge = pl_time_word(scan, (int64_t)i - 1, PL_TIME_EDGE, &ignored) != NULL;
    /* "in the morning", "by early evening", "into the night" */
    if (has_edge || pl_piece_is(p, (int64_t)i - 1, "the"))
        is_sure |= is_any(scan, (int64_t)i - 2, preps, sizeof preps / sizeof *preps);
    is_sure |= pl_piece_is_hyphen(p, (int64_t)i - 1) &&
               pl_time_word(scan, (int64_t)i - 2, PL_TIME_EDGE, &ignored);
    is_sure |= pl_piece_is(p, (int64_t)i - 1, "at") && pl_slice_is(word->value, "NI");
    if (!is_sure) return false;
    give_day(scan, &read->moment);
    join_part(scan, i, read);
    return true;
}

/* "Thursday evening", "Thursday in the evening", "early on Thursday, late in the evening": the part
 * of the day after the day; 0 = none. */
static uint32_t read_part_of_day(const PlTimeScan *scan, uint32_t i, PlSlice *part)
{
    uint32_t at = i;
    uint32_t n;
    uint32_t n_in = read_part_after(scan, at, part);
    if (n_in) return n_in;
    if (pl_piece_is(scan->pieces, at, "early") || pl_piece_is(scan->pieces, at, "late")) at++;
    const PlPieceWord *word = pl_time_word(scan, at, PL_TIME_PART, &n);
    if (!word || pl_slice_ends(pl_piece_at(scan->pieces, at)->lower, "s")) return 0;
    *part = word->value;
    return at + n - i;
}

/* A comma, "at", "around"; *has_at: one of those words. */
static uint32_t skip_to_clock(const PlTimeScan *scan, uint32_t i, bool *has_at)
{
    const PlPieces *p = scan->pieces;
    uint32_t at = i;
    *has_at = false;
    if (pl_piece_is(p, at, ",")) at++;
    static const char *const words[] = {"at", "around", "about", "@", "from", "between", "for"};
    for (uint32_t k = 0; k < 2 && is_any(scan, at, words, sizeof words / sizeof *words); k++) {
        *has_at = !pl_piece_is(p, at, "for");
        at++;
    }
    return at - i;
}

void pl_time_join_clock(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    PlMoment *moment = &read->moment;
    bool is_day = moment->grain == PL_GRAIN_DAY || moment->grain == PL_GRAIN_WEEKDAY;
    if (!is_day || moment->has_clock) return;
    if (!pl_moment_is_time(moment)) {
        PlSlice part = {0};
        read->n += read_part_of_day(scan, i + read->n, &part);
        moment->day_part = part;
    }
    bool has_at;
    uint32_t at = i + read->n;
    PlTimeHour stamp;
    if (pl_time_stamp(scan, at, &stamp)) {
        set_clock(moment, &stamp);
        read->n += stamp.n;
        return;
    }
    at += skip_to_clock(scan, at, &has_at);
    Timed timed;
    if (!scan_timed(scan, at, &timed)) return;
    PlTimeHour *clock = &timed.clock;
    /* In "Monday, 3 May" the number is no hour, and "3 pm on Tuesday" has its own day. */
    if (timed.n_day && !clock->is_sure) return;
    if (timed.n_day && timed.day.day_part.len == 0) return;
    bool had_half = clock->has_half;
    if (!had_half) take_part(clock, moment->day_part);
    bool is_sure = clock->is_sure;
    bool is_dotted = !clock->is_bare && !is_sure;
    is_sure |= has_at && (is_dotted || moment->day_part.len > 0) && !is_count(scan, at + clock->n);
    timed.n_day = 0;
    if (!is_sure) {
        clock->has_half = had_half;
        read_range(scan, at, &timed);
        is_sure = clock->is_sure;
        take_part(clock, moment->day_part);
    } else if (!clock->has_half) {
        read_range(scan, at, &timed);
    }
    if (!is_sure) return;
    set_clock(moment, clock);
    read->n = at + clock->n - i;
    read->has_half = clock->has_half;
}
