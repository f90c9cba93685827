/* Stretches of time without a number, and the words for past, present and future. */
#include "mention/time_scan.h"

#include <math.h>
#include <string.h>

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
        pl_time_set_found(found, i, at + 1, PL_TIME_DURATION,
                          pl_time_duration(scan->arena, is_one ? 1 : NAN, is_one ? 1 : NAN, unit));
        return true;
    }
    /* "over the next decade" lasts; "the last decade" is one of the calendar. */
    if (is_shift && pl_slice_is(unit, "E") && !is_plural) {
        static const char *const preps[] = {"over", "for", "within", "during", "throughout"};
        for (size_t k = 0; k < sizeof preps / sizeof *preps; k++) {
            if (!pl_piece_is(scan->pieces, (int64_t)i - 2, preps[k])) continue;
            pl_time_set_found(found, i, at + 1, PL_TIME_DURATION, PL_SLICE("P1E"));
            return true;
        }
    }
    if (!pl_time_compound(scan, at, found) && !pl_time_counted(scan, at, true, found)) return false;
    if (found->type != PL_TIME_DURATION) return false;
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
    if (pl_piece_is(p, (int64_t)i + 1, "old")) return false;
    /* "two years" is read from its number; a number left over here has another meaning. */
    if (pl_piece_at(p, (int64_t)i - 1)->kind == PL_PIECE_NUMBER) return false;
    pl_time_set_found(found, i, i + 1, PL_TIME_DURATION,
                      pl_time_duration(scan->arena, NAN, NAN, unit));
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
        pl_time_set_found(found, i, i + n, PL_TIME_DATE, word->value);
        return true;
    }
    word = pl_time_word(scan, i, PL_TIME_LONG, &n);
    if (word) {
        pl_time_set_found(found, i, i + n, PL_TIME_DURATION, word->value);
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
    /* "the current year", "this past Wednesday" are dates. */
    if (!is_ref || pl_time_unit(scan, (int64_t)i + n, &is_plural).len) return false;
    uint32_t n_word;
    if (pl_time_word(scan, (int64_t)i + n, PL_TIME_WEEKDAY, &n_word)) return false;
    pl_time_set_found(found, i, i + n, PL_TIME_DATE, value);
    return true;
}

/* "the year ended March 31": as long as the unit, up to the date that follows. */
static bool read_ended_year(const PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    const PlPieces *p = scan->pieces;
    bool is_plural;
    if (!pl_slice_is(pl_time_unit(scan, i, &is_plural), "Y") || is_plural) return false;
    bool is_ended =
        pl_piece_is(p, (int64_t)i + 1, "ended") || pl_piece_is(p, (int64_t)i + 1, "ending");
    bool is_to = pl_piece_is(p, (int64_t)i + 1, "to");
    if (!pl_piece_is(p, (int64_t)i - 1, "the") || (!is_ended && !is_to)) return false;
    if (!pl_time_month_at(scan, (int64_t)i + 2)) return false;
    pl_time_set_found(found, i, i + 1, PL_TIME_DURATION, PL_SLICE("P1Y"));
    return true;
}

bool pl_time_stretch(PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    return pl_time_set(scan, i, found) || pl_time_article(scan, i, found) ||
           read_stretch(scan, i, found) || pl_time_compound(scan, i, found) ||
           pl_time_counted(scan, i, false, found) || read_ended_year(scan, i, found) ||
           read_bare(scan, i, found) || read_ref(scan, i, found);
}
