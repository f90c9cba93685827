#include "api/parley_record.h"
#include "base/error.h"
#include "bytes/file.h"

enum { MOST_RULES_BYTES = 16 << 20 };

typedef struct SetMerges {
    ParleyRecord *record;
    const char *path;
    PlInputNotice notice;
    void *context;
    PlArena arena;
    uint32_t n_refused;
    ParleyStatus status;
    ParleyError *error;
} SetMerges;

static void set_merges(void *context)
{
    SetMerges *s = context;
    PlMergeRules rules = {0};
    PlSlice text;
    s->status = pl_file_read(&s->arena, s->path, MOST_RULES_BYTES, &text, s->error);
    if (!s->status)
        s->status = pl_merge_rules_parse(&s->arena, s->path, text, s->notice, s->context, &rules,
                                         &s->n_refused, s->error);
    PlStore *store = s->record->store;
    if (!s->status) s->status = pl_store_begin(store, s->error);
    if (!s->status) s->status = pl_store_put_merges(store, &rules, s->error);
    if (!s->status) s->status = pl_store_commit(store, s->error);
}

ParleyStatus
parley_record_set_merges(ParleyRecord *record, const ParleyModel *model, const char *path,
                         void (*notice)(void *context, ParleyNoticeKind kind, const char *line),
                         void *context, size_t *n_refused, ParleyError *error)
{
    SetMerges s = {
        .record = record, .path = path, .notice = notice, .context = context, .error = error};
    pl_arena_init(&s.arena, 0);
    if (!pl_arena_run(&s.arena, set_merges, &s)) {
        pl_store_rollback(record->store);
        s.status = pl_error_set(error, PARLEY_NO_MEMORY, "%s: not enough memory for its rules",
                                pl_path_shown(path));
    }
    pl_arena_clear(&s.arena);
    if (n_refused) *n_refused = s.n_refused;
    return s.status ? s.status : pl_record_refresh(record, model, error);
}
