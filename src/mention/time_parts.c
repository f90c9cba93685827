/* Parts of a year: seasons, quarters, halves; fiscal years. */
#include "mention/time_scan.h"

/* The season's year as TIMEX3 has it: the year in which it begins. */
bool pl_time_season(const PlTimeScan *scan, uint32_t i, int32_t shift, bool is_shifted,
                    PlTimeRead *read)
{
    uint32_t n;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_SEASON, &n);
    if (!word) return false;
    int32_t season = (int32_t)word->number;
    int32_t first_month = 3 + 3 * season;
    int32_t year;
    uint32_t n_year = pl_time_year_after(scan, (int64_t)i + n, &year);
    /* "in autumn", not "in spring blossom" */
    bool is_in = (pl_piece_is(scan->pieces, (int64_t)i - 1, "in") ||
                  pl_piece_is(scan->pieces, (int64_t)i - 1, "by") ||
                  pl_piece_is(scan->pieces, (int64_t)i - 1, "until") ||
                  pl_piece_is(scan->pieces, (int64_t)i - 1, "since")) &&
                 pl_time_upos(scan, i) == PL_UPOS_NOUN &&
                 pl_time_upos(scan, (int64_t)i + n) != PL_UPOS_NOUN &&
                 pl_time_upos(scan, (int64_t)i + n) != PL_UPOS_ADJ;
    bool has_cue =
        is_shifted || n_year > 0 || is_in || pl_piece_is(scan->pieces, (int64_t)i - 1, "the");
    /* "fall" and "spring" are verbs and more. */
    if (!has_cue || pl_time_upos(scan, i) == PL_UPOS_VERB) return false;
    if (n_year == 0) {
        year = pl_time_year_of_part(scan, i, first_month, 3);
        if (is_shifted && scan->has_now) {
            bool is_over = scan->now_date.month > first_month + 2;
            bool is_ahead = scan->now_date.month < first_month;
            year = scan->now_date.year + shift;
            if (shift < 0 && is_over) year++;
            if (shift > 0 && is_ahead) year--;
        }
    }
    read->moment = pl_moment(PL_GRAIN_SEASON);
    read->moment.year = year;
    read->moment.part = season;
    read->n = n + n_year;
    return true;
}

/* ", 2019", " of 2019", "-2019", " of the year": how many pieces, 0 = none. */
static uint32_t read_part_year(const PlTimeScan *scan, uint32_t i, int32_t *year)
{
    bool is_plural;
    uint32_t n = pl_time_year_after(scan, i, year);
    if (n) return n;
    bool is_of_year =
        pl_piece_is(scan->pieces, i, "of") && pl_piece_is(scan->pieces, (int64_t)i + 1, "the") &&
        pl_slice_is(pl_time_unit(scan, (int64_t)i + 2, &is_plural), "Y") && !is_plural;
    if (!is_of_year || !scan->has_now) return 0;
    *year = scan->now_date.year;
    return 3;
}

/* "Q3", "H1", "third quarter", "first-half": its pieces, 0 = none. */
static uint32_t read_part_name(const PlTimeScan *scan, uint32_t i, int32_t *ordinal, bool *is_half)
{
    const PlPieces *p = scan->pieces;
    uint32_t n;
    bool is_plural = false;
    *is_half = pl_piece_is(p, i, "h");
    if ((*is_half || pl_piece_is(p, i, "q")) && pl_piece_at(p, (int64_t)i + 1)->is_glued) {
        *ordinal = pl_numbers_digits(pl_piece_at(p, (int64_t)i + 1));
        return 2;
    }
    if (!pl_numbers_ordinal(scan->model->numbers, p, i, ordinal, &n)) return 0;
    if (pl_piece_is_hyphen(p, (int64_t)i + n)) n++;
    *is_half = pl_piece_is(p, (int64_t)i + n, "half");
    if (!*is_half && !pl_slice_is(pl_time_unit(scan, (int64_t)i + n, &is_plural), "Q")) return 0;
    return is_plural ? 0 : n + 1;
}

/* "third quarter of 2019", "the first half of last year", "Q3 2019", "2017-Q1", "2019 H2". */
bool pl_time_year_part(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    int32_t ordinal;
    int32_t year;
    bool is_half;
    uint32_t before = 0;
    if (pl_time_year(scan, i, &year)) {
        before = 1 + pl_piece_is_hyphen(scan->pieces, (int64_t)i + 1);
        if (i + before >= scan->pieces->pieces.n) return false;
    }
    uint32_t n = before + read_part_name(scan, i + before, &ordinal, &is_half);
    if (n == before || ordinal < 1 || ordinal > (is_half ? 2 : 4)) return false;
    if (!before) {
        uint32_t n_year = read_part_year(scan, i + n, &year);
        n += n_year;
        /* Halves are of games and rooms too, and quarters of cities. */
        if (n_year == 0 && (is_half || pl_piece_is(scan->pieces, (int64_t)i + n, "of")))
            return false;
        if (n_year == 0) year = pl_time_year_of_part(scan, i, 3 * ordinal - 2, 3);
    }
    read->moment = pl_moment(is_half ? PL_GRAIN_HALF : PL_GRAIN_QUARTER);
    read->moment.year = year;
    read->moment.part = ordinal;
    read->n = n;
    return true;
}

/* "fiscal 2008", "fiscal year 2008", "last fiscal year". */
bool pl_time_fiscal_year(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    bool is_plural;
    uint32_t n = 0;
    const PlPieceWord *shift = pl_time_word(scan, i, PL_TIME_SHIFT, &n);
    if (!shift) n = 0;
    if (!pl_piece_is(scan->pieces, (int64_t)i + n, "fiscal")) return false;
    n++;
    bool has_unit = pl_slice_is(pl_time_unit(scan, (int64_t)i + n, &is_plural), "Y") && !is_plural;
    n += has_unit;
    int32_t year = PL_MOMENT_UNKNOWN;
    bool has_year = !shift && pl_time_year(scan, (int64_t)i + n, &year);
    if (!has_unit && !has_year) return false;
    if (shift && scan->has_now) year = scan->now_date.year + (int32_t)shift->number;
    read->moment = pl_moment(PL_GRAIN_FISCAL_YEAR);
    read->moment.year = year;
    read->n = n + has_year;
    return true;
}
