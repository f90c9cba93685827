/* Times: the scan over a report's sentences. What the words mean is in the time_*.c files; here
 * they are tried in turn, widened by what precedes them, and kept. */
#include "mention/times.h"

#include "mention/time_scan.h"

#include <string.h>

enum { SIGN_REACH = 6 }; /* pieces of an expression in which its first sign stands */

static const char *const class_names[PL_N_TIME_CLASSES] = {
    "weekday",   "weekday_short", "month",  "month_word", "month_short",  "unit",    "part",
    "part_word", "season",        "day",    "shift",      "span",         "same",    "ref",
    "ref_word",  "recent",        "set",    "each",       "ago",          "earlier", "later",
    "from_now",  "edge",          "filler", "long",       "clock",        "am",      "pm",
    "zone",      "holiday",       "decade", "unit_glued", "holiday_word",
};

const PlTimesModel *pl_times_model_load(PlArena *arena)
{
    PlTimesModel *model = pl_arena_new(arena, PlTimesModel);
    pl_piece_words_load(arena, &model->words, "times.tsv", class_names, PL_N_TIME_CLASSES);
    model->numbers = pl_numbers_load(arena);
    model->tense = pl_tense_load(arena);
    return model;
}

const PlPieceWord *pl_time_word(const PlTimeScan *scan, int64_t i, PlTimeClass class_, uint32_t *n)
{
    *n = 0;
    if (i < 0 || i >= (int64_t)scan->matches.n) return NULL;
    const PlTimeMatch *match = &scan->matches.items[i];
    if (!match->word || match->word->class_ != class_) return NULL;
    *n = match->n;
    return match->word;
}

static void match_words(PlTimeScan *scan)
{
    scan->matches.n = 0;
    for (uint32_t i = 0; i < scan->pieces->pieces.n; i++) {
        PlTimeMatch *match = pl_vec_push(scan->arena, &scan->matches);
        match->n = 0;
        match->word = pl_piece_words_match(&scan->model->words, scan->pieces, i, &match->n);
    }
}

static void find_signs(PlTimeScan *scan)
{
    uint32_t n = scan->pieces->pieces.n;
    scan->next_sign.n = 0;
    for (uint32_t i = 0; i < n; i++)
        *pl_vec_push(scan->arena, &scan->next_sign) = n;
    for (uint32_t i = n; i-- > 0;) {
        bool is_sign = scan->matches.items[i].word ||
                       pl_piece_at(scan->pieces, i)->kind == PL_PIECE_NUMBER ||
                       pl_time_upos(scan, i) == PL_UPOS_NUM;
        scan->next_sign.items[i] = is_sign ? i : i + 1 < n ? scan->next_sign.items[i + 1] : n;
    }
}

/* Every expression has a word of time or a number among its first pieces; most places of a text
 * have none near. */
static bool may_start(const PlTimeScan *scan, uint32_t i)
{
    return scan->next_sign.items[i] < i + SIGN_REACH;
}

uint8_t pl_time_upos(const PlTimeScan *scan, int64_t i)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    return piece->lower.len ? scan->syntax->upos[piece->tok] : (uint8_t)PL_UPOS_PUNCT;
}

PlSlice pl_time_unit(const PlTimeScan *scan, int64_t i, bool *is_plural)
{
    uint32_t n;
    const PlPieceWord *word = pl_time_word(scan, i, PL_TIME_UNIT, &n);
    if (!word && pl_piece_at(scan->pieces, i)->is_glued &&
        pl_piece_at(scan->pieces, i - 1)->kind == PL_PIECE_NUMBER)
        word = pl_time_word(scan, i, PL_TIME_UNIT_GLUED, &n);
    *is_plural = word && pl_slice_ends(pl_piece_at(scan->pieces, i)->lower, "s");
    return word ? word->value : (PlSlice){0};
}

/* A weekday or month in the name of a person or body is no time. A name of one token is: names are
 * found before times, and a lone "May" may be either. */
static bool is_in_name(const PlMentions *mentions, uint32_t tok)
{
    if (!mentions->mention_of_tok || mentions->mention_of_tok[tok] < 0) return false;
    const PlMention *mention = &mentions->mentions.items[mentions->mention_of_tok[tok]];
    if (mention->kind != PL_MENTION_NAME) return false;
    return mention->type == PL_ENTITY_PER || mention->end_tok - mention->first_tok > 1;
}

/* "the Good Friday Agreement" is named after a day and is none: the pieces of the holiday, 0 = it
 * is one. */
static uint32_t named_after_holiday(const PlTimeScan *scan, uint32_t i)
{
    uint32_t n;
    uint32_t n_word;
    if (!pl_piece_at(scan->pieces, i)->is_capital || !pl_time_word(scan, i, PL_TIME_HOLIDAY, &n))
        return 0;
    const PlPiece *next = pl_piece_at(scan->pieces, (int64_t)i + n);
    bool is_named = next->kind == PL_PIECE_WORD && next->is_capital && !next->is_glued &&
                    pl_time_upos(scan, (int64_t)i + n) != PL_UPOS_VERB &&
                    !pl_time_word(scan, (int64_t)i + n, PL_TIME_WEEKDAY, &n_word) &&
                    !pl_time_month_at(scan, (int64_t)i + n);
    return is_named ? n : 0;
}

/* "Christmas Eve" and "May 3" are days, whatever name was found there. */
static bool is_day_for_sure(const PlTimeScan *scan, uint32_t i)
{
    uint32_t n;
    PlTimeRead read;
    if (pl_time_word(scan, i, PL_TIME_HOLIDAY, &n) && n > 1) return true;
    if (!pl_time_month_at(scan, i) || !pl_time_month(scan, i, &read)) return false;
    /* "Jan-Feb 2017" */
    bool is_range =
        pl_piece_is_dash(scan->pieces, (int64_t)i + 1) && pl_time_month_at(scan, (int64_t)i + 2);
    return is_range || read.moment.grain == PL_GRAIN_DAY;
}

/* How many pieces before `i` form a phrase that `test` accepts. */
static uint32_t edge_before(const PlTimeScan *scan, uint32_t i)
{
    for (uint32_t k = PL_PIECE_WORDS_MAX; k >= 1; k--) {
        uint32_t n;
        if (k > i) continue;
        int64_t at = (int64_t)i - k;
        bool is_edge = pl_time_word(scan, at, PL_TIME_EDGE, &n) ||
                       pl_time_word(scan, at, PL_TIME_EARLIER, &n) ||
                       pl_time_word(scan, at, PL_TIME_LATER, &n);
        if (is_edge && n == k) return k;
    }
    return 0;
}

static uint32_t hedge_before(const PlTimeScan *scan, uint32_t i)
{
    for (uint32_t k = PL_PIECE_WORDS_MAX; k >= 1; k--) {
        uint32_t n;
        if (k > i) continue;
        if (pl_numbers_hedge(scan->model->numbers, scan->pieces, i - k, &n) != PL_HEDGE_NONE &&
            n == k)
            return k;
    }
    return 0;
}

static bool is_determiner(const PlTimeScan *scan, int64_t i)
{
    return pl_piece_is(scan->pieces, i, "the") || pl_piece_is(scan->pieces, i, "these") ||
           pl_piece_is(scan->pieces, i, "those");
}

/* The first piece of what belongs to the expression and stands before piece `at`; `at` when there
 * is nothing: "nearly three years", "early 2022", "the last week". */
static uint32_t widened(const PlTimeScan *scan, uint32_t at, const PlTimeFound *found)
{
    bool is_ref = pl_slice_ends(found->value, "_REF");
    const PlPiece *next = pl_piece_at(scan->pieces, (int64_t)found->first + 1);
    bool is_number = pl_piece_at(scan->pieces, found->first)->kind == PL_PIECE_NUMBER &&
                     !(next->is_glued && next->kind == PL_PIECE_WORD);
    bool is_article = pl_piece_is(scan->pieces, found->first, "a") ||
                      pl_piece_is(scan->pieces, found->first, "an");
    uint32_t edge = at;
    if (at > 0 && pl_piece_is_hyphen(scan->pieces, (int64_t)at - 1)) edge--;
    uint32_t n =
        found->type == PL_TIME_DATE || found->type == PL_TIME_TIME ? edge_before(scan, edge) : 0;
    if (n && !is_ref) return edge - n;
    /* In "over the next decade" the word is no hedge. */
    uint32_t n_word;
    bool is_phrase = is_determiner(scan, at) || pl_time_word(scan, at, PL_TIME_SHIFT, &n_word) ||
                     pl_time_word(scan, at, PL_TIME_SPAN, &n_word);
    /* Of dates only counted ones are hedged: "about two years ago". */
    if (!is_phrase && (found->type == PL_TIME_DURATION || is_article ||
                       (found->type == PL_TIME_DATE && found->end > found->first + 1)))
        n = hedge_before(scan, at);
    if (n) return at - n;
    /* In "the 2022 talks" and "the current talks" the article is of the noun, in "the 1970s" and
     * "the 3rd of May" of the time. */
    bool owns_article = !is_ref && (found->type == PL_TIME_DURATION || !is_number);
    return owns_article && is_determiner(scan, (int64_t)at - 1) ? at - 1 : at;
}

static void widen(const PlTimeScan *scan, uint32_t floor, PlTimeFound *found)
{
    uint32_t first = found->first;
    for (uint32_t k = 0; k < 3 && first > floor; k++) {
        uint32_t at = widened(scan, first, found);
        if (at == first || at < floor) break;
        first = at;
    }
    found->first = first;
}

static void keep(PlTimeScan *scan, PlMentions *mentions, const PlTimeFound *found)
{
    PlTime *time = pl_vec_push(scan->arena, &mentions->times);
    time->span = pl_pieces_span(scan->pieces, found->first, found->end);
    time->type = found->type;
    time->value = found->value;
    if (found->year > 0) scan->last_year = found->year;
    if (found->has_moment && found->moment.grain == PL_GRAIN_QUARTER) {
        scan->has_quarter = true;
        scan->last_quarter = found->moment;
        scan->quarter_sent = scan->pieces->sent;
    }
    PlDay first;
    PlDay last;
    if (found->has_moment && pl_moment_extent(&found->moment, &first, &last) &&
        pl_calendar_date(last).year <= PL_TIME_LAST_YEAR) {
        scan->has_last_date = true;
        scan->last_date = last;
    }
    scan->has_prev = found->has_moment;
    scan->prev = found->moment;
    scan->prev_end = found->end;
    scan->prev_has_half = found->has_half;
    scan->prev_names_month = found->names_month;
    /* What is counted from is kept near, so that no count leaves the calendar. */
    if (!found->has_day || pl_calendar_date(found->day).year > PL_TIME_LAST_YEAR) return;
    scan->has_last = scan->sent_has_day = true;
    scan->last = scan->sent_day = found->day;
}

static void scan_sentence(PlTimeScan *scan, PlMentions *mentions)
{
    uint32_t floor = 0;
    scan->sent_has_day = scan->has_prev = false;
    match_words(scan);
    find_signs(scan);
    for (uint32_t i = 0; i < scan->pieces->pieces.n;) {
        if (!may_start(scan, i)) {
            i++;
            continue;
        }
        PlTimeFound found = {0};
        uint32_t tok = pl_piece_at(scan->pieces, i)->tok;
        uint32_t n_name = named_after_holiday(scan, i);
        if (n_name) {
            i += n_name;
            continue;
        }
        bool is_found = (!is_in_name(mentions, tok) || is_day_for_sure(scan, i)) &&
                        (pl_time_stretch(scan, i, &found) || pl_time_date(scan, i, &found));
        if (!is_found) {
            i++;
            continue;
        }
        uint32_t end = found.end;
        widen(scan, floor, &found);
        keep(scan, mentions, &found);
        i = floor = end;
    }
}

void pl_times_find(PlArena *arena, const PlTimesModel *model, const PlArticle *article,
                   const PlTokens *tokens, const PlSyntax *syntax, PlMentions *mentions)
{
    PlPieces pieces = {0};
    PlTimeScan scan = {
        .arena = arena, .model = model, .tokens = tokens, .syntax = syntax, .pieces = &pieces};
    scan.has_now = pl_calendar_read(article->metadata.published, &scan.now);
    if (scan.has_now) scan.now_date = pl_calendar_date(scan.now);
    scan.has_now = scan.has_now && scan.now_date.year >= PL_TIME_FIRST_YEAR &&
                   scan.now_date.year <= PL_TIME_LAST_YEAR;
    scan.has_clock =
        scan.has_now && pl_calendar_read_clock(article->metadata.published, &scan.now_minute);
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++) {
        pl_pieces_find(arena, tokens, sent, &pieces);
        scan_sentence(&scan, mentions);
    }
}
