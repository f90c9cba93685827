/* Months and their days, in words and in numbers. */
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
        bool is_in_name =
            next->kind == PL_PIECE_WORD && next->is_capital && !next->is_glued && !has_number;
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
static int32_t day_beside_month(const PlTimeScan *scan, int64_t i, uint32_t *n)
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

/* "May 3, 2019", "May 2019", "May", "May the 3rd", "Oct/2". */
static bool read_month_first(const PlTimeScan *scan, uint32_t i, int32_t month, PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    uint32_t n;
    uint32_t at = i + 1;
    int32_t ordinal;
    bool has_ordinal_after_comma =
        pl_piece_is(p, at, ",") && at + 1 < p->pieces.n &&
        pl_numbers_ordinal(scan->model->numbers, p, at + 1, &ordinal, &n) && n == 2;
    bool is_glued_mark = pl_piece_at(p, at)->is_glued &&
                         pl_piece_at(p, (int64_t)at + 1)->is_glued &&
                         (pl_piece_is(p, at, "/") || pl_piece_is_hyphen(p, at));
    if (pl_piece_is(p, at, "the") || has_ordinal_after_comma || is_glued_mark) at++;
    int32_t year;
    /* "January nineteen ninety-seven" has no day. */
    int32_t day = pl_time_year_words(scan, at, &year) ? 0 : day_beside_month(scan, at, &n);
    if (day > 0) {
        read->n = at + n - i;
        if (pl_time_finish_month(scan, i, month, day, read)) return true;
    }
    read->n = 1;
    return pl_time_finish_month(scan, i, month, PL_MOMENT_UNKNOWN, read);
}

/* "3 to 12 September", "18 and 19 June": how many pieces the other days take; 0 = none. */
static uint32_t skip_days(const PlTimeScan *scan, uint32_t i)
{
    uint32_t at = i;
    uint32_t n;
    for (uint32_t k = 0; k < 4; k++) {
        bool is_listed = pl_piece_is(scan->pieces, at, ",");
        if (!is_listed && !pl_time_separator(scan, at)) break;
        uint32_t next = at + 1;
        if (pl_piece_is(scan->pieces, next, "the")) next++;
        if (!pl_time_day_number(scan, next, &n)) break;
        at = next + n;
    }
    return at - i;
}

bool pl_time_month(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    uint32_t n;
    int32_t year;
    const PlPieces *p = scan->pieces;
    int32_t month = pl_time_month_at(scan, i);
    if (month) return read_month_first(scan, i, month, read);
    int32_t day = day_beside_month(scan, i, &n);
    if (day == 0) {
        /* "2019-Aug-01", "2017 April" */
        if (!pl_time_year(scan, i, &year)) return false;
        bool has_mark =
            pl_piece_is(p, (int64_t)i + 1, "/") || pl_piece_is_hyphen(p, (int64_t)i + 1);
        month = pl_time_month_at(scan, (int64_t)i + 1 + has_mark);
        uint32_t at = i + 2 + has_mark;
        if (!month) return false;
        day = has_mark && pl_piece_at(p, at)->is_glued ? pl_time_day_number(scan, at + 1, &n) : 0;
        read->moment = pl_moment(day ? PL_GRAIN_DAY : PL_GRAIN_MONTH);
        read->moment.year = year;
        read->moment.part = month;
        read->moment.day = day ? day : PL_MOMENT_UNKNOWN;
        read->n = day ? at + 1 + n - i : at - i;
        read->names_month = true;
        return !day || pl_calendar_is_date(year, month, day);
    }
    uint32_t own = n;
    uint32_t at = i + n;
    uint32_t n_others = skip_days(scan, at);
    at += n_others;
    if (pl_piece_is(p, at, "day")) at++;
    bool has_mark =
        pl_piece_is_hyphen(p, at) || (pl_piece_is(p, at, "/") && pl_piece_at(p, at)->is_glued);
    if (pl_piece_is(p, at, "of") || has_mark) at++;
    month = pl_time_month_at(scan, at);
    read->n = at + 1 - i;
    /* "$12 December 27" */
    uint32_t ignored;
    if (month && pl_time_is_currency(pl_piece_at(p, (int64_t)i - 1)) &&
        pl_time_day_number(scan, at + 1, &ignored))
        return false;
    bool is_day = month > 0 && pl_time_finish_month(scan, i, month, day, read);
    if (n_others) read->n = own;
    return is_day;
}

/* "June 5-6", "April 9th through 17th", "May 27 to the 3rd": the second day has its month from the
 * first. */
bool pl_time_other_day(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    PlDay first;
    uint32_t n;
    uint32_t at = i;
    if (!scan->has_prev || !scan->prev_names_month || scan->prev.has_clock) return false;
    bool has_article = pl_piece_is(p, (int64_t)i - 1, "the");
    if (scan->prev_end + 1 + has_article != i || !pl_time_separator(scan, scan->prev_end))
        return false;
    int32_t day = pl_time_day_number(scan, at, &n);
    if (day == 0 || scan->prev.grain != PL_GRAIN_DAY || scan->prev.day < 1) return false;
    const PlPiece *next = pl_piece_at(p, (int64_t)i + n);
    bool is_plural;
    bool is_ordinal = n == 2;
    uint8_t upos = pl_time_upos(scan, (int64_t)i + n);
    /* "on June 5 and 6 people died" */
    if (next->kind == PL_PIECE_NUMBER || pl_slice_is(next->lower, "%") ||
        pl_time_unit(scan, (int64_t)i + n, &is_plural).len)
        return false;
    if (next->kind == PL_PIECE_WORD && !is_ordinal &&
        (upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ || upos == PL_UPOS_PROPN))
        return false;
    bool is_list = pl_piece_is(p, scan->prev_end, "and") || pl_piece_is(p, scan->prev_end, "or");
    read->moment = scan->prev;
    read->moment.day_part = (PlSlice){0};
    if (day <= scan->prev.day) {
        if (is_list || pl_piece_is_dash(p, scan->prev_end)) return false;
        read->moment.part = scan->prev.part % 12 + 1;
        if (scan->prev.part == 12 && scan->prev.year > 0) read->moment.year++;
    }
    read->moment.day = day;
    read->n = n;
    read->names_month = true;
    return read->moment.year < 1 || pl_moment_day(&read->moment, &first);
}

/* The month of a lone day: the next one or the last one that the tense speaks for, else the
 * nearest.
 */
static void choose_month(const PlTimeScan *scan, uint32_t i, int32_t day, PlMoment *moment)
{
    PlTense tense = pl_time_tense(scan, i, NULL);
    PlDate first = {scan->now_date.year, scan->now_date.month, 1};
    PlDay best = 0;
    bool has_best = false;
    for (int32_t k = -2; k <= 2; k++) {
        PlDate date = pl_calendar_add_months(first, k);
        if (!pl_calendar_is_date(date.year, date.month, day)) continue;
        PlDay tried = pl_calendar_day((PlDate){date.year, date.month, day});
        PlDay offset = tried - scan->now;
        if ((tense == PL_TENSE_FUTURE && offset < 0) || (tense == PL_TENSE_PAST && offset > 0))
            continue;
        if (has_best && (offset < 0 ? -offset : offset) >=
                            (best < scan->now ? scan->now - best : best - scan->now))
            continue;
        best = tried;
        has_best = true;
    }
    if (has_best) *moment = pl_moment_of_day(best);
}

/* "the 18th", "on the 4th": of the month that is nearest by the tense. */
bool pl_time_lone_day(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
{
    const PlPieces *p = scan->pieces;
    uint32_t n;
    uint32_t n_word;
    bool is_plural;
    if (!pl_piece_is(p, (int64_t)i - 1, "the") || pl_piece_at(p, i)->kind != PL_PIECE_NUMBER)
        return false;
    int32_t day = pl_time_day_number(scan, i, &n);
    if (day == 0 || n != 2) return false;
    static const char *const cues[] = {"on",    "of",   "by",     "until", "till",
                                       "since", "from", "before", "after", "between",
                                       "to",    "and",  "around"};
    bool has_cue = false;
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        has_cue |= pl_piece_is(p, (int64_t)i - 2, cues[k]);
    if (!has_cue) return false;
    int64_t at = (int64_t)i + n;
    bool is_of = pl_piece_is(p, at, "of");
    read->moment = pl_moment(PL_GRAIN_DAY);
    read->moment.day = day;
    read->n = n;
    /* "the 18th of this month", "the 18th of the month" */
    const PlPieceWord *shift = pl_time_word(scan, at + is_of, PL_TIME_SHIFT, &n_word);
    int64_t unit_at = shift ? at + is_of + n_word : at + is_of + 1;
    if ((shift || (is_of && pl_piece_is(p, at + 1, "the"))) &&
        pl_slice_is(pl_time_unit(scan, unit_at, &is_plural), "M") && !is_plural) {
        read->n = (uint32_t)(unit_at + 1 - i);
        if (!scan->has_now) return true;
        PlDate date = pl_calendar_add_months(scan->now_date, shift ? (int32_t)shift->number : 0);
        read->moment.year = date.year;
        read->moment.part = date.month;
        return pl_calendar_is_date(date.year, date.month, day);
    }
    /* "the 18th congress", "on the 4th of his visits" */
    if (is_of || (pl_piece_at(p, at)->kind == PL_PIECE_WORD &&
                  !pl_time_separator(scan, (uint32_t)at) && pl_time_upos(scan, at) != PL_UPOS_ADP &&
                  pl_time_upos(scan, at) != PL_UPOS_AUX && pl_time_upos(scan, at) != PL_UPOS_VERB &&
                  pl_time_upos(scan, at) != PL_UPOS_SCONJ && pl_time_upos(scan, at) != PL_UPOS_ADV))
        return false;
    if (!scan->has_now) return true;
    choose_month(scan, i, day, &read->moment);
    return true;
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
