#include "mention/salience.h"

/* The mention's head is a subject: the token whose head lies outside the mention. */
static bool is_subject(const PlCoref *coref, uint32_t first_tok, uint32_t end_tok)
{
    for (uint32_t tok = first_tok; tok < end_tok; tok++) {
        int32_t head = coref->syntax->head_tok[tok];
        if (head >= (int32_t)first_tok && head < (int32_t)end_tok) continue;
        uint8_t deprel = coref->syntax->deprel[tok];
        return deprel == PL_DEPREL_nsubj || deprel == PL_DEPREL_nsubj_pass ||
               deprel == PL_DEPREL_nsubj_outer;
    }
    return false;
}

/* "and" stands right behind or before, with another name on its other side. */
static bool is_joined(const PlCoref *coref, uint32_t first_tok, uint32_t end_tok)
{
    uint32_t n = coref->tokens->n_tokens;
    if (end_tok + 1 < n && pl_token_is(coref->tokens, end_tok, "and") &&
        coref->name_starting[end_tok + 1] >= 0)
        return true;
    return first_tok > 1 && pl_token_is(coref->tokens, first_tok - 1, "and") &&
           coref->name_ending[first_tok - 2] >= 0;
}

void pl_salience_add(PlCoref *coref, PlSalience *salience, int32_t entity, uint32_t first_tok,
                     uint32_t end_tok)
{
    if (entity < 0) return;
    while (salience->n_mentions.n <= (uint32_t)entity)
        *pl_vec_push(coref->arena, &salience->n_mentions) = 0;
    salience->n_mentions.items[entity]++;
    salience->recent[salience->n++ % PL_SALIENCE_SIZE] =
        (PlRecent){entity, end_tok - 1, coref->tokens->sent[first_tok],
                   is_subject(coref, first_tok, end_tok), is_joined(coref, first_tok, end_tok)};
}

const PlRecent *pl_salience_at(const PlSalience *salience, uint32_t i)
{
    if (i >= salience->n || i >= PL_SALIENCE_SIZE) return NULL;
    return &salience->recent[(salience->n - 1 - i) % PL_SALIENCE_SIZE];
}

uint32_t pl_salience_n_mentions(const PlSalience *salience, int32_t entity)
{
    return entity >= 0 && (uint32_t)entity < salience->n_mentions.n
               ? salience->n_mentions.items[entity]
               : 0;
}
