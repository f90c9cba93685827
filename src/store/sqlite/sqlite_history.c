/* The history of stories: which story each report was in last, and what became of ids. It depends
 * on the order in which reports were read, so it is no noun of the record and never exported. */
#include <string.h>

#include "store/sqlite/sqlite_store.h"

static bool read_kind(PlSlice name, PlStoryChangeKind *kind)
{
    for (uint32_t k = 0; k < PL_N_STORY_CHANGE_KINDS; k++)
        if (pl_slice_is(name, pl_story_change_kind_names[k])) {
            *kind = (PlStoryChangeKind)k;
            return true;
        }
    return false;
}

static ParleyStatus load_members(PlStore *store, PlArena *arena, PlStoryMembers *members,
                                 ParleyError *error)
{
    ParleyStatus status = pl_sqlite_prepare(
        store, "SELECT \"report\",\"story\" FROM \"story_members\" ORDER BY 1", error);
    while (!status) {
        bool has_row;
        status = pl_sqlite_step(store, &has_row, error);
        if (status || !has_row) break;
        *pl_vec_push(arena, members) =
            (PlStoryMember){pl_arena_copy(arena, pl_sqlite_text(store->query, 0)),
                            pl_arena_copy(arena, pl_sqlite_text(store->query, 1))};
    }
    return status;
}

static ParleyStatus load_changes(PlStore *store, PlArena *arena, PlStoryChanges *changes,
                                 ParleyError *error)
{
    ParleyStatus status = pl_sqlite_prepare(
        store, "SELECT \"story\",\"change\",\"into\" FROM \"story_changes\" ORDER BY \"number\"",
        error);
    while (!status) {
        bool has_row;
        status = pl_sqlite_step(store, &has_row, error);
        if (status || !has_row) break;
        PlStoryChange *change = pl_vec_push(arena, changes);
        change->story = pl_arena_copy(arena, pl_sqlite_text(store->query, 0));
        change->into = pl_arena_copy(arena, pl_sqlite_text(store->query, 2));
        if (!read_kind(pl_sqlite_text(store->query, 1), &change->kind))
            return pl_sqlite_damaged(store, "story_changes", error);
    }
    return status;
}

ParleyStatus pl_store_load_history(PlStore *store, PlArena *arena, PlStoryHistory *history,
                                   ParleyError *error)
{
    *history = (PlStoryHistory){0};
    ParleyStatus status = load_members(store, arena, &history->members, error);
    if (!status) status = load_changes(store, arena, &history->changes, error);
    pl_sqlite_done(store);
    return status;
}

/* Runs store->query, prepared, with these texts. */
static ParleyStatus run_with(PlStore *store, const PlSlice *texts, int n, ParleyError *error)
{
    for (int i = 0; i < n; i++)
        pl_sqlite_bind_text(store->query, i + 1, texts[i]);
    return pl_sqlite_run(store, store->query, error);
}

ParleyStatus pl_store_put_history(PlStore *store, const PlStoryMembers *members,
                                  const PlStoryChanges *changes, ParleyError *error)
{
    ParleyStatus status = pl_sqlite_exec(store, "DELETE FROM \"story_members\"", error);
    if (!status)
        status = pl_sqlite_prepare(store, "INSERT INTO \"story_members\" VALUES(?,?)", error);
    for (uint32_t i = 0; i < members->n && !status; i++)
        status = run_with(store, (PlSlice[]){members->items[i].report, members->items[i].story}, 2,
                          error);
    if (!status)
        status = pl_sqlite_prepare(store,
                                   "INSERT INTO \"story_changes\"(\"story\",\"change\",\"into\") "
                                   "VALUES(?,?,?)",
                                   error);
    for (uint32_t i = 0; i < changes->n && !status; i++) {
        const PlStoryChange *change = &changes->items[i];
        status =
            run_with(store,
                     (PlSlice[]){change->story, pl_slice(pl_story_change_kind_names[change->kind]),
                                 change->into},
                     3, error);
    }
    pl_sqlite_done(store);
    return status;
}

ParleyStatus pl_sqlite_forget_story(PlStore *store, PlSlice report, ParleyError *error)
{
    static const char *const statements[] = {
        "DELETE FROM \"story_members\" WHERE \"report\"=?1 OR \"story\"=?1",
        "DELETE FROM \"story_changes\" WHERE \"story\"=?1 OR \"into\"=?1"};
    ParleyStatus status = PARLEY_OK;
    for (size_t i = 0; i < sizeof statements / sizeof *statements && !status; i++) {
        status = pl_sqlite_prepare(store, statements[i], error);
        if (!status) status = run_with(store, &report, 1, error);
    }
    pl_sqlite_done(store);
    return status;
}
