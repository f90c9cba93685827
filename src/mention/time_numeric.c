/* Dates in digits: "2019-05-03", "25/11/2019", "03.05.2019", "12-2015". */
#include "mention/time_scan.h"

static void set_numeric(PlTimeRead *read, int32_t year, int32_t month, int32_t day, uint32_t n)
{
    read->moment = pl_moment(PL_GRAIN_DAY);
    read->moment.year = year;
    read->moment.part = month;
    read->moment.day = day;
    read->n = n;
}

/* The numbers of "3/5/2019": which is the month is known only when one is too large for it. */
static bool set_ambiguous(PlTimeRead *read, int32_t a, int32_t b, int32_t year, uint32_t n)
{
    if (year < PL_TIME_FIRST_YEAR || year > PL_TIME_LAST_YEAR) return false;
    if (a == b && pl_calendar_is_date(year, a, b))
        set_numeric(read, year, a, b, n);
    else if (a > 12 && pl_calendar_is_date(year, b, a))
        set_numeric(read, year, b, a, n);
    else if (b > 12 && pl_calendar_is_date(year, a, b))
        set_numeric(read, year, a, b, n);
    else if (a >= 1 && a <= 12 && b >= 1 && b <= 12)
        set_numeric(read, year, PL_MOMENT_UNKNOWN, PL_MOMENT_UNKNOWN, n);
    else
        return false;
    return true;
}

/* "03.05.2019": with points the day comes first. */
static bool read_dotted(const PlPiece *piece, PlTimeRead *read)
{
    int32_t parts[3] = {0};
    uint32_t n = 0;
    for (size_t k = 0; k < piece->lower.len; k++) {
        char c = piece->lower.ptr[k];
        if (c == '.' && n < 2)
            n++;
        else if (c >= '0' && c <= '9' && parts[n] < 10000)
            parts[n] = parts[n] * 10 + (c - '0');
        else
            return false;
    }
    if (n != 2 || parts[2] < PL_TIME_FIRST_YEAR ||
        !pl_calendar_is_date(parts[2], parts[1], parts[0]))
        return false;
    set_numeric(read, parts[2], parts[1], parts[0], 1);
    return true;
}

/* "25/11", "11/25": only one of the two can be the month, and the words before it speak of a day.
 * "24/7" and "1/15 of it" are no dates. */
static bool read_day_and_month(const PlTimeScan *scan, uint32_t i, int32_t a, int32_t b,
                               PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    const PlPiece *second = pl_piece_at(p, (int64_t)i + 2);
    uint32_t n;
    bool is_slashed = pl_piece_is(p, (int64_t)i + 1, "/") &&
                      pl_piece_at(p, (int64_t)i + 1)->is_glued && second->is_glued &&
                      second->lower.len == 2;
    if (!is_slashed || (a > 12) == (b > 12) || a < 1 || b < 1 || a > 31 || b > 31) return false;
    if (pl_piece_is(p, (int64_t)i + 3, "/") || pl_piece_is(p, (int64_t)i + 3, "of")) return false;
    static const char *const cues[] = {"on",     "until", "till",    "by", "since", "from",
                                       "before", "after", "between", "to", "until"};
    bool has_cue = pl_time_word(scan, (int64_t)i - 1, PL_TIME_WEEKDAY, &n) != NULL ||
                   (scan->has_prev && scan->prev_names_month && scan->prev_end + 1 == i);
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        has_cue |= pl_piece_is(p, (int64_t)i - 1, cues[k]);
    read->n = 3;
    return has_cue && pl_time_finish_month(scan, i, a > 12 ? b : a, a > 12 ? a : b, read);
}

/* "12-2015", "12/2015", and "2015-12", which can be no range of years. */
static bool read_month_and_year(const PlTimeScan *scan, uint32_t i, int32_t a, int32_t b,
                                PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    const PlPiece *mark = pl_piece_at(p, (int64_t)i + 1);
    bool is_hyphened = pl_piece_is_hyphen(p, (int64_t)i + 1);
    bool is_slashed =
        pl_slice_is(mark->lower, "/") && mark->is_glued && pl_piece_at(p, (int64_t)i + 2)->is_glued;
    bool is_in_code = pl_piece_is_hyphen(p, (int64_t)i - 1) ||
                      pl_piece_is_hyphen(p, (int64_t)i + 3) ||
                      (pl_piece_at(p, i)->is_glued && pl_piece_is(p, (int64_t)i - 1, "/"));
    if ((!is_hyphened && !is_slashed) || is_in_code) return false;
    bool is_year_first = is_hyphened && a >= PL_TIME_FIRST_YEAR && a <= PL_TIME_LAST_YEAR &&
                         b >= 1 && b <= 12 && b <= a % 100 &&
                         pl_piece_at(p, (int64_t)i + 2)->lower.len == 2;
    bool is_year_last = b >= 1800 && b <= PL_TIME_LAST_YEAR && a >= 1 && a <= 12;
    if (!is_year_first && !is_year_last) return false;
    read->moment = pl_moment(PL_GRAIN_MONTH);
    read->moment.year = is_year_first ? a : b;
    read->moment.part = is_year_first ? b : a;
    read->n = 3;
    return true;
}

/* "20190503" of a file's name */
static bool read_compact(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    int32_t value = pl_numbers_digits(piece);
    if (piece->lower.len != 8 || value < 19000101 || value > 20991231) return false;
    if (pl_time_upos(scan, (int64_t)i + 1) == PL_UPOS_NOUN ||
        pl_time_is_currency(pl_piece_at(scan->pieces, (int64_t)i - 1)))
        return false;
    int32_t month = value / 100 % 100;
    if (!pl_calendar_is_date(value / 10000, month, value % 100)) return false;
    set_numeric(read, value / 10000, month, value % 100, 1);
    return true;
}

/* "2019-05-03", "3/5/2019", "03.05.2019". */
bool pl_time_numeric(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    const PlPiece *first = pl_piece_at(p, i);
    if (first->kind != PL_PIECE_NUMBER) return false;
    if (read_dotted(first, read)) return true;
    int32_t a = pl_numbers_digits(first);
    int32_t b = pl_numbers_digits(pl_piece_at(p, (int64_t)i + 2));
    int32_t c = pl_numbers_digits(pl_piece_at(p, (int64_t)i + 4));
    if (read_compact(scan, i, read)) return true;
    if (a < 0 || b < 0) return false;
    if (c < 0 && read_month_and_year(scan, i, a, b, read)) return true;
    if (c < 0) return read_day_and_month(scan, i, a, b, read);
    bool is_hyphened =
        pl_piece_is_hyphen(p, (int64_t)i + 1) && pl_piece_is_hyphen(p, (int64_t)i + 3);
    bool is_slashed = pl_piece_is(p, (int64_t)i + 1, "/") && pl_piece_is(p, (int64_t)i + 3, "/");
    if (is_hyphened && first->lower.len == 4 && pl_calendar_is_date(a, b, c)) {
        set_numeric(read, a, b, c, 5);
        return true;
    }
    /* The last part of a code: "133-03-03-2020". */
    if (pl_piece_is_hyphen(p, (int64_t)i - 1) &&
        pl_piece_at(p, (int64_t)i - 2)->kind == PL_PIECE_NUMBER && is_hyphened)
        return false;
    bool is_short = is_slashed && pl_piece_at(p, (int64_t)i + 4)->lower.len == 2 && scan->has_now &&
                    (a > 12) != (b > 12);
    if (is_short) {
        c += scan->now_date.year / 100 * 100;
        if (c > scan->now_date.year + 10) c -= 100;
    }
    return (is_slashed || is_hyphened) && set_ambiguous(read, a, b, c, 5);
}
