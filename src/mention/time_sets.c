/* What repeats: "every Monday at 9 a.m.", "Friday mornings", "the 19th of every month". */
#include "mention/time_scan.h"

#include <string.h>

static bool set_set(PlTimeFound *found, uint32_t first, uint32_t end, PlSlice value)
{
    *found = (PlTimeFound){.first = first, .end = end, .type = PL_TIME_SET, .value = value};
    return true;
}

/* A weekday in the plural, 0 = none. */
static int32_t plural_weekday(const PlTimeScan *scan, int64_t i)
{
    static const char *const days[] = {"mondays", "tuesdays",  "wednesdays", "thursdays",
                                       "fridays", "saturdays", "sundays"};
    for (int32_t k = 0; k < 7; k++)
        if (pl_piece_is(scan->pieces, i, days[k])) return k + 1;
    return 0;
}

/* "Tuesdays", "Friday mornings", "in the mornings", "at weekends". */
static bool read_plural(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    uint32_t n;
    uint32_t n_part;
    bool is_plural;
    int32_t day = plural_weekday(scan, i);
    if (day) return set_set(found, i, i + 1, pl_arena_format(scan->arena, "XXXX-WXX-%d", (int)day));
    const PlPieceWord *weekday = pl_time_word(scan, i, PL_TIME_WEEKDAY, &n);
    if (!weekday) n = 0;
    const PlPieceWord *part = pl_time_word(scan, (int64_t)i + n, PL_TIME_PART, &n_part);
    bool has_plural = part && pl_slice_ends(pl_piece_at(scan->pieces, (int64_t)i + n)->lower, "s");
    if (has_plural && weekday)
        return set_set(found, i, i + n + n_part,
                       pl_arena_format(scan->arena, "XXXX-WXX-%dT%.*s", (int)weekday->number,
                                       PL_PRI(part->value)));
    /* "in the mornings", "at weekends", not "two nights" and "on nights like these". */
    bool is_in = pl_piece_is(scan->pieces, (int64_t)i - 1, "the") &&
                 pl_piece_is(scan->pieces, (int64_t)i - 2, "in");
    bool is_at = pl_piece_is(scan->pieces, (int64_t)i - 1, "at") ||
                 pl_piece_is(scan->pieces, (int64_t)i - 1, "on");
    uint8_t upos = pl_time_upos(scan, (int64_t)i + 1);
    bool is_told = upos == PL_UPOS_ADP || upos == PL_UPOS_ADV || upos == PL_UPOS_SCONJ;
    if (weekday || (!is_in && !(is_at && !is_told))) return false;
    if (has_plural)
        return set_set(found, i, i + n_part,
                       pl_arena_format(scan->arena, "XXXX-XX-XXT%.*s", PL_PRI(part->value)));
    if (!pl_slice_is(pl_time_unit(scan, i, &is_plural), "WE") || !is_plural) return false;
    return set_set(found, i, i + 1, PL_SLICE("XXXX-WXX-WE"));
}

/* What follows "every", "each", "every other". */
static bool read_each(const PlTimeScan *scan, uint32_t i, uint32_t n, PlTimeFound *found)
{
    uint32_t n_word;
    bool is_plural;
    uint32_t at = i + n;
    /* "They spoke to each other Monday." */
    if (pl_piece_is(scan->pieces, i, "each") && pl_piece_is(scan->pieces, at, "other"))
        return false;
    bool is_second =
        pl_piece_is(scan->pieces, at, "other") || pl_piece_is(scan->pieces, at, "second");
    at += is_second;
    const PlPieceWord *word = pl_time_word(scan, at, PL_TIME_WEEKDAY, &n_word);
    if (word) {
        const PlPieceWord *part = pl_time_word(scan, (int64_t)at + n_word, PL_TIME_PART, &n);
        PlSlice value = pl_arena_format(scan->arena, "XXXX-WXX-%d", (int)word->number);
        if (part)
            value = pl_arena_format(scan->arena, "%.*sT%.*s", PL_PRI(value), PL_PRI(part->value));
        return set_set(found, i, at + n_word + (part ? n : 0), value);
    }
    word = pl_time_word(scan, at, PL_TIME_MONTH, &n_word);
    if (word)
        return set_set(found, i, at + n_word,
                       pl_arena_format(scan->arena, "XXXX-%02d", (int)word->number));
    word = pl_time_word(scan, at, PL_TIME_PART, &n_word);
    if (word)
        return set_set(found, i, at + n_word,
                       pl_arena_format(scan->arena, "XXXX-XX-XXT%.*s", PL_PRI(word->value)));
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (pl_slice_is(unit, "WE") && !is_plural && !is_second)
        return set_set(found, i, at + 1, PL_SLICE("XXXX-WXX-WE"));
    double count = is_second ? 2 : 1;
    if (unit.len && !is_plural)
        return set_set(found, i, at + 1, pl_time_duration(scan->arena, count, count, unit));
    if (is_second || !pl_time_counted(scan, at, true, found) || found->type != PL_TIME_DURATION)
        return false;
    found->first = i;
    found->type = PL_TIME_SET;
    return true;
}

/* "the 19th of every month" */
static bool read_day_of_each(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    uint32_t n;
    uint32_t n_each;
    bool is_plural;
    int32_t day = pl_time_day_number(scan, i, &n);
    if (!day || !pl_piece_is(scan->pieces, (int64_t)i + n, "of")) return false;
    uint32_t at = i + n + 1;
    if (!pl_time_word(scan, at, PL_TIME_EACH, &n_each)) return false;
    at += n_each;
    if (!pl_slice_is(pl_time_unit(scan, at, &is_plural), "M") || is_plural) return false;
    return set_set(found, i, at + 1, pl_arena_format(scan->arena, "XXXX-XX-%02d", (int)day));
}

/* "3 p.m. each day", "every Monday at 4 p.m.": the clock before or after what repeats. */
static void join_clock(const PlTimeScan *scan, PlTimeFound *found)
{
    PlSlice value = found->value;
    bool is_day = pl_slice_is(value, "P1D");
    bool has_day = value.len == 10 && memcmp(value.ptr, "XXXX-WXX-", 9) == 0;
    bool has_part = value.len == 13 && memcmp(value.ptr, "XXXX-XX-XXT", 11) == 0;
    if (!is_day && !has_day && !has_part) return;
    uint32_t at = found->end;
    if (pl_piece_is(scan->pieces, at, "at")) at++;
    PlTimeRead read = {.moment = pl_moment(PL_GRAIN_DAY)};
    if (has_part) read.moment.day_part = (PlSlice){value.ptr + 11, 2};
    read.n = found->end;
    pl_time_join_clock(scan, 0, &read);
    if (!read.moment.has_clock) return;
    PlSlice clock = pl_moment_value(scan->arena, &read.moment);
    found->value = has_day ? pl_arena_format(scan->arena, "%.*s%.*s", PL_PRI(value),
                                             (int)(clock.len - 10), clock.ptr + 10)
                           : clock;
    found->end = read.n;
}

/* "3 p.m. each day", "noon every Friday" */
static bool read_clock_first(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    uint32_t n;
    PlTimeRead read;
    if (!pl_time_clock(scan, i, &read)) return false;
    uint32_t at = i + read.n;
    if (pl_piece_is(scan->pieces, at, "on")) at++;
    if (pl_time_word(scan, at, PL_TIME_EACH, &n)) {
        if (!read_each(scan, at, n, found)) return false;
    } else {
        int32_t day = plural_weekday(scan, at);
        bool is_daily =
            pl_piece_is(scan->pieces, at, "everyday") || pl_piece_is(scan->pieces, at, "daily");
        if (!day && !is_daily) return false;
        set_set(found, at, at + 1,
                day ? pl_arena_format(scan->arena, "XXXX-WXX-%d", (int)day) : PL_SLICE("P1D"));
    }
    bool is_day = pl_slice_is(found->value, "P1D");
    if (!is_day && found->value.len != 10) return false;
    PlMoment clock = pl_moment(PL_GRAIN_DAY);
    clock.has_clock = true;
    clock.hour = read.moment.hour;
    clock.minute = read.moment.minute;
    clock.zone = read.moment.zone;
    PlSlice value = pl_moment_value(scan->arena, &clock);
    if (!is_day)
        value = pl_arena_format(scan->arena, "%.*s%.*s", PL_PRI(found->value),
                                (int)(value.len - 10), value.ptr + 10);
    return set_set(found, i, found->end, value);
}

bool pl_time_set(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    uint32_t n;
    bool is_plural;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_REGULAR, &n);
    /* "everyday life" does not repeat. */
    if (word && pl_piece_is(scan->pieces, i, "everyday") && pl_time_upos(scan, i) == PL_UPOS_ADJ)
        return false;
    if (read_clock_first(scan, i, found)) return true;
    if (word) {
        set_set(found, i, i + n, word->value);
    } else if (pl_piece_is(scan->pieces, i, "per")) {
        PlSlice unit = pl_time_unit(scan, (int64_t)i + 1, &is_plural);
        if (unit.len == 0 || is_plural) return false;
        return set_set(found, i, i + 2, pl_time_duration(scan->arena, 1, 1, unit));
    } else if (!(pl_time_word(scan, i, PL_TIME_EACH, &n) && read_each(scan, i, n, found)) &&
               !read_plural(scan, i, found) && !read_day_of_each(scan, i, found)) {
        return false;
    }
    join_clock(scan, found);
    return true;
}
