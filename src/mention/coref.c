#include "mention/coref.h"

#include <string.h>

void pl_coref_init(PlCoref *coref)
{
    uint32_t n = coref->model->gazetteer.subjects.n;
    coref->state_of_subject = pl_arena_array(coref->arena, int32_t, n + 1);
    coref->people_of_subject = pl_arena_array(coref->arena, int32_t, n + 1);
    for (uint32_t i = 0; i < n; i++)
        coref->state_of_subject[i] = coref->people_of_subject[i] = -1;
}

int32_t pl_coref_add_entity(PlCoref *coref, PlEntity entity, int32_t subject)
{
    *pl_vec_push(coref->arena, &coref->mentions->entities) = entity;
    PlEntityFacts *facts = pl_vec_push(coref->arena, &coref->facts);
    facts->subject = subject;
    facts->rule = PL_NO_SYMBOL;
    return (int32_t)coref->facts.n - 1;
}

void pl_coref_subject_code(const PlCoref *coref, int32_t subject, PlEntity *entity)
{
    const PlSubject *known = &coref->model->gazetteer.subjects.items[subject];
    entity->country = known->country;
    entity->code = known->code;
    if (known->known >= 0)
        pl_known_actors_code(coref->arena, &coref->model->known, known->known, coref->day,
                             &entity->code, &entity->country);
}

int32_t pl_coref_subject_entity(PlCoref *coref, int32_t subject)
{
    if (coref->state_of_subject[subject] >= 0) return coref->state_of_subject[subject];
    const PlSubject *known = &coref->model->gazetteer.subjects.items[subject];
    PlEntity entity = {
        .name = known->name, .is_named = 1, .is_state = known->kind == PL_SUBJECT_COUNTRY};
    pl_coref_subject_code(coref, subject, &entity);
    entity.type = known->kind == PL_SUBJECT_ORG     ? PL_ENTITY_ORG
                  : known->kind == PL_SUBJECT_GROUP ? PL_ENTITY_NORP
                                                    : PL_ENTITY_LOC;
    entity.is_group = known->kind == PL_SUBJECT_GROUP;
    coref->state_of_subject[subject] = pl_coref_add_entity(coref, entity, subject);
    return coref->state_of_subject[subject];
}

void pl_coref_add_mention(PlCoref *coref, uint32_t first_tok, uint32_t end_tok, PlEntityType type,
                          PlMentionKind kind, int32_t entity)
{
    PlMention *mention = pl_vec_push(coref->arena, &coref->mentions->mentions);
    *mention = (PlMention){.span = pl_tokens_span(coref->tokens, first_tok, end_tok),
                           .first_tok = first_tok,
                           .end_tok = end_tok,
                           .type = type,
                           .kind = kind,
                           .entity = entity};
}

static void keep_longest(const PlMentions *mentions, int32_t *slot, uint32_t index)
{
    const PlMention *mention = &mentions->mentions.items[index];
    uint32_t n_toks = mention->end_tok - mention->first_tok;
    if (*slot >= 0) {
        const PlMention *other = &mentions->mentions.items[*slot];
        if (other->end_tok - other->first_tok >= n_toks) return;
    }
    *slot = (int32_t)index;
}

void pl_coref_index_names(PlCoref *coref)
{
    uint32_t n = coref->tokens->n_tokens;
    coref->name_starting = pl_arena_array(coref->arena, int32_t, n + 1);
    coref->name_ending = pl_arena_array(coref->arena, int32_t, n + 1);
    coref->in_name = pl_arena_array(coref->arena, uint8_t, n + 1);
    for (uint32_t tok = 0; tok < n; tok++)
        coref->name_starting[tok] = coref->name_ending[tok] = -1;
    for (uint32_t i = 0; i < coref->mentions->mentions.n; i++) {
        const PlMention *mention = &coref->mentions->mentions.items[i];
        keep_longest(coref->mentions, &coref->name_starting[mention->first_tok], i);
        keep_longest(coref->mentions, &coref->name_ending[mention->end_tok - 1], i);
        memset(coref->in_name + mention->first_tok, 1, mention->end_tok - mention->first_tok);
    }
}
