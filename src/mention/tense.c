#include "mention/tense.h"

struct PlTenseModel {
    const PlLexicon *planned;
    uint32_t scope_column;
};

typedef enum Scope { SCOPE_NONE, SCOPE_EVENT, SCOPE_BELOW, SCOPE_SELF } Scope;

enum {
    MAX_CLIMB = 8, /* heads above the word */
    MAX_AUX = 6,   /* tokens before a verb that can hold its auxiliaries */
    MAX_NOUN_PHRASE = 5,
    MAX_REACH = 12, /* tokens to the nearest verb when no head is one */
};

const PlTenseModel *pl_tense_load(PlArena *arena)
{
    PlTenseModel *model = pl_arena_new(arena, PlTenseModel);
    model->planned = pl_lexicon_load(arena, "planned.tsv");
    model->scope_column = pl_table_column(pl_lexicon_table(model->planned), "scope");
    return model;
}

static Scope planned_scope(const PlTenseModel *model, const PlTokens *tokens,
                           const PlSyntax *syntax, uint32_t tok)
{
    PlLexiconHit hit = pl_lexicon_match(model->planned, tokens, syntax, tok);
    if (hit.row < 0) return SCOPE_NONE;
    PlSlice scope = pl_lexicon_cell(model->planned, hit.row, model->scope_column);
    if (pl_slice_is(scope, "event")) return SCOPE_EVENT;
    return pl_slice_is(scope, "self") ? SCOPE_SELF : SCOPE_BELOW;
}

static bool is_verbal(const PlSyntax *syntax, uint32_t tok)
{
    return syntax->upos[tok] == PL_UPOS_VERB || syntax->upos[tok] == PL_UPOS_AUX;
}

static bool is_modal(const PlTokens *tokens, const PlSyntax *syntax, uint32_t tok)
{
    return syntax->xpos[tok] == PL_XPOS_MD || pl_token_is(tokens, tok, "will") ||
           pl_token_is(tokens, tok, "'ll") || pl_token_is(tokens, tok, "wo");
}

/* What the words before a verb, back to its subject, make of it. */
typedef struct Auxiliaries {
    bool modal;
    bool to;      /* an infinitive */
    bool past;    /* was, had, did */
    bool present; /* is, has, does */
    bool have;
    bool be;
} Auxiliaries;

static Auxiliaries auxiliaries_before(const PlTokens *tokens, const PlSyntax *syntax, uint32_t tok)
{
    Auxiliaries aux = {0};
    uint32_t first = tokens->sent_first_tok[tokens->sent[tok]];
    for (uint32_t k = 1; k <= MAX_AUX && tok >= first + k; k++) {
        uint32_t at = tok - k;
        uint8_t upos = syntax->upos[at];
        if (upos == PL_UPOS_ADV || upos == PL_UPOS_PRON) continue;
        if (upos == PL_UPOS_PART) {
            aux.to |= k == 1 && pl_token_is(tokens, at, "to");
            if (aux.to) break;
            continue;
        }
        if (is_modal(tokens, syntax, at)) {
            aux.modal = true;
            break;
        }
        bool is_have = pl_slice_is(syntax->lemma[at], "have");
        bool is_be = pl_slice_is(syntax->lemma[at], "be");
        if (!is_have && !is_be && !pl_slice_is(syntax->lemma[at], "do")) break;
        uint8_t xpos = syntax->xpos[at];
        aux.have |= is_have;
        aux.be |= is_be;
        aux.past |= xpos == PL_XPOS_VBD;
        aux.present |= xpos == PL_XPOS_VBZ || xpos == PL_XPOS_VBP;
    }
    return aux;
}

PlTense pl_tense_of_verb(const PlTenseModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                         uint32_t tok)
{
    if (!is_verbal(syntax, tok)) return PL_TENSE_NONE;
    if (is_modal(tokens, syntax, tok)) return PL_TENSE_FUTURE;
    Auxiliaries aux = auxiliaries_before(tokens, syntax, tok);
    if (aux.modal) return aux.have ? PL_TENSE_PAST : PL_TENSE_FUTURE;
    if (planned_scope(model, tokens, syntax, tok) == SCOPE_SELF) return PL_TENSE_FUTURE;
    if (aux.to) return PL_TENSE_NONE;
    switch (syntax->xpos[tok]) {
    case PL_XPOS_VBD:
        return PL_TENSE_PAST;
    case PL_XPOS_VBN:
        return aux.present && aux.be && !aux.have ? PL_TENSE_PRESENT : PL_TENSE_PAST;
    case PL_XPOS_VBG:
        if (aux.past) return PL_TENSE_PAST;
        /* "is meeting on Friday" is to come; "has been meeting since Friday" is not. */
        if (aux.present) return aux.have ? PL_TENSE_PAST : PL_TENSE_FUTURE;
        return PL_TENSE_NONE;
    case PL_XPOS_VBZ:
    case PL_XPOS_VBP:
        return PL_TENSE_PRESENT;
    default:
        if (aux.past) return PL_TENSE_PAST;
        return aux.present ? PL_TENSE_PRESENT : PL_TENSE_NONE;
    }
}

static PlTense nearest_verb(const PlTenseModel *model, const PlTokens *tokens,
                            const PlSyntax *syntax, uint32_t tok)
{
    uint32_t sent = tokens->sent[tok];
    uint32_t first = tokens->sent_first_tok[sent];
    uint32_t end = tokens->sent_first_tok[sent + 1];
    for (uint32_t k = 1; k <= MAX_REACH; k++) {
        PlTense tense = PL_TENSE_NONE;
        if (tok >= first + k) tense = pl_tense_of_verb(model, tokens, syntax, tok - k);
        if (tense != PL_TENSE_NONE) return tense;
        if (tok + k < end) tense = pl_tense_of_verb(model, tokens, syntax, tok + k);
        if (tense != PL_TENSE_NONE) return tense;
    }
    return PL_TENSE_NONE;
}

PlTense pl_tense_around(const PlTenseModel *model, const PlTokens *tokens, const PlSyntax *syntax,
                        uint32_t tok, bool *is_direct)
{
    if (is_direct) *is_direct = true;
    bool saw_infinitive = false;
    int32_t at = syntax->head_tok[tok];
    for (uint32_t k = 0; k < MAX_CLIMB && at >= 0; k++, at = syntax->head_tok[at]) {
        uint32_t head = (uint32_t)at;
        Scope scope = planned_scope(model, tokens, syntax, head);
        if (scope == SCOPE_SELF || (scope == SCOPE_BELOW && saw_infinitive)) return PL_TENSE_FUTURE;
        PlTense tense = pl_tense_of_verb(model, tokens, syntax, head);
        if (tense != PL_TENSE_NONE) return tense;
        saw_infinitive |=
            is_verbal(syntax, head) && head > 0 && pl_token_is(tokens, head - 1, "to");
        bool is_noun = syntax->upos[at] == PL_UPOS_NOUN || syntax->upos[at] == PL_UPOS_PROPN;
        if (is_direct && is_noun) *is_direct = false;
    }
    /* "Parties to meet on Friday": a headline's infinitive. */
    if (saw_infinitive) return PL_TENSE_FUTURE;
    if (is_direct) *is_direct = false;
    return nearest_verb(model, tokens, syntax, tok);
}

bool pl_tense_is_announced(const PlTenseModel *model, const PlTokens *tokens,
                           const PlSyntax *syntax, uint32_t tok)
{
    for (uint32_t k = 0; k < MAX_NOUN_PHRASE && tok + k < tokens->n_tokens; k++) {
        if (planned_scope(model, tokens, syntax, tok + k) == SCOPE_EVENT) return true;
        uint8_t upos = syntax->upos[tok + k];
        if (upos != PL_UPOS_ADJ && upos != PL_UPOS_NOUN && upos != PL_UPOS_PROPN) return false;
    }
    return false;
}
