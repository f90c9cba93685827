/* Durations, what repeats, and the words for past, present and future.
 *
 * A duration counted from the report's day is a date: "three weeks ago", "in ten days" of what is
 * to come.
 */
#include "mention/time_scan.h"

#include <math.h>
#include <string.h>

/* A duration's amount as TIMEX3 writes it: "3", "8.5", "X". */
static PlSlice amount(PlArena *arena, double value)
{
    if (isnan(value)) return PL_SLICE("X");
    if (value >= 1e9) return PL_SLICE("X");
    double tenths = floor(value * 10 + 0.5);
    if (fmod(tenths, 10) == 0) return pl_arena_format(arena, "%.0f", tenths / 10);
    return pl_arena_format(arena, "%.0f.%.0f", floor(tenths / 10), fmod(tenths, 10));
}

/* "P3Y", "PT20M", "P2M/P3M" for a range; a fortnight is two weeks. */
static PlSlice duration_value(PlArena *arena, double low, double high, PlSlice unit)
{
    PlSlice time = unit.ptr[0] == 'T' ? PL_SLICE("T") : PL_SLICE("");
    if (time.len) unit = (PlSlice){unit.ptr + 1, 1};
    if (unit.ptr[0] == 'F') {
        unit = PL_SLICE("W");
        low *= 2;
        high *= 2;
    }
    if (pl_slice_is(unit, "WE")) {
        unit = PL_SLICE("D");
        low *= 2;
        high *= 2;
    }
    PlSlice first = amount(arena, low);
    if (isnan(low) || low == high)
        return pl_arena_format(arena, "P%.*s%.*s%.*s", PL_PRI(time), PL_PRI(first), PL_PRI(unit));
    PlSlice last = amount(arena, high);
    return pl_arena_format(arena, "P%.*s%.*s%.*s/P%.*s%.*s%.*s", PL_PRI(time), PL_PRI(first),
                           PL_PRI(unit), PL_PRI(time), PL_PRI(last), PL_PRI(unit));
}

static void set_found(PlTimeFound *found, uint32_t first, uint32_t end, PlTimeType type,
                      PlSlice value)
{
    *found = (PlTimeFound){.first = first, .end = end, .type = type, .value = value};
}

static void set_moment(const PlTimeScan *scan, PlTimeFound *found, uint32_t end,
                       const PlMoment *moment)
{
    found->end = end;
    found->type = PL_TIME_DATE;
    found->value = pl_moment_value(scan->arena, moment);
    found->has_day = pl_moment_day(moment, &found->day);
}

/* The moment `count` units before (-1) or after (+1) the report's day. */
static PlMoment counted_from(PlDay origin, double count, PlSlice unit, int32_t direction)
{
    int32_t whole = (int32_t)count;
    bool is_whole = floor(count) == count;
    if (!is_whole && unit.ptr[0] == 'Y')
        return pl_time_shifted(origin, PL_SLICE("M"), direction * (int32_t)(count * 12));
    if (unit.ptr[0] == 'T')
        return pl_moment_of_day(origin + direction * (pl_slice_is(unit, "TH") ? whole / 24 : 0));
    return pl_time_shifted(origin, unit, direction * whole);
}

/* "ago", "earlier", "from now", "later" after a duration make it a date. */
static void count_from_origin(const PlTimeScan *scan, const PlNumber *number, PlSlice unit,
                              PlTimeFound *found)
{
    uint32_t n;
    bool is_ago = pl_time_word(scan, found->end, PL_TIME_AGO, &n) != NULL;
    bool is_from_now = !is_ago && pl_time_word(scan, found->end, PL_TIME_FROM_NOW, &n) != NULL;
    bool is_earlier =
        !is_ago && !is_from_now && pl_time_word(scan, found->end, PL_TIME_EARLIER, &n) != NULL;
    bool is_later = !is_ago && !is_from_now && !is_earlier &&
                    pl_time_word(scan, found->end, PL_TIME_LATER, &n) != NULL;
    /* "earlier" and "later" go on from what was spoken of when it is a day. */
    bool is_relative = is_later || (is_earlier && unit.ptr[0] == 'D');
    if (!is_ago && !is_from_now && !is_earlier && !is_later) return;
    uint32_t end = found->end + n;
    if (isnan(number->value) || number->value > 3000) {
        if (!is_ago) return;
        found->end = end;
        found->type = PL_TIME_DATE;
        found->value = PL_SLICE("PAST_REF");
        return;
    }
    bool has_origin = is_relative ? scan->has_last : scan->has_now;
    if (is_later && !has_origin) return;
    if (!has_origin) {
        found->end = end;
        return;
    }
    PlMoment moment = counted_from(is_relative ? scan->last : scan->now, number->value, unit,
                                   is_ago || is_earlier ? -1 : 1);
    if (moment.year <= 1) { /* "3000 years ago" has no date here */
        found->end = end;
        found->type = PL_TIME_DATE;
        found->value = PL_SLICE("PAST_REF");
        return;
    }
    set_moment(scan, found, end, &moment);
}

/* "in ten days" of what is to come. */
static void count_ahead(const PlTimeScan *scan, uint32_t i, const PlNumber *number, PlSlice unit,
                        PlTimeFound *found)
{
    if (found->type != PL_TIME_DURATION || !scan->has_now || isnan(number->value)) return;
    if (!pl_piece_is(scan->pieces, (int64_t)i - 1, "in") || number->value > 3000) return;
    if (unit.ptr[0] == 'E' || unit.ptr[0] == 'C') return;
    uint32_t tok = pl_piece_at(scan->pieces, i)->tok;
    if (pl_tense_around(scan->model->tense, scan->tokens, scan->syntax, tok, NULL) !=
        PL_TENSE_FUTURE)
        return;
    PlMoment moment = counted_from(scan->now, number->value, unit, 1);
    set_moment(scan, found, found->end, &moment);
}

/* "$5 a day", "twice a week", "barrels a day": the article means "each". */
static bool is_rate(const PlTimeScan *scan, uint32_t i)
{
    static const char *const cues[] = {"once", "twice", "times", "per", "%", "percent"};
    const PlPiece *before = pl_piece_at(scan->pieces, (int64_t)i - 1);
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        if (pl_slice_is(before->lower, cues[k])) return true;
    if (before->lower.len == 0 || before->kind == PL_PIECE_MARK) return false;
    PlNumber number;
    bool after_number = i > 0 && before->kind == PL_PIECE_NUMBER;
    bool after_magnitude = i > 1 &&
                           pl_numbers_read(scan->model->numbers, scan->pieces, i - 2, &number) &&
                           number.n_pieces == 2;
    bool after_counted = i > 1 && scan->syntax->xpos[before->tok] == PL_XPOS_NNS &&
                         pl_numbers_read(scan->model->numbers, scan->pieces, i - 2, &number);
    return after_number || after_magnitude || after_counted;
}

/* A number and a unit, "30-day", "three long years", "two and a half hours", "half a century". */
static bool read_counted(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    const PlPieces *p = scan->pieces;
    PlNumber number;
    bool is_plural;
    uint32_t n;
    if (!pl_numbers_read(scan->model->numbers, p, i, &number)) return false;
    const PlPiece *before = pl_piece_at(p, (int64_t)i - 1);
    const PlPiece *piece = pl_piece_at(p, i);
    /* "T-72 days" and "$5 years" begin elsewhere. */
    if (piece->is_glued && before->kind == PL_PIECE_WORD && before->tok == piece->tok) return false;
    uint32_t at = i + number.n_pieces;
    if (pl_piece_is(p, at, "of")) at += number.is_vague || isnan(number.value);
    bool has_hyphen = pl_piece_is_hyphen(p, at);
    at += has_hyphen;
    for (uint32_t k = 0; k < 2 && pl_time_word(scan, at, PL_TIME_FILLER, &n); k++)
        at += n;
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (unit.len == 0 || unit.ptr[0] == 'Q') return false;
    if (!is_plural && !has_hyphen && !(number.value <= 1)) {
        /* "20 year" is a duration only before a noun, "1988 second quarter" is none. */
        if (pl_time_upos(scan, (int64_t)at + 1) != PL_UPOS_NOUN) return false;
        if (pl_slice_is(unit, "TS")) return false;
    }
    set_found(found, i, at + 1, PL_TIME_DURATION,
              duration_value(scan->arena, isnan(number.value) ? number.low : number.value,
                             isnan(number.value) ? number.high : number.value, unit));
    if (isnan(number.value) && !number.is_range)
        found->value = duration_value(scan->arena, NAN, NAN, unit);
    if (pl_piece_is_hyphen(p, found->end) && pl_piece_is(p, (int64_t)found->end + 1, "long"))
        found->end += 2;
    if (pl_piece_is(p, found->end, "and") && pl_piece_is(p, (int64_t)found->end + 1, "a") &&
        pl_piece_is(p, (int64_t)found->end + 2, "half") && !isnan(number.value)) {
        number.value += 0.5;
        found->end += 3;
        found->value = duration_value(scan->arena, number.value, number.value, unit);
    }
    count_from_origin(scan, &number, unit, found);
    count_ahead(scan, i, &number, unit, found);
    return true;
}

/* "a year", "an hour", "half a century", "a decade ago", "a year and a half". */
static bool read_article(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    const PlPieces *p = scan->pieces;
    uint32_t at = i;
    uint32_t n;
    double count = 1;
    bool is_plural;
    if (pl_piece_is(p, at, "half")) {
        count = 0.5;
        at++;
    }
    if (!pl_piece_is(p, at, "a") && !pl_piece_is(p, at, "an")) return false;
    at++;
    if (pl_piece_is_hyphen(p, at)) at++;
    for (uint32_t k = 0; k < 2 && pl_time_word(scan, at, PL_TIME_FILLER, &n); k++)
        at += n;
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (unit.len == 0 || is_plural || unit.ptr[0] == 'Q' || pl_slice_is(unit, "TS")) return false;
    /* "a day of talks" lasts; "a week-long", "a year-end" are read elsewhere. */
    if (pl_piece_is_hyphen(p, (int64_t)at + 1)) return false;
    PlNumber number = {.value = count, .low = count, .high = count};
    bool is_counted_back = pl_time_word(scan, (int64_t)at + 1, PL_TIME_AGO, &n) ||
                           pl_time_word(scan, (int64_t)at + 1, PL_TIME_EARLIER, &n);
    if (at == i + 1 && !is_counted_back && is_rate(scan, i)) {
        set_found(found, i, at + 1, PL_TIME_SET, duration_value(scan->arena, 1, 1, unit));
        return true;
    }
    /* A half is written in the next smaller unit. */
    static const struct {
        const char *unit;
        double n;
        const char *smaller;
    } halves[] = {{"TH", 30, "TM"}, {"Y", 6, "M"}, {"D", 12, "TH"}, {"E", 5, "Y"}, {"C", 50, "Y"}};
    for (size_t k = 0; count < 1 && k < sizeof halves / sizeof *halves; k++) {
        if (!pl_slice_is(unit, halves[k].unit)) continue;
        number.value = halves[k].n;
        unit = pl_slice(halves[k].smaller);
        break;
    }
    set_found(found, i, at + 1, PL_TIME_DURATION,
              duration_value(scan->arena, number.value, number.value, unit));
    if (count == 1 && pl_piece_is(p, found->end, "and") &&
        pl_piece_is(p, (int64_t)found->end + 1, "a") &&
        pl_piece_is(p, (int64_t)found->end + 2, "half")) {
        number.value = 1.5;
        found->end += 3;
        found->value = duration_value(scan->arena, 1.5, 1.5, unit);
    }
    count_from_origin(scan, &number, unit, found);
    count_ahead(scan, i, &number, unit, found);
    return true;
}

/* "the past month", "the last three years", "the next 60 days", "recent weeks". */
static bool read_stretch(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    uint32_t n;
    bool is_plural;
    const PlPieceWord *span = pl_time_word(scan, i, PL_TIME_SPAN, &n);
    bool is_recent = !span && pl_time_word(scan, i, PL_TIME_RECENT, &n);
    bool is_shift = !span && !is_recent && pl_time_word(scan, i, PL_TIME_SHIFT, &n);
    int32_t ordinal;
    bool is_first = !span && !is_recent && !is_shift &&
                    pl_numbers_ordinal(scan->model->numbers, scan->pieces, i, &ordinal, &n) &&
                    ordinal == 1;
    if (!span && !is_recent && !is_shift && !is_first) return false;
    uint32_t at = i + n;
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (unit.len && unit.ptr[0] != 'Q' && (is_recent || span || (is_shift && is_plural))) {
        bool is_one = span && !is_plural;
        if (is_recent && !is_plural) return false;
        set_found(found, i, at + 1, PL_TIME_DURATION,
                  duration_value(scan->arena, is_one ? 1 : NAN, is_one ? 1 : NAN, unit));
        return true;
    }
    if (!read_counted(scan, at, found) || found->type != PL_TIME_DURATION) return false;
    found->first = i;
    return true;
}

/* "years", "decades of war": an open duration. */
static bool read_bare(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    bool is_plural;
    uint32_t n;
    const PlPieces *p = scan->pieces;
    PlSlice unit = pl_time_unit(scan, i, &is_plural);
    if (unit.len == 0 || !is_plural || pl_piece_at(p, i)->lower.len < 4) return false;
    if (!strchr("YMWDEC", unit.ptr[0]) && !pl_slice_is(unit, "TH")) return false;
    if (pl_slice_is(unit, "WE")) return false;
    /* "two years" is read from its number; a number left over here has another meaning. */
    if (pl_piece_at(p, (int64_t)i - 1)->kind == PL_PIECE_NUMBER) return false;
    set_found(found, i, i + 1, PL_TIME_DURATION, duration_value(scan->arena, NAN, NAN, unit));
    if (pl_time_word(scan, found->end, PL_TIME_AGO, &n)) {
        found->end += n;
        found->type = PL_TIME_DATE;
        found->value = PL_SLICE("PAST_REF");
    } else if (pl_piece_is_hyphen(p, found->end) &&
               pl_piece_is(p, (int64_t)found->end + 1, "long")) {
        found->end += 2;
    }
    return true;
}

/* "every Monday", "each day", "every two weeks", "Mondays". */
static bool read_set(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    const PlPieces *p = scan->pieces;
    uint32_t n;
    uint32_t n_word;
    bool is_plural;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_REGULAR, &n);
    if (word) {
        set_found(found, i, i + n, PL_TIME_SET, word->value);
        return true;
    }
    const PlPiece *piece = pl_piece_at(p, i);
    if (pl_piece_is(p, i, "per")) {
        PlSlice unit = pl_time_unit(scan, (int64_t)i + 1, &is_plural);
        if (unit.len == 0 || is_plural) return false;
        set_found(found, i, i + 2, PL_TIME_SET, duration_value(scan->arena, 1, 1, unit));
        return true;
    }
    if (piece->lower.len > 6 && piece->lower.ptr[piece->lower.len - 1] == 's') {
        static const char *const days[] = {"mondays", "tuesdays",  "wednesdays", "thursdays",
                                           "fridays", "saturdays", "sundays"};
        for (int32_t k = 0; k < 7; k++) {
            if (!pl_slice_is(piece->lower, days[k])) continue;
            set_found(found, i, i + 1, PL_TIME_SET,
                      pl_arena_format(scan->arena, "XXXX-WXX-%d", (int)k + 1));
            return true;
        }
    }
    if (!pl_time_word(scan, i, PL_TIME_EACH, &n)) return false;
    uint32_t at = i + n;
    word = pl_time_word(scan, at, PL_TIME_WEEKDAY, &n_word);
    if (word) {
        set_found(found, i, at + n_word, PL_TIME_SET,
                  pl_arena_format(scan->arena, "XXXX-WXX-%d", (int)word->number));
        return true;
    }
    word = pl_time_word(scan, at, PL_TIME_MONTH, &n_word);
    if (word) {
        set_found(found, i, at + n_word, PL_TIME_SET,
                  pl_arena_format(scan->arena, "XXXX-%02d", (int)word->number));
        return true;
    }
    word = pl_time_word(scan, at, PL_TIME_PART, &n_word);
    if (word) {
        set_found(found, i, at + n_word, PL_TIME_SET,
                  pl_arena_format(scan->arena, "XXXX-XX-XXT%.*s", PL_PRI(word->value)));
        return true;
    }
    PlSlice unit = pl_time_unit(scan, at, &is_plural);
    if (unit.len && !is_plural) {
        set_found(found, i, at + 1, PL_TIME_SET, duration_value(scan->arena, 1, 1, unit));
        return true;
    }
    if (!read_counted(scan, at, found) || found->type != PL_TIME_DURATION) return false;
    found->first = i;
    found->type = PL_TIME_SET;
    return true;
}

static bool stands_before_noun(const PlTimeScan *scan, uint32_t i)
{
    uint8_t upos = pl_time_upos(scan, (int64_t)i + 1);
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ || upos == PL_UPOS_PROPN;
}

/* "now", "the near future", "current", "past". */
static bool read_ref(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    uint32_t n;
    bool is_plural;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_REF, &n);
    if (word) {
        /* "the past two years" and "the future president" say something else. */
        PlNumber number;
        if (pl_time_unit(scan, (int64_t)i + n, &is_plural).len) return false;
        /* "shortly after the vote", "as soon as", "as recently as May" */
        if (pl_piece_is(scan->pieces, (int64_t)i + n, "after") ||
            pl_piece_is(scan->pieces, (int64_t)i + n, "before") ||
            pl_piece_is(scan->pieces, (int64_t)i + n, "as"))
            return false;
        if (pl_slice_is(word->value, "PAST_REF") && i + n < scan->pieces->pieces.n &&
            pl_numbers_read(scan->model->numbers, scan->pieces, i + n, &number))
            return false;
        set_found(found, i, i + n, PL_TIME_DATE, word->value);
        return true;
    }
    word = pl_time_word(scan, i, PL_TIME_LONG, &n);
    if (word) {
        set_found(found, i, i + n, PL_TIME_DURATION, word->value);
        return true;
    }
    PlSlice value = PL_SLICE("PAST_REF");
    bool is_ref = false;
    word = pl_time_word(scan, i, PL_TIME_REF_WORD, &n);
    if (word) {
        value = word->value;
        bool is_future = pl_slice_is(value, "FUTURE_REF");
        is_ref = is_future ? pl_time_upos(scan, i) != PL_UPOS_VERB : stands_before_noun(scan, i);
        if (pl_piece_is(scan->pieces, i, "present")) is_ref &= pl_time_upos(scan, i) == PL_UPOS_ADJ;
    } else if (pl_time_word(scan, i, PL_TIME_RECENT, &n)) {
        is_ref = true;
    } else if (pl_time_word(scan, i, PL_TIME_SPAN, &n)) {
        /* "its past promises", not "walked past guards". */
        uint8_t before = pl_time_upos(scan, (int64_t)i - 1);
        is_ref = stands_before_noun(scan, i) && before != PL_UPOS_VERB && before != PL_UPOS_NOUN &&
                 before != PL_UPOS_NUM && before != PL_UPOS_ADV;
    }
    if (!is_ref) return false;
    set_found(found, i, i + n, PL_TIME_DATE, value);
    return true;
}

bool pl_time_stretch(PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    return read_set(scan, i, found) || read_article(scan, i, found) ||
           read_stretch(scan, i, found) || read_counted(scan, i, found) ||
           read_bare(scan, i, found) || read_ref(scan, i, found);
}
