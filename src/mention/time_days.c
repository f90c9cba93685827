/* Months and their days, in words and in numbers. */
#include "mention/time_scan.h"

static bool is_month_context(const PlPiece *before)
{
    static const char *const cues[] = {"in",    "by",     "since", "until",  "till",    "of",
                                       "from",  "before", "after", "during", "through", "between",
                                       "early", "late",   "mid",   "last",   "next",    "this",
                                       "every", "to",     "and",   "-"};
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        if (pl_slice_is(before->lower, cues[k])) return true;
    return false;
}

/* The month at piece `i`, 0 = none. */
int32_t pl_time_month_at(const PlTimeScan *scan, int64_t i)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    if (!piece->is_capital) return 0;
    uint32_t n;
    bool has_context = is_month_context(pl_piece_at(scan->pieces, i - 1));
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_MONTH, &n);
    /* "President April Okafor" */
    const PlPiece *next = pl_piece_at(scan->pieces, i + 1);
    if (word && !has_context && next->kind == PL_PIECE_WORD && next->is_capital && !next->is_glued)
        return 0;
    if (word) return (int32_t)word->number;
    bool has_number = pl_piece_at(scan->pieces, i + 1)->kind == PL_PIECE_NUMBER ||
                      pl_piece_at(scan->pieces, i - 1)->kind == PL_PIECE_NUMBER;
    word = pl_time_word(scan, i, PL_TIME_MONTH_SHORT, &n);
    if (word) return has_number ? (int32_t)word->number : 0;
    word = pl_time_word(scan, i, PL_TIME_MONTH_WORD, &n);
    if (!word) return 0;
    return has_number || has_context ? (int32_t)word->number : 0;
}

/* "3", "3rd", "third": a day of a month; 0 = none. */
int32_t pl_time_day_number(const PlTimeScan *scan, int64_t i, uint32_t *n)
{
    int32_t day;
    if (i < 0 || i >= (int64_t)scan->pieces->pieces.n) return 0;
    if (pl_numbers_ordinal(scan->model->numbers, scan->pieces, (uint32_t)i, &day, n))
        return day <= 31 ? day : 0;
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    day = pl_numbers_digits(piece);
    *n = 1;
    /* "May 3%" and "May 10am" are no days. */
    const PlPiece *next = pl_piece_at(scan->pieces, i + 1);
    if (next->is_glued && (next->kind == PL_PIECE_WORD || pl_slice_is(next->lower, "%")) &&
        next->tok == piece->tok)
        return 0;
    return piece->lower.len <= 2 && day >= 1 && day <= 31 ? day : 0;
}

/* ", 2019", " 2019", " of 2019", " this year", " last year"; 0 = none. */
uint32_t pl_time_year_after(const PlTimeScan *scan, int64_t i, int32_t *year)
{
    int64_t at = i;
    if (pl_piece_is(scan->pieces, at, ",") || pl_piece_is(scan->pieces, at, "of")) at++;
    if (pl_time_year(scan, at, year)) return (uint32_t)(at + 1 - i);
    uint32_t n;
    bool is_plural;
    const PlPieceWord *shift = pl_time_word(scan, at, PL_TIME_SHIFT, &n);
    if (!shift || !scan->has_now) return 0;
    if (!pl_slice_is(pl_time_unit(scan, at + n, &is_plural), "Y") || is_plural) return 0;
    *year = scan->now_date.year + (int32_t)shift->number;
    return (uint32_t)(at + n + 1 - i);
}

bool pl_time_finish_month(const PlTimeScan *scan, uint32_t i, int32_t month, int32_t day,
                          PlTimeRead *read)
{
    int32_t year;
    uint32_t n = pl_time_year_after(scan, (int64_t)i + read->n, &year);
    read->n += n;
    if (n == 0) year = pl_time_year_of_month(scan, i, month, day);
    read->moment = pl_moment(day > 0 ? PL_GRAIN_DAY : PL_GRAIN_MONTH);
    read->moment.year = year;
    read->moment.part = month;
    read->moment.day = day;
    return day < 0 || pl_calendar_is_date(year < 1 ? 2000 : year, month, day);
}

/* "May 3, 2019", "May 2019", "May", "3 May 2019", "3rd of May". */
bool pl_time_month(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    int32_t month = pl_time_month_at(scan, i);
    if (month) {
        uint32_t at = i + 1;
        if (pl_piece_is(scan->pieces, at, "the")) at++;
        int32_t day = pl_time_day_number(scan, at, &n);
        if (day > 0) {
            read->n = at + n - i;
            if (pl_time_finish_month(scan, i, month, day, read)) return true;
        }
        read->n = 1;
        return pl_time_finish_month(scan, i, month, PL_MOMENT_UNKNOWN, read);
    }
    int32_t day = pl_time_day_number(scan, i, &n);
    if (day == 0) return false;
    uint32_t at = i + n;
    if (pl_piece_is(scan->pieces, at, "of") || pl_piece_is_hyphen(scan->pieces, at)) at++;
    month = pl_time_month_at(scan, at);
    read->n = at + 1 - i;
    return month > 0 && pl_time_finish_month(scan, i, month, day, read);
}

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
    if (a < 0 || b < 0 || c < 0) return false;
    bool is_hyphened =
        pl_piece_is_hyphen(p, (int64_t)i + 1) && pl_piece_is_hyphen(p, (int64_t)i + 3);
    bool is_slashed = pl_piece_is(p, (int64_t)i + 1, "/") && pl_piece_is(p, (int64_t)i + 3, "/");
    if (is_hyphened && first->lower.len == 4 && pl_calendar_is_date(a, b, c)) {
        set_numeric(read, a, b, c, 5);
        return true;
    }
    return (is_slashed || is_hyphened) && set_ambiguous(read, a, b, c, 5);
}
