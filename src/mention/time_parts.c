/* Parts of a year: holidays, seasons, quarters, halves. */
#include "mention/time_scan.h"

bool pl_time_holiday(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_HOLIDAY, &n);
    if (!word || !pl_piece_at(scan->pieces, i)->is_capital) return false;
    read->n = n;
    int32_t date = (int32_t)word->number;
    return pl_time_finish_month(scan, i, date / 100, date % 100, read);
}

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
    bool has_cue = is_shifted || n_year > 0 || pl_piece_is(scan->pieces, (int64_t)i - 1, "the");
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

/* "third quarter of 2019", "the first half", "Q3 2019". */
bool pl_time_year_part(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    int32_t ordinal = 0;
    uint32_t n = 0;
    bool is_plural = false;
    bool is_half = false;
    if (pl_piece_is(scan->pieces, i, "q") && pl_piece_at(scan->pieces, (int64_t)i + 1)->is_glued) {
        ordinal = pl_numbers_digits(pl_piece_at(scan->pieces, (int64_t)i + 1));
        n = 2;
    } else {
        if (!pl_numbers_ordinal(scan->model->numbers, scan->pieces, i, &ordinal, &n)) return false;
        if (pl_piece_is_hyphen(scan->pieces, (int64_t)i + n)) n++;
        is_half = pl_piece_is(scan->pieces, (int64_t)i + n, "half");
        if (!is_half && !pl_slice_is(pl_time_unit(scan, (int64_t)i + n, &is_plural), "Q"))
            return false;
        n++;
    }
    if (is_plural || ordinal < 1 || ordinal > (is_half ? 2 : 4)) return false;
    int32_t year;
    uint32_t n_year = pl_time_year_after(scan, (int64_t)i + n, &year);
    if (n_year == 0) {
        /* Halves are of games and rooms too, and quarters of cities. */
        if (is_half || pl_piece_is(scan->pieces, (int64_t)i + n, "of")) return false;
        int32_t first_month = 3 * ordinal - 2;
        year = pl_time_year_of_part(scan, i, first_month, 3);
    }
    read->moment = pl_moment(is_half ? PL_GRAIN_HALF : PL_GRAIN_QUARTER);
    read->moment.year = year;
    read->moment.part = ordinal;
    read->n = n + n_year;
    return true;
}
