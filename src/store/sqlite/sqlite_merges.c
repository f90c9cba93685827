/* The merge rules of a record: what its user gave, and no export. */
#include <assert.h>

#include "store/sqlite/sqlite_store.h"

static ParleyStatus put_rule(PlStore *store, sqlite3_stmt *insert, uint32_t number,
                             const PlMergeRule *rule, ParleyError *error)
{
    sqlite3_bind_int64(insert, 1, number);
    sqlite3_bind_int64(insert, 2, rule->said == PL_MERGE_FORCED);
    pl_sqlite_bind_text(insert, 3, rule->name);
    pl_sqlite_bind_text(insert, 4, rule->other);
    return pl_sqlite_run(store, insert, error);
}

ParleyStatus pl_store_put_merges(PlStore *store, const PlMergeRules *rules, ParleyError *error)
{
    assert(store->in_transaction);
    sqlite3_stmt *insert = NULL;
    ParleyStatus status = pl_sqlite_make_stale(store, error);
    if (!status) status = pl_sqlite_exec(store, "DELETE FROM \"merge_rules\"", error);
    if (!status)
        status = pl_sqlite_prepare_kept(store, &insert,
                                        "INSERT INTO \"merge_rules\" VALUES(?,?,?,?)", error);
    for (uint32_t i = 0; i < rules->rules.n && !status; i++)
        status = put_rule(store, insert, i, &rules->rules.items[i], error);
    sqlite3_finalize(insert);
    if (status) pl_store_rollback(store);
    return status;
}

ParleyStatus pl_store_load_merges(PlStore *store, PlArena *arena, PlMergeRules *rules,
                                  ParleyError *error)
{
    *rules = (PlMergeRules){0};
    ParleyStatus status = pl_sqlite_prepare(
        store, "SELECT \"merges\",\"name\",\"other\" FROM \"merge_rules\" ORDER BY \"number\"",
        error);
    for (bool has_row = true; !status && has_row;) {
        status = pl_sqlite_step(store, &has_row, error);
        if (status || !has_row) break;
        bool merges = sqlite3_column_int64(store->query, 0) != 0;
        uint32_t line = 0;
        PlMergeRule rule = {.said = merges ? PL_MERGE_FORCED : PL_MERGE_FORBIDDEN,
                            .name = pl_arena_copy(arena, pl_sqlite_text(store->query, 1)),
                            .other = pl_arena_copy(arena, pl_sqlite_text(store->query, 2))};
        if (!pl_merge_rules_add(arena, rules, rule, &line))
            status = pl_sqlite_damaged(store, "merge_rules", error);
    }
    pl_sqlite_done(store);
    return status;
}
