#include "mention/pronouns.h"

enum {
    WINDOW_SENTS = 2, /* sentences back */
    MAX_TRIES = PL_SALIENCE_SIZE
};

typedef enum PronounKind {
    PRONOUN_NONE,
    PRONOUN_HE,
    PRONOUN_SHE,
    PRONOUN_IT,
    PRONOUN_THEY
} PronounKind;

typedef struct PronounForm {
    const char *lower;
    PronounKind kind;
} PronounForm;

static const PronounForm forms[] = {
    {"he", PRONOUN_HE},           {"him", PRONOUN_HE},      {"his", PRONOUN_HE},
    {"himself", PRONOUN_HE},      {"she", PRONOUN_SHE},     {"her", PRONOUN_SHE},
    {"hers", PRONOUN_SHE},        {"herself", PRONOUN_SHE}, {"it", PRONOUN_IT},
    {"its", PRONOUN_IT},          {"itself", PRONOUN_IT},   {"they", PRONOUN_THEY},
    {"them", PRONOUN_THEY},       {"their", PRONOUN_THEY},  {"theirs", PRONOUN_THEY},
    {"themselves", PRONOUN_THEY},
};

static PronounKind kind_of(const PlCoref *coref, uint32_t tok)
{
    PlSlice lower = coref->tokens->lower[tok];
    if (lower.len < 2 || lower.len > 10) return PRONOUN_NONE;
    char c = lower.ptr[0];
    if (c != 'h' && c != 's' && c != 'i' && c != 't') return PRONOUN_NONE;
    for (uint32_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
        if (pl_slice_is(lower, forms[i].lower)) return forms[i].kind;
    return PRONOUN_NONE;
}

bool pl_pronoun_is(const PlCoref *coref, uint32_t tok)
{
    PronounKind kind = kind_of(coref, tok);
    if (kind == PRONOUN_NONE) return false;
    /* "IT", the trade. */
    if (coref->tokens->flags[tok] & PL_TOK_ALL_CAPS) return false;
    return coref->syntax->deprel[tok] != PL_DEPREL_expl;
}

PlEntityType pl_pronoun_type(const PlCoref *coref, uint32_t tok)
{
    PronounKind kind = kind_of(coref, tok);
    return kind == PRONOUN_HE || kind == PRONOUN_SHE ? PL_ENTITY_PER : PL_ENTITY_MISC;
}

/* "It is clear that", "it was unclear whether", "it remains to be seen": nothing is meant. */
static bool is_empty_it(const PlCoref *coref, uint32_t tok)
{
    if (!pl_token_is(coref->tokens, tok, "it")) return false;
    uint32_t end = coref->tokens->sent_first_tok[coref->tokens->sent[tok] + 1];
    uint32_t at = tok + 1;
    while (at < end && at < tok + 4 &&
           (coref->syntax->upos[at] == PL_UPOS_AUX || coref->syntax->upos[at] == PL_UPOS_ADV ||
            coref->syntax->upos[at] == PL_UPOS_PART))
        at++;
    if (at >= end || at == tok + 1)
        return pl_slice_is(coref->syntax->lemma[tok + 1 < end ? tok + 1 : tok], "seem");
    if (coref->syntax->upos[at] != PL_UPOS_ADJ) return false;
    for (uint32_t to = at + 1; to < end && to < at + 8; to++)
        if (pl_token_is(coref->tokens, to, "that") || pl_token_is(coref->tokens, to, "to") ||
            pl_token_is(coref->tokens, to, "whether") || pl_token_is(coref->tokens, to, "if") ||
            pl_token_is(coref->tokens, to, "how"))
            return true;
    return false;
}

/* Points for an entity as what the pronoun means by its nature; negative = impossible. */
static int fit(const PlCoref *coref, PronounKind kind, int32_t entity)
{
    const PlEntity *of = &coref->mentions->entities.items[entity];
    uint8_t gender = coref->facts.items[entity].gender;
    switch (kind) {
    case PRONOUN_HE:
        if (of->type != PL_ENTITY_PER || of->is_group || gender == PL_GENDER_FEMALE) return -1;
        return gender == PL_GENDER_MALE ? 15 : 5;
    case PRONOUN_SHE:
        if (of->type != PL_ENTITY_PER || of->is_group || gender == PL_GENDER_MALE) return -1;
        return gender == PL_GENDER_FEMALE ? 40 : 0;
    case PRONOUN_IT:
        if (of->is_group) return -1;
        if (of->type == PL_ENTITY_ORG) return 10;
        return of->type == PL_ENTITY_LOC && of->is_state ? 12 : -1;
    case PRONOUN_THEY:
        if (of->is_group) return 30;
        if (of->type == PL_ENTITY_ORG) return 5;
        return of->is_state ? 3 : -1;
    case PRONOUN_NONE:
        break;
    }
    return -1;
}

static int score(const PlCoref *coref, const PlSalience *salience, const PlRecent *recent,
                 PronounKind kind, uint32_t tok)
{
    int points = fit(coref, kind, recent->entity);
    if (points < 0) return -1;
    /* "Norway and Chile ... their": both, and neither alone. */
    if (kind == PRONOUN_THEY && recent->is_joined) return -1;
    uint32_t distance = coref->tokens->sent[tok] - recent->sent;
    points += 100 - 12 * (int)distance;
    if (recent->is_subject) points += 30;
    uint32_t gap = (tok - recent->tok) / 2;
    if (distance == 0) points -= (int)(gap < 10 ? gap : 10);
    uint32_t n = pl_salience_n_mentions(salience, recent->entity);
    points += 2 * (int)(n < 6 ? n : 6);
    return points;
}

int32_t pl_pronoun_resolve(const PlCoref *coref, const PlSalience *salience, uint32_t tok)
{
    PronounKind kind = kind_of(coref, tok);
    if (kind == PRONOUN_IT && is_empty_it(coref, tok)) return -1;
    int32_t best = -1;
    int best_points = 0;
    for (uint32_t i = 0; i < MAX_TRIES; i++) {
        const PlRecent *recent = pl_salience_at(salience, i);
        if (!recent || recent->sent + WINDOW_SENTS < coref->tokens->sent[tok]) break;
        int points = score(coref, salience, recent, kind, tok);
        /* Of two equal ones the nearer. */
        if (points > best_points) {
            best_points = points;
            best = recent->entity;
        }
    }
    return best;
}
