#include "api/record_model.h"

#include "mention/mention_model.h"

/* What reports say of names depends on the rules, as on the engine. */
static uint64_t digest_of(const PlMergeRules *rules)
{
    uint64_t digest = 0;
    for (uint32_t i = 0; i < rules->rules.n; i++) {
        const PlMergeRule *rule = &rules->rules.items[i];
        digest = digest * 31 + pl_slice_hash(rule->name);
        digest = digest * 31 + pl_slice_hash(rule->other) + (uint64_t)rule->said;
    }
    return digest;
}

ParleyStatus pl_record_model(ParleyRecord *record, PlArena *arena, const ParleyModel *given,
                             ParleyModel *model, ParleyError *error)
{
    ParleyStatus status = PARLEY_OK;
    if (!given && !record->model) status = parley_model_open(NULL, &record->model, error);
    PlMergeRules *rules = pl_arena_new(arena, PlMergeRules);
    if (!status) status = pl_store_load_merges(record->store, arena, rules, error);
    if (status) return status;
    *model = given ? *given : *record->model;
    if (rules->rules.n == 0) return PARLEY_OK;
    PlMentionModel *mention = pl_arena_new(arena, PlMentionModel);
    *mention = *model->mention;
    mention->merges = rules;
    model->mention = mention;
    model->users = model->users * 31 + digest_of(rules);
    return PARLEY_OK;
}
