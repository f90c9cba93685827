#include "mention/sayers.h"

#include <string.h>

#include "text/utf8.h"

enum {
    MAX_PHRASE = 12, /* words before the head */
    MAX_KEY_BYTES = 96
};

typedef struct Sayers {
    PlCoref *coref;
    uint8_t *is_covered;    /* [n_tokens] inside a mention */
    PlSymbols keys;         /* the phrase without its determiners: what was met so before */
    PL_VEC(int32_t) entity; /* by symbol of `keys` */
} Sayers;

static bool is(const Sayers *sayers, uint32_t tok, const char *lower)
{
    return pl_token_is(sayers->coref->tokens, tok, lower);
}

static bool has_upos(const Sayers *sayers, uint32_t tok, PlUpos upos)
{
    return sayers->coref->syntax->upos[tok] == upos;
}

static bool is_noun(const Sayers *sayers, uint32_t tok)
{
    return has_upos(sayers, tok, PL_UPOS_NOUN) || has_upos(sayers, tok, PL_UPOS_PROPN);
}

/* "some", "others", "many": people, when they say something. */
static bool is_quantifier(const Sayers *sayers, uint32_t tok)
{
    static const char *const words[] = {"some",    "others", "many", "most", "few",
                                        "several", "both",   "all",  "those"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is(sayers, tok, words[i])) return true;
    return has_upos(sayers, tok, PL_UPOS_NUM);
}

static bool in_phrase(const Sayers *sayers, uint32_t tok)
{
    return is_noun(sayers, tok) || has_upos(sayers, tok, PL_UPOS_ADJ) ||
           has_upos(sayers, tok, PL_UPOS_DET) || has_upos(sayers, tok, PL_UPOS_NUM) ||
           is(sayers, tok, "-") || sayers->coref->syntax->deprel[tok] == PL_DEPREL_amod;
}

static uint32_t phrase_first(const Sayers *sayers, uint32_t head)
{
    const PlTokens *tokens = sayers->coref->tokens;
    uint32_t sentence = tokens->sent_first_tok[tokens->sent[head]];
    uint32_t first = head;
    while (first > sentence && head - first < MAX_PHRASE && in_phrase(sayers, first - 1))
        first--;
    return first;
}

static bool is_thing_that_tells(const Sayers *sayers, uint32_t tok)
{
    const PlCoref *coref = sayers->coref;
    return pl_lexicon_match(coref->model->tellers, coref->tokens, coref->syntax, tok).row >= 0;
}

static bool is_plural(const Sayers *sayers, uint32_t tok)
{
    uint8_t xpos = sayers->coref->syntax->xpos[tok];
    return xpos == PL_XPOS_NNS || xpos == PL_XPOS_NNPS || is_quantifier(sayers, tok);
}

/* The words of the phrase but for determiners, in lower case. */
static int32_t key_of(Sayers *sayers, uint32_t first, uint32_t head)
{
    const PlTokens *tokens = sayers->coref->tokens;
    while (first < head && has_upos(sayers, first, PL_UPOS_DET))
        first++;
    PlSlice words = pl_slice_of(tokens->text, pl_tokens_span(tokens, first, head + 1));
    if (words.len > MAX_KEY_BYTES) {
        words.ptr += words.len - MAX_KEY_BYTES;
        words.len = MAX_KEY_BYTES;
    }
    PlArena *arena = sayers->coref->arena;
    int32_t symbol = pl_symbols_intern(arena, &sayers->keys, pl_utf8_lower(arena, words));
    if ((uint32_t)symbol == sayers->entity.n) *pl_vec_push(arena, &sayers->entity) = -1;
    return symbol;
}

static void add(Sayers *sayers, uint32_t head, bool is_thing)
{
    PlCoref *coref = sayers->coref;
    uint32_t first = phrase_first(sayers, head);
    PlEntityType type = is_thing ? PL_ENTITY_MISC : PL_ENTITY_PER;
    int32_t key = key_of(sayers, first, head);
    int32_t entity = sayers->entity.items[key];
    if (entity < 0) {
        PlSlice name =
            pl_slice_of(coref->tokens->text, pl_tokens_span(coref->tokens, first, head + 1));
        PlEntity new = {.name = name, .type = type, .is_group = is_plural(sayers, head)};
        entity = pl_coref_add_entity(coref, new, -1);
        sayers->entity.items[key] = entity;
    }
    pl_coref_add_mention(coref, first, head + 1, type, PL_MENTION_DESCRIPTION, entity);
    memset(sayers->is_covered + first, 1, head + 1 - first);
}

/* The subject of `verb`, a verb of speech. Verbs that things do too say little of their subject. */
static bool is_said_by(const Sayers *sayers, uint32_t verb, bool *things_do)
{
    const PlCoref *coref = sayers->coref;
    const PlLexicon *verbs = coref->model->speech_verbs;
    if (!has_upos(sayers, verb, PL_UPOS_VERB)) return false;
    int32_t row = pl_lexicon_match(verbs, coref->tokens, coref->syntax, verb).row;
    if (row < 0) return false;
    PlSlice frames = pl_lexicon_cell(verbs, row, coref->model->speech_frames);
    *things_do = pl_slice_is(pl_lexicon_cell(verbs, row, coref->model->speech_things), "yes");
    PlSlice frame;
    while (pl_slice_next(&frames, ' ', &frame))
        if (pl_slice_is(frame, "that")) return true;
    return false;
}

static bool is_relative(const Sayers *sayers, uint32_t tok)
{
    uint8_t xpos = sayers->coref->syntax->xpos[tok];
    return xpos == PL_XPOS_WP || xpos == PL_XPOS_WDT;
}

static void look_at_subject(Sayers *sayers, uint32_t tok)
{
    const PlSyntax *syntax = sayers->coref->syntax;
    if (syntax->deprel[tok] != PL_DEPREL_nsubj || syntax->head_tok[tok] < 0) return;
    uint32_t verb = (uint32_t)syntax->head_tok[tok];
    bool things_do = false;
    if (!is_said_by(sayers, verb, &things_do)) return;
    /* "skeptics who argue": the subject is who the pronoun stands for. */
    if (is_relative(sayers, tok) && syntax->deprel[verb] == PL_DEPREL_acl_relcl &&
        syntax->head_tok[verb] >= 0)
        tok = (uint32_t)syntax->head_tok[verb];
    if (sayers->is_covered[tok]) return;
    bool is_thing = is_thing_that_tells(sayers, tok);
    bool is_one = is_quantifier(sayers, tok) || (is_noun(sayers, tok) && !things_do);
    if (is_thing || is_one) add(sayers, tok, is_thing);
}

/* "according to analysts in the capital" */
static void look_after_phrase(Sayers *sayers, uint32_t tok)
{
    const PlTokens *tokens = sayers->coref->tokens;
    uint32_t end = tokens->sent_first_tok[tokens->sent[tok] + 1];
    if (!is(sayers, tok, "according") || tok + 2 >= end || !is(sayers, tok + 1, "to")) return;
    uint32_t last = tok + 1;
    for (uint32_t at = tok + 2; at < end && at - tok < MAX_PHRASE && in_phrase(sayers, at); at++)
        if (is_noun(sayers, at)) last = at;
    if (last == tok + 1 || sayers->is_covered[last]) return;
    add(sayers, last, is_thing_that_tells(sayers, last));
}

void pl_sayers_find(PlCoref *coref)
{
    uint32_t n = coref->tokens->n_tokens;
    Sayers sayers = {.coref = coref, .is_covered = pl_arena_array(coref->arena, uint8_t, n + 1)};
    for (uint32_t i = 0; i < coref->mentions->mentions.n; i++) {
        const PlMention *mention = &coref->mentions->mentions.items[i];
        memset(sayers.is_covered + mention->first_tok, 1, mention->end_tok - mention->first_tok);
    }
    for (uint32_t tok = 0; tok < n; tok++) {
        look_at_subject(&sayers, tok);
        look_after_phrase(&sayers, tok);
    }
}
