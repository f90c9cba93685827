/* Years, decades and centuries. */
#include "mention/time_scan.h"

enum { MOST_CLIPPED_YEARS = 15 };

bool pl_time_year(const PlTimeScan *scan, int64_t i, int32_t *year)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    if (piece->lower.len != 4) return false;
    *year = pl_numbers_digits(piece);
    const PlPiece *next = pl_piece_at(scan->pieces, i + 1);
    if (next->is_glued && next->kind == PL_PIECE_WORD && next->tok == piece->tok) return false;
    return *year >= PL_TIME_FIRST_YEAR && *year <= PL_TIME_LAST_YEAR;
}

uint32_t pl_time_year_words(const PlTimeScan *scan, int64_t i, int32_t *year)
{
    const PlPieces *p = scan->pieces;
    const PlNumbers *numbers = scan->model->numbers;
    int32_t first;
    int32_t second = 0;
    uint32_t n;
    uint32_t n_second = 0;
    if (i < 0 || pl_piece_at(p, i)->kind != PL_PIECE_WORD) return 0;
    if (!pl_numbers_small(numbers, p, (uint32_t)i, &first, &n)) return 0;
    uint32_t at = (uint32_t)i + n;
    if (first == 2 && pl_piece_is(p, at, "thousand")) {
        at++;
        *year = 2000;
        if (pl_piece_is(p, at, "and")) n_second = 1;
        if (pl_numbers_small(numbers, p, at + n_second, &second, &n)) {
            *year += second;
            at += n_second + n;
        }
        return at - (uint32_t)i;
    }
    if (first < 15 || first > 20) return 0;
    bool has_hundred = pl_piece_is(p, at, "hundred");
    at += has_hundred;
    if (has_hundred && pl_piece_is(p, at, "and")) n_second = 1;
    if (pl_numbers_small(numbers, p, at + n_second, &second, &n) && second >= 10)
        at += n_second + n;
    else if (!has_hundred)
        return 0;
    else
        second = 0;
    *year = 100 * first + second;
    return at - (uint32_t)i;
}

bool pl_time_is_currency(const PlPiece *piece)
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

/* "138-2010-2015" and "2015-32" are codes; "2010-2015" and "2010-15" are years. */
static bool is_in_code(const PlPieces *p, uint32_t i, int32_t year)
{
    int64_t before = pl_piece_is_dash(p, (int64_t)i - 1) ? (int64_t)i - 2 : -1;
    int64_t after = pl_piece_is_dash(p, (int64_t)i + 1) ? (int64_t)i + 2 : -1;
    int32_t other = pl_numbers_digits(pl_piece_at(p, before));
    int32_t next = pl_numbers_digits(pl_piece_at(p, after));
    bool is_chain = pl_piece_is_hyphen(p, (int64_t)i - 1) && pl_piece_is_hyphen(p, (int64_t)i + 1);
    if (is_chain && other >= 0 && next >= 0) return true;
    bool is_far_chain = (other >= 0 && pl_piece_is_hyphen(p, before - 1) &&
                         pl_piece_at(p, before - 2)->kind == PL_PIECE_NUMBER) ||
                        (next >= 0 && pl_piece_is_hyphen(p, after + 1) &&
                         pl_piece_at(p, after + 2)->kind == PL_PIECE_NUMBER);
    if (is_far_chain) return true;
    if (other >= 0 && (other < PL_TIME_FIRST_YEAR || other > year)) return true;
    if (next < 0) return false;
    /* "1939-45" */
    bool is_clipped = pl_piece_at(p, after)->lower.len == 2 && next > year % 100 &&
                      next - year % 100 <= MOST_CLIPPED_YEARS;
    return !is_clipped && (next < year || next > PL_TIME_LAST_YEAR);
}

/* "since at least 2009", "circa 1945", "around 2030", not "about 2000 soldiers". */
static bool is_hedged_year(const PlTimeScan *scan, uint32_t i, int64_t hedge_at, int32_t year)
{
    static const char *const cues[] = {"since", "in",   "by",     "until",
                                       "till",  "from", "before", "after"};
    const PlPieces *p = scan->pieces;
    uint8_t upos = pl_time_upos(scan, (int64_t)i + 1);
    bool is_counting = upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ || upos == PL_UPOS_PROPN ||
                       pl_piece_is(p, (int64_t)i + 1, "of");
    if (is_counting || year < 1800) return false;
    if (pl_piece_is(p, hedge_at, "circa")) return true;
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        if (pl_piece_is(p, hedge_at - 1, cues[k])) return true;
    return pl_piece_is(p, hedge_at, "around") && year % 100 != 0 &&
           pl_time_upos(scan, hedge_at - 1) != PL_UPOS_VERB;
}

/* A bare number of four digits is a year unless it counts or measures something: "2000 troops",
 * "$1900", "more than 2000 people", "1800 km". */
bool pl_time_is_bare_year(const PlTimeScan *scan, uint32_t i, int32_t year)
{
    const PlPieces *p = scan->pieces;
    const PlPiece *piece = pl_piece_at(p, i);
    const PlPiece *before = pl_piece_at(p, (int64_t)i - 1);
    const PlPiece *after = pl_piece_at(p, (int64_t)i + 1);
    if (pl_time_is_currency(before) || pl_slice_is(after->lower, "%")) return false;
    if (pl_slice_is(after->lower, "percent") || pl_slice_is(after->lower, "per")) return false;
    if (piece->is_glued && before->kind == PL_PIECE_WORD && before->tok == piece->tok) return false;
    bool is_plural;
    if (pl_time_unit(scan, (int64_t)i + 1, &is_plural).len && is_plural) return false;
    bool in_reach = year >= 1500 && year <= 2099;
    if (scan->has_now && year > scan->now_date.year + 100) in_reach = false;
    if (is_in_code(p, i, year)) return false;
    static const char *const cues[] = {"in",     "since", "by",     "until",   "till", "from",
                                       "before", "after", "during", "between", "of",   "to",
                                       "year",   "early", "late",   "mid",     "("};
    for (size_t k = 0; k < sizeof cues / sizeof *cues; k++)
        if (pl_slice_is(before->lower, cues[k]))
            return in_reach || (after->kind == PL_PIECE_MARK && k < 10);
    if (!in_reach || pl_numbers_is_designator(scan->model->numbers, p, (int64_t)i - 1))
        return false;
    PlHedge hedge = PL_HEDGE_NONE;
    int64_t hedge_at = 0;
    for (uint32_t k = 1; k <= 3 && k <= i && hedge == PL_HEDGE_NONE; k++) {
        uint32_t n;
        hedge = pl_numbers_hedge(scan->model->numbers, p, i - k, &n);
        if (n != k) hedge = PL_HEDGE_NONE;
        if (hedge != PL_HEDGE_NONE) hedge_at = (int64_t)i - k;
    }
    if (hedge != PL_HEDGE_NONE) return is_hedged_year(scan, i, hedge_at, year);
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
bool pl_time_decade(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
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
    /* "1990 s" too */
    bool has_ending = (ending->is_glued || value % 10 == 0) &&
                      (pl_slice_is(ending->lower, "s") || pl_slice_is(ending->lower, "'s") ||
                       pl_slice_is(ending->lower, "\u2019s"));
    if (!has_ending || value < 0 || value % 10 != 0) return false;
    bool is_short = pl_piece_at(p, at)->lower.len == 2 && value >= 10 && (has_mark || has_article);
    bool is_long = value >= PL_TIME_FIRST_YEAR && value <= PL_TIME_LAST_YEAR && !has_mark;
    if (!is_short && !is_long) return false;
    read->moment.year = is_short ? 190 + value / 10 : value / 10;
    read->n = at + 2 - i;
    return true;
}

/* "the 20th century", "nineteenth-century". */
bool pl_time_century(const PlTimeScan *scan, uint32_t i, PlTimeRead *read)
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
