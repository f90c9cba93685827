/* Months, and the day and year beside them. */
#include "mention/time_scan.h"

static bool is_month_context(const PlPiece *before)
{
    static const char *const cues[] = {
        "in",       "by",        "since",   "until", "till", "of",    "from", "before", "after",
        "during",   "through",   "between", "early", "late", "mid",   "last", "next",   "this",
        "previous", "following", "coming",  "past",  "mid-", "every", "to",   "and",    "-"};
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        if (pl_slice_is(before->lower, cues[k])) return true;
    return false;
}

/* "21st" after "may" is a day, whatever the case of the letters. */
static bool has_ordinal_beside(const PlTimeScan *scan, int64_t i)
{
    int32_t ordinal;
    uint32_t n;
    if (i + 1 < (int64_t)scan->pieces->pieces.n &&
        pl_numbers_ordinal(scan->model->numbers, scan->pieces, (uint32_t)i + 1, &ordinal, &n) &&
        ordinal <= 31)
        return true;
    int64_t before = pl_piece_is(scan->pieces, i - 1, "of") ? i - 2 : i - 1;
    const PlPiece *ending = pl_piece_at(scan->pieces, before);
    return ending->is_glued && before >= 1 &&
           pl_numbers_ordinal(scan->model->numbers, scan->pieces, (uint32_t)before - 1, &ordinal,
                              &n) &&
           n == 2 && ordinal <= 31;
}

static bool has_number_beside(const PlTimeScan *scan, int64_t i)
{
    const PlPieces *p = scan->pieces;
    bool has_mark = pl_piece_at(p, i + 1)->is_glued &&
                    (pl_piece_is(p, i + 1, "/") || pl_piece_is_hyphen(p, i + 1));
    bool after_mark =
        pl_piece_at(p, i)->is_glued && (pl_piece_is(p, i - 1, "/") || pl_piece_is_hyphen(p, i - 1));
    int32_t year;
    return pl_piece_at(p, i + 1 + has_mark)->kind == PL_PIECE_NUMBER ||
           pl_piece_at(p, i - 1 - after_mark)->kind == PL_PIECE_NUMBER ||
           ((pl_piece_is(p, i + 1, ",") || pl_piece_is(p, i + 1, "of")) &&
            pl_time_year(scan, i + 2, &year));
}

/* "12 of Sept" */
static bool has_day_before_of(const PlTimeScan *scan, int64_t i)
{
    uint32_t n;
    return pl_piece_is(scan->pieces, i - 1, "of") &&
           (pl_piece_at(scan->pieces, i - 2)->kind == PL_PIECE_NUMBER ||
            has_ordinal_beside(scan, i) || pl_time_word(scan, i - 2, PL_TIME_WEEKDAY, &n));
}

/* "since Sept", "after Feb": words that stand before times more than before people. */
static bool is_sure_context(const PlTimeScan *scan, int64_t i)
{
    static const char *const words[] = {"in",    "since",  "until", "till", "during",
                                        "after", "before", "early", "late", "mid"};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (pl_piece_is(scan->pieces, i, words[k])) return true;
    return false;
}

/* Another month stands on the other side of "to" or a dash. */
static bool has_month_beyond(const PlTimeScan *scan, int64_t i)
{
    uint32_t n;
    for (int64_t side = -1; side <= 1; side += 2) {
        int64_t at = i + 2 * side;
        if (i + side < 0 || !pl_time_separator(scan, (uint32_t)(i + side))) continue;
        for (int32_t class_ = PL_TIME_MONTH; class_ <= PL_TIME_MONTH_SHORT; class_++)
            if (pl_time_word(scan, at, (PlTimeClass)class_, &n)) return true;
    }
    return false;
}

int32_t pl_time_month_at(const PlTimeScan *scan, int64_t i)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    uint32_t n;
    bool has_context = is_month_context(pl_piece_at(scan->pieces, i - 1));
    bool has_number = has_number_beside(scan, i);
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_MONTH, &n);
    const PlPiece *next = pl_piece_at(scan->pieces, i + 1);
    if (word && piece->is_capital) {
        /* "President April Okafor" */
        bool is_given_name = word->number == 4 || word->number == 6 || word->number == 8;
        bool is_in_name = is_given_name && next->kind == PL_PIECE_WORD && next->is_capital &&
                          !next->is_glued && !has_number;
        return is_in_name && !has_context ? 0 : (int32_t)word->number;
    }
    bool has_day = has_number || has_ordinal_beside(scan, i);
    if (word) {
        bool is_sure = has_day || has_month_beyond(scan, i) ||
                       (has_context && pl_time_upos(scan, i) != PL_UPOS_ADJ);
        return is_sure ? (int32_t)word->number : 0;
    }
    word = pl_time_word(scan, i, PL_TIME_MONTH_SHORT, &n);
    if (word) {
        bool has_word =
            piece->is_capital &&
            (has_day || has_month_beyond(scan, i) || has_day_before_of(scan, i) ||
             (is_sure_context(scan, i - 1) && !(next->kind == PL_PIECE_WORD && next->is_capital)));
        bool has_ordinal = has_ordinal_beside(scan, i) && !pl_piece_is(scan->pieces, i, "mar");
        return has_number || has_word || has_ordinal ? (int32_t)word->number : 0;
    }
    word = pl_time_word(scan, i, PL_TIME_MONTH_WORD, &n);
    if (!word) return 0;
    /* "They may 3 times" and "a march 5 km long" are in small letters. */
    if (!piece->is_capital) return has_ordinal_beside(scan, i) ? (int32_t)word->number : 0;
    /* "on May twenty-nine" */
    int32_t day;
    bool has_words =
        pl_piece_is(scan->pieces, i - 1, "on") && next->kind == PL_PIECE_WORD &&
        pl_numbers_small(scan->model->numbers, scan->pieces, (uint32_t)i + 1, &day, &n);
    bool is_month = has_day || has_words || has_context || has_month_beyond(scan, i);
    return is_month ? (int32_t)word->number : 0;
}

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

/* As above, "twenty-nine" too, which is a day only beside its month. */
int32_t pl_time_day_beside_month(const PlTimeScan *scan, int64_t i, uint32_t *n)
{
    int32_t day = pl_time_day_number(scan, i, n);
    if (day || i < 0 || pl_piece_at(scan->pieces, i)->kind != PL_PIECE_WORD) return day;
    bool is_day = pl_numbers_small(scan->model->numbers, scan->pieces, (uint32_t)i, &day, n) &&
                  day >= 1 && day <= 31;
    return is_day ? day : 0;
}

/* "'87": the last such year that is not far ahead. */
static bool read_clipped_year(const PlTimeScan *scan, int64_t i, int32_t *year)
{
    const PlPieces *p = scan->pieces;
    bool has_mark =
        pl_piece_is(p, i, "'") || pl_piece_is(p, i, "\u2019") || pl_piece_is(p, i, "\u2018");
    const PlPiece *number = pl_piece_at(p, i + 1);
    int32_t value = pl_numbers_digits(number);
    if (!has_mark || !number->is_glued || number->lower.len != 2 || value < 0 || !scan->has_now)
        return false;
    int32_t century = scan->now_date.year / 100 * 100;
    *year = century + value - (century + value > scan->now_date.year + 10 ? 100 : 0);
    return true;
}

uint32_t pl_time_year_after(const PlTimeScan *scan, int64_t i, int32_t *year)
{
    int64_t at = i;
    uint32_t n;
    const PlPieces *p = scan->pieces;
    if (pl_piece_is(p, at, ",") || pl_piece_is(p, at, "of") || pl_piece_is(p, at, "in"))
        at++;
    else if (pl_piece_at(p, at + 1)->is_glued && pl_piece_at(p, at)->is_glued &&
             (pl_piece_is(p, at, "/") || pl_piece_is_hyphen(p, at)))
        at++;
    if (pl_time_year(scan, at, year)) return (uint32_t)(at + 1 - i);
    if (read_clipped_year(scan, at, year)) return (uint32_t)(at + 2 - i);
    n = pl_time_year_words(scan, at, year);
    if (n) return (uint32_t)(at + n - i);
    bool is_plural;
    const PlPieceWord *shift = pl_time_word(scan, at, PL_TIME_SHIFT, &n);
    if (!shift || !scan->has_now) return 0;
    if (!pl_slice_is(pl_time_unit(scan, at + n, &is_plural), "Y") || is_plural) return 0;
    *year = scan->now_date.year + (int32_t)shift->number;
    return (uint32_t)(at + n + 1 - i);
}

/* "March to June 2019", "Nov 18 - Dec 19, 2015", "26 June to 28 June 2020": the year is of both. A
 * first month later than the second is of the year before. */
static bool read_shared_year(const PlTimeScan *scan, uint32_t i, int32_t month, int32_t *year)
{
    uint32_t n = 0;
    uint32_t at = i;
    const PlPieces *p = scan->pieces;
    if (!pl_time_separator(scan, at)) return false;
    at++;
    if (pl_piece_is(p, at, "the")) at++;
    int32_t other = pl_time_month_at(scan, at);
    if (other) {
        at++;
        if (pl_time_day_number(scan, at, &n)) at += n;
    } else {
        if (!pl_time_day_number(scan, at, &n)) return false;
        at += n;
        if (pl_piece_is(p, at, "of")) at++;
        other = pl_time_month_at(scan, at);
        at++;
    }
    if (!other) return false;
    if (!pl_time_year_after(scan, at, year)) {
        bool is_list = pl_piece_is(p, i, "and") || pl_piece_is(p, i, "or");
        if (!scan->has_now || is_list) return false;
        *year = pl_time_year_of_month(scan, at - 1, other, PL_MOMENT_UNKNOWN);
    }
    if (other < month) (*year)--;
    return true;
}

bool pl_time_finish_month(const PlTimeScan *scan, uint32_t i, int32_t month, int32_t day,
                          PlTimeRead *read)
{
    int32_t year;
    uint32_t n = pl_time_year_after(scan, (int64_t)i + read->n, &year);
    read->n += n;
    if (n == 0 && !read_shared_year(scan, i + read->n, month, &year))
        year = pl_time_year_of_month(scan, i, month, day);
    read->moment = pl_moment(day > 0 ? PL_GRAIN_DAY : PL_GRAIN_MONTH);
    read->moment.year = year;
    read->moment.part = month;
    read->moment.day = day;
    read->names_month = true;
    return day < 0 || pl_calendar_is_date(year < 1 ? 2000 : year, month, day);
}
