#include "mention/quantities.h"

#include "mention/number_words.h"

#include <math.h>

typedef enum UnitClass { UNIT, CURRENCY, SIGN, CODE, RATE, N_CLASSES } UnitClass;

static const char *const class_names[N_CLASSES] = {"unit", "currency", "sign", "code", "rate"};

enum { MAX_NOUN_PHRASE = 8 }; /* tokens between a number and the noun that it counts */

struct PlQuantitiesModel {
    PlPieceWords units;
    const PlNumbers *numbers;
};

const PlQuantitiesModel *pl_quantities_model_load(PlArena *arena)
{
    PlQuantitiesModel *model = pl_arena_new(arena, PlQuantitiesModel);
    pl_piece_words_load(arena, &model->units, "units.tsv", class_names, N_CLASSES);
    model->numbers = pl_numbers_load(arena);
    return model;
}

typedef struct Scan {
    PlArena *arena;
    const PlQuantitiesModel *model;
    const PlTokens *tokens;
    const PlSyntax *syntax;
    const PlPieces *pieces;
    const PlMentions *mentions;
} Scan;

typedef struct Found {
    uint32_t first; /* pieces */
    uint32_t end;
    PlNumber number;
    PlHedge hedge;
    PlSlice unit;
    bool is_money;
} Found;

static const PlPieceWord *unit_word(const Scan *scan, int64_t i, UnitClass class_, uint32_t *n)
{
    *n = 0;
    return pl_piece_words_class(&scan->model->units, scan->pieces, i, (uint8_t)class_, n);
}

static uint8_t upos_at(const Scan *scan, int64_t i)
{
    const PlPiece *piece = pl_piece_at(scan->pieces, i);
    return piece->lower.len ? scan->syntax->upos[piece->tok] : (uint8_t)PL_UPOS_PUNCT;
}

/* A number inside a longer name is part of it: "Boeing 737", "Channel 4". */
static bool is_in_name(const Scan *scan, uint32_t i)
{
    const PlMentions *mentions = scan->mentions;
    uint32_t tok = pl_piece_at(scan->pieces, i)->tok;
    if (!mentions->mention_of_tok || mentions->mention_of_tok[tok] < 0) return false;
    const PlMention *mention = &mentions->mentions.items[mentions->mention_of_tok[tok]];
    return mention->kind == PL_MENTION_NAME && mention->end_tok - mention->first_tok > 1;
}

static bool is_nominal(uint8_t upos)
{
    return upos == PL_UPOS_NOUN || upos == PL_UPOS_ADJ || upos == PL_UPOS_PROPN;
}

/* What stands before makes the number a name or a label: "F-16", "article 5", "Phase Two". */
static bool is_label(const Scan *scan, uint32_t i)
{
    const PlPieces *p = scan->pieces;
    const PlPiece *piece = pl_piece_at(p, i);
    const PlPiece *before = pl_piece_at(p, (int64_t)i - 1);
    if (piece->is_glued && before->kind == PL_PIECE_WORD && before->tok == piece->tok) return true;
    if (pl_piece_is_hyphen(p, (int64_t)i - 1) &&
        pl_piece_at(p, (int64_t)i - 2)->kind == PL_PIECE_WORD)
        return true;
    if (pl_piece_is(p, (int64_t)i - 1, "/") && piece->is_glued) return true;
    if (pl_numbers_is_designator(scan->model->numbers, p, (int64_t)i - 1)) return true;
    /* A number of a list: "3." or "3)" at the start of a line. */
    if (i == 0 && (pl_piece_is(p, 1, ".") || pl_piece_is(p, 1, ")"))) return true;
    if (before->kind != PL_PIECE_WORD || !before->is_capital || i == 1) return false;
    return upos_at(scan, (int64_t)i - 1) == PL_UPOS_PROPN &&
           !is_nominal(upos_at(scan, (int64_t)i + 1));
}

/* "one" counts only before a noun: not "one of them", "the one who", "no one". */
static bool is_pronoun_one(const Scan *scan, uint32_t i)
{
    if (!pl_piece_is(scan->pieces, i, "one")) return false;
    uint8_t before = upos_at(scan, (int64_t)i - 1);
    if (before == PL_UPOS_DET || pl_piece_is(scan->pieces, (int64_t)i - 1, "which")) return true;
    /* "one day" and "one-time" count nothing. */
    return !is_nominal(upos_at(scan, (int64_t)i + 1));
}

/* "20mm"-like endings are units; any other letters glued to digits make a name, an ordinal or a
 * decade of them. */
static bool has_glued_word(const Scan *scan, uint32_t end)
{
    const PlPiece *last = pl_piece_at(scan->pieces, (int64_t)end - 1);
    const PlPiece *next = pl_piece_at(scan->pieces, end);
    return last->kind == PL_PIECE_NUMBER && next->is_glued && next->kind == PL_PIECE_WORD &&
           next->tok == last->tok;
}

/* "two-thirds", "three quarters": no counts. */
static bool is_fraction(const Scan *scan, uint32_t end)
{
    static const char *const parts[] = {"third", "thirds", "quarters", "fifth", "fifths", "tenths"};
    uint32_t at = end + pl_piece_is_hyphen(scan->pieces, end);
    for (size_t k = 0; k < sizeof parts / sizeof *parts; k++)
        if (pl_piece_is(scan->pieces, at, parts[k])) return true;
    return false;
}

/* A sign or a code before the number: its pieces. */
static uint32_t read_sign(const Scan *scan, int64_t i, Found *found)
{
    uint32_t n;
    const PlPieceWord *word = unit_word(scan, i, SIGN, &n);
    if (!word) word = unit_word(scan, i, CODE, &n);
    if (!word) return 0;
    found->unit = word->value;
    found->is_money = true;
    return n;
}

/* "$20 million to $30 million": the second sign hides the range from the number's own grammar. */
static void read_signed_range(const Scan *scan, Found *found)
{
    const PlPieces *p = scan->pieces;
    bool is_range = pl_piece_is(p, found->end, "to") || pl_piece_is(p, found->end, "and") ||
                    pl_piece_is_dash(p, found->end);
    if (!is_range || isnan(found->number.value)) return;
    Found second = {0};
    PlNumber high;
    uint32_t at = found->end + 1;
    at += read_sign(scan, at, &second);
    if (at == found->end + 1 || !pl_slice_equal(second.unit, found->unit)) return;
    if (!pl_numbers_read(scan->model->numbers, p, at, &high) || isnan(high.value)) return;
    bool says_between = pl_piece_is(p, (int64_t)found->first - 1, "between");
    if (pl_piece_is(p, found->end, "and") && !says_between) return;
    if (high.value <= found->number.value) return;
    found->number.low = found->number.value;
    found->number.high = high.value;
    found->number.value = NAN;
    found->end = at + high.n_pieces;
}

static PlSlice with_rate(const Scan *scan, uint32_t end, PlSlice unit)
{
    uint32_t n;
    const PlPieceWord *rate = unit_word(scan, end, RATE, &n);
    return rate ? pl_arena_format(scan->arena, "%.*s%.*s", PL_PRI(unit), PL_PRI(rate->value))
                : unit;
}

/* The unit after the number, if any. */
static void read_unit(const Scan *scan, Found *found)
{
    uint32_t n;
    uint32_t at = found->end + pl_piece_is_hyphen(scan->pieces, found->end);
    if (found->is_money) {
        const PlPieceWord *money = unit_word(scan, at, CURRENCY, &n);
        if (!money) money = unit_word(scan, at, CODE, &n);
        if (money) found->end = at + n;
        found->unit = with_rate(scan, found->end, found->unit);
        return;
    }
    if (pl_piece_is(scan->pieces, at, "of") && isnan(found->number.value)) at++; /* "millions of" */
    const PlPieceWord *word = unit_word(scan, at, UNIT, &n);
    if (!word) word = unit_word(scan, at, CURRENCY, &n);
    if (!word) word = unit_word(scan, at, CODE, &n);
    if (!word) {
        word = unit_word(scan, at, SIGN, &n);
        if (word && !pl_piece_at(scan->pieces, at)->is_glued) word = NULL;
    }
    if (!word) return;
    found->is_money = word->class_ != UNIT;
    found->end = at + n;
    found->unit = with_rate(scan, found->end, word->value);
}

/* "300 or more", "300+", "five or fewer". */
static void read_open_end(const Scan *scan, Found *found)
{
    const PlPieces *p = scan->pieces;
    if (pl_piece_is(p, found->end, "+") && pl_piece_at(p, found->end)->is_glued) {
        found->hedge = PL_HEDGE_OVER;
        found->end++;
    }
    if (!pl_piece_is(p, found->end, "or")) return;
    bool is_over = pl_piece_is(p, (int64_t)found->end + 1, "more") ||
                   pl_piece_is(p, (int64_t)found->end + 1, "higher");
    bool is_under = pl_piece_is(p, (int64_t)found->end + 1, "fewer") ||
                    pl_piece_is(p, (int64_t)found->end + 1, "less");
    if (!is_over && !is_under) return;
    found->hedge = is_over ? PL_HEDGE_OVER : PL_HEDGE_UNDER;
    found->end += 2;
}

static bool read_quantity(const Scan *scan, uint32_t i, Found *found)
{
    const PlPieces *p = scan->pieces;
    uint32_t n_hedge;
    *found = (Found){.first = i};
    found->hedge = pl_numbers_hedge(scan->model->numbers, p, i, &n_hedge);
    uint32_t at = i + n_hedge;
    if (at >= p->pieces.n) return false;
    at += read_sign(scan, at, found);
    if (at >= p->pieces.n || !pl_numbers_read(scan->model->numbers, p, at, &found->number))
        return false;
    if (found->number.is_vague || is_in_name(scan, at) || is_pronoun_one(scan, at)) return false;
    if (!found->is_money && is_label(scan, at)) return false;
    found->end = at + found->number.n_pieces;
    uint32_t before_unit = found->end;
    read_signed_range(scan, found);
    read_unit(scan, found);
    read_open_end(scan, found);
    if (is_fraction(scan, found->end) || pl_piece_is(p, found->end, "/")) return false;
    if (found->unit.len == 0 && has_glued_word(scan, before_unit)) return false;
    /* A minus sign, not a dash: "-5 degrees". */
    const PlPiece *minus = pl_piece_at(p, (int64_t)at - 1);
    if (n_hedge == 0 && found->unit.len && pl_piece_is_dash(p, (int64_t)at - 1) &&
        !minus->is_glued && pl_piece_at(p, at)->is_glued && !isnan(found->number.value)) {
        found->number.value = found->number.low = found->number.high = -found->number.value;
        found->first = at - 1;
    }
    return true;
}

/* The noun phrase from token `tok` on: its head's token, -1 = none. */
static int64_t noun_after(const Scan *scan, uint32_t tok, uint32_t sent_end)
{
    int64_t head = -1;
    bool saw_of = false;
    const PlSyntax *syntax = scan->syntax;
    for (uint32_t at = tok; at < sent_end && at < tok + MAX_NOUN_PHRASE; at++) {
        uint8_t upos = syntax->upos[at];
        bool is_noun = upos == PL_UPOS_NOUN || upos == PL_UPOS_PROPN;
        if (is_noun) head = at;
        if (is_noun || upos == PL_UPOS_ADJ) {
            if (head >= 0 && !is_noun) break;
            continue;
        }
        if (head >= 0) break;
        saw_of |= pl_token_is(scan->tokens, at, "of");
        /* "$55 a barrel" counts no barrels. */
        bool is_filler = (upos == PL_UPOS_DET && saw_of) || upos == PL_UPOS_NUM ||
                         upos == PL_UPOS_SYM || pl_slice_is(scan->tokens->form[at], "-") ||
                         pl_token_is(scan->tokens, at, "of") ||
                         pl_token_is(scan->tokens, at, "more") ||
                         (upos == PL_UPOS_PRON && syntax->xpos[at] == PL_XPOS_PRPS);
        bool is_participle = upos == PL_UPOS_VERB &&
                             (syntax->xpos[at] == PL_XPOS_VBN || syntax->xpos[at] == PL_XPOS_VBG);
        if (!is_filler && !is_participle) break;
    }
    return head;
}

/* "300 wounded", "20 dead": people counted by what befell them. */
static bool is_lone_participle(const Scan *scan, uint32_t tok)
{
    uint8_t upos = scan->syntax->upos[tok];
    uint8_t xpos = scan->syntax->xpos[tok];
    return upos == PL_UPOS_ADJ || (upos == PL_UPOS_VERB && xpos == PL_XPOS_VBN);
}

/* What is counted: the noun after the number, after "of" behind a unit; else the noun before "of"
 * in "a toll of 300". */
static PlSlice counted(const Scan *scan, const Found *found)
{
    uint32_t last = pl_piece_at(scan->pieces, (int64_t)found->end - 1)->tok;
    uint32_t sent_end = scan->tokens->sent_first_tok[scan->pieces->sent + 1];
    uint32_t next = last + 1;
    if (next < sent_end) {
        bool needs_of = found->unit.len && !found->is_money;
        if (!needs_of || pl_token_is(scan->tokens, next, "of")) {
            bool skips = found->is_money && (pl_token_is(scan->tokens, next, "in") ||
                                             pl_token_is(scan->tokens, next, "worth"));
            int64_t head = noun_after(scan, next + skips, sent_end);
            if (head >= 0) return scan->syntax->lemma[head];
        }
        if (found->unit.len == 0 && is_lone_participle(scan, next))
            return scan->syntax->lemma[next];
    }
    uint32_t first = pl_piece_at(scan->pieces, found->first)->tok;
    uint32_t sent_first = scan->tokens->sent_first_tok[scan->pieces->sent];
    if (found->unit.len == 0 && first >= sent_first + 2 &&
        pl_token_is(scan->tokens, first - 1, "of") && scan->syntax->upos[first - 2] == PL_UPOS_NOUN)
        return scan->syntax->lemma[first - 2];
    return (PlSlice){0};
}

static void keep(const Scan *scan, const Found *found, PlMentions *mentions)
{
    PlQuantity *quantity = pl_vec_push(scan->arena, &mentions->quantities);
    quantity->span = pl_pieces_span(scan->pieces, found->first, found->end);
    quantity->value = found->number.value;
    quantity->low = found->number.low;
    quantity->high = found->number.high;
    switch (found->hedge) {
    case PL_HEDGE_OVER:
        quantity->value = quantity->high = NAN;
        break;
    case PL_HEDGE_UNDER:
        quantity->value = quantity->low = NAN;
        break;
    case PL_HEDGE_ABOUT:
        if (!isnan(quantity->value)) quantity->low = quantity->high = NAN;
        break;
    case PL_HEDGE_NONE:
        break;
    }
    quantity->unit = found->unit;
    quantity->what = counted(scan, found);
}

/* Moves *next_time to the first time that ends after `byte`; its start, UINT32_MAX = none. */
static uint32_t next_time_start(const PlMentions *mentions, uint32_t *next_time, uint32_t byte)
{
    while (*next_time < mentions->times.n &&
           mentions->times.items[*next_time].span.end_byte <= byte)
        ++*next_time;
    return *next_time < mentions->times.n ? mentions->times.items[*next_time].span.start_byte
                                          : UINT32_MAX;
}

static void scan_sentence(const Scan *scan, uint32_t *next_time, PlMentions *mentions)
{
    const PlPieces *p = scan->pieces;
    for (uint32_t i = 0; i < p->pieces.n;) {
        Found found;
        uint32_t start = pl_piece_at(p, i)->span.start_byte;
        bool is_found =
            next_time_start(mentions, next_time, start) > start && read_quantity(scan, i, &found);
        if (is_found) {
            uint32_t end = pl_pieces_span(p, found.first, found.end).end_byte;
            is_found = next_time_start(mentions, next_time, start) >= end;
        }
        if (is_found) keep(scan, &found, mentions);
        i = is_found ? found.end : i + 1;
    }
}

void pl_quantities_find(PlArena *arena, const PlQuantitiesModel *model, const PlTokens *tokens,
                        const PlSyntax *syntax, PlMentions *mentions)
{
    PlPieces pieces = {0};
    Scan scan = {arena, model, tokens, syntax, &pieces, mentions};
    uint32_t next_time = 0;
    for (uint32_t sent = 0; sent < tokens->n_sents; sent++) {
        pl_pieces_find(arena, tokens, sent, &pieces);
        scan_sentence(&scan, &next_time, mentions);
    }
}
