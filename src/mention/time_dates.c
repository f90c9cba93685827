/* Dates and times of day.
 *
 * A date is read in two steps: what the words say (a month and a day, a weekday, "last year"), and
 * what of the calendar that is, given the report's day and the tense of the clause. A time of day
 * before or after it joins: "9 a.m. on Tuesday", "Thursday evening".
 */
#include "mention/time_scan.h"

#include <math.h>
#include <string.h>

enum { FIRST_YEAR = 1000, LAST_YEAR = 2199, DAYS_NEAR = 45 };

typedef struct Read {
    PlMoment moment;
    uint32_t n; /* pieces */
} Read;

/* Years. ---------------------------------------------------------------------------------------*/

static bool read_year(const PlTimeScan *scan, int64_t i, int32_t *year)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    if (piece->lower.len != 4) return false;
    *year = pl_numbers_digits(piece);
    const PlPiece *next = pl_piece_at(scan->pieces, i + 1);
    if (next->is_glued && next->kind == PL_PIECE_WORD && next->tok == piece->tok) return false;
    return *year >= FIRST_YEAR && *year <= LAST_YEAR;
}

static bool is_currency_mark(const PlPiece *piece)
{
    static const char *const signs[] = {"$",      "\u20ac", "\u00a3", "\u00a5", "\u20b9",
                                        "\u20bd", "#",      "\u20b4", "\u20aa", "\u20ba"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (pl_slice_is(piece->lower, signs[i]) || pl_slice_ends(piece->lower, "$")) return true;
    return false;
}

static bool is_plural_noun(const PlTimeScan *scan, int64_t i)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    return piece->lower.len > 0 && scan->syntax->xpos[piece->tok] == PL_XPOS_NNS;
}

/* A bare number of four digits is a year unless it counts or measures something: "2000 troops",
 * "$1900", "more than 2000 people", "1800 km". */
static bool is_bare_year(const PlTimeScan *scan, uint32_t i, int32_t year)
{
    const PlPieces *p = scan->pieces;
    const PlPiece *piece = pl_piece_at(p, i);
    const PlPiece *before = pl_piece_at(p, (int64_t)i - 1);
    const PlPiece *after = pl_piece_at(p, (int64_t)i + 1);
    if (is_currency_mark(before) || pl_slice_is(after->lower, "%")) return false;
    if (pl_slice_is(after->lower, "percent") || pl_slice_is(after->lower, "per")) return false;
    if (piece->is_glued && before->kind == PL_PIECE_WORD && before->tok == piece->tok) return false;
    bool is_plural;
    if (pl_time_unit(scan, (int64_t)i + 1, &is_plural).len && is_plural) return false;
    bool in_reach = year >= 1500 && year <= 2099;
    if (scan->has_now && year > scan->now_date.year + 100) in_reach = false;
    static const char *const cues[] = {"in",     "since", "by",     "until",   "till", "from",
                                       "before", "after", "during", "between", "of",   "to",
                                       "year",   "early", "late",   "mid",     "("};
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        if (pl_slice_is(before->lower, cues[k]))
            return in_reach || (after->kind == PL_PIECE_MARK && k < 10);
    if (!in_reach || pl_numbers_is_designator(scan->model->numbers, p, (int64_t)i - 1))
        return false;
    PlHedge hedge = PL_HEDGE_NONE;
    for (uint32_t k = 1; k <= 3 && k <= i && hedge == PL_HEDGE_NONE; k++) {
        uint32_t n;
        hedge = pl_numbers_hedge(scan->model->numbers, p, i - k, &n);
        if (n != k) hedge = PL_HEDGE_NONE;
    }
    if (hedge != PL_HEDGE_NONE) return false;
    bool is_attributive = pl_time_upos(scan, (int64_t)i - 1) == PL_UPOS_DET ||
                          pl_time_upos(scan, (int64_t)i - 1) == PL_UPOS_ADJ ||
                          pl_slice_is(before->lower, "'s") || pl_slice_is(before->lower, "\u2019s");
    if (is_plural_noun(scan, (int64_t)i + 1)) return year % 100 != 0 || is_attributive;
    /* "1900 km" */
    if (year % 100 == 0 && !is_attributive && pl_time_upos(scan, (int64_t)i + 1) == PL_UPOS_NOUN)
        return false;
    return year >= 1800;
}

/* "1970s", "'90s", "the 80s", "nineties". */
static bool read_decade(const PlTimeScan *scan, uint32_t i, Read *read)
{
    const PlPieces *p = scan->pieces;
    uint32_t n = 0;
    const PlPieceWord *named = pl_time_word(scan, i, PL_TIME_NAMED_DECADE, &n);
    bool has_article = pl_piece_is(p, (int64_t)i - 1, "the");
    read->moment = pl_moment(PL_GRAIN_DECADE);
    if (named && has_article) {
        read->moment.year = 190 + (int32_t)named->number;
        read->n = n;
        return true;
    }
    uint32_t at = i;
    bool has_mark =
        pl_piece_is(p, i, "'") || pl_piece_is(p, i, "\u2019") || pl_piece_is(p, i, "\u2018");
    at += has_mark;
    int32_t value = pl_numbers_digits(pl_piece_at(p, at));
    const PlPiece *ending = pl_piece_at(p, (int64_t)at + 1);
    bool has_ending =
        ending->is_glued && (pl_slice_is(ending->lower, "s") || pl_slice_is(ending->lower, "'s") ||
                             pl_slice_is(ending->lower, "\u2019s"));
    if (!has_ending || value < 0 || value % 10 != 0) return false;
    bool is_short = pl_piece_at(p, at)->lower.len == 2 && value >= 10 && (has_mark || has_article);
    bool is_long = value >= FIRST_YEAR && value <= LAST_YEAR && !has_mark;
    if (!is_short && !is_long) return false;
    read->moment.year = is_short ? 190 + value / 10 : value / 10;
    read->n = at + 2 - i;
    return true;
}

/* "the 20th century", "nineteenth-century". */
static bool read_century(const PlTimeScan *scan, uint32_t i, Read *read)
{
    int32_t ordinal;
    uint32_t n;
    bool is_plural;
    if (!pl_numbers_ordinal(scan->model->numbers, scan->pieces, i, &ordinal, &n)) return false;
    if (pl_piece_is_hyphen(scan->pieces, (int64_t)i + n)) n++;
    if (!pl_slice_is(pl_time_unit(scan, (int64_t)i + n, &is_plural), "C") || ordinal < 2)
        return false;
    if (ordinal < 10 && is_plural) return false;
    read->moment = pl_moment(PL_GRAIN_CENTURY);
    read->moment.year = ordinal - 1;
    read->n = n + 1;
    return true;
}

/* Anchors. -------------------------------------------------------------------------------------*/

static PlTense tense_at(const PlTimeScan *scan, uint32_t i, bool *is_direct)
{
    return pl_tense_around(scan->model->tense, scan->tokens, scan->syntax,
                           pl_piece_at(scan->pieces, i)->tok, is_direct);
}

static PlDay anchor_weekday(const PlTimeScan *scan, uint32_t i, int32_t weekday)
{
    int32_t ahead = (weekday - pl_calendar_weekday(scan->now) + 7) % 7;
    int32_t back = (7 - ahead) % 7;
    /* "Thursday or Friday": the second follows the first. */
    const PlPieces *p = scan->pieces;
    bool is_second =
        scan->sent_has_day && i >= 2 &&
        (pl_piece_is(p, (int64_t)i - 1, "or") || pl_piece_is(p, (int64_t)i - 1, "and") ||
         pl_piece_is(p, (int64_t)i - 1, "to") || pl_piece_is_dash(p, (int64_t)i - 1));
    uint32_t n;
    if (is_second && pl_time_word(scan, (int64_t)i - 2, PL_TIME_WEEKDAY, &n))
        return scan->sent_day + (weekday - pl_calendar_weekday(scan->sent_day) + 7) % 7;
    /* "Tuesday's attack" has been; "Tuesday's talks" may be to come. */
    const PlPiece *next = pl_piece_at(p, (int64_t)i + 1);
    bool has_owner = pl_slice_is(next->lower, "'s") || pl_slice_is(next->lower, "\u2019s");
    if (has_owner && ahead != 1 &&
        !pl_tense_is_announced(scan->model->tense, scan->tokens, scan->syntax, next->tok + 1))
        return scan->now - back;
    bool is_direct;
    switch (tense_at(scan, i, &is_direct)) {
    case PL_TENSE_FUTURE:
        return scan->now + ahead;
    case PL_TENSE_PRESENT:
        return ahead <= 3 ? scan->now + ahead : scan->now - back;
    case PL_TENSE_PAST:
        /* "arrived for Friday's talks", written on Thursday. */
        if (!is_direct && ahead == 1) return scan->now + 1;
        return scan->now - back;
    case PL_TENSE_NONE:
        break;
    }
    return ahead == 1 ? scan->now + 1 : scan->now - back;
}

/* Of the same day or month in three years, the one that tense and nearness speak for. days[3] are
 * in order. */
static int32_t choose_year(const PlTimeScan *scan, uint32_t i, const PlDay days[3])
{
    int32_t nearest = 0;
    for (int32_t k = 1; k < 3; k++) {
        PlDay distance = days[k] > scan->now ? days[k] - scan->now : scan->now - days[k];
        PlDay best =
            days[nearest] > scan->now ? days[nearest] - scan->now : scan->now - days[nearest];
        if (distance < best) nearest = k;
    }
    PlDay offset = days[nearest] - scan->now;
    if (offset > -DAYS_NEAR && offset < DAYS_NEAR) return nearest;
    PlTense tense = tense_at(scan, i, NULL);
    if (tense == PL_TENSE_FUTURE && offset < 0 && nearest < 2) return nearest + 1;
    if (tense == PL_TENSE_PAST && offset > 0 && nearest > 0) return nearest - 1;
    return nearest;
}

static int32_t year_of_month(const PlTimeScan *scan, uint32_t i, int32_t month, int32_t day)
{
    if (!scan->has_now) return PL_MOMENT_UNKNOWN;
    if (day < 0 && month == scan->now_date.month) return scan->now_date.year;
    PlDay days[3];
    for (int32_t k = 0; k < 3; k++) {
        int32_t year = scan->now_date.year + k - 1;
        int32_t last = pl_calendar_month_days(year, month);
        int32_t of_month = day < 0 ? 15 : day;
        days[k] = pl_calendar_day((PlDate){year, month, of_month < last ? of_month : last});
    }
    return scan->now_date.year + choose_year(scan, i, days) - 1;
}

static int32_t year_of_part(const PlTimeScan *scan, uint32_t i, int32_t first_month,
                            int32_t n_months)
{
    if (!scan->has_now) return PL_MOMENT_UNKNOWN;
    int32_t month = scan->now_date.month;
    if (month >= first_month && month < first_month + n_months) return scan->now_date.year;
    bool is_ahead = first_month > month;
    PlTense tense = tense_at(scan, i, NULL);
    if (is_ahead && tense != PL_TENSE_FUTURE) return scan->now_date.year - 1;
    if (!is_ahead && tense == PL_TENSE_FUTURE) return scan->now_date.year + 1;
    return scan->now_date.year;
}

PlMoment pl_time_shifted(PlDay from, PlSlice unit, int32_t n)
{
    PlDate date = pl_calendar_date(from);
    PlMoment moment = pl_moment(PL_GRAIN_YEAR);
    switch (unit.len ? unit.ptr[0] : 'D') {
    case 'C':
        moment.year = date.year + 100 * n;
        break;
    case 'E':
        moment.year = date.year + 10 * n;
        break;
    case 'Y':
        moment.year = date.year + n;
        break;
    case 'Q': {
        PlDate shifted = pl_calendar_add_months(date, 3 * n);
        moment = pl_moment(PL_GRAIN_QUARTER);
        moment.year = shifted.year;
        moment.part = (shifted.month - 1) / 3 + 1;
        break;
    }
    case 'M': {
        PlDate shifted = pl_calendar_add_months(date, n);
        moment = pl_moment(PL_GRAIN_MONTH);
        moment.year = shifted.year;
        moment.part = shifted.month;
        break;
    }
    case 'F':
    case 'W': {
        PlWeek week = pl_calendar_week(from + (unit.ptr[0] == 'F' ? 14 : 7) * n);
        moment = pl_moment(unit.len == 2 ? PL_GRAIN_WEEKEND : PL_GRAIN_WEEK);
        moment.year = week.year;
        moment.part = week.week;
        break;
    }
    default:
        return pl_moment_of_day(from + n);
    }
    if (moment.year < 1) moment.year = 1;
    return moment;
}

/* The unit without a date to count from: XXXX-WXX, XXXX-XX. */
static PlMoment open_moment(PlSlice unit)
{
    if (unit.ptr[0] == 'W') return pl_moment(unit.len == 2 ? PL_GRAIN_WEEKEND : PL_GRAIN_WEEK);
    if (unit.ptr[0] == 'M') return pl_moment(PL_GRAIN_MONTH);
    if (unit.ptr[0] == 'Q') return pl_moment(PL_GRAIN_QUARTER);
    return pl_moment(unit.ptr[0] == 'D' ? PL_GRAIN_DAY : PL_GRAIN_YEAR);
}

/* Months and days. -----------------------------------------------------------------------------*/

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
static int32_t month_at(const PlTimeScan *scan, int64_t i)
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
static int32_t day_number(const PlTimeScan *scan, int64_t i, uint32_t *n)
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
static uint32_t read_year_after(const PlTimeScan *scan, int64_t i, int32_t *year)
{
    int64_t at = i;
    if (pl_piece_is(scan->pieces, at, ",") || pl_piece_is(scan->pieces, at, "of")) at++;
    if (read_year(scan, at, year)) return (uint32_t)(at + 1 - i);
    uint32_t n;
    bool is_plural;
    const PlPieceWord *shift = pl_time_word(scan, at, PL_TIME_SHIFT, &n);
    if (!shift || !scan->has_now) return 0;
    if (!pl_slice_is(pl_time_unit(scan, at + n, &is_plural), "Y") || is_plural) return 0;
    *year = scan->now_date.year + (int32_t)shift->number;
    return (uint32_t)(at + n + 1 - i);
}

static bool finish_month(const PlTimeScan *scan, uint32_t i, int32_t month, int32_t day, Read *read)
{
    int32_t year;
    uint32_t n = read_year_after(scan, (int64_t)i + read->n, &year);
    read->n += n;
    if (n == 0) year = year_of_month(scan, i, month, day);
    read->moment = pl_moment(day > 0 ? PL_GRAIN_DAY : PL_GRAIN_MONTH);
    read->moment.year = year;
    read->moment.part = month;
    read->moment.day = day;
    return day < 0 || pl_calendar_is_date(year < 1 ? 2000 : year, month, day);
}

/* "May 3, 2019", "May 2019", "May", "3 May 2019", "3rd of May". */
static bool read_month(const PlTimeScan *scan, uint32_t i, Read *read)
{
    uint32_t n;
    int32_t month = month_at(scan, i);
    if (month) {
        uint32_t at = i + 1;
        if (pl_piece_is(scan->pieces, at, "the")) at++;
        int32_t day = day_number(scan, at, &n);
        if (day > 0) {
            read->n = at + n - i;
            if (finish_month(scan, i, month, day, read)) return true;
        }
        read->n = 1;
        return finish_month(scan, i, month, PL_MOMENT_UNKNOWN, read);
    }
    int32_t day = day_number(scan, i, &n);
    if (day == 0) return false;
    uint32_t at = i + n;
    if (pl_piece_is(scan->pieces, at, "of") || pl_piece_is_hyphen(scan->pieces, at)) at++;
    month = month_at(scan, at);
    read->n = at + 1 - i;
    return month > 0 && finish_month(scan, i, month, day, read);
}

static void set_numeric(Read *read, int32_t year, int32_t month, int32_t day, uint32_t n)
{
    read->moment = pl_moment(PL_GRAIN_DAY);
    read->moment.year = year;
    read->moment.part = month;
    read->moment.day = day;
    read->n = n;
}

/* The numbers of "3/5/2019": which is the month is known only when one is too large for it. */
static bool set_ambiguous(Read *read, int32_t a, int32_t b, int32_t year, uint32_t n)
{
    if (year < FIRST_YEAR || year > LAST_YEAR) return false;
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
static bool read_dotted(const PlPiece *piece, Read *read)
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
    if (n != 2 || parts[2] < FIRST_YEAR || !pl_calendar_is_date(parts[2], parts[1], parts[0]))
        return false;
    set_numeric(read, parts[2], parts[1], parts[0], 1);
    return true;
}

/* "2019-05-03", "3/5/2019", "03.05.2019". */
static bool read_numeric(const PlTimeScan *scan, uint32_t i, Read *read)
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

/* Relative words. ------------------------------------------------------------------------------*/

static PlMoment weekday_moment(const PlTimeScan *scan, uint32_t i, int32_t weekday)
{
    if (scan->has_now) return pl_moment_of_day(anchor_weekday(scan, i, weekday));
    PlMoment moment = pl_moment(PL_GRAIN_WEEKDAY);
    moment.day = weekday;
    return moment;
}

static bool read_weekday(const PlTimeScan *scan, uint32_t i, Read *read)
{
    uint32_t n;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_WEEKDAY, &n);
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    if (!word) {
        word = pl_time_word(scan, i, PL_TIME_WEEKDAY_SHORT, &n);
        bool is_sure =
            word && piece->is_capital &&
            (pl_slice_ends(piece->lower, ".") || month_at(scan, (int64_t)i + 1) ||
             (pl_piece_is(scan->pieces, (int64_t)i + 1, ",") && month_at(scan, (int64_t)i + 2)));
        if (!is_sure) return false;
    }
    read->n = n;
    /* "Monday, Oct. 26", "Monday 26 October": the date knows more. */
    uint32_t at = i + n;
    if (pl_piece_is(scan->pieces, at, ",")) at++;
    if (pl_piece_is(scan->pieces, at, "the")) at++;
    Read date;
    if (read_month(scan, at, &date) && date.moment.grain == PL_GRAIN_DAY) {
        read->moment = date.moment;
        read->n = at - i + date.n;
        return true;
    }
    read->moment = weekday_moment(scan, i, (int32_t)word->number);
    return true;
}

static bool read_day_word(const PlTimeScan *scan, uint32_t i, Read *read)
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

static bool read_holiday(const PlTimeScan *scan, uint32_t i, Read *read)
{
    uint32_t n;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_HOLIDAY, &n);
    if (!word || !pl_piece_at(scan->pieces, i)->is_capital) return false;
    read->n = n;
    int32_t date = (int32_t)word->number;
    return finish_month(scan, i, date / 100, date % 100, read);
}

/* The season's year as TIMEX3 has it: the year in which it begins. */
static bool read_season(const PlTimeScan *scan, uint32_t i, int32_t shift, bool is_shifted,
                        Read *read)
{
    uint32_t n;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_SEASON, &n);
    if (!word) return false;
    int32_t season = (int32_t)word->number;
    int32_t first_month = 3 + 3 * season;
    int32_t year;
    uint32_t n_year = read_year_after(scan, (int64_t)i + n, &year);
    bool has_cue = is_shifted || n_year > 0 || pl_piece_is(scan->pieces, (int64_t)i - 1, "the");
    /* "fall" and "spring" are verbs and more. */
    if (!has_cue || pl_time_upos(scan, i) == PL_UPOS_VERB) return false;
    if (n_year == 0) {
        year = year_of_part(scan, i, first_month, 3);
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
static bool read_year_part(const PlTimeScan *scan, uint32_t i, Read *read)
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
    uint32_t n_year = read_year_after(scan, (int64_t)i + n, &year);
    if (n_year == 0) {
        /* Halves are of games and rooms too, and quarters of cities. */
        if (is_half || pl_piece_is(scan->pieces, (int64_t)i + n, "of")) return false;
        int32_t first_month = 3 * ordinal - 2;
        year = year_of_part(scan, i, first_month, 3);
    }
    read->moment = pl_moment(is_half ? PL_GRAIN_HALF : PL_GRAIN_QUARTER);
    read->moment.year = year;
    read->moment.part = ordinal;
    read->n = n + n_year;
    return true;
}

static PlMoment shift_weekday(const PlTimeScan *scan, uint32_t i, int32_t weekday, int32_t shift)
{
    if (!scan->has_now || shift == 0) return weekday_moment(scan, i, weekday);
    int32_t ahead = (weekday - pl_calendar_weekday(scan->now) + 7) % 7;
    if (shift > 0) return pl_moment_of_day(scan->now + (ahead ? ahead : 7));
    return pl_moment_of_day(scan->now + ahead - 7);
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
static bool read_shifted(const PlTimeScan *scan, uint32_t i, Read *read)
{
    uint32_t n;
    uint32_t n_word;
    bool is_plural;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_SHIFT, &n);
    if (!word) return false;
    int32_t shift = (int32_t)word->number;
    uint32_t at = i + n;
    const PlPieceWord *what = pl_time_word(scan, at, PL_TIME_WEEKDAY, &n_word);
    read->n = n + n_word;
    if (what) {
        read->moment = shift_weekday(scan, i, (int32_t)what->number, shift);
        return true;
    }
    int32_t month = month_at(scan, at);
    if (month) {
        read->n = n + 1;
        read->moment = shift_month(scan, month, shift);
        return true;
    }
    if (read_season(scan, at, shift, true, read)) {
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
    read->n = n + 1;
    bool has_day = unit.ptr[0] == 'D' ? spoken_day(scan, &day) : scan->has_now;
    if (has_day)
        read->moment = pl_time_shifted(day, unit, shift);
    else
        read->moment = open_moment(unit);
    return true;
}

/* "that year", "the same day", "that evening". */
static bool read_same(const PlTimeScan *scan, uint32_t i, Read *read)
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
        return false;
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

/* "the end of the year", "later in the day": the unit after an edge is the report's. */
static bool read_edged_unit(const PlTimeScan *scan, uint32_t i, Read *read)
{
    bool is_plural;
    if (!pl_piece_is(scan->pieces, i, "the") || i == 0) return false;
    PlSlice unit = pl_time_unit(scan, (int64_t)i + 1, &is_plural);
    if (unit.len == 0 || is_plural || !strchr("DWMYEC", unit.ptr[0])) return false;
    bool has_edge = false;
    for (uint32_t k = 1; k <= 4 && k <= i; k++) {
        uint32_t n;
        has_edge |= pl_time_word(scan, (int64_t)i - k, PL_TIME_EDGE, &n) && n == k;
    }
    if (!has_edge) return false;
    PlDay day = scan->sent_has_day && unit.ptr[0] == 'D' ? scan->sent_day : scan->now;
    read->n = 2;
    read->moment = scan->has_now ? pl_time_shifted(day, unit, 0) : open_moment(unit);
    return true;
}

static bool read_calendar(const PlTimeScan *scan, uint32_t i, Read *read)
{
    int32_t year;
    if (read_weekday(scan, i, read) || read_numeric(scan, i, read) || read_month(scan, i, read) ||
        read_day_word(scan, i, read) || read_decade(scan, i, read) || read_century(scan, i, read) ||
        read_year_part(scan, i, read) || read_shifted(scan, i, read) || read_same(scan, i, read) ||
        read_edged_unit(scan, i, read) || read_holiday(scan, i, read) ||
        read_season(scan, i, 0, false, read))
        return true;
    if (!read_year(scan, i, &year) || !is_bare_year(scan, i, year)) return false;
    /* "the 1988 third quarter" */
    if (i + 1 < scan->pieces->pieces.n && read_year_part(scan, i + 1, read)) {
        read->n++;
        read->moment.year = year;
        return true;
    }
    read->moment = pl_moment(PL_GRAIN_YEAR);
    read->moment.year = year;
    read->n = 1;
    return true;
}

/* Times of day. --------------------------------------------------------------------------------*/

static bool split_clock(PlSlice text, char separator, int32_t *hour, int32_t *minute)
{
    size_t at = 0;
    while (at < text.len && text.ptr[at] != separator)
        at++;
    if (at == 0 || at > 2 || text.len != at + 3) return false;
    int32_t parts[2] = {0};
    for (size_t k = 0; k < text.len; k++) {
        if (k == at) continue;
        if (text.ptr[k] < '0' || text.ptr[k] > '9') return false;
        parts[k > at] = parts[k > at] * 10 + (text.ptr[k] - '0');
    }
    *hour = parts[0];
    *minute = parts[1];
    return *hour < 25 && *minute < 60;
}

static uint32_t read_zone(const PlTimeScan *scan, int64_t i, PlSlice *zone)
{
    uint32_t n;
    bool is_bracketed = pl_piece_is(scan->pieces, i, "(");
    const PlPieceWord *word = pl_time_word(scan, i + is_bracketed, PL_TIME_ZONE, &n);
    if (!word) return 0;
    if (is_bracketed && !pl_piece_is(scan->pieces, i + 2, ")")) return 0;
    int32_t minutes = (int32_t)word->number;
    int32_t size = minutes < 0 ? -minutes : minutes;
    *zone = minutes == 0 ? PL_SLICE("Z")
                         : pl_arena_format(scan->arena, "%c%02d:%02d", minutes < 0 ? '-' : '+',
                                           (int)(size / 60), (int)(size % 60));
    return is_bracketed ? 3 : n;
}

/* "1:35 pm", "9 a.m. EST", "13:35", "1035 GMT", "noon", "10 o'clock". */
static bool read_clock(const PlTimeScan *scan, uint32_t i, Read *read)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    uint32_t n = 1;
    uint32_t n_half = 0;
    int32_t hour = -1;
    int32_t minute = 0;
    bool is_sure = false;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_CLOCK, &n);
    if (word) {
        hour = (int32_t)word->number / 100;
        is_sure = true;
    } else if (piece->kind == PL_PIECE_NUMBER) {
        n = 1;
        int32_t digits = pl_numbers_digits(piece);
        if (split_clock(piece->lower, ':', &hour, &minute)) {
            is_sure = true;
        } else if (!split_clock(piece->lower, '.', &hour, &minute)) {
            bool is_military = piece->lower.len == 4 && digits < 2400 && digits % 100 < 60;
            hour = is_military ? digits / 100 : digits;
            minute = is_military ? digits % 100 : 0;
            if (!is_military && digits > 24) return false;
        }
    } else {
        PlNumber number;
        if (!pl_numbers_read(scan->model->numbers, scan->pieces, i, &number) || !number.is_plain ||
            isnan(number.value) || number.value > 12)
            return false;
        hour = (int32_t)number.value;
        n = number.n_pieces;
    }
    if (hour < 0) return false;
    if (!word) {
        bool is_pm = pl_time_word(scan, (int64_t)i + n, PL_TIME_PM, &n_half) != NULL;
        bool is_am = !is_pm && pl_time_word(scan, (int64_t)i + n, PL_TIME_AM, &n_half) != NULL;
        if (is_pm && hour < 12) hour += 12;
        if (is_am && hour == 12) hour = 0;
        /* "I am" is no time: the abbreviation follows digits. */
        is_sure |= (is_am || is_pm) && piece->kind == PL_PIECE_NUMBER;
        n += is_am || is_pm ? n_half : 0;
        if (pl_piece_is(scan->pieces, (int64_t)i + n, "o'clock")) {
            is_sure = true;
            n++;
        }
    }
    uint32_t n_zone = read_zone(scan, (int64_t)i + n, &read->moment.zone);
    if ((!is_sure && n_zone == 0) || hour > 24) return false;
    read->moment.has_clock = true;
    read->moment.hour = hour;
    read->moment.minute = minute;
    read->n = n + n_zone;
    return true;
}

/* The day after a time of day, " on Tuesday", ", May 3", " Tuesday"; 0 = none. */
static uint32_t read_day_after(const PlTimeScan *scan, uint32_t i, PlMoment *moment)
{
    uint32_t at = i;
    if (pl_piece_is(scan->pieces, at, ",")) at++;
    if (pl_piece_is(scan->pieces, at, "on") || pl_piece_is(scan->pieces, at, "of")) at++;
    Read day;
    bool is_day = at < scan->pieces->pieces.n && read_calendar(scan, at, &day) &&
                  (day.moment.grain == PL_GRAIN_DAY || day.moment.grain == PL_GRAIN_WEEKDAY) &&
                  !pl_moment_is_time(&day.moment);
    if (!is_day) return 0;
    moment->grain = day.moment.grain;
    moment->year = day.moment.year;
    moment->part = day.moment.part;
    moment->day = day.moment.day;
    return at - i + day.n;
}

/* Without a day of its own a time of day is of the day spoken of in the sentence, else of the
 * report's. */
static void give_day(const PlTimeScan *scan, PlMoment *moment)
{
    PlMoment day = pl_moment(PL_GRAIN_DAY);
    if (scan->sent_has_day)
        day = pl_moment_of_day(scan->sent_day);
    else if (scan->has_now)
        day = pl_moment_of_day(scan->now);
    moment->grain = day.grain;
    moment->year = day.year;
    moment->part = day.part;
    moment->day = day.day;
}

static bool read_timed(const PlTimeScan *scan, uint32_t i, Read *read)
{
    read->moment = pl_moment(PL_GRAIN_DAY);
    if (!read_clock(scan, i, read)) return false;
    uint32_t n = read_day_after(scan, i + read->n, &read->moment);
    if (n == 0) give_day(scan, &read->moment);
    read->n += n;
    return true;
}

/* "in the morning", "overnight", "the night of May 3", "early-morning". */
static bool read_part(const PlTimeScan *scan, uint32_t i, Read *read)
{
    uint32_t n;
    uint32_t ignored;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_PART_WORD, &n);
    bool is_sure = word != NULL;
    if (!word) word = pl_time_word(scan, i, PL_TIME_PART, &n);
    if (!word || pl_slice_ends(pl_piece_at(scan->pieces, i)->lower, "s")) return false;
    const PlPieces *p = scan->pieces;
    read->moment = pl_moment(PL_GRAIN_DAY);
    read->moment.day_part = word->value;
    read->n = n;
    uint32_t n_day =
        pl_piece_is(p, (int64_t)i + n, "of") ? read_day_after(scan, i + n, &read->moment) : 0;
    read->n += n_day;
    if (n_day) return true;
    is_sure |= pl_piece_is(p, (int64_t)i - 1, "the") && pl_piece_is(p, (int64_t)i - 2, "in");
    is_sure |= pl_piece_is_hyphen(p, (int64_t)i - 1) &&
               pl_time_word(scan, (int64_t)i - 2, PL_TIME_EDGE, &ignored);
    is_sure |= pl_piece_is(p, (int64_t)i - 1, "at") && pl_slice_is(word->value, "NI");
    if (is_sure) give_day(scan, &read->moment);
    return is_sure;
}

/* A part of the day or a clock time after a day: "Thursday evening", "today at 9 a.m.". */
static void join_time(const PlTimeScan *scan, uint32_t i, Read *read)
{
    PlMoment *moment = &read->moment;
    bool is_day = moment->grain == PL_GRAIN_DAY || moment->grain == PL_GRAIN_WEEKDAY;
    if (!is_day || pl_moment_is_time(moment)) return;
    uint32_t at = i + read->n;
    uint32_t n;
    if (pl_piece_is(scan->pieces, at, "early") || pl_piece_is(scan->pieces, at, "late")) at++;
    const PlPieceWord *part = pl_time_word(scan, at, PL_TIME_PART, &n);
    if (part && !pl_slice_ends(pl_piece_at(scan->pieces, at)->lower, "s")) {
        moment->day_part = part->value;
        read->n = at + n - i;
        return;
    }
    at = i + read->n;
    if (pl_piece_is(scan->pieces, at, ",")) at++;
    if (pl_piece_is(scan->pieces, at, "at")) at++;
    if (pl_piece_is(scan->pieces, at, "around") || pl_piece_is(scan->pieces, at, "about")) at++;
    Read clock = {.moment = *moment};
    if (at < scan->pieces->pieces.n && read_clock(scan, at, &clock)) {
        clock.n += at - i;
        *read = clock;
    }
}

bool pl_time_date(PlTimeScan *scan, uint32_t i, PlTimeFound *found)
{
    Read read = {.moment = pl_moment(PL_GRAIN_NONE)};
    if (!read_timed(scan, i, &read)) {
        read.moment = pl_moment(PL_GRAIN_NONE);
        if (read_calendar(scan, i, &read))
            join_time(scan, i, &read);
        else if (!read_part(scan, i, &read))
            return false;
    }
    found->first = i;
    found->end = i + read.n;
    found->type = pl_moment_is_time(&read.moment) ? PL_TIME_TIME : PL_TIME_DATE;
    found->value = pl_moment_value(scan->arena, &read.moment);
    found->has_day = pl_moment_day(&read.moment, &found->day);
    bool is_of_year = read.moment.grain != PL_GRAIN_CENTURY && read.moment.grain != PL_GRAIN_DECADE;
    found->year = is_of_year ? read.moment.year : PL_MOMENT_UNKNOWN;
    return true;
}
