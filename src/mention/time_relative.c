/* Days and stretches that are counted from the report's day or from the day spoken of. */
#include "mention/time_scan.h"

#include <string.h>

bool pl_time_day_word(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_DAY, &n);
    if (!word) return false;
    read->n = n;
    read->moment = scan->has_now ? pl_moment_of_day(scan->now + (int32_t)word->number)
                                 : pl_moment(PL_GRAIN_DAY);
    if (pl_piece_is(scan->pieces, i, "tonight")) read->moment.day_part = PL_SLICE("NI");
    return true;
}

static PlMoment shift_month(const PlTimeScan *scan, int32_t month, int32_t shift)
{
    PlMoment moment = pl_moment(PL_GRAIN_MONTH);
    moment.part = month;
    if (!scan->has_now) return moment;
    moment.year = scan->now_date.year;
    if (shift < 0 && month >= scan->now_date.month) moment.year--;
    if (shift > 0 && month <= scan->now_date.month) moment.year++;
    return moment;
}

/* Which day "that evening", "the next day", "the same week" count from. */
static bool spoken_day(const PlTimeScan *scan, PlDay *day)
{
    if (!scan->has_last && !scan->has_now) return false;
    *day = scan->has_last ? scan->last : scan->now;
    return true;
}

/* What follows "last", "this", "next". The report's day is the origin, but "the next day" and "the
 * previous evening" count from the day spoken of. */
bool pl_time_shift(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    uint32_t n_word;
    bool is_plural;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_SHIFT, &n);
    /* "the past quarter", "on past Wednesday", not "it will run past Wednesday" */
    bool is_past = !word && pl_piece_is(scan->pieces, i, "past") &&
                   (pl_piece_is(scan->pieces, (int64_t)i - 1, "the") ||
                    pl_piece_is(scan->pieces, (int64_t)i - 1, "this") ||
                    pl_piece_is(scan->pieces, (int64_t)i - 1, "on") ||
                    pl_piece_is(scan->pieces, (int64_t)i - 1, "for"));
    bool is_current = !word && !is_past && pl_piece_is(scan->pieces, i, "current");
    if (!word && !is_past && !is_current) return false;
    int32_t shift = is_past ? -1 : 0;
    if (word) shift = (int32_t)word->number;
    if (!word) n = 1;
    /* "this past Wednesday", "this coming week" */
    uint32_t n_second;
    const PlPieceWord *second = pl_time_word(scan, (int64_t)i + n, PL_TIME_SHIFT, &n_second);
    if (shift == 0 && second) {
        shift = (int32_t)second->number;
        n += n_second;
    } else if (word && shift == 0 && pl_piece_is(scan->pieces, (int64_t)i + n, "past")) {
        shift = -1;
        n++;
        is_past = true;
    }
    uint32_t at = i + n;
    at += pl_piece_is(scan->pieces, at, "calendar");
    const PlPieceWord *what = pl_time_word(scan, at, PL_TIME_WEEKDAY, &n_word);
    read->n = n + n_word;
    if (what) {
        read->moment = pl_time_shifted_weekday(scan, at - 1, (int32_t)what->number, shift);
        return true;
    }
    bool is_quarter = pl_slice_is(pl_time_unit(scan, at, &is_plural), "Q") && !is_plural;
    /* "the past week" is a stretch that ends now: time_spans.c. */
    if (is_past && !is_quarter) return false;
    int32_t month = pl_time_month_at(scan, at);
    if (month) {
        read->n = n + 1;
        read->moment = shift_month(scan, month, shift);
        return true;
    }
    if (pl_time_season(scan, at, shift, true, read)) {
        read->n += n;
        return true;
    }
    PlDay day = scan->now;
    what = pl_time_word(scan, at, PL_TIME_PART, &n_word);
    if (what) {
        if (shift > 0 && !pl_piece_is(scan->pieces, (int64_t)i - 1, "the")) return false;
        bool has_day = shift > 0 ? spoken_day(scan, &day) : scan->has_now;
        read->moment = has_day ? pl_moment_of_day(day + shift) : pl_moment(PL_GRAIN_DAY);
        read->moment.day_part = what->value;
        read->n = n + n_word;
        return true;
    }
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (unit.len == 0 || is_plural || (unit.ptr[0] == 'T')) return false;
    read->n = at + 1 - i;
    if (pl_slice_is(unit, "W")) {
        uint32_t n_weekday = pl_time_weekday_after(scan, i + read->n, shift, &read->moment);
        read->n += n_weekday;
        if (n_weekday) return true;
    }
    bool has_day = unit.ptr[0] == 'D' ? spoken_day(scan, &day) : scan->has_now;
    /* "the following month" goes on from the month spoken of. */
    if (pl_piece_is(scan->pieces, i, "following") && scan->has_last_date && unit.ptr[0] != 'D') {
        day = scan->last_date;
        has_day = true;
    }
    if (has_day)
        read->moment = pl_time_shifted(day, unit, shift);
    else
        read->moment = pl_time_open(unit);
    if (has_day && unit.ptr[0] == 'E') {
        read->moment.grain = PL_GRAIN_DECADE;
        read->moment.year /= 10;
    }
    return true;
}

/* "the day before", "the week after next", "the night before" at the end of a clause; before a noun
 * or a verb they are of what that says, and have no date here. */
bool pl_time_neighbour(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    bool is_plural;
    uint32_t n;
    PlDay day;
    if (!pl_piece_is(p, (int64_t)i - 1, "the")) return false;
    PlSlice unit = pl_time_unit(scan, i, &is_plural);
    const PlPieceWord *part = pl_time_word(scan, i, PL_TIME_PART, &n);
    if (part) unit = PL_SLICE("D");
    if (unit.len == 0 || is_plural || !strchr("DWMY", unit.ptr[0])) return false;
    bool is_before = pl_piece_is(p, (int64_t)i + 1, "before");
    if (!is_before && !pl_piece_is(p, (int64_t)i + 1, "after")) return false;
    int32_t shift = is_before ? -1 : 1;
    read->n = 2;
    uint32_t n_word;
    bool is_twice = pl_piece_is(p, (int64_t)i + 2, is_before ? "last" : "next") &&
                    (part || unit.ptr[0] != 'D') &&
                    !pl_time_word(scan, (int64_t)i + 3, PL_TIME_WEEKDAY, &n_word) &&
                    !pl_time_month_at(scan, (int64_t)i + 3);
    if (is_twice) {
        shift *= 2;
        read->n++;
    } else {
        const PlPiece *next = pl_piece_at(p, (int64_t)i + 2);
        bool is_end = next->lower.len == 0 || next->kind == PL_PIECE_MARK;
        if (!is_end && pl_time_upos(scan, (int64_t)i + 2) != PL_UPOS_CCONJ) return false;
    }
    bool has_day = is_twice ? scan->has_now : spoken_day(scan, &day);
    if (is_twice) day = scan->now;
    read->moment = has_day ? pl_time_shifted(day, unit, shift) : pl_time_open(unit);
    if (part) read->moment.day_part = part->value;
    return true;
}

/* "that year", "the same day", "that evening". */
bool pl_time_same(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    uint32_t n_word;
    bool is_plural;
    if (!pl_time_word(scan, i, PL_TIME_SAME, &n)) return false;
    const PlPieceWord *part = pl_time_word(scan, (int64_t)i + n, PL_TIME_PART, &n_word);
    PlSlice unit = pl_time_unit(scan, (int64_t)i + n, &is_plural);
    if (pl_slice_is(unit, "Y") && !is_plural && scan->last_year > 0) {
        read->moment = pl_moment(PL_GRAIN_YEAR);
        read->moment.year = scan->last_year;
    } else if (!scan->has_last) {
        /* Which week it is was not said. */
        if (!unit.len || is_plural || !strchr("WMY", unit.ptr[0])) return false;
        read->moment = pl_time_open(unit);
    } else if (part) {
        read->moment = pl_moment_of_day(scan->last);
        read->moment.day_part = part->value;
    } else if (unit.len && !is_plural && strchr("DWMY", unit.ptr[0])) {
        read->moment = pl_time_shifted(scan->last, unit, 0);
    } else {
        return false;
    }
    read->n = n + 1;
    return true;
}

/* "in the year", "for the month", "in the latest quarter": the one that runs; a quarter is the one
 * spoken of. Not "in the year of the flood" and "the year before". */
bool pl_time_this_unit(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    static const char *const cues[] = {"in", "for", "during", "of", "within", "throughout", "over"};
    const PlPieces *p = scan->pieces;
    bool is_plural;
    PlSlice unit = pl_time_unit(scan, i, &is_plural);
    if (unit.len != 1 || is_plural || !strchr("YMWQD", unit.ptr[0])) return false;
    bool is_latest = pl_piece_is(p, (int64_t)i - 1, "latest");
    if (!pl_piece_is(p, (int64_t)i - 1 - is_latest, "the")) return false;
    bool has_cue = is_latest;
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        has_cue |= pl_piece_is(p, (int64_t)i - 2, cues[k]);
    const PlPiece *next = pl_piece_at(p, (int64_t)i + 1);
    uint8_t upos = pl_time_upos(scan, (int64_t)i + 1);
    bool is_end = next->lower.len == 0 || next->kind == PL_PIECE_MARK || upos == PL_UPOS_CCONJ ||
                  upos == PL_UPOS_VERB || upos == PL_UPOS_AUX;
    /* "in the week or so since" */
    if (!has_cue || !is_end || pl_slice_is(next->lower, "or") || pl_slice_ends(next->lower, "-"))
        return false;
    read->n = 1;
    /* The latest quarter is over. */
    if (unit.ptr[0] == 'Q' && scan->has_quarter)
        read->moment = scan->last_quarter;
    else
        read->moment = scan->has_now ? pl_time_shifted(scan->now, unit, is_latest ? -1 : 0)
                                     : pl_time_open(unit);
    return true;
}

/* "the end of the year", "later in the day": the unit after an edge is the report's. */
bool pl_time_edged_unit(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    bool is_plural;
    if (!pl_piece_is(scan->pieces, i, "the") || i == 0) return false;
    PlSlice unit = pl_time_unit(scan, (int64_t)i + 1, &is_plural);
    if (unit.len == 0 || is_plural || !strchr("DWMYECQ", unit.ptr[0])) return false;
    bool has_edge = false;
    for (uint32_t k = 1; k <= 4 && k <= i; k++) {
        uint32_t n;
        has_edge |= pl_time_word(scan, (int64_t)i - k, PL_TIME_EDGE, &n) && n == k;
    }
    if (!has_edge) return false;
    PlDay day = scan->sent_has_day && unit.ptr[0] == 'D' ? scan->sent_day : scan->now;
    read->n = 2;
    read->moment = scan->has_now ? pl_time_shifted(day, unit, 0) : pl_time_open(unit);
    return true;
}
